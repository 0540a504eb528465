package intake

import (
	"slices"
	"strconv"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// datum is an observation as a table gives it.
type datum struct {
	row       int // of the table
	col       int // of its value; that of its status where there is no value
	indicator *data.Indicator
	area      *data.Area
	period    period.Period
	path      []data.CategoryRef // from the outermost breakdown in
	number    decimal.Decimal
	valued    bool        // there is a number
	share     bool        // the number is in per cent of the total
	status    data.Status // 0 where the table says nothing
	source    *data.Source
	note      string
	complete  bool

	there  *data.Observation             // what the set has in its cell; may be nil
	within *datum                        // the total that it is a part of, where the table has that
	around *data.Observation             // the total, where only the set has that
	parts  []*datum                      // that are new
	split  bool                          // the table has parts of it, new or not
	firm   struct{ status, source bool } // these are said, even where they are what they were: see pin
}

// name is a datum in a message: "arrivals, Serbia, 2023-Q1, age=children".
func (d *datum) name() string {
	text := d.indicator.ID + ", " + d.area.Name + ", " + d.period.String()
	for _, step := range d.path {
		text += ", " + step.Dimension + "=" + step.ID
	}
	return text
}

// cell is where it stands in a set.
func (d *datum) cell() data.Cell {
	return data.Cell{Indicator: d.indicator.ID, Area: d.area.ID, Period: d.period, Categories: data.CategoriesKey(d.path)}
}

// place is a cell by what counts of its period: of a stock, the last day.
type place struct {
	indicator   *data.Indicator
	area        *data.Area
	first, last period.Day
	categories  string
}

func placeOf(i *data.Indicator, a *data.Area, p period.Period, path []data.CategoryRef) place {
	first, last := (&data.Observation{Indicator: i, Period: p}).Stretch()
	return place{i, a, first, last, data.CategoriesKey(path)}
}

// data reads all rows. What does not fit is a problem.
func (im *importer) data(c *columns) {
	for at := range im.t.rows {
		r := im.t.rows[at]
		if !slices.ContainsFunc(r.Cells, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
			continue
		}
		if im.skipped(r) {
			im.plan.Skipped++
			continue
		}
		values := c.wide
		if im.o.Wide == "" {
			values = []wideColumn{{col: c.column(fieldValue)}}
		}
		flawed := im.flawed(c, r)
		for _, w := range values {
			if !flawed[w.col] {
				im.datum(c, at, w)
			}
		}
	}
}

// datum reads an observation of a row.
func (im *importer) datum(c *columns, at int, w wideColumn) {
	r := im.t.rows[at]
	d := &datum{row: at, col: w.col, indicator: w.indicator, area: w.area, period: w.period}
	text := r.cell(w.col)
	if slices.Contains(im.o.Empty, text) {
		text = ""
	}
	before := len(im.ps)
	im.status(c, r, d, text != "")
	if text == "" && (d.status == 0 || !d.status.Missing()) && len(im.ps) == before {
		if status := r.cell(c.column(fieldStatus)); status != "" && im.o.Wide == "" {
			im.t.report(&im.ps, r, c.column(fieldStatus), "give a value, or say why there is none: O missing, L not collected, M cannot exist, Q suppressed", "the status is %s, but there is no value", status)
			return
		}
		if note := r.cell(c.column(fieldNote)); note != "" && im.o.Wide == "" {
			im.t.report(&im.ps, r, c.column(fieldNote), "say in a column status why there is no value: O missing, L not collected, M cannot exist, Q suppressed; or empty the note, and the row is left out", "there is a note, but no value that it is about")
			return
		}
		im.plan.Empty++
		return
	}
	if text == "" && w.col < 0 {
		d.col = c.column(fieldStatus)
	}
	im.named(c, r, d)
	im.categories(c, r, d, w)
	im.described(c, r, d)
	if text != "" {
		im.amount(c, r, d, text)
	}
	if len(im.ps) == before {
		im.all = append(im.all, d)
	}
}

// status reads why there is no value, or how firm it is. That of Options.Set is of
// values, or of their absence, whichever it can be.
func (im *importer) status(c *columns, r row, d *datum, valued bool) {
	if text := r.cell(c.column(fieldStatus)); text != "" {
		var ok bool
		if d.status, ok = readStatus(text); !ok {
			im.t.report(&im.ps, r, c.column(fieldStatus), statusHint, "%q is no status", text)
		}
		return
	}
	if c.only != 0 && c.only.Missing() != valued {
		d.status = c.only
	}
}

// named reads the indicator, the area and the period.
func (im *importer) named(c *columns, r row, d *datum) {
	if d.indicator == nil {
		d.indicator = lookup(im, c, r, fieldIndicator, im.names.indicators)
	}
	if d.area == nil {
		d.area = lookup(im, c, r, fieldArea, im.names.areas)
	}
	if !d.period.IsZero() {
		im.dated(d, r, c)
		return
	}
	text := c.text(r, fieldPeriod)
	if text == "" {
		im.t.report(&im.ps, r, c.column(fieldPeriod), im.t.lacking(), "the row has no period")
		return
	}
	var message, hint string
	if d.period, message, hint = im.period(text, d.indicator); message != "" {
		im.t.report(&im.ps, r, c.column(fieldPeriod), hint, "%s", message)
	}
}

// dated reports a date in the head of a column that may stand for a month.
func (im *importer) dated(d *datum, r row, c *columns) {
	if d.indicator == nil {
		return
	}
	if _, message, hint := im.period(d.period.String(), d.indicator); message != "" {
		im.t.report(&im.ps, im.t.head, d.col, hint, "%s", message)
	}
}

// lookup finds what a row names; the zero value, after a problem, where it is unknown.
func lookup[T any](im *importer, c *columns, r row, field string, among *names[T]) (thing T) {
	text := c.text(r, field)
	if text == "" {
		im.t.report(&im.ps, r, c.column(field), im.t.lacking(), "the row has no %s", field)
		return thing
	}
	thing, ok := among.find(text)
	if !ok {
		message, hint := among.unknown(text)
		if _, column := c.at[field]; column && !strings.Contains(hint, "did you mean") {
			hint += "; a row that is no observation is left out with --skip " + strconv.Quote(text)
		}
		im.t.report(&im.ps, r, c.column(field), hint, "%s", message)
	}
	return thing
}

// lacking is the hint for a row that does not say what its values are of.
func (t *Table) lacking() string {
	if t.book {
		return "write it into the cell, or say it for all with --set; of merged cells, only the first has what they show"
	}
	return "write it into the cell, or say it for all with --set"
}

// described reads the source, the note, and whether the parts add up.
func (im *importer) described(c *columns, r row, d *datum) {
	if text := c.text(r, fieldSource); text != "" {
		d.source = lookup(im, c, r, fieldSource, im.names.sources)
	}
	if col := c.column(fieldNote); col >= 0 && col < len(r.Cells) {
		d.note = r.Cells[col]
	}
	if d.note == "" {
		d.note = c.set[fieldNote]
	}
	if message, hint := faulty(d.note); message != "" {
		im.t.report(&im.ps, r, c.column(fieldNote), hint, "the note cannot be written: %s", message)
	}
	switch text := c.text(r, fieldComplete); strings.ToLower(text) {
	case "", "false", "no":
	case "true", "yes":
		d.complete = true
	default:
		im.t.report(&im.ps, r, c.column(fieldComplete), "write true, or leave the cell empty", "%q does not say whether the parts add up", text)
	}
}

// amount reads the value, and what it is counted in.
func (im *importer) amount(c *columns, r row, d *datum, text string) {
	a, err := im.o.readAmount(text)
	if err != nil {
		message := diag.Messagef("%q is no number", text)
		if strings.Contains(err.Error(), "long") {
			message = text + ": " + err.Error()
		}
		im.t.report(&im.ps, r, d.col, im.o.amountHint(text, err), "%s", message)
		return
	}
	d.number, d.valued = a.number, true
	if d.indicator == nil {
		return
	}
	percent := d.indicator.Measure == data.Share || d.indicator.Measure == data.Change
	unit := c.text(r, fieldUnit)
	switch fold(unit) {
	case "":
		d.share = a.percent && !percent
	case "% of total", "share":
		d.share = true
	case "%", "per cent", "percent":
		d.share = !percent && len(d.path) > 0
		if !percent && !d.share {
			im.t.report(&im.ps, r, c.column(fieldUnit), "only a part of a breakdown can be a share", "%s are counted in %s, not in per cent", d.indicator.Name, d.indicator.Unit.Other)
		}
	case fold(d.indicator.Unit.One), fold(d.indicator.Unit.Other):
		if a.percent {
			im.t.report(&im.ps, r, d.col, "the unit of a share is % of total", "%q is in per cent, and its unit is %s", text, unit)
		}
	default:
		want := d.indicator.Unit.Other
		if percent {
			want = "%"
		}
		im.t.report(&im.ps, r, c.column(fieldUnit), "convert the values, or correct the unit; data/indicators.yaml says what is counted", "the unit of %s is %s, not %q", d.indicator.ID, want, unit)
	}
	if d.share && len(d.path) == 0 {
		im.t.report(&im.ps, r, d.col, "give the value itself", "%s is a share, and only a part of a breakdown has one", text)
	}
}
