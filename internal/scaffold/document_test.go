package scaffold

import (
	"os"
	"strings"
	"testing"

	"bulletin/internal/content"
	"bulletin/internal/period"
)

// TestDocuments: what begins has the kind and the front matter of its place, is a draft,
// and has no problem.
func TestDocuments(t *testing.T) {
	of, err := period.Parse("2025-02")
	if err != nil {
		t.Fatal(err)
	}
	title := `Šid: the "new" C:\\centre # two`
	for want, d := range map[content.Kind]Document{
		content.Article:  Article(title, period.Date(2023, 8, 31), "arrivals serbia 2023-Q1"),
		content.Page:     Page(title, "arrivals serbia 2023-Q1"),
		content.Snapshot: Snapshot(of, "arrivals serbia 2023-Q1"),
	} {
		got, problems := content.Parse(d.Name, d.Text)
		if len(problems) > 0 || got.Kind != want || !got.Draft || strings.Contains(string(d.Text), "@T") {
			t.Errorf("%s: %s, draft %t, %v\n%s", d.Name, got.Kind, got.Draft, problems, d.Text)
		}
		if want != content.Snapshot && got.PlainTitle != `Šid: the “new” C:\centre # two` {
			t.Errorf("%s: the title is %q", d.Name, got.PlainTitle)
		}
	}
}

// TestSlug: names can be addresses, and are read.
func TestSlug(t *testing.T) {
	for title, want := range map[string]string{
		"Pushbacks into Serbia":                     "pushbacks-into-serbia",
		"Đakovo, Łódź & Straße!":                    "dakovo-lodz-strasse",
		"{{ arrivals serbia 2023-Q1 }} came to Šid": "came-to-sid",
		"?!":                           "",
		"Нови":                         "",
		"2023":                         "2023",
		"Index of a":                   "index-of-a",
		strings.Repeat("seven s", 20):  strings.TrimSuffix(strings.Repeat("seven-s", 9), "-s")[:61],
		strings.Repeat("x", longest+9): strings.Repeat("x", longest),
	} {
		if got := Slug(title); got != want {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
}

// TestGuideShowsAnArticle: the guide shows what is written.
func TestGuideShowsAnArticle(t *testing.T) {
	src, err := os.ReadFile("../../content/pages/guide/pages.md")
	if err != nil {
		t.Fatal(err)
	}
	d := Article("Pushbacks into Serbia", period.Date(2023, 8, 31), "arrivals serbia 2023-Q1")
	if !strings.Contains(string(src), "```markdown\n"+string(d.Text)+"```\n") {
		t.Errorf("the guide does not show\n%s", d.Text)
	}
}
