package check

import "bulletin/internal/site"

// missingChapters reports declared areas that no chapter is about.
func missingChapters(s *site.Site, r *Reporter) {
	for _, e := range s.Editions {
		for _, id := range e.Page.Document.Report.Areas {
			if _, known := s.Set.Area(id.Value); !known {
				continue // reported while joining
			}
			if _, ok := e.Chapter(id.Value); ok {
				continue
			}
			if file, ok := s.Draft(e.ID, id.Value); ok {
				r.Report(id.Pos, id.Len, "take draft: true out of "+file+", or the area off the list; --drafts shows it as it is",
					"the edition's chapter about %s is a draft", id.Value)
			} else {
				r.Report(id.Pos, id.Len, "add content/reports/"+e.ID+"/"+id.Value+".md, or take the area off the list",
					"the edition has no chapter about %s", id.Value)
			}
		}
	}
}
