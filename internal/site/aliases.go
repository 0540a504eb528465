package site

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// addAliases enters the addresses that pages once had, and the one that always
// leads to the newest edition. Each is compared without regard to case and
// composition, as on many disks.
func (a *assembly) addAliases() {
	taken := map[string]bool{}
	for route := range a.routes {
		taken[folded(route)] = true
	}
	latest := len(a.Editions) > 0 && !taken[latestRoute] // an author's own page wins, as of lists
	for _, p := range a.Pages {
		if p.Document == nil {
			continue
		}
		for _, alias := range p.Document.Aliases {
			from := aliasRoute(alias.Value)
			refuse := func(hint, format string) {
				a.problems.Errorf(alias.Pos, alias.Len, "route", hint, format, from)
			}
			first, _, _ := strings.Cut(folded(from)[1:], "/")
			switch {
			case first == "uploads" || first == "assets":
				refuse("only pages have aliases: link to the file where it is", "the alias %s lies among the files of the site")
			case latest && folded(from) == latestRoute:
				refuse("remove the alias: this address needs none", "the alias %s always leads to the newest edition")
			case taken[folded(from)]:
				refuse("remove the alias, or change the other", "the alias %s is already an address on this site")
			default:
				taken[folded(from)] = true
				a.Redirects = append(a.Redirects, Redirect{From: from, To: p, Pos: alias.Pos, Len: alias.Len})
			}
		}
	}
	if latest {
		a.Redirects = append(a.Redirects, Redirect{From: latestRoute, To: a.Editions[0].Page})
	}
	a.aliases = make(map[string]bool, len(a.Redirects))
	for _, r := range a.Redirects {
		a.aliases[r.From] = true
	}
}

// aliasRoute is the route of an alias: a folder's, or that of a file which its author
// names as one: "/old.html", as many generators write their pages.
func aliasRoute(alias string) string {
	from := "/" + strings.Trim(strings.TrimSuffix(alias, "/index.html"), "/")
	if from == "/" || strings.HasSuffix(alias, ".html") && !strings.HasSuffix(alias, "/index.html") {
		return from
	}
	return from + "/"
}

// folded is what a disk compares that knows neither case nor composition.
func folded(route string) string { return strings.ToLower(norm.NFC.String(route)) }
