package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// card is what a page shows where somebody shares it. A chapter shows its key
// figure. The figures of an edition's countries cannot be added up: it shows in
// how many of them they rose, or fell. A snapshot, and a section without a key
// figure, show their first chart.
func card(s *site.Site, p *site.Page) *chart.Card {
	c := &chart.Card{
		Site: s.Set.Site.Title, Kicker: upperFirst(s.Locale.Months(cardPeriod(p))), Address: shortAddress(s, "/"),
		Accent: s.Set.Site.Accent, Words: p.PlainTitle(),
	}
	if p.Kind == site.Report {
		c.Value, c.Words, c.Trend = tally(s, p.Edition)
		return c
	}
	h := p.Headline
	if h == nil || h.Now == nil {
		if shown := cardChart(p); shown != nil {
			c.Words, c.Trend = p.PlainTitle()+": "+cmp.Or(shown.Title.Plain(), shown.Spec.Title), shown.Spec
		}
		return c
	}
	c.Kicker = p.PlainTitle() + " · " + c.Kicker
	if written, known := figure.Written(h.Now, s.Locale); known {
		c.Value, c.Words = written, h.Words.Plain()
		if h.Now.Status != data.Normal {
			c.Words += " (" + h.Now.Status.Name() + ")"
		}
		if p.Revised(h.Now) || h.Words.Revised() {
			c.Words += " (" + revisedWord + ")"
		}
		if h.Change != nil {
			base, _ := figure.Written(h.Base, s.Locale)
			if p.Revised(h.Base) {
				base += " (" + revisedWord + ")"
			}
			c.Words += fmt.Sprintf(": %s from %s in %s", h.Change.Text, base, s.Locale.PeriodInText(h.BaseTime))
			if len(h.Change.Unlike) > 0 {
				c.Words += ", not fully comparable"
			}
		}
	}
	c.Trend = trendSpec(s, p)
	return c
}

// cardPeriod is the period that the card of a page is about.
func cardPeriod(p *site.Page) period.Period {
	if p.Edition != nil {
		return p.Edition.Period
	}
	return p.Period
}

// cardChart is the first chart of a page that says the same when it is small and
// has one series; nil where there is none.
func cardChart(p *site.Page) *site.Chart {
	for _, t := range p.Texts() {
		for _, c := range t.Charts {
			if c.Spec == nil || len(c.Spec.Series) != 1 || len(c.Spec.Rows) < 2 {
				continue
			}
			switch c.Spec.Type {
			case chart.Change, chart.Bar, chart.Line, chart.Donut, chart.Map:
				return c
			}
		}
	}
	return nil
}

// cardWords are the words of a card: "Serbia · January to March 2023. 16,216
// people arrived …".
func cardWords(c *chart.Card) string {
	return strings.TrimSuffix(c.Kicker+". "+strings.TrimSpace(c.Value+" "+c.Words), ".") + "."
}

// tally counts in which way most of an edition's key figures went: "7 of 10",
// "countries recorded higher numbers …"; the bars are their changes, the largest
// first.
func tally(s *site.Site, e *site.Edition) (value, words string, bars *chart.Spec) {
	type change struct {
		row   chart.Row
		point chart.Point
	}
	var changes []change
	up, down := 0, 0
	for _, area := range e.Areas {
		p, ok := e.Chapter(area.ID)
		if !ok || p.Headline == nil || p.Headline.Change == nil {
			continue
		}
		c := p.Headline.Change
		switch sign := c.Number.Sign(); {
		case sign > 0:
			up++
		case sign < 0:
			down++
		}
		changes = append(changes, change{chart.Row{Label: area.Name}, chart.Point{Value: c.Number.Float(), Label: c.Text, Estimated: c.Estimated, Differs: len(c.Unlike) > 0, Revised: p.RestsOnRevised(c.Used...)}})
	}
	if len(changes) == 0 {
		return "", e.Page.PlainTitle(), nil
	}
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(b.point.Value, a.point.Value) })
	bars = &chart.Spec{Type: chart.Change, Title: e.Page.PlainTitle(), Locale: s.Locale, Series: []chart.Series{{Name: "Change"}}, Axis: chart.Axis{Percent: true}}
	for _, c := range changes {
		bars.Rows = append(bars.Rows, c.row)
		bars.Series[0].Points = append(bars.Series[0].Points, c.point)
	}
	most, way := up, "higher"
	if down > up {
		most, way = down, "lower"
	}
	return fmt.Sprintf("%d of %d", most, len(changes)), fmt.Sprintf("countries recorded %s numbers than in %s. %s", way, s.Locale.PeriodInText(e.Base), e.Page.PlainTitle()), bars
}

// cardTexts are the texts of an author that a card shows.
func cardTexts(p *site.Page) []*site.Text {
	texts := []*site.Text{p.Text(p.Document.Title)}
	if p.Headline != nil {
		texts = append(texts, p.Headline.Words)
	}
	if c := cardChart(p); c != nil {
		texts = append(texts, c.Title)
	}
	return texts
}
