package check

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/locale"
	scan "bulletin/internal/prose"
)

// misdated reports figures of another period than the one that their sentence
// means: last year's number where it says this year, or speaks of no other.
// Where the figure is the page's own, the words for the other period are what
// is wrong; else the figure is. Cells, headings and charts have their periods
// beside them.
func (d *reading) misdated(r *Reporter, reported map[place]bool) {
	for _, t := range d.texts {
		if t.chart != nil {
			continue
		}
		c := context{reading: d, text: t, report: r, reported: reported}
		for i := range t.passages {
			c.Passage = &t.passages[i]
			switch c.Kind {
			case scan.Heading:
				c.headed = d.phrases(c.Passage)
			case scan.Paragraph, scan.Item, scan.Title, scan.Remark:
				c.read()
			}
			c.before = c.Passage
		}
	}
}

// place is where a stretch of a passage begins.
type place struct {
	passage *scan.Passage
	start   int
}

// context is a passage with what stands around it.
type context struct {
	*reading
	*scan.Passage
	text     readText
	before   *scan.Passage // nil for none
	headed   []phrase      // of the heading above
	led      []phrase      // of the passage before, where ledBy is that
	ledBy    *scan.Passage
	phrases  []phrase  // of the passage, in order
	near     []phrase  // of the sentence
	figures  []sighted // of the sentence
	all      []sighted // of the passage
	report   *Reporter
	reported map[place]bool // periods that the rule reported
}

// sighted is a figure, or a claim, with the observations that it shows.
type sighted struct {
	scan.Piece
	used    []*data.Observation
	compare bool
}

// read looks at the figures of the passage.
func (c *context) read() {
	c.all = c.all[:0]
	foreign := false
	for _, piece := range c.Pieces {
		if piece.Kind != scan.Figure && piece.Kind != scan.Claim {
			continue
		}
		v := c.text.Value(piece.Expression)
		if v.Failed || v.Broken || len(v.Used) == 0 {
			continue
		}
		f := sighted{piece, v.Used, v.HasBase}
		c.all = append(c.all, f)
		foreign = foreign || c.foreign(f)
	}
	if len(c.all) == 0 || !foreign && len(c.Whens)+len(c.Afar) == 0 {
		return
	}
	c.phrases = c.reading.phrases(c.Passage)
	for i := 0; i < len(c.all); {
		start, stop := c.Sentence(c.all[i].Start)
		next := i + 1
		for next < len(c.all) && c.all[next].Start < stop {
			next++
		}
		c.figures, c.near = c.all[i:next], inside(c.phrases, start, stop)
		if len(c.figures) <= enough && len(c.near) <= enough {
			c.sentence()
		}
		i = next
	}
}

// enough is how many figures or periods a sentence may have. Of longer lists
// nobody could tell what belongs together.
const enough = 50

// sentence looks at the figures of a sentence.
func (c *context) sentence() {
	for _, f := range c.figures {
		switch fits := named(c.near, f.used); {
		case f.compare && (fits || !c.foreign(f)):
			c.base(f)
		case fits:
			c.crossed(f)
		case c.foreign(f):
			c.strange(f)
		default:
			c.ours(f)
		}
	}
}

// foreign tells whether the main observation of a figure is of another period
// than the page's.
func (c *context) foreign(f sighted) bool {
	first, last := f.used[0].Stretch()
	about := c.page.Period
	return (first < about.First() || last > about.Last()) && (first > about.First() || last < about.Last())
}

// strange reports a figure of another period that nothing around it names.
func (c *context) strange(f sighted) {
	for _, n := range c.near {
		if n.vague || n.late {
			return
		}
	}
	if c.basis(f) {
		return
	}
	for _, n := range c.near {
		if c.beside(f, n) {
			c.accuse(f, fmt.Sprintf("the sentence speaks of %s", c.Text[n.start:n.stop]))
			return
		}
	}
	if named(around(c.phrases, f.Start), f.used) || c.said(f) {
		return
	}
	c.accuse(f, "the page is about "+c.site.Locale.PeriodInText(c.page.Period)+", and nothing here speaks of another period")
}

// basis tells whether a figure is only what another is compared with: from 441,
// against the 441.
func (c *context) basis(f sighted) bool {
	before, _ := c.Around(f.Piece)
	words := strings.Fields(before[max(0, len(before)-30):])
	for _, w := range slices.Backward(words) {
		switch known := c.site.Locale.Word(w); {
		case known.Has(locale.IsAside | locale.IsSince):
			return true
		case !known.Has(locale.IsDefinite):
			return false
		}
	}
	return false
}

// said tells whether the words around the passage, or the sentence before, may
// speak of the period of a figure.
func (c *context) said(f sighted) bool {
	start, _ := c.Sentence(f.Start)
	if before, _ := c.Sentence(max(0, start-1)); start > 0 {
		for _, n := range inside(c.phrases, before, start) {
			if n.vague {
				return true
			}
		}
	}
	if named(c.headed, f.used) {
		return true
	}
	if c.before == nil || c.Kind != scan.Item && !strings.HasSuffix(c.before.Text, ":") {
		return false
	}
	if c.ledBy != c.before {
		c.led, c.ledBy = c.reading.phrases(c.before), c.before
	}
	return named(around(c.led, len(c.before.Text)), f.used)
}

// accuse reports a figure.
func (c *context) accuse(f sighted, why string) {
	when := c.site.Locale.PeriodInText(f.used[0].Period)
	reason, _ := typed(c.Pieces[c.Piece(f.Start)])
	c.report.find(c.Passage, f.Start, f.Stop, reason, "take the figure of the period that is meant, or say whose it is: in "+when,
		diag.Messagef("%q is of %s; %s", strings.TrimSpace(c.Text[f.Start:f.Stop]), when, why))
}

// ours reports the words for another period beside a figure that is the page's
// own.
func (c *context) ours(f sighted) {
	for j, n := range c.near {
		piece := c.Pieces[n.piece]
		reason, ok := typed(piece)
		if !ok || n.own || c.taken(c.near[j:j+1]) || !c.beside(f, n) || c.reported[place{c.Passage, n.start}] || c.titled(c.Passage, piece, n.start, n.stop) {
			continue
		}
		c.reported[place{c.Passage, n.start}] = true
		when := c.site.Locale.PeriodInText(f.used[0].Period)
		c.report.find(c.Passage, n.start, n.stop, reason, "write {{ period }}, or show the figure of that period; or say what is compared",
			diag.Messagef("%q stands beside a figure of %s: %s", c.Text[n.start:n.stop], when, diag.Quote(strings.TrimSpace(c.Text[f.Start:f.Stop]))))
		return
	}
}

// taken tells whether a phrase is that of another figure of its sentence.
func (c *context) taken(n []phrase) bool {
	return slices.ContainsFunc(c.figures, func(f sighted) bool { return named(n, f.used) })
}

// beside tells whether a phrase says of which period a figure is: it stands in
// the same clause, or opens the sentence and the clause of the figure names no
// other.
func (c *context) beside(f sighted, n phrase) bool {
	if !n.firm || n.late || n.Aside {
		return false
	}
	start, stop := c.Clause(f.Start)
	if n.start >= start && n.start < stop {
		return true
	}
	if !c.leads(n) || n.start > f.Start || len(inside(c.near, start, stop)) > 0 {
		return false
	}
	between := func(other sighted) bool { return other.Start > n.stop && other.Start < start }
	return !slices.ContainsFunc(c.figures, between)
}

// leads tells whether a phrase is all that the first clause of its sentence
// says.
func (c *context) leads(n phrase) bool {
	_, stop := c.Clause(n.stop - 1)
	return n.Opens && stop < len(c.Text) && c.Text[stop] == ',' && strings.TrimSpace(c.Text[n.stop:max(stop, n.stop)]) == ""
}

// base reports a comparison with another period than the one that its clause
// names.
func (c *context) base(f sighted) {
	start, stop := c.Clause(f.Start)
	var wrong *phrase
	for i, n := range c.near {
		switch {
		case n.vague || n.Aside && named(c.near[i:i+1], f.used):
			return
		case n.Aside && n.firm && (c.leads(n) || n.start >= start && n.start < stop):
			wrong = &c.near[i]
		}
	}
	if wrong == nil {
		return
	}
	for _, o := range f.used {
		if c.foreign(sighted{used: []*data.Observation{o}}) {
			c.accuse(sighted{f.Piece, []*data.Observation{o}, true}, "the sentence compares with "+c.Text[wrong.start:wrong.stop])
			return
		}
	}
}

// crossed reports a figure whose own clause names another period, where each
// clause names one: 441 in 2023, after 825 a year earlier.
func (c *context) crossed(f sighted) {
	mine, ok := c.pair(f)
	if !ok || named(mine, f.used) {
		return
	}
	for _, other := range c.figures {
		if theirs, ok := c.pair(other); ok && theirs[0].start != mine[0].start {
			c.accuse(f, "its clause speaks of "+c.Text[mine[0].start:mine[0].stop])
			return
		}
	}
}

// pair is the phrase of a figure's clause, where it has just one, and no other
// figure.
func (c *context) pair(f sighted) ([]phrase, bool) {
	start, stop := c.Clause(f.Start)
	mine := inside(c.near, start, stop)
	figures := 0
	for _, other := range c.figures {
		if other.Start >= start && other.Start < stop {
			figures++
		}
	}
	return mine, len(mine) == 1 && figures == 1 && !f.compare && mine[0].firm && !mine[0].Aside
}
