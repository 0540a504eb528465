package chart_test

import (
	"testing"

	"bulletin/internal/chart"
)

// TestKept: what is kept of a chart does not show, in whatever order its drawings are asked for.
func TestKept(t *testing.T) {
	refused := quarter(t)
	refused.Title = ""
	foreign := quarter(t)
	foreign.Rows[0].Label = "☃"
	all := append(append(examples(t), oddMaps(t)[:4]...), example{"refused", refused}, example{"foreign", foreign})
	var several chart.Kept // asked for one chart after the other
	for _, e := range all {
		type form struct {
			name  string
			plain func() ([]byte, error)
			kept  func(*chart.Kept) ([]byte, error)
		}
		captioned := func(w chart.Width, id string) form {
			return form{id, func() ([]byte, error) { return chart.Captioned(e.spec, w, id) },
				func(k *chart.Kept) ([]byte, error) { b, err := k.Captioned(e.spec, w, id); return []byte(b), err }}
		}
		wide, narrow, print, wrong := captioned(chart.Wide, "wide"), captioned(chart.Narrow, "narrow"), captioned(chart.Wide, "print"), captioned(chart.Wide, "1")
		file := form{"file", func() ([]byte, error) { return chart.File(sheetOf(e.spec)) },
			func(k *chart.Kept) ([]byte, error) { return k.File(sheetOf(e.spec)) }}
		words := form{"words", func() ([]byte, error) { return []byte(chart.Alternative(e.spec)), nil },
			func(k *chart.Kept) ([]byte, error) { return []byte(k.Alternative(e.spec)), nil }}
		for _, order := range [][]form{{file, wide, narrow, words, print, wrong}, {words, wide, print, file, narrow, file}} {
			var one chart.Kept
			for _, f := range order {
				want, wantErr := f.plain()
				for _, k := range []*chart.Kept{&one, &several} {
					got, err := f.kept(k)
					if string(got) != string(want) || (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
						t.Errorf("%s: %s differs, or its error: %v, not %v", e.name, f.name, err, wantErr)
					}
				}
			}
		}
	}
}
