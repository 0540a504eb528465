package scaffold

import (
	_ "embed" // the table of codes
	"maps"
	"regexp"
	"slices"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/geo"
	"bulletin/internal/search"
)

// alpha2 is the table of codes: a line for each, the alpha-3 code and the alpha-2 code.
// Its head names where it is from.
//
//go:embed alpha2.tsv
var alpha2 string

// countries are the countries that a list may name.
type countries struct {
	threes map[string]string // alpha-2 → alpha-3
	names  map[string]string // a name, folded → alpha-3
}

func theCountries() countries {
	c := countries{map[string]string{}, map[string]string{}}
	for line := range strings.Lines(alpha2) {
		if three, two, is := strings.Cut(strings.TrimSpace(line), "\t"); is && !strings.HasPrefix(line, "#") {
			c.threes[two] = three
		}
	}
	for _, code := range geo.Codes() {
		c.names[search.Words(geo.Name(code))] = code
	}
	return c
}

// otherCodes are codes that publishers write for others of ISO 3166-1, as Eurostat does
// ("Glossary: Country codes").
var otherCodes = map[string]string{"EL": "GR", "UK": "GB"}

// assigned are the codes that ISO 3166-1 leaves to users, and that a site may give.
var assigned = regexp.MustCompile(`^X[A-Z][A-Z]$`)

// code is the alpha-3 code of what stands in a cell; hint says what to write where there
// is none.
func (c countries) code(text string) (code, hint string) {
	text = strings.ToUpper(text)
	switch {
	case len(text) == 3 && (geo.Known(text) || assigned.MatchString(text)):
		return text, ""
	case c.threes[text] != "":
		return c.threes[text], ""
	case otherCodes[text] != "":
		return "", "the code of ISO 3166-1 is " + otherCodes[text]
	}
	return "", "write the code of ISO 3166-1 with two or three letters, as AL or ALB"
}

// called is the country of a name; hint says what to write where there is none.
func (c countries) called(name string) (code, hint string) {
	words := search.Words(name)
	if code, is := c.names[words]; is {
		return code, ""
	}
	hint = "write its code of ISO 3166-1 in a column headed code; what has none goes into data/areas.yaml later, by hand"
	if near := diag.Nearest(words, slices.Sorted(maps.Keys(c.names))); near != "" {
		hint = `did you mean "` + geo.Name(c.names[near]) + `"?`
	}
	return "", hint
}
