package data_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
)

// TestPlainWords: what is said of a source is shown as it stands, and so has none
// of the signs of figures, citations and remarks.
func TestPlainWords(t *testing.T) {
	const hint = ": readers see it as it stands [write it in plain words]"
	for _, c := range []struct {
		sources string
		want    []string
	}{
		{"s: {publisher: P*, title: \"A *b* `c` [d](e) {f} [g] @h ^i^\", note: Of *all*.}\n", nil},
		{"s: {publisher: \"P [^a]\", title: T}\n", []string{`sources.yaml:1 «[^» "[^" begins no remark in publisher` + hint}},
		{"s: {publisher: P, title: \"Š {{ x }} {{ y }} [@z]\"}\n", []string{`sources.yaml:1 «{{» "{{" begins no figure in title` + hint, `sources.yaml:1 «[@» "[@" begins no citation in title` + hint}},
		{"s:\n  publisher: P\n  title: T\n  note: See [@other].\n", []string{`sources.yaml:4 «[@» "[@" begins no citation in note` + hint}},
		{"s:\n  publisher: P\n  title: T\n  note: >-\n    See\n    [@other].\n", []string{`sources.yaml:4 «>» "[@" begins no citation in note` + hint}},
	} {
		fsys := base(map[string]string{"sources": c.sources})
		_, ps := data.Load(fsys)
		if diff := cmp.Diff(c.want, list(fsys, ps)); diff != "" {
			t.Errorf("%s: %s", c.sources, diff)
		}
	}
}
