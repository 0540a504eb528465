package data

import (
	"net/url"
	"path"
	"strings"
	"unicode"
)

// Double is a document that the registry has under two keys.
type Double struct {
	Source, First *Source // First stands before it
	Address       bool    // they share the address; else publisher, title and date
}

// Doubles lists the sources that are given twice, by the second of the two:
// their address, however it is written, or their publisher, title and date under
// another address. Without a date nothing is certain.
func (s *Set) Doubles() []Double {
	var all []Double
	byAddress, byTitle := map[string]*Source{}, map[string]*Source{}
	for _, source := range s.Sources() {
		if u, err := url.Parse(source.URL); source.URL != "" && err == nil {
			address := plainAddress(u)
			if first := byAddress[address]; first != nil {
				all = append(all, Double{source, first, true})
				continue
			}
			byAddress[address] = source
		}
		title := imprint(source)
		first := byTitle[title]
		if first == nil || source.Issued == "" {
			byTitle[title] = source
			continue
		}
		all = append(all, Double{source, first, false})
	}
	return all
}

// imprint is a source's publisher, title and date without what may differ
// between two ways to write them: case, punctuation, spaces.
func imprint(s *Source) string {
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

// plainAddress is an address without what may differ between two that lead to
// one place: scheme, the case of the host, www, the usual port, a slash at the
// end, escapes, the order of a query, a place on the page, whence a reader came.
func plainAddress(u *url.URL) string {
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
