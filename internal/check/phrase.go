package check

import (
	"slices"
	"sort"

	"bulletin/internal/data"
	"bulletin/internal/period"
	scan "bulletin/internal/prose"
)

// phrase is the words for a period in a passage, whichever way they name it.
type phrase struct {
	dates
	start, stop int
	piece       int
	vague       bool // some period other than the page's
	firm        bool // figures beside it are of this period
	own         bool // it is the page's period by its words: this quarter, now
	late        bool // it ends past the end of the page's period: the rule late-date looks at it
	scan.Place
}

// phrases are those of a passage on a page about a period.
func (d *reading) phrases(p *scan.Passage) []phrase {
	about := d.page.Period
	list := make([]phrase, 0, len(p.Whens)+len(p.Afar))
	elsewhere := false // a period other than the page's is dated, and distances may be from there
	for _, w := range p.Whens {
		f := phrase{dates: dates{w.First, w.Last}, start: w.Start, stop: w.Stop, piece: w.Piece, Place: w.Place}
		if !w.Dated {
			f.dates = nearest(w, about)
		}
		f.firm = (w.Sense == scan.In || w.Sense == scan.AsOf || w.Sense == scan.Goes) && w.Length != scan.Season && !w.Lasting
		if w.Aside && (w.Sense == scan.Bare || w.Sense == scan.Of || w.Sense == scan.Since) {
			f.firm = true // compared with 2022
		}
		f.late = f.reaches(about, w)
		elsewhere = elsewhere || !overlap(f.dates, dates{about.First(), about.Last()})
		list = append(list, f)
	}
	for i, w := range p.Whens {
		if elsewhere && !w.Dated {
			list[i].firm = false // in 2022 many came, a third of them in the first quarter
		}
	}
	for _, a := range p.Afar {
		f := phrase{start: a.Start, stop: a.Stop, piece: a.Piece, Place: a.Place}
		f.dates, f.vague = distant(a, about)
		f.own = a.Distance == scan.Here
		if elsewhere && a.Back > 0 {
			f.vague = true
		}
		f.firm = !f.vague
		list = append(list, f)
	}
	slices.SortStableFunc(list, func(a, b phrase) int { return a.start - b.start })
	return list
}

// distant is the period at a distance from that of the page; vague where the
// words do not say which it is.
func distant(a scan.Afar, about period.Period) (s dates, vague bool) {
	year, _, _ := about.Last().Civil()
	switch a.Distance {
	case scan.Here:
		return dates{about.First(), about.Last()}, false
	case scan.ThisYear:
		return dates{period.Date(year, 1, 1), period.Date(year, 12, 31)}, false
	case scan.Years:
		return dates{period.Date(year-a.Back, 1, 1), period.Date(year-a.Back, 12, 31)}, false
	case scan.Quarters:
		if about.Unit() == period.Quarter && about.Len() == 1 {
			return dates{about.Previous().First(), about.Previous().Last()}, false
		}
	}
	return dates{}, true
}

// inside is the phrases that begin in a stretch of their passage.
func inside(list []phrase, start, stop int) []phrase {
	return list[behind(list, start):behind(list, max(start, stop))]
}

// around is the phrases next to a place in their passage.
func around(list []phrase, at int) []phrase {
	i := behind(list, at)
	return list[max(0, i-enough):min(len(list), i+enough)]
}

// behind is the index of the first phrase that begins at a place or behind it.
func behind(list []phrase, at int) int {
	return sort.Search(len(list), func(i int) bool { return list[i].start >= at })
}

// names tells whether a phrase may name the period of an observation: one of
// the two lies within the other. A stock is of its day.
func (f phrase) names(o *data.Observation) bool {
	if f.vague {
		return false
	}
	first, last := o.Stretch()
	return f.first <= first && last <= f.last || first <= f.first && f.last <= last
}

// named tells whether one of the phrases may name the period of one of the
// observations.
func named(list []phrase, used []*data.Observation) bool {
	for _, f := range list {
		for _, o := range used {
			if f.names(o) {
				return true
			}
		}
	}
	return false
}

func overlap(a, b dates) bool { return a.first <= b.last && b.first <= a.last }
