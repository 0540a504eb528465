package build_test

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestLawWithPictures holds builds that draw pictures to the law, on a small site
// and over few edits, as a picture takes as long as many pages.
func TestLawWithPictures(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 1))
	s := newLawState(t, &lawSite{random, tree(t, "testdata/site"), nil}, random)
	s.options.Images = true
	for _, e := range []struct {
		name, file, before, after string
		with                      func()
	}{
		{"the site as it is", "", "", "", nil},
		{"nothing", "", "", "", nil},
		{"a value", "data/observations/2022-Q1.yaml", "serbia: 10373", "serbia: 8108", nil},
		{"a title", "content/reports/2023-q1/serbia.md", "title: ", "title: Here is ", nil},
		{"no pictures", "", "", "", func() { s.options.Images = false }},
		{"pictures again", "", "", "", func() { s.options.Images = true }},
		{"the title of the site", "data/site.yaml", "title: ", "title: Not so ", nil},
		{"an asset", "templates/assets/own.css", "", "/* own */\n", nil},
	} {
		if e.with != nil {
			e.with()
		}
		if e.file != "" {
			if !strings.Contains(s.files[e.file], e.before) {
				t.Fatalf("%s does not hold %q", e.file, e.before)
			}
			s.files[e.file] = strings.Replace(s.files[e.file], e.before, e.after, 1)
		}
		s.write(t)
		if difference := s.build(t); difference != "" {
			t.Errorf("%s:\n%s", e.name, difference)
		}
		if !s.good {
			t.Errorf("%s: the site has errors", e.name)
		}
	}
}
