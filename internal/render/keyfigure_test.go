package render

import "testing"

func TestBaseRemark(t *testing.T) {
	for _, c := range []struct{ now, base, want string }{
		{"", "", ""},
		{"An estimate.", "", "An estimate."},
		{"", "Others too.", "Others too."},
		{"An estimate.", "An estimate.", "An estimate."},
		{"An estimate.", "Others too.", "An estimate. Q1: Others too."},
		{"An estimate", "Others too.", "An estimate. Q1: Others too."},
	} {
		if got := baseRemark(c.now, "Q1", c.base); got != c.want {
			t.Errorf("%q and %q: got %q, want %q", c.now, c.base, got, c.want)
		}
	}
}
