package roll

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// observations writes the file in which the new cells are entered: an entry for each,
// as a comment, under the name of the chapter that it is about. It loads as it is,
// and an entry is good when its # is taken away, and its value and source are filled
// in.
func (r *roller) observations(pages []*site.Page) error {
	if len(r.plan.Cells) == 0 {
		return nil
	}
	name, err := r.freeName()
	if err != nil {
		return err
	}
	var b strings.Builder
	to := r.step.To
	fmt.Fprintf(&b, `# %s: what %s used, and what is not in the data yet for the next one.
# Take the # away from an entry, and write its value and its source: a key of
# data/sources.yaml, in which new documents come first. Behind a value stands what the
# last edition had there. Where there is no value, write status: O (missing), L (not
# collected) or M (cannot exist), and take value: and source: out.
period: %s
observations:
`, capital(r.site.Locale.Period(to)), r.plan.From, to)
	for _, g := range r.groups(pages) {
		b.WriteString("\n")
		if len(pages) > 1 {
			fmt.Fprintf(&b, "# %s\n", g.title)
		}
		for _, n := range g.entries {
			w := &entryWriter{b: &b, of: to, set: r.site.Set}
			w.item(n)
		}
	}
	r.plan.Entered = name
	r.plan.Files = append(r.plan.Files, File{name, []byte(b.String())})
	return nil
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// freeName is a file of observations that is not there: 2023-Q2.yaml, or
// 2023-Q2-2.yaml beside it.
func (r *roller) freeName() (string, error) {
	base := "data/observations/" + strings.ReplaceAll(r.step.To.String(), "..", "-to-")
	for n := 1; ; n++ {
		name := base + ".yaml"
		if n > 1 {
			name = fmt.Sprintf("%s-%d.yaml", base, n)
		}
		switch _, err := fs.Stat(r.files, name); {
		case errors.Is(err, fs.ErrNotExist):
			return name, nil
		case err != nil:
			return "", fmt.Errorf("look for a free name: %w", err)
		}
	}
}

// entry is a cell with its parts.
type entry struct {
	cell  Cell
	parts []*entry
	there *data.Observation // the cell has a value already: only its parts are wanted
}

// group is the entries of a chapter.
type group struct {
	title   string
	entries []*entry
}

// groups sorts the cells into chapters: by their area, where it has one; else by the
// first page that shows them.
func (r *roller) groups(pages []*site.Page) []group {
	var all []group
	taken := map[data.Cell]bool{}
	add := func(title string, wanted func(Cell) bool) {
		g := group{title: title}
		known := map[data.Cell]*entry{}
		for _, c := range r.plan.Cells {
			if taken[c.Cell] || !wanted(c) {
				continue
			}
			taken[c.Cell] = true
			g.add(r.site.Set, known, c)
		}
		if len(g.entries) > 0 {
			all = append(all, g)
		}
	}
	for _, p := range pages {
		if p.Area != nil && len(pages) > 1 {
			add(p.PlainTitle(), func(c Cell) bool { return c.Area == p.Area.ID })
		}
	}
	for _, p := range pages {
		shown := map[*data.Observation]bool{}
		for _, o := range p.Shown() {
			for _, part := range whole(o) {
				shown[part] = true
			}
		}
		add(p.PlainTitle(), func(c Cell) bool { return shown[c.Old] })
	}
	return all
}

// add puts a cell under the one that it is a part of.
func (g *group) add(set *data.Set, known map[data.Cell]*entry, c Cell) {
	n := &entry{cell: c}
	known[c.Cell] = n
	if c.Old.Parent == nil {
		g.entries = append(g.entries, n)
		return
	}
	above := c.Cell
	above.Categories = data.CategoriesKey(c.Old.Path[:len(c.Old.Path)-1])
	parent, ok := known[above]
	if !ok { // it is in the data
		parent = &entry{cell: Cell{above, c.Old.Parent}}
		parent.there, _ = set.Lookup(above)
		known[above] = parent
		g.entries = append(g.entries, parent)
	}
	parent.parts = append(parent.parts, n)
}

// entryWriter writes an entry, line by line.
type entryWriter struct {
	b   *strings.Builder
	of  period.Period // of the file
	set *data.Set

	remark string // before what stays a comment
}

func (w *entryWriter) line(depth int, format string, args ...any) {
	fmt.Fprintf(w.b, "  # %s%s%s\n", w.remark, strings.Repeat("  ", depth), fmt.Sprintf(format, args...))
}

// item writes an entry of the list.
func (w *entryWriter) item(n *entry) {
	c := n.cell
	if n.there != nil {
		w.remark = "# "
		w.line(0, "%s of %s in %s stands in %s, line %d. Its parts are wanted there:", c.Indicator, c.Area, c.Period, n.there.Pos.File, n.there.Pos.Line)
		w.by(1, n.parts)
		return
	}
	w.line(0, "- indicator: %s%s", c.Indicator, unit(c.Old.Indicator))
	w.line(1, "area: %s", c.Area)
	if c.Period != w.of {
		w.line(1, "period: %s", c.Period)
	}
	w.line(1, "source:")
	w.line(1, "value:%s", before(c.Old))
	w.by(1, n.parts)
}

// by writes the parts of an entry.
func (w *entryWriter) by(depth int, parts []*entry) {
	if len(parts) == 0 {
		return
	}
	w.line(depth, "by:")
	dimension := ""
	parts = slices.Clone(parts)
	slices.SortStableFunc(parts, func(a, b *entry) int { return strings.Compare(last(a).Dimension, last(b).Dimension) })
	for _, n := range parts {
		step := last(n)
		if step.Dimension != dimension {
			dimension = step.Dimension
			w.line(depth+1, "%s:", dimension)
		}
		key := "value"
		if n.cell.Old.HasShare {
			key = "share"
		}
		if len(n.parts) == 0 && key == "value" {
			w.line(depth+2, "%s:%s", step.ID, before(n.cell.Old))
			continue
		}
		w.line(depth+2, "%s:", step.ID)
		w.line(depth+3, "%s:%s", key, before(n.cell.Old))
		w.by(depth+3, n.parts)
	}
}

func last(n *entry) data.CategoryRef { return n.cell.Old.Path[len(n.cell.Old.Path)-1] }

// unit is what is counted, as a comment.
func unit(i *data.Indicator) string {
	if i.Unit.Other == "" {
		return ""
	}
	return "  # " + strings.Join(strings.Fields(i.Unit.Other), " ")
}

// before is what the last edition had in the place of a value, as a comment.
func before(o *data.Observation) string {
	text := "no value (" + o.Status.String() + ")"
	switch {
	case o.HasValue:
		text = o.Value.String()
	case o.HasShare:
		text = o.Share.String() + " per cent"
	}
	if o.Source != nil {
		text += ", " + o.Source.Key
	}
	return fmt.Sprintf("  # %s: %s", o.Period, text)
}
