package data

import (
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// indicator is the indicator that n names; nil, after a problem, when there is
// none.
func (f *observationFile) indicator(n *strictyaml.Node) *Indicator {
	if n == nil {
		return nil
	}
	i, ok := f.set.indicators.get(n.Value)
	if !ok && f.set.indicators.whole {
		ids := make([]string, 0, len(f.set.indicators.list))
		for _, i := range f.set.indicators.list {
			ids = append(ids, i.ID)
		}
		f.ps.Errorf(n.Pos, n.Len, rule, diag.DidYouMean(n.Value, ids, "add it to "+fileIndicators), "there is no indicator %q", n.Value)
	}
	return i
}

// area is the area that n names; nil, after a problem, when there is none.
func (f *observationFile) area(n *strictyaml.Node) *Area {
	if n == nil {
		return nil
	}
	a, ok := f.set.areas.get(n.Value)
	if !ok {
		unknownArea(f.set, n, &f.ps)
	}
	return a
}

// source is the source that n names. When there is none it is, after a
// problem, f.unknown.
func (f *observationFile) source(n *strictyaml.Node) *Source {
	s, ok := f.set.sources.get(n.Value)
	if ok {
		return s
	}
	if f.set.sources.whole {
		keys := make([]string, 0, len(f.set.sources.list))
		for _, s := range f.set.sources.list {
			keys = append(keys, s.Key)
		}
		f.ps.Errorf(n.Pos, n.Len, rule, diag.DidYouMean(n.Value, keys, "add it to "+fileSources), "there is no source %q", n.Value)
	}
	return f.unknown
}

// readPeriod is the period that n names; broken, after a problem, when it is
// none.
func (f *observationFile) readPeriod(n *strictyaml.Node) (p period.Period, broken bool) {
	p, err := period.Parse(n.Value)
	if err != nil {
		f.ps.Errorf(n.Pos, n.Len, rule, "", "%q is no period: %v", n.Value, err)
	}
	return p, err != nil
}
