package render_test

import (
	"strings"
	"testing"

	"bulletin/templates"
)

// TestExamplesAreApart: the invented values of the guide stand behind the real
// ones on the data page, their pages say what they are, and search engines are
// told of none of them.
func TestExamplesAreApart(t *testing.T) {
	s, files := load(t, "../..", templates.FS)
	index := string(files["data/index.html"])
	before, behind, found := strings.Cut(index, `<h2 id="examples">Examples of the guide: invented</h2>`)
	examples := 0
	for _, i := range s.Set.Indicators() {
		page, link := string(files["data/"+i.ID+"/index.html"]), `href="../data/`+i.ID+`/"`
		hidden := strings.Contains(page, `<meta name="robots" content="noindex">`)
		told := strings.Contains(page, "These values are invented")
		listed := strings.Contains(string(files["sitemap.xml"]), "/data/"+i.ID+"/<")
		if hidden != i.Example || told != i.Example || listed == i.Example {
			t.Errorf("%s, an example: %v; hidden from search engines: %v; said so: %v; in the sitemap: %v", i.ID, i.Example, hidden, told, listed)
		}
		if strings.Contains(before, link) == i.Example || strings.Contains(behind, link) != i.Example {
			t.Errorf("%s, an example: %v, is in the wrong list", i.ID, i.Example)
		}
		if i.Example {
			examples++
		}
	}
	if !found || examples == 0 {
		t.Errorf("%d examples; a list of them: %v", examples, found)
	}
}
