package check

import (
	"fmt"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	scan "bulletin/internal/prose"
	"bulletin/internal/site"
)

// overstated reports words such as "most countries" in the title or the note of a
// chart that lacks some of its areas, and in a sentence on a change beside one:
// the reader takes them for all of which the chart shows a part. Words that
// name the areas left out, or say how many there are, tell it.
func overstated(d *reading, r *Reporter) {
	for _, t := range d.texts {
		for i := range t.passages {
			p := &t.passages[i]
			for _, c := range d.lacking(t, p) {
				if !d.tellsCoverage(c, p) {
					d.reportMost(t, p, c, r)
					break
				}
			}
		}
	}
}

// lacking lists the charts that a passage is about and that lack some of their
// areas: the one whose title or note it is, or those of its section.
func (d *reading) lacking(t readText, p *scan.Passage) []*site.Chart {
	var all []*site.Chart
	for _, other := range d.texts {
		for _, c := range other.Charts {
			switch {
			case len(c.Lacking) == 0:
			case c == t.chart:
				all = append(all, c)
			case t.chart == nil && other.Text == t.Text && p.Kind != scan.Heading && c.Compares() && section(t, p.Pos(0)) == section(t, c.Block.Pos):
				all = append(all, c)
			}
		}
	}
	return all
}

// section is how many headings of a text stand before a place.
func section(t readText, at diag.Pos) int {
	n := 0
	for i := range t.passages {
		if q := &t.passages[i]; q.Kind == scan.Heading && q.Pos(0).Less(at) {
			n++
		}
	}
	return n
}

// tellsCoverage tells whether the words of a passage, or the title or note of
// the chart, say what the chart leaves out.
func (d *reading) tellsCoverage(c *site.Chart, p *scan.Passage) bool {
	shown := c.Covers - len(c.Lacking)
	words := []string{fmt.Sprintf("%d of", shown)}
	if spelled, ok := d.site.Locale.Spell(int64(shown)); ok {
		words = append(words, spelled+" of")
	}
	for _, text := range []string{p.Text, c.Title.Plain(), c.Note.Plain()} {
		if namesAll(text, c.Lacking) {
			return true
		}
		for _, w := range words {
			if strings.Contains(strings.ToLower(text), w) {
				return true
			}
		}
	}
	return false
}

// namesAll tells whether a text names all of some areas.
func namesAll(text string, areas []*data.Area) bool {
	for _, area := range areas {
		if !strings.Contains(text, strings.TrimRight(area.Name, "*")) {
			return false
		}
	}
	return true
}

// reportMost reports the words for most or all countries in a passage about a
// chart that does not show all. In running text, a sentence that speaks of no
// change is not about a chart that compares.
func (d *reading) reportMost(t readText, p *scan.Passage, c *site.Chart, r *Reporter) {
	words, places := fieldsOf(p.Text)
	for i := range words {
		words[i] = strings.Trim(words[i], ".,;:!?()“”\"")
	}
	for i := 0; i < len(words); i++ {
		n := d.site.Locale.ReadMost(words[i:])
		if n == 0 {
			continue
		}
		start, stop := places[i], places[i+n-1]+len(words[i+n-1])
		reason, ok := typed(p.Pieces[p.Piece(start)])
		if i += n - 1; !ok || t.chart == nil && !d.directed(p, start) {
			continue
		}
		var names []string
		for _, area := range c.Lacking {
			names = append(names, area.Name)
		}
		what := "shows"
		if c.Compares() {
			what = "compares"
		}
		r.find(p, start, stop, reason, "say of how many, or name in the sentence or in the note what is left out: "+d.site.Locale.List(names),
			fmt.Sprintf("%q, but the chart %s %d of %d areas", within(p, start, stop), what, c.Covers-len(c.Lacking), c.Covers))
	}
}

// directed tells whether the sentence at an offset speaks of a change.
func (d *reading) directed(p *scan.Passage, at int) bool {
	start, stop := p.Sentence(at)
	for w := range strings.FieldsSeq(p.Text[start:stop]) {
		if direction, _ := d.site.Locale.Direction(strings.Trim(w, ".,;:!?()“”\"")); direction != 0 {
			return true
		}
	}
	return false
}

// mixedIndicators reports charts that put different indicators of countries on
// one axis, without a note by their author on what that means.
func mixedIndicators(d *reading, r *Reporter) {
	for _, t := range d.texts {
		for _, c := range t.Charts {
			if len(c.Mixed) == 0 || c.Note.Plain() != "" || c.Spec == nil {
				continue
			}
			var names []string
			for _, i := range c.Mixed {
				names = append(names, i.Name)
			}
			at := c.Block.Indicators[0]
			r.Find(Finding{Pos: at.Pos, Len: at.Len,
				Message: fmt.Sprintf("%d indicators stand on one axis: %s", len(names), d.site.Locale.List(names)),
				Hint:    "say in note: that countries count different things and how to read them, or make a chart of each indicator"})
		}
	}
}

// mostTitleWords is how long the headline of a chart can be and still be read
// at a glance.
const mostTitleWords = 15

// longTitles reports titles of charts that nobody reads at a glance.
func longTitles(d *reading, r *Reporter) {
	for _, t := range d.texts {
		for _, c := range t.Charts {
			if c.Title == nil || c.Block.Kind != content.ChartBlock {
				continue
			}
			n := len(strings.Fields(c.Title.Plain()))
			if n <= mostTitleWords {
				continue
			}
			pos := c.Block.Title.Pos(0)
			r.Find(Finding{Pos: pos, Len: 1, Message: fmt.Sprintf("the title of this chart has %d words", n),
				Hint: fmt.Sprintf("say the finding in %d words or fewer, and the rest in note:", mostTitleWords)})
		}
	}
}
