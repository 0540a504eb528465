package site

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

const (
	leastInLine = 4   // values that make a line
	mostInLine  = 240 // periods of a line
	mostBars    = 30  // rows of bars
)

// IndicatorChart is the chart of an indicator on its own page, of the type that
// suits what there is: lines, where most areas have four values or more over
// periods of one unit; else bars of the period that most areas have a value for,
// beside the year before; of one area, bars of its periods, or of the parts of its
// newest total. It is nil where there is nothing to compare, or too little to draw.
func (s *Site) IndicatorChart(p *Page) *Chart {
	b := s.chartWords(s.ByIndicator(p.Indicator))
	if b == nil {
		return nil
	}
	yaml := fmt.Sprintf("type: %s\nindicator: %s\n%stitle: %s\n", b.kind, p.Indicator.ID, b.fields, quoteYAML(escapeMarkdown(p.Indicator.Name+b.what)))
	if b.note != "" {
		yaml += "note: " + quoteYAML(escapeMarkdown(b.note)) + "\n"
	}
	c, _ := s.ChooseChart(p, content.ChartBlock, diag.Pos{}, []byte(yaml)) // nobody wrote it: where it cannot be drawn, there is none
	if c.Spec == nil {
		return nil
	}
	c.Name = p.Indicator.ID + "-chart" // its files lie beside those of the indicator, which have its id
	return c
}

// chartWords are the words of a chart block, and of its title and note what stands
// behind the name of the indicator.
type chartWords struct{ kind, fields, what, note string }

// chartWords chooses the chart of an indicator, whose observations these are.
func (s *Site) chartWords(all []*data.Observation) *chartWords {
	totals := singleTotals(all)
	if b := s.lineWords(totals); b != nil {
		return b
	}
	if b := s.areaWords(totals); b != nil {
		return b
	}
	if b := s.periodWords(totals); b != nil {
		return b
	}
	return s.partWordsOf(totals)
}

// singleTotals are the totals that have a number, of single periods; not those of
// groups, where there are several areas without them.
func singleTotals(all []*data.Observation) []*data.Observation {
	var totals []*data.Observation
	areas := map[*data.Area]bool{}
	for _, o := range all {
		if _, _, known := amount(o); known && len(o.Path) == 0 && o.Period.Len() == 1 {
			totals = append(totals, o)
			if !o.Area.Group {
				areas[o.Area] = true
			}
		}
	}
	if len(areas) > 1 {
		totals = slices.DeleteFunc(totals, func(o *data.Observation) bool { return o.Area.Group })
	}
	return totals
}

// listsByArea shares observations out by their areas, in order.
func listsByArea(all []*data.Observation) [][]*data.Observation {
	var lists [][]*data.Observation
	for _, o := range all { // those of an area follow each other
		if n := len(lists); n > 0 && lists[n-1][0].Area == o.Area {
			lists[n-1] = append(lists[n-1], o)
			continue
		}
		lists = append(lists, []*data.Observation{o})
	}
	return lists
}

// lineWords are those of lines over time, in the unit that has the most values.
func (s *Site) lineWords(totals []*data.Observation) *chartWords {
	areas := len(listsByArea(totals))
	var best [][]*data.Observation
	var unit period.Unit
	most := 0
	for u := period.Year; u <= period.UnitDay; u++ {
		of := slices.DeleteFunc(slices.Clone(totals), func(o *data.Observation) bool { return o.Period.Unit() != u })
		if len(of) == 0 {
			continue
		}
		last := of[0].Period
		for _, o := range of {
			if o.Period.Compare(last) > 0 {
				last = o.Period
			}
		}
		from := last
		for range mostInLine - 1 {
			from = from.Previous()
		}
		of = slices.DeleteFunc(of, func(o *data.Observation) bool { return o.Period.Last() < from.First() })
		lists := slices.DeleteFunc(listsByArea(of), func(of []*data.Observation) bool { return len(of) < leastInLine })
		n := 0
		for _, list := range lists {
			n += len(list)
		}
		if 2*len(lists) >= areas && n >= most && n > 0 {
			best, unit, most = lists, u, n
		}
	}
	if best == nil {
		return nil
	}
	b := &chartWords{kind: "line", what: " by " + unit.String()}
	if more := len(best); more > mostSeries {
		slices.SortStableFunc(best, func(x, y []*data.Observation) int { return larger(x[len(x)-1], y[len(y)-1]) })
		best = best[:mostSeries]
		b.note = fmt.Sprintf("Of %d areas, the %d with the highest newest values.", more, mostSeries)
	}
	first, last := best[0][0].Period, best[0][0].Period
	for _, list := range best {
		if p := list[0].Period; p.Compare(first) < 0 {
			first = p
		}
		if p := list[len(list)-1].Period; p.Compare(last) > 0 {
			last = p
		}
	}
	b.fields = areasField(best) + fmt.Sprintf("periods: %q\n", first.String()+".."+last.String())
	return b
}

// areaWords are those of bars by area, of the period that most areas have a value
// for; of several the newest.
func (s *Site) areaWords(totals []*data.Observation) *chartWords {
	counts := map[period.Period]int{}
	for _, o := range totals {
		counts[o.Period]++
	}
	var at period.Period
	for _, o := range totals {
		p := o.Period
		if at.IsZero() || cmp.Or(cmp.Compare(counts[p], counts[at]), cmp.Compare(p.Last(), at.Last()), cmp.Compare(p.Unit(), at.Unit())) > 0 {
			at = p
		}
	}
	if counts[at] < 2 {
		return nil
	}
	shown := listsByArea(slices.DeleteFunc(slices.Clone(totals), func(o *data.Observation) bool { return o.Period != at }))
	b := &chartWords{kind: "bar", what: " by area"} // its subtitle tells the period
	if len(shown) > mostBars {
		b.note = fmt.Sprintf("Of %d areas, the %d with the highest values.", len(shown), mostBars)
		slices.SortStableFunc(shown, func(x, y []*data.Observation) int { return larger(x[0], y[0]) })
		shown = shown[:mostBars]
	}
	b.fields = areasField(shown)
	if before := at.YearBefore(); 2*counts[before] >= counts[at] {
		b.fields += fmt.Sprintf("periods: [%q, %q]\n", before, at)
		return b
	}
	b.fields += fmt.Sprintf("period: %q\n", at)
	return b
}

// periodWords are those of bars by period, of the area with the most of one unit.
func (s *Site) periodWords(totals []*data.Observation) *chartWords {
	var best []*data.Observation
	for _, list := range listsByArea(totals) {
		for u := period.Year; u <= period.UnitDay; u++ {
			of := slices.DeleteFunc(slices.Clone(list), func(o *data.Observation) bool { return o.Period.Unit() != u })
			if len(of) >= max(2, len(best)) {
				best = of
			}
		}
	}
	if best == nil {
		return nil
	}
	best = best[max(0, len(best)-mostBars):]
	var periods []string
	for _, o := range best {
		periods = append(periods, fmt.Sprintf("%q", o.Period))
	}
	return &chartWords{kind: "bar", what: ", " + best[0].Area.Name, fields: areasField([][]*data.Observation{best}) + "periods: [" + strings.Join(periods, ", ") + "]\n"}
}

// partWordsOf are those of bars by category, of the newest total that is split.
func (s *Site) partWordsOf(totals []*data.Observation) *chartWords {
	for _, o := range slices.Backward(totals) {
		for _, d := range s.Set.Dimensions() {
			if parts := s.Set.Parts(o, d.ID); len(parts) >= 2 {
				return &chartWords{
					kind: "bar", what: " by " + strings.ToLower(d.Name) + ", " + o.Area.Name + ", " + s.Locale.Period(o.Period),
					fields: areasField([][]*data.Observation{{o}}) + fmt.Sprintf("period: %q\nby: %s\n", o.Period, d.ID),
				}
			}
		}
	}
	return nil
}

// areasField is the line of a block that names the areas of some observations.
func areasField(lists [][]*data.Observation) string {
	ids := make([]string, len(lists))
	for n, list := range lists {
		ids[n] = list[0].Area.ID
	}
	return "areas: [" + strings.Join(ids, ", ") + "]\n"
}

// larger orders observations by what they measure, the largest first.
func larger(x, y *data.Observation) int {
	a, _, _ := amount(x)
	b, _, _ := amount(y)
	return decimal.Decimal.Cmp(b, a)
}

// quoteYAML writes a text between quotes: what JSON writes, YAML reads the same.
func quoteYAML(text string) string {
	quoted, err := json.Marshal(text)
	if err != nil { // never of a string
		return `""`
	}
	return string(quoted)
}

// escapeMarkdown writes a text so that Markdown shows it as it is: every ASCII
// punctuation mark may be escaped (CommonMark 0.31, section 2.4), and so no braces
// begin a figure.
func escapeMarkdown(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < 0x80 && strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
