package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// finished is what the rules over finished pages know of the others.
type finished struct {
	facts  []*site.Facts // of the pages to be looked at
	briefs map[string]*Brief
	loaded map[string]*site.Facts // by route
	files  map[string]bool        // every file of the site, by its path
	site   *site.Site
	cited  map[string]*data.Source // by its address as it is written
	hints  map[string]string       // by what leads nowhere: a link of a template does so on every page
}

func finish(s *site.Site, briefs []Brief, files []string) *finished {
	f := &finished{
		briefs: map[string]*Brief{}, loaded: map[string]*site.Facts{}, files: map[string]bool{},
		site: s, cited: map[string]*data.Source{}, hints: map[string]string{},
	}
	for _, source := range s.Set.Sources() {
		if source.URL != "" && f.cited[source.URL] == nil {
			f.cited[source.URL] = source
		}
	}
	for i := range briefs {
		f.briefs[briefs[i].Page.Route] = &briefs[i]
	}
	for _, file := range files {
		f.files["/"+file] = true
	}
	return f
}

// page is the facts of the page at a route, or nil.
func (f *finished) page(route string) *site.Facts {
	facts, ok := f.loaded[route]
	if b := f.briefs[route]; !ok && b != nil {
		facts = b.load()
		f.loaded[route] = facts
	}
	return facts
}

// exists tells whether the site has a page or a file at a route.
func (f *finished) exists(route string) bool {
	return f.site.Exists(route) || f.files[route] || f.files[route+"/index.html"] || f.files[route+"index.html"]
}

// links reports addresses that lead to no page, no file, or no part of a page,
// and ids that do not tell parts apart.
func links(f *finished, r *Reporter) {
	var astray strays
	for _, page := range f.facts {
		for _, link := range page.Links {
			if !link.Loads {
				message, hint := f.broken(page, link)
				if source := f.cited[link.Text]; source != nil && link.Pos.File == "" {
					astray.share(page, source.URLPos, source.URLLen, link.Text, message, hint)
					continue
				}
				astray.add(page, link.Pos, link.Len, link.Text, message, hint)
			}
		}
		for _, name := range page.Names {
			astray.add(page, diag.Pos{}, 0, name.ID, fmt.Sprintf("%s names the id %q, and the page has none such", name.Attribute, name.ID),
				diag.DidYouMean(name.ID, sortedIDs(page), "give an element this id, or take the attribute off"))
		}
		for _, id := range page.Twice {
			astray.add(page, diag.Pos{}, 0, id, fmt.Sprintf("the id %q stands twice on the page, and a link leads to the first only", id), "give one of the two another id")
		}
	}
	astray.report(r)
}

// broken says why a link leads nowhere; the message is empty when it does not.
func (f *finished) broken(page *site.Facts, link site.LinkFact) (message, hint string) {
	to := link.Target
	switch {
	case link.Fault != "":
		return fmt.Sprintf("the link %q %s", link.Text, link.Fault), link.Remedy
	case !f.exists(to.Route):
		return fmt.Sprintf("the link %q leads nowhere: the site has no %s", link.Text, to.Route),
			f.hint(to.Route, to.Route, func() []string { return f.known(to.Route) }, "link to a page by its file or its address, or to a file under /uploads/")
	}
	if to.Fragment == "" || to.Fragment == "top" || f.site.Contested(to.Route) {
		return "", ""
	}
	other := f.page(to.Route)
	if other == nil || other.IDs[to.Fragment] {
		return "", ""
	}
	return fmt.Sprintf("the link %q leads nowhere: %s has no part %q", link.Text, to.Route, to.Fragment),
		f.hint(to.Route+"#"+to.Fragment, to.Fragment, func() []string { return sortedIDs(other) }, "ids are made from the words of headings")
}

// hint says what a word that leads nowhere was meant for. It is looked for once
// for each key.
func (f *finished) hint(key, word string, candidates func() []string, fallback string) string {
	hint, ok := f.hints[key]
	if !ok {
		hint = diag.DidYouMean(word, candidates(), fallback)
		f.hints[key] = hint
	}
	return hint
}

// known is what a link may have been meant for: the files of pages or their
// addresses.
func (f *finished) known(route string) []string {
	var all []string
	for _, p := range f.site.Pages {
		switch {
		case !strings.HasSuffix(route, ".md"):
			all = append(all, p.Route)
		case p.Document != nil:
			all = append(all, "/"+p.Document.File)
		}
	}
	return all
}

func sortedIDs(f *site.Facts) []string {
	var all []string
	for id := range f.IDs {
		all = append(all, id)
	}
	slices.Sort(all)
	return all
}

// strays gathers what is wrong on pages. What no author wrote comes from a
// template, and is said once, however many pages it spoils.
type strays []*stray

type stray struct {
	pos                 diag.Pos
	length              int
	text, message, hint string
	pages               []string // that have it from a template
}

// add gathers a finding; an empty message is none.
func (all *strays) add(page *site.Facts, pos diag.Pos, length int, text, message, hint string) {
	if message == "" {
		return
	}
	if pos.File != "" {
		*all = append(*all, &stray{pos, length, text, message, hint, nil})
		return
	}
	if page.Find != nil {
		pos, length = page.Find(text)
	}
	all.share(page, pos, length, text, message, hint)
}

// share gathers a finding that the pages may have in common: what a template or
// the data holds.
func (all *strays) share(page *site.Facts, pos diag.Pos, length int, text, message, hint string) {
	if message == "" {
		return
	}
	for _, s := range *all {
		same := s.pos == pos || s.pos.Line == 0 && pos.Line == 0 // without a line, the file is a guess
		if same && s.text == text && s.pages != nil {
			s.pages = append(s.pages, page.Page.Route)
			return
		}
	}
	*all = append(*all, &stray{pos, length, text, message, hint, []string{page.Page.Route}})
}

func (all strays) report(r *Reporter) {
	for _, s := range all {
		on := ""
		switch n := len(s.pages); {
		case n == 1:
			on = " (on " + s.pages[0] + ")"
		case n > 1:
			slices.Sort(s.pages)
			on = fmt.Sprintf(" (on %s and %d more)", s.pages[0], n-1)
		}
		r.Report(s.pos, cmp.Or(s.length, 1), s.hint, "%s%s", s.message, on)
	}
}
