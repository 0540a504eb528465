package diff_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	gmhtml "github.com/yuin/goldmark/renderer/html"

	"bulletin/internal/diff"
)

func TestEscape(t *testing.T) {
	for _, wrote := range nasty() {
		inert(t, wrote, diff.Escape(wrote))
	}
}

// TestNothingRefers has signs that GitHub looks for in finished text, where
// escaping is no help: they are kept from what follows.
func TestNothingRefers(t *testing.T) {
	refers := regexp.MustCompile(`(?i)@[a-z0-9]|#[0-9]|gh-[0-9]|:[a-z0-9+_-]+:|://|www\.[a-z]|@[a-z]`)
	for _, wrote := range nasty() {
		got := regexp.MustCompile(`&#(\d+);`).ReplaceAllStringFunc(diff.Escape(wrote), func(entity string) string {
			if entity == "&#8203;" {
				return "\u200b"
			}
			for r := range rune(128) {
				if entity == "&#"+strings.TrimLeft(decimalOf(r), "0")+";" {
					return string(r)
				}
			}
			t.Fatalf("unknown %s", entity)
			return ""
		})
		if refers.MatchString(got) {
			t.Errorf("%q reads %q", wrote, got)
		}
	}
}

func decimalOf(r rune) string { return string([]rune{'0' + r/100, '0' + r/10%10, '0' + r%10}) }

// TestNothingBecomesMarkup has the same texts wherever people write them.
func TestNothingBecomesMarkup(t *testing.T) {
	ours := regexp.MustCompile(`^</?(h3|p|strong|table|thead|tbody|tr|th|td|code|br|details|summary|ul|li)>$`)
	for _, wrote := range nasty() {
		if strings.ContainsFunc(wrote, unicode.IsControl) || strings.Contains(wrote, "\u202e") || strings.TrimSpace(wrote) == "" || !utf8.ValidString(wrote) {
			continue // the data cannot hold it
		}
		quoted, err := json.Marshal(wrote)
		if err != nil {
			t.Fatal(err)
		}
		text := string(quoted)
		body := strings.NewReplacer(`\`, `\\`, "`", "\\`", "<", `\<`, "[", `\[`, "*", `\*`, "_", `\_`, "&", `\&`, "{", `\{`, "!", `\!`).Replace(wrote)
		before := edits{
			{"data/areas.yaml", "name: Greece", "name: " + text},
			{values, "source: census, value: 500", "source: census, value: 500, note: " + text},
			{"data/indicators.yaml", "definition: A share.", "definition: " + text},
			{serbia, "title: Serbia", "title: " + text},
			{serbia, "Words.", "Said: " + body + " [500]{{ arrivals greece }} " + body + "."},
		}.apply(t, base())
		after := edits{{values, "value: 500, note: ", "value: 501, status: E, note: x "}, {"data/indicators.yaml", "definition: " + text, "definition: x"}}.apply(t, before)
		after[values] = strings.Replace(after[values], "note: x "+text, "note: x", 1)
		r := compare(t, before, after)
		if len(r.Changes) != 1 || len(r.Broken()) != 1 {
			t.Fatalf("%q: got %s", wrote, write(t, diff.Text, r))
		}
		var html strings.Builder
		markdown := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(gmhtml.WithUnsafe()))
		if err := markdown.Convert([]byte(write(t, diff.Markdown, r)), &html); err != nil {
			t.Fatal(err)
		}
		for _, tag := range regexp.MustCompile(`<[^>]*>`).FindAllString(html.String(), -1) {
			if !ours.MatchString(tag) {
				t.Errorf("%q becomes %s in\n%s", wrote, tag, html.String())
			}
		}
		if n := strings.Count(html.String(), "<tr>"); n != 6 {
			t.Errorf("%q: %d rows in\n%s", wrote, n, html.String())
		}
	}
}

// FuzzEscape holds for every text what TestEscape does for some.
func FuzzEscape(f *testing.F) {
	for _, wrote := range nasty() {
		f.Add(wrote)
	}
	f.Fuzz(func(t *testing.T, wrote string) { inert(t, wrote, diff.Escape(wrote)) })
}
