package check

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// sourceAddresses reports sources without an address, and those whose address
// is no document's.
func sourceAddresses(s *site.Site, r *Reporter) {
	for _, source := range s.Set.Sources() {
		if source.URL == "" && source.URLPos == (diag.Pos{}) {
			r.Find(Finding{Pos: source.Pos, Len: len(source.Key), Accepts: source.Accepts,
				Message: "source " + source.Key + " has no address", Hint: "add URL: with the address of the document itself"})
			continue
		}
		if what := notDeep(source.URL); what != "" && source.URL != "" {
			r.Find(Finding{Pos: source.URLPos, Len: source.URLLen, Accepts: source.Accepts,
				Message: "the address of source " + source.Key + " is " + what, Hint: "give the address of the document itself, which stays what it is"})
		}
	}
}

// notDeep says what an address is, when that is certainly no document: a home
// page, a search, a list of a country's documents. Of others nothing is said.
func notDeep(address string) string {
	u, err := url.Parse(address)
	if err != nil || route(u) != "" {
		return ""
	}
	segments := segmentsOf(u)
	for key, values := range u.Query() {
		if isSearch(strings.ToLower(key)) && strings.Join(values, "") != "" {
			return "a search page"
		}
	}
	if slices.ContainsFunc(segments, func(s string) bool { return isSearchPage(s) }) {
		return "a search page"
	}
	if unasked(u) {
		if len(segments) == 0 {
			return "a home page"
		}
		if len(segments) == 2 && (segments[0] == "country" || segments[0] == "countries") && len(segments[1]) <= 3 {
			return "the page of a country"
		}
	}
	return ""
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

// sameAddresses reports a document that is given under two keys: its address,
// however it is written, or its publisher, title and date under another address.
func sameAddresses(s *site.Site, r *Reporter) {
	byAddress, byTitle := map[string]*data.Source{}, map[string]*data.Source{}
	for _, source := range s.Set.Sources() {
		u, err := url.Parse(source.URL)
		located := source.URL != "" && err == nil
		title := imprint(source)
		if located {
			address := plain(u)
			if earlier := byAddress[address]; earlier != nil {
				r.Find(Finding{Pos: source.URLPos, Len: source.URLLen, Accepts: slices.Concat(earlier.Accepts, source.Accepts),
					Message: "source " + source.Key + " has the address of source " + earlier.Key + ", at " + earlier.URLPos.String(),
					Hint:    "keep one of the two keys, and cite it everywhere; or give each document its own address"})
				continue
			}
			byAddress[address] = source
		}
		earlier := byTitle[title]
		if earlier == nil || source.Issued == "" {
			byTitle[title] = source
			continue
		}
		pos, length := source.Pos, len(source.Key)
		if located {
			pos, length = source.URLPos, source.URLLen
		}
		r.Find(Finding{Pos: pos, Len: length, Accepts: slices.Concat(earlier.Accepts, source.Accepts),
			Message: "source " + source.Key + " has the publisher, title and date of source " + earlier.Key + ", at " + earlier.Pos.String(),
			Hint:    "keep one of the two keys, and cite it everywhere; or tell in the titles what the two documents are"})
	}
}

// imprint is a source's publisher, title and date without what may differ
// between two ways to write them: case, punctuation, spaces.
func imprint(s *data.Source) string {
	letters := func(text string) string {
		return strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, text)
	}
	return letters(s.Publisher) + "|" + letters(s.Title) + "|" + s.Issued
}

// plain is an address without what may differ between two that lead to one
// place: scheme, the case of the host, www, the usual port, a slash at the end,
// escapes, the order of a query, a place on the page, whence a reader came.
func plain(u *url.URL) string {
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	query := u.Query()
	for key := range query {
		if isTracking(key) {
			query.Del(key)
		}
	}
	where := strings.TrimRight(u.Path, "/")
	if name := path.Base(where); where != "" && strings.TrimSuffix(name, path.Ext(name)) == "index" && path.Ext(name) != "" {
		where = strings.TrimRight(strings.TrimSuffix(where, name), "/")
	}
	return host + where + "?" + query.Encode() + "#" + route(u)
}
