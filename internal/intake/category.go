package intake

import (
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// categories reads what part of a total an observation is: from the columns dimension
// and category, in which a part of a part has several, as age/sex and children/girls;
// from columns that dimensions are the heads of, left to right; and from the head of a
// wide column.
func (im *importer) categories(c *columns, r row, d *datum, w wideColumn) {
	dimension, category := c.text(r, fieldDimension), c.text(r, fieldCategory)
	switch {
	case dimension != "" && category != "":
		im.nested(c, r, d, dimension, category)
	case dimension != "" && category == "" || dimension == "" && category != "":
		col, lacks := c.column(fieldDimension), "dimension"
		if category == "" {
			col, lacks = c.column(fieldCategory), "category"
		}
		im.t.report(&im.ps, r, col, "a part has both, a total neither", "the row has no %s", lacks)
	}
	for _, s := range c.splits {
		text, col := s.fixed, s.col
		if col >= 0 {
			text = r.cell(col)
		}
		im.step(r, d, s.dimension, text, col)
	}
	if w.step.ID != "" {
		im.join(r, d, w.step, w.col)
	}
}

// nested reads dimensions and categories that slashes part.
func (im *importer) nested(c *columns, r row, d *datum, dimension, category string) {
	dimensions, categories := []string{dimension}, []string{category}
	if _, ok := im.names.dimensions.find(dimension); !ok && strings.Contains(dimension, "/") {
		dimensions, categories = strings.Split(dimension, "/"), strings.Split(category, "/")
	}
	if len(dimensions) != len(categories) {
		im.t.report(&im.ps, r, c.column(fieldCategory), "name a category for each dimension: age/sex and children/girls", "%q names %d dimensions, and %q %d categories", dimension, len(dimensions), category, len(categories))
		return
	}
	for i, name := range dimensions {
		of, ok := im.names.dimensions.find(name)
		if !ok {
			message, hint := im.names.dimensions.unknown(name)
			im.t.report(&im.ps, r, c.column(fieldDimension), hint, "%s", message)
			return
		}
		im.step(r, d, of, categories[i], c.column(fieldCategory))
	}
}

// step adds the category of a dimension that a text names; none where it stands for all.
func (im *importer) step(r row, d *datum, of *data.Dimension, text string, col int) {
	id, ok := im.names.categories[of].find(text)
	switch {
	case ok:
		im.join(r, d, data.CategoryRef{Dimension: of.ID, ID: id}, col)
	case text == "" || total(text):
	default:
		message, hint := im.names.categories[of].unknown(text)
		im.t.report(&im.ps, r, col, hint, "%s", message)
	}
}

// join adds a category to those of an observation.
func (im *importer) join(r row, d *datum, step data.CategoryRef, col int) {
	for _, before := range d.path {
		if before.Dimension == step.Dimension {
			im.t.report(&im.ps, r, col, "a part has one category of a dimension", "the row is split by %s twice", step.Dimension)
			return
		}
	}
	d.path = append(d.path, step)
}

// readStatus reads a status by its letter, in any case, or its name.
func readStatus(text string) (data.Status, bool) {
	if len(text) == 1 {
		s := data.Status(strings.ToUpper(text)[0])
		return s, s.Valid()
	}
	for letter := byte('A'); letter <= 'Z'; letter++ {
		s := data.Status(letter)
		if s.Valid() && strings.EqualFold(s.Name(), text) {
			return s, true
		}
	}
	return 0, false
}

// statusHint lists the statuses.
const statusHint = "A normal, B break, D definition differs, E estimated, F forecast, I imputed, P provisional, U low reliability; without a value: L not collected, M cannot exist, O missing, Q suppressed"

// faulty tells why a note cannot stand in a file of observations.
func faulty(note string) (message, hint string) {
	if note == "" {
		return "", ""
	}
	_, ps := strictyaml.Parse(diag.Pos{Line: 1, Col: 1}, []byte("note: "+quoted(note)+"\n"))
	if len(ps) == 0 {
		return "", ""
	}
	return ps[0].Message, ps[0].Hint
}
