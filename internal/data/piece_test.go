package data_test

import (
	"os"
	"slices"
	"testing"

	"bulletin/internal/data"
)

// TestPieces: the observations of an indicator, and of one in an area, are those that one
// finds among all; each is one question, about what it gives.
func TestPieces(t *testing.T) {
	set, ps := data.Load(os.DirFS("../.."))
	if ps.Errors() > 0 {
		t.Fatal(ps)
	}
	found := 0
	for _, i := range set.Indicators() {
		of := pieceOf(set, func(o *data.Observation) bool { return o.Indicator == i })
		var trace data.Trace
		if got := set.Traced(&trace).ObservationsOf(i); !slices.Equal(got, of) {
			t.Errorf("%s has %d observations, not %d", i.ID, len(got), len(of))
		}
		if deps := trace.Deps(); len(deps) != 1 || deps[0].String() != "indicator "+i.ID {
			t.Errorf("%s: asked %v", i.ID, deps)
		}
		for _, a := range set.Areas() {
			in := pieceOf(set, func(o *data.Observation) bool { return o.Indicator == i && o.Area == a })
			var trace data.Trace
			if got := set.Traced(&trace).ObservationsIn(i, a); !slices.Equal(got, in) {
				t.Errorf("%s has %d observations in %s, not %d", i.ID, len(got), a.ID, len(in))
			}
			if deps := trace.Deps(); len(deps) != 1 || deps[0].String() != "series "+i.ID+" "+a.ID {
				t.Errorf("%s in %s: asked %v", i.ID, a.ID, deps)
			}
			found += len(in)
		}
	}
	if found != len(set.Observations()) {
		t.Errorf("found %d of %d observations", found, len(set.Observations()))
	}
}

func pieceOf(set *data.Set, is func(*data.Observation) bool) []*data.Observation {
	var all []*data.Observation
	for _, o := range set.Observations() {
		if is(o) {
			all = append(all, o)
		}
	}
	return all
}
