package check

import (
	"bulletin/internal/site"
)

// unrecorded reports editions that were published and show values which their
// record does not hold, so that a later change of those would be silent.
func unrecorded(s *site.Site, r *Reporter) {
	for _, e := range s.Editions {
		front := e.Page.Document.Report
		if front == nil || front.Published == 0 || e.Page.Document.Draft {
			continue
		}
		missing := e.Unrecorded()
		if len(missing) == 0 {
			continue
		}
		message := "the edition " + e.ID + " is published, and " + counted(len(missing), "value") + " that it shows "
		verb := "are"
		if len(missing) == 1 {
			verb = "is"
		}
		if _, ok := s.Set.Record(e.ID); ok {
			message += verb + " not in its record: " + called(missing[0])
			if len(missing) > 1 {
				message += ", …"
			}
		} else {
			message += verb + " not recorded"
		}
		at := front.PublishedWord
		r.Report(at.Pos, at.Len, "run bulletin publish "+e.ID+", and commit data/published/"+e.ID+".yaml", "%s", message)
	}
}
