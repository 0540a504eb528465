package check

import (
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// citations reports citations of sources that are not in the registry.
func citations(s *site.Site, r *Reporter) {
	var known []string
	for _, source := range s.Set.Sources() {
		known = append(known, source.Key)
	}
	report := func(key string, pos diag.Pos, length int) {
		if _, ok := s.Set.Source(key); !ok {
			r.Report(pos, length, diag.DidYouMean(key, known, "sources are listed in data/sources.yaml"), "unknown source %q", key)
		}
	}
	for _, p := range s.Pages {
		for _, t := range p.Texts() {
			for _, c := range t.Markdown.Citations {
				for _, item := range c.Items {
					report(item.Key, item.Pos, item.Len)
				}
			}
		}
		if p.Document != nil && p.Document.Article != nil && p.Document.Article.Source.Value != "" {
			source := p.Document.Article.Source
			report(source.Value, source.Pos, source.Len)
		}
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
