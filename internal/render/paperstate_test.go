package render

import "testing"

// TestPaperState changes parts of a page: what shows on paper changes its state, and
// nothing else does.
func TestPaperState(t *testing.T) {
	page := func(lang, head, nav, main string) string {
		return `<!doctype html><html lang="` + lang + `"><head><meta charset="utf-8">` + head + `</head><body>` + nav + `<main id="main">` + main + `</main><footer>Foot</footer></body></html>`
	}
	const head = `<title>First quarter</title><link rel="stylesheet" href="../site.css?v=1">`
	first := paperState([]byte(page("en", head, "<nav>One</nav>", "<p>Words</p>")))
	for name, other := range map[string]string{
		"another navigation": page("en", head, "<nav>Two</nav>", "<p>Words</p>"),
		"an address":         page("en", head+`<link rel="canonical" href="https://example.org/"><link rel="icon" href="i.svg">`, "<nav>One</nav>", "<p>Words</p>"),
		"a card":             page("en", `<meta property="og:image" content="card.png">`+head, "<nav>One</nav>", "<p>Words</p>"),
	} {
		if paperState([]byte(other)) != first {
			t.Errorf("%s changes what is on paper", name)
		}
	}
	seen := map[string]string{first: "the first"}
	for name, other := range map[string]string{
		"another word":     page("en", head, "<nav>One</nav>", "<p>Word</p>"),
		"another language": page("sr", head, "<nav>One</nav>", "<p>Words</p>"),
		"another title":    page("en", `<title>Second quarter</title><link rel="stylesheet" href="../site.css?v=1">`, "<nav>One</nav>", "<p>Words</p>"),
		"another style":    page("en", `<title>First quarter</title><link rel="stylesheet" href="../site.css?v=2">`, "<nav>One</nav>", "<p>Words</p>"),
		"one style more":   page("en", head+`<link href="../print.css?v=1" rel=stylesheet>`, "<nav>One</nav>", "<p>Words</p>"),
		"no main part":     `<html lang="en"><title>First quarter</title><body>Words</body></html>`,
		"another of these": `<html lang="en"><title>First quarter</title><body>Word</body></html>`,
		"nothing":          "",
	} {
		state := paperState([]byte(other))
		if len(state) != 64 || seen[state] != "" {
			t.Errorf("%s is like %s: %s", name, seen[state], state)
		}
		seen[state] = name
	}
}
