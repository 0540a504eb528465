package check

import (
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// citations reports citations of sources that are not in the registry.
func citations(d *reading, r *Reporter) {
	set := d.site.Set
	report := func(key string, pos diag.Pos, length int) {
		if _, ok := set.Source(key); ok {
			return
		}
		var known []string
		for _, source := range set.Sources() {
			known = append(known, source.Key)
		}
		r.Report(pos, length, diag.DidYouMean(key, known, "sources are listed in data/sources.yaml"), "unknown source %q", key)
	}
	for _, t := range d.texts {
		for _, c := range t.Markdown.Citations {
			for _, item := range c.Items {
				report(item.Key, item.Pos, item.Len)
			}
		}
	}
	if p := d.page; p.Document != nil && p.Document.Article != nil && p.Document.Article.Source.Value != "" {
		source := p.Document.Article.Source
		report(source.Value, source.Pos, source.Len)
	}
}

// unusedSources reports sources that nothing rests on.
func unusedSources(s *site.Site, r *Reporter) {
	for _, source := range s.Set.Sources() {
		if !s.Citing(source).Used() {
			r.Find(Finding{Pos: source.Pos, Len: len([]rune(source.Key)), Hint: "cite it, or remove it",
				Message: "source " + source.Key + " is not used", Accepts: source.Accepts})
		}
	}
}
