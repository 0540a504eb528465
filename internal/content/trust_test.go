package content_test

import (
	"strings"
	"testing"

	"bulletin/internal/content"
)

// TestOneProblem has what an author may get wrong, or try, each with the one
// problem that it is.
func TestOneProblem(t *testing.T) {
	body := func(text string) string { return "---\ntitle: A\n---\n" + text + "\n" }
	for _, c := range []struct{ text, where, message string }{
		{body("[x](//evil.example/)"), "4:5", "cannot begin with //"},
		{body(`[x](<\\\\evil.example/>)`), "4:6", `cannot begin with \\`},
		{body("[x](http:evil.example)"), "4:5", "names no site"},
		{body("[x](https://)"), "4:5", "names no site"},
		{body("![x](//evil.example/x.png)"), "4:6", "loaded from another site"},
		{body("[<b>]{{ arrivals }}"), "4:2", "raw HTML"},
		{body("[5<b>]{{ arrivals }}"), "4:3", "raw HTML"},
		{body("[]{{ arrivals }}"), "4:1", "hold no words"},
		{body("[[5]{{ arrivals }}]{{ arrivals }}"), "4:2", "another claim"},
		{body("[x]({{ arrivals }})"), "4:5", "in the address of a link"},
		{body("[x](/data/#{{ arrivals }})"), "4:12", "in the address of a link"},
		{body("![x](/uploads/{{ arrivals }}.png)"), "4:15", "in the address of a link"},
		{body("[x](/a/{{arrivals}}/)"), "4:8", "cannot stand here"},
		{body("```chart\ntype:\tline\n\tx: y\n```"), "6:1", "a tab"},
		{body("\u202e612,61"), "4:1", "the invisible character U+202E"},
		{body("a\ufeffb"), "4:2", "the invisible character U+FEFF"},
		{body("one \u2067two\n\nthree\u2069"), "4:5", "U+2067 turns the direction"},
		{body("one\u2069"), "4:4", "U+2069 ends nothing"},
		{body("a\u0085b"), "4:2", "the invisible character U+0085"},
		{"---\ntitle: \"A\\x1b[31m\"\n---\n", "2:10", "the invisible character U+001B"},
		{"---\ntitle: A\nsummary: \"a\\u202eb\"\n---\n", "3:12", "the invisible character U+202E"},
		{"---\ntitle: A\naliases: ['/a\"><script>/']\n---\n", "3:11", "no address on this site"},
		{"---\ntitle: A\naliases: [/%C5%A1id/]\n---\n", "3:11", "no address on this site"},
		{"---\ntitle: A\naliases: [/a/./b/]\n---\n", "3:11", "no address on this site"},
		{"---\ntitle: A\naliases: [/.git/hooks/]\n---\n", "3:11", "no address on this site"},
		{"---\ntitle: A\naliases: [/a//b/]\n---\n", "3:11", "no address on this site"},
	} {
		_, problems := content.Parse("content/pages/a.md", []byte(c.text))
		if len(problems) != 1 || !strings.HasSuffix(problems[0].Pos.String(), "a.md:"+c.where) || !strings.Contains(problems[0].Message, c.message) {
			t.Errorf("%q: want one problem at %s, %q, got %v", c.text, c.where, c.message, problems)
		}
	}
}

// TestAllowed has what looks alike and is fine.
func TestAllowed(t *testing.T) {
	for _, text := range []string{
		"---\ntitle: A\n---\none \u2067two\nthree\u2069 four\n",
		"---\ntitle: A\naliases: [/2022/Overview_1.html, /Šid/, /a, /a~b+c/]\n---\n",
		"---\ntitle: A\n---\n[x](https://example.org/) ([y](mailto:a@example.org)) {{ arrivals }} [z](tel:+1)\n",
		"---\ntitle: A\n---\n[x](/a/) and ({{ arrivals }}) \\[x]({{ arrivals }})\n",
	} {
		if _, problems := content.Parse("content/pages/a.md", []byte(text)); len(problems) > 0 {
			t.Errorf("%q: %v", text, problems)
		}
	}
	news := func(email string) string {
		return "---\ntitle: A\ndate: 2023-01-01\ncontacts: [{name: Desk, email: \"" + email + "\"}]\n---\n"
	}
	for email, want := range map[string]int{"desk@example.org": 0, "desk at example": 1, "a@b?bcc=c@d": 1, "Desk <a@example.org>": 1} {
		if _, problems := content.Parse("content/news/a.md", []byte(news(email))); len(problems) != want {
			t.Errorf("%s: %v", email, problems)
		}
	}
}
