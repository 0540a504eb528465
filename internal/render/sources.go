package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// The rules whose findings the sources page repeats to readers.
const (
	ruleSourceAddress = "source-address"
	ruleSameAddress   = "same-address"
	ruleUnusedSource  = "unused-source"
)

// sources draws the registry: by publisher, and of each the newest first; what is
// invented for examples stands behind all that is true.
func (d *drawing) sources() []byte {
	all := d.site.Set.Sources()
	v := SourcesView{}
	tell := registry{drawing: d, faults: d.faults(all), resting: d.resting(all), places: d.places()}
	var real, examples []*data.Source
	for _, s := range all {
		if d.invents(s) {
			examples = append(examples, s)
		} else {
			real = append(real, s)
		}
	}
	for _, group := range d.byPublisher(real) {
		v.Publishers = append(v.Publishers, tell.publisher(group))
	}
	if len(examples) > 0 {
		v.ExamplesID = d.uniqueID("examples")
	}
	for _, group := range d.byPublisher(examples) {
		v.Examples = append(v.Examples, tell.publisher(group))
	}
	v.Marked = tell.marked
	v.Summary = d.sourcesSummary(real, len(v.Publishers), len(examples))
	faults := tell.faults
	if len(faults) > 0 {
		v.Remarked = d.count(len(faults), "source has a remark on its address or use", "sources have a remark on their address or use")
	}
	v.Frame = d.frame(nil)
	v.Description = "Every document and dataset that a figure or a text of " + d.site.Set.Site.Title + " draws on, and what rests on it."
	return d.execute("sources", v)
}

// invents tells whether all figures of a source, one at least, are made up for
// examples.
func (d *drawing) invents(s *data.Source) bool {
	figures := d.site.Citing(s).Figures
	return len(figures) > 0 && !slices.ContainsFunc(figures, func(o *data.Observation) bool { return !o.Indicator.Example })
}

// registry draws sources, with what is known of all of them.
type registry struct {
	*drawing
	faults  map[*data.Source][]SourceFault
	resting map[*data.Source][]resting
	places  map[*site.Page]int
	marked  []Link // those drawn that have faults
}

// publisher draws the sources of one publisher.
func (r *registry) publisher(group []*data.Source) PublisherSources {
	p := PublisherSources{
		ID: r.uniqueID("publisher-" + site.Slug(group[0].Publisher)), Name: group[0].Publisher,
		Count: r.count(len(group), "source", "sources"), Number: r.site.Locale.Number(decimal.FromInt(int64(len(group)))),
	}
	for i, s := range group {
		year := ""
		if len(group) > mostTogether {
			year = yearOf(s)
		}
		if i == 0 || p.Groups[len(p.Groups)-1].Year != year {
			g := SourceGroup{Year: year}
			if year != "" {
				g.ID = r.uniqueID(p.ID + "-" + site.Slug(year))
			}
			p.Groups = append(p.Groups, g)
		}
		if len(r.faults[s]) > 0 {
			r.marked = append(r.marked, Link{Text: s.Publisher + ": " + s.Title, URL: "#" + site.SourceID(s)})
		}
		g := &p.Groups[len(p.Groups)-1]
		g.Sources = append(g.Sources, r.sourceRow(s, r.faults[s], r.resting[s], r.places))
	}
	return p
}

// byPublisher groups sources by their publishers, in the order of an index.
func (d *drawing) byPublisher(all []*data.Source) [][]*data.Source {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(x, y *data.Source) int {
		return cmp.Or(d.site.Locale.Compare(x.Publisher, y.Publisher), cmp.Compare(reportedOn(y), reportedOn(x)))
	})
	var groups [][]*data.Source
	for i, s := range sorted {
		if i == 0 || sorted[i-1].Publisher != s.Publisher {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], s)
	}
	return groups
}

// mostTogether is how many sources of a publisher stand together; more are
// grouped by year.
const mostTogether = 12

// yearOf is the year that a source reports on last.
func yearOf(s *data.Source) string {
	last := reportedOn(s)
	if last == longAgo {
		return "Undated"
	}
	year, _, _ := last.Civil()
	return strconv.Itoa(year)
}

// longAgo is before every day of a source.
const longAgo period.Day = -1 << 30

// reportedOn is the last day that a source reports on: of the periods it covers,
// else of its date. Dates alone would put "2023" nowhere among the days of 2023.
// Without either it is longAgo.
func reportedOn(s *data.Source) period.Day {
	var last period.Day
	for i, p := range s.Covers {
		if i == 0 || p.Last() > last {
			last = p.Last()
		}
	}
	if p, err := period.Parse(s.Issued); len(s.Covers) == 0 && err == nil {
		return p.Last()
	} else if len(s.Covers) == 0 {
		return longAgo
	}
	return last
}

func (d *drawing) sourceRow(s *data.Source, faults []SourceFault, figures []resting, places map[*site.Page]int) SourceRow {
	row := SourceRow{ID: site.SourceID(s), Body: cite(s, d.site.Locale), Note: s.Note, Faults: faults, Covers: d.covers(s.Covers)}
	for _, f := range faults {
		if sameWords(f.Reason, s.Note) {
			row.Note = "" // the reason says it
		}
	}
	row.Used, row.More = d.usedIn(d.site.Citing(s).Pages, places)
	d.fillFigures(&row, figures)
	d.say(string(row.Body), row.Note)
	return row
}

// sameWords tells whether two sentences differ in their first letter and full
// stop at most.
func sameWords(a, b string) bool {
	plain := func(s string) string { return strings.ToLower(strings.TrimSuffix(strings.TrimSpace(s), ".")) }
	return a != "" && plain(a) == plain(b)
}

// covers are periods in words; those that follow each other without a gap are
// one: 2018 to 2025.
func (d *drawing) covers(all []period.Period) string {
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, func(x, y period.Period) int {
		return cmp.Or(cmp.Compare(x.First(), y.First()), cmp.Compare(y.Last(), x.Last()))
	})
	var words []string
	for from := 0; from < len(sorted); {
		to := from + 1
		for to < len(sorted) && sorted[to].Unit() == sorted[from].Unit() && sorted[to].First() == sorted[to-1].Last()+1 {
			to++
		}
		first, last := d.period(sorted[from]), d.period(sorted[to-1])
		switch {
		case to-from > 2:
			words = append(words, first+" to "+last)
		case to-from == 2:
			words = append(words, first, last)
		default:
			words = append(words, first)
		}
		from = to
	}
	return strings.Join(words, ", ")
}

// period is a period where space is short.
func (d *drawing) period(p period.Period) string { return upperFirst(d.site.Locale.PeriodShort(p)) }

// faults are what the rules find in sources, in words for a reader, whether
// somebody accepted it or not.
func (d *drawing) faults(all []*data.Source) map[*data.Source][]SourceFault {
	found := map[*data.Source][]SourceFault{}
	for _, s := range all {
		switch w := s.Weakness(); w {
		case data.Sound:
		case data.NoAddress:
			found[s] = append(found[s], SourceFault{Text: "No address is known", Reason: d.reason(ruleSourceAddress, s.Accepts)})
		default:
			found[s] = append(found[s], SourceFault{Text: "The address leads to " + w.String() + ", not to the document", Reason: d.reason(ruleSourceAddress, s.Accepts)})
		}
	}
	for _, double := range d.site.Set.Doubles() {
		text := "It has the address of"
		if !double.Address {
			text = "It has the publisher, title and date of"
		}
		found[double.Source] = append(found[double.Source], SourceFault{
			Text: text, Other: Link{Text: citeShort(double.First, d.site.Locale) + ": " + double.First.Title, URL: "#" + site.SourceID(double.First)},
			Reason: d.reason(ruleSameAddress, slices.Concat(double.First.Accepts, double.Source.Accepts)),
		})
	}
	for _, s := range all {
		if !d.site.Citing(s).Used() {
			found[s] = append(found[s], SourceFault{Text: "Nothing on this site rests on it", Reason: d.reason(ruleUnusedSource, s.Accepts)})
		}
	}
	return found
}

// reason is why a finding of a rule is left as it is; "" where nobody gave one.
func (d *drawing) reason(rule string, accepts []*data.Acceptance) string {
	if a, ok := data.AcceptedBy(accepts, rule); ok {
		return strings.TrimSuffix(a.Reason, ".")
	}
	for _, lowered := range d.site.Set.Site.Lowered {
		if lowered.Rule == rule {
			return strings.TrimSuffix(lowered.Reason, ".")
		}
	}
	return ""
}

// sourcesSummary counts the registry in words; invented sources are none of it.
func (d *drawing) sourcesSummary(all []*data.Source, publishers, invented int) string {
	examples := d.count(invented, "source of invented values", "sources of invented values") + " for examples"
	switch {
	case len(all)+invented == 0:
		return "There are no sources yet."
	case len(all) == 0:
		return upperFirst(examples) + "."
	}
	carry, words, figures := 0, 0, 0
	for _, s := range all {
		use := d.site.Citing(s)
		real := 0
		for _, o := range use.Figures {
			if !o.Indicator.Example {
				real++
			}
		}
		figures += real
		switch {
		case real > 0:
			carry++
		case len(use.Pages) > 0:
			words++
		}
	}
	says := d.count(len(all), "source", "sources") + " of " + d.count(publishers, "publisher", "publishers")
	if carry > 0 {
		says += "; " + d.count(carry, "carries", "carry") + " " + d.count(figures, "figure", "figures")
	}
	if words > 0 {
		says += "; " + d.count(words, "is cited in words alone", "are cited in words alone")
	}
	if invented > 0 {
		says += "; besides, " + examples
	}
	return says + "."
}
