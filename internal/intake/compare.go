package intake

import (
	"strings"

	"bulletin/internal/data"
)

// compare finds what the set has in the cell of each observation, and reports two of one
// cell and, unless they are to be changed, those that differ.
func (im *importer) compare() {
	first := make(map[place]*datum, len(im.all))
	kept := im.all[:0]
	for _, d := range im.all {
		at := placeOf(d.indicator, d.area, d.period, d.path)
		if before, twice := first[at]; twice {
			im.t.report(&im.ps, im.t.rows[d.row], d.col, "keep one of the two", "%s is given twice: first at %s", d.name(), im.t.where(before))
			continue
		}
		first[at] = d
		d.there, _ = im.set.Lookup(d.cell())
		kept = append(kept, d)
		if d.there == nil {
			im.plan.Added++
			continue
		}
		was, now := d.differences()
		switch {
		case len(now) == 0:
			im.plan.Same++
		case im.o.Update:
			im.plan.Changed = append(im.plan.Changed, d.name()+": "+strings.Join(was, ", ")+" → "+strings.Join(now, ", "))
			im.edits = append(im.edits, d)
		default:
			im.t.report(&im.ps, im.t.rows[d.row], d.col, "correct one of the two; to take over what the table says, add --update",
				"%s has %s here, but %s at %s", d.name(), strings.Join(now, ", "), strings.Join(was, ", "), d.there.Pos)
		}
	}
	im.all = kept
}

// where is the place of an observation of a table, in words.
func (t *Table) where(d *datum) string {
	return t.called(t.rows[d.row], d.col) + t.at(t.rows[d.row], d.col).String()
}

// differences tells in what the table says otherwise than the set: what was, and what is
// now. What the table does not say is no difference.
func (d *datum) differences() (was, now []string) {
	o := d.there
	differ := func(before, after string) {
		was, now = append(was, before), append(now, after)
	}
	if before, after := data.PrintedOf(o), d.printed(); !before.Same(after) {
		differ(before.String(), after.String())
	}
	if d.status != 0 && d.status != o.Status {
		differ("status "+o.Status.String(), "status "+d.status.String())
	} else if d.status == 0 && o.Status.Missing() {
		differ("status "+o.Status.String(), "status "+data.Normal.String())
	}
	if d.source != nil && (o.Source == nil || o.Source.Key != d.source.Key) {
		before := "no source"
		if o.Source != nil {
			before = "source " + o.Source.Key
		}
		differ(before, "source "+d.source.Key)
	}
	if d.note != "" && d.note != o.Note {
		before := "no note"
		if o.Note != "" {
			before = "the note " + quote(o.Note)
		}
		differ(before, "the note "+quote(d.note))
	}
	if d.complete && !o.Complete {
		differ("parts that need not add up", "parts that add up")
	}
	return was, now
}

// printed is the value as readers see it.
func (d *datum) printed() data.Printed {
	return data.Printed{Number: d.number, Share: d.share, None: !d.valued}
}

// quote is the beginning of a note, for a message.
func quote(note string) string {
	text := []rune(strings.Join(strings.Fields(note), " "))
	if len(text) > 40 {
		text = append(text[:40:40], '…')
	}
	return "“" + string(text) + "”"
}

// hang puts new parts beneath their totals.
func (im *importer) hang() {
	of := make(map[place]*datum, len(im.all))
	for _, d := range im.all {
		of[placeOf(d.indicator, d.area, d.period, d.path)] = d
	}
	for _, d := range im.all {
		if len(d.path) == 0 {
			if d.there == nil {
				im.fresh = append(im.fresh, d)
			}
			continue
		}
		if !im.beneath(d, of) {
			if im.partial {
				continue
			}
			im.t.report(&im.ps, im.t.rows[d.row], d.col, "give the table a row for the total; where it is not known, one with the status O", "%s is a part of a total that neither the table nor data/ has", d.name())
			continue
		}
		if d.there == nil {
			if d.within != nil && d.within.there == nil {
				d.within.parts = append(d.within.parts, d)
			} else {
				im.edits = append(im.edits, d)
			}
		}
	}
	for _, d := range im.all {
		if d.complete && !d.split && (d.there == nil || len(im.set.Splits(d.there)) == 0) {
			d.complete = false // of a total that is not split it says nothing
		}
	}
}

// beneath finds the total of a part: what is left without the last of its categories, or
// without another one, which then becomes the last.
func (im *importer) beneath(d *datum, of map[place]*datum) bool {
	for last := len(d.path) - 1; last >= 0; last-- {
		path := append([]data.CategoryRef{}, d.path[:last]...)
		path = append(path, d.path[last+1:]...)
		within := of[placeOf(d.indicator, d.area, d.period, path)]
		around, _ := im.set.Lookup(data.Cell{Indicator: d.indicator.ID, Area: d.area.ID, Period: d.period, Categories: data.CategoriesKey(path)})
		if within == nil && around == nil {
			continue
		}
		d.path = append(path, d.path[last])
		if d.within, d.around = within, around; within != nil {
			within.split = true
		}
		return true
	}
	return false
}

// sourced reports new values that have no source, nor a total that has one.
func (im *importer) sourced() {
	for _, d := range im.all {
		if d.there == nil && d.valued && im.sourceOf(d) == nil {
			im.t.report(&im.ps, im.t.rows[d.row], d.col, "name it in a column source, or for all with --set \"source: KEY\"; keys stand in data/sources.yaml", "the value of %s has no source", d.name())
		}
	}
}

// sourceOf is the source of an observation, or that of what it is a part of.
func (im *importer) sourceOf(d *datum) *data.Source {
	for ; d != nil; d = d.within {
		switch {
		case d.source != nil:
			return d.source
		case d.there != nil:
			return d.there.Source
		case d.around != nil && d.within == nil:
			return d.around.Source
		}
	}
	return nil
}

// statusOf is the status that a new observation has: its own, or that of the total,
// unless that is missing.
func (im *importer) statusOf(d *datum) data.Status {
	if d.status != 0 {
		return d.status
	}
	status := data.Normal
	switch {
	case d.within != nil && d.within.there == nil:
		status = im.statusOf(d.within)
	case d.within != nil && d.within.status != 0:
		status = d.within.status
	case d.around != nil:
		status = d.around.Status
	}
	if status.Missing() {
		return data.Normal
	}
	return status
}
