package intake

import (
	"regexp"
	"slices"
	"strconv"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// verify reads data/ as it would be. What the rules of package data then find is said of
// the rows that it comes from, and every cell must be what the table says, or what it was.
func (im *importer) verify() {
	if len(im.plan.Files) == 0 {
		return
	}
	set, found := data.Load(changed{im.fsys, im.plan.Files})
	if found.Errors() > 0 || len(im.ps) > 0 {
		im.translate(set, found, len(im.ps) > 0)
		return
	}
	said := make(map[*data.Observation]bool, len(im.all))
	for _, d := range im.all {
		o, ok := set.Lookup(d.cell())
		if ok {
			said[o] = true
			copied := *d
			copied.there = o
			_, differ := copied.differences()
			ok = len(differ) == 0
		}
		if !ok {
			im.t.report(&im.ps, im.t.rows[d.row], d.col, "write it by hand, and import again", "%s cannot be written without changing something else", d.name())
		}
	}
	for _, o := range im.set.Observations() {
		now, ok := set.Lookup(o.Cell())
		if ok && said[now] {
			continue // as the table says
		}
		if !ok || !same(o, now) {
			im.ps.Errorf(o.Pos, o.Len, rule, "write what the table says of its total by hand, and import again", "%s, %s, %s would change, and the table says nothing of it", o.Indicator.ID, o.Area.Name, o.Period)
		}
	}
}

// same tells whether an observation is what it was.
func same(a, b *data.Observation) bool {
	source := func(o *data.Observation) string {
		if o.Source == nil {
			return ""
		}
		return o.Source.Key
	}
	return data.PrintedOf(a).Same(data.PrintedOf(b)) && a.Status == b.Status && a.Note == b.Note && a.Complete == b.Complete && source(a) == source(b) && len(a.Accepts) == len(b.Accepts)
}

// Rules of package data: the one under which a value alone is refused, whatever stands
// beside it, and those whose place is the key of a breakdown.
const (
	ruleData   = "data"
	ruleParts  = "parts"
	ruleShares = "shares"
)

// pointed is a number that may have a point between thousands.
var pointed = regexp.MustCompile(`^-?\d{1,3}\.\d{3}$`)

// translate gives the problems that data/ would have the places of the table. Of a part of
// the table only those that are of one value: the others may come of what is lacking.
func (im *importer) translate(set *data.Set, found diag.Problems, partial bool) {
	type spot struct {
		col int
		d   *datum
	}
	at := map[diag.Pos][]spot{} // by line
	for _, d := range im.all {
		if o, ok := set.Lookup(d.cell()); ok {
			line := diag.Pos{File: o.Pos.File, Line: o.Pos.Line}
			at[line] = append(at[line], spot{o.Pos.Col, d})
		}
	}
	for line := range at {
		slices.SortFunc(at[line], func(a, b spot) int { return a.col - b.col })
	}
	// of is what the table has at a place: a value there, the one that begins before it, or,
	// of the key of a breakdown, the first behind it.
	of := func(pos diag.Pos, breakdown bool) *datum {
		for away := range 50 {
			down := at[diag.Pos{File: pos.File, Line: pos.Line - away}]
			for _, s := range slices.Backward(down) {
				if away == 0 && s.col == pos.Col || !breakdown && (away > 0 || s.col < pos.Col) {
					return s.d
				}
			}
			for _, s := range at[diag.Pos{File: pos.File, Line: pos.Line + away}] {
				if breakdown && (away > 0 || s.col > pos.Col) {
					return s.d
				}
			}
		}
		return nil
	}
	place := regexp.MustCompile(`(data/observations/\S+?):(\d+):(\d+)`)
	for _, p := range found {
		if p.Severity != diag.Error || partial && p.Rule != ruleData {
			continue
		}
		message := place.ReplaceAllStringFunc(p.Message, func(text string) string {
			m := place.FindStringSubmatch(text)
			line, _ := strconv.Atoi(m[2])
			col, _ := strconv.Atoi(m[3])
			if d := of(diag.Pos{File: m[1], Line: line, Col: col}, false); d != nil {
				return im.t.where(d)
			}
			return text
		})
		if d := of(p.Pos, p.Rule == ruleParts || p.Rule == ruleShares); d != nil {
			hint := p.Hint
			if text := im.t.rows[d.row].cell(d.col); im.o.Decimal == "" && !im.t.book && pointed.MatchString(text) {
				hint = "where the point groups digits, say so with --thousands point --decimal comma; else " + hint
			}
			im.t.report(&im.ps, im.t.rows[d.row], d.col, hint, "%s", message)
			im.ps[len(im.ps)-1].Rule = p.Rule
			continue
		}
		p.Message = "this would not be right any more: " + message
		im.ps = append(im.ps, p)
	}
}
