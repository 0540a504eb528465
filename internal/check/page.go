package check

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// links reports links that lead to no page, no file, or no part of a page.
func links(s *site.Site, f *site.Facts, known map[string]*site.Facts, r *Reporter) {
	for _, link := range f.Links {
		to := link.Target
		if !s.Exists(to.Route) {
			r.Report(link.Pos, link.Len, diag.DidYouMean(to.Route, routes(s), "link to a page by its file or its address, or to a file under /uploads/"),
				"the link %q leads nowhere: the site has no %s", link.Text, to.Route)
			continue
		}
		facts, page := known[to.Route]
		if page && to.Fragment != "" && !facts.IDs[to.Fragment] {
			r.Report(link.Pos, link.Len, diag.DidYouMean(to.Fragment, sortedIDs(facts), "ids are made from the words of headings"),
				"the link %q leads nowhere: %s has no part %q", link.Text, to.Route, to.Fragment)
		}
	}
}

func routes(s *site.Site) []string {
	var all []string
	for _, p := range s.Pages {
		all = append(all, p.Route)
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

// missingFiles reports images that are not on the site.
func missingFiles(s *site.Site, f *site.Facts, r *Reporter) {
	for _, image := range f.Images {
		if s.Uploads[image.Route] {
			continue
		}
		var known []string
		for upload := range s.Uploads {
			known = append(known, upload)
		}
		slices.Sort(known)
		hint := "save it under content/uploads/ and write /uploads/…"
		if route := path.Clean(image.Route); strings.HasPrefix(route, "/uploads/") {
			hint = "save it as content" + route
		}
		r.Report(image.Pos, cmp.Or(image.Len, len([]rune(image.Src))), diag.DidYouMean(image.Route, known, hint), "the image %q is not there", image.Src)
	}
}

// altTexts reports images that a screen reader cannot tell.
func altTexts(_ *site.Site, f *site.Facts, r *Reporter) {
	for _, image := range f.Images {
		if !image.Alt {
			r.Report(image.Pos, cmp.Or(image.Len, len([]rune(image.Src))), image.AltHint, "the image %q has no text alternative", image.Src)
		}
	}
}

// headingLevels reports headings that leave out a level: a page's title is its
// only heading of the first.
func headingLevels(_ *site.Site, f *site.Facts, r *Reporter) {
	last := 1
	for _, h := range f.Levels {
		if h.New {
			last = 1
		}
		if h.Level == 1 || h.Level > last+1 {
			r.Report(h.Pos, len([]rune(h.Text)), "write it with "+strings.Repeat("#", last+1),
				"heading %q of level %d stands under one of level %d", h.Text, h.Level, last)
		}
		last = max(h.Level, 1)
	}
}
