package data

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"bulletin/internal/diag"
)

// Weakness is what keeps the address of a source from leading to the document.
type Weakness uint8

// The weaknesses of addresses.
const (
	Sound Weakness = iota // or nothing is certain
	NoAddress
	HomePage
	SearchPage
	CountryPage
)

// String says what the address is: "a home page".
func (w Weakness) String() string {
	return [...]string{"sound", "missing", "a home page", "a search page", "the page of a country"}[w]
}

// Weakness judges the source's address by its look, without asking anybody: what
// is certainly no document is a home page, a search, a list of a country's
// documents. Of an address that was refused nothing is said.
func (s *Source) Weakness() Weakness {
	if s.URL == "" {
		if s.URLPos == (diag.Pos{}) {
			return NoAddress
		}
		return Sound
	}
	u, err := url.Parse(s.URL)
	if err != nil || route(u) != "" {
		return Sound
	}
	segments := segmentsOf(u)
	for key, values := range u.Query() {
		if isSearch(strings.ToLower(key)) && strings.Join(values, "") != "" {
			return SearchPage
		}
	}
	switch {
	case slices.ContainsFunc(segments, isSearchPage):
		return SearchPage
	case !unasked(u):
		return Sound
	case len(segments) == 0:
		return HomePage
	case len(segments) == 2 && (segments[0] == "country" || segments[0] == "countries") && len(segments[1]) <= 3:
		return CountryPage
	}
	return Sound
}

// route is the part of an address behind # where an application has its pages
// there: "/documents/12" of #/documents/12 and #!/documents/12.
func route(u *url.URL) string {
	fragment := strings.TrimPrefix(u.Fragment, "!")
	if !strings.HasPrefix(fragment, "/") {
		return ""
	}
	return strings.Trim(fragment, "/")
}

// segmentsOf are the steps of the address's path, without those that every home
// page may have: its language, its file.
func segmentsOf(u *url.URL) []string {
	var all []string
	for _, s := range strings.Split(strings.ToLower(u.Path), "/") {
		name := strings.TrimSuffix(s, path.Ext(s))
		switch {
		case s == "", len(all) == 0 && isLanguage(s), (name == "index" || name == "default" || name == "home") && (path.Ext(s) != "" || len(all) == 0):
		default:
			all = append(all, s)
		}
	}
	return all
}

// isLanguage tells whether a step of a path may name a language: en, en-gb.
func isLanguage(s string) bool {
	language, country, _ := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-")
	return len(language) == 2 && (country == "" || len(country) == 2) && strings.Trim(language+country, "abcdefghijklmnopqrstuvwxyz") == ""
}

func isSearchPage(segment string) bool {
	return slices.Contains([]string{"search", "search-results", "searchresults", "advanced-search", "advancedsearch"}, strings.TrimSuffix(segment, path.Ext(segment)))
}

// isSearch tells whether a key of a query holds the words of a search.
func isSearch(key string) bool {
	return slices.Contains([]string{"q", "s", "query", "search", "advanced-search", "search_query", "searchterm", "searchtext", "keyword", "keywords", "keys", "term"}, key)
}

// unasked tells whether the query says nothing of what is shown, but the language
// and whence a reader came.
func unasked(u *url.URL) bool {
	for key := range u.Query() {
		if !isTracking(key) && !slices.Contains([]string{"lang", "language", "hl", "locale"}, strings.ToLower(key)) {
			return false
		}
	}
	return true
}

// isTracking tells whether a key of a query says whence a reader came.
func isTracking(key string) bool {
	key = strings.ToLower(key)
	return strings.HasPrefix(key, "utm_") || slices.Contains([]string{"fbclid", "gclid", "mc_cid", "mc_eid", "igshid"}, key)
}
