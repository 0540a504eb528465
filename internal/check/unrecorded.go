package check

import (
	"bulletin/internal/site"
)

// unrecorded reports editions that were published and show values which their
// record does not hold, so that a later change of those would be silent.
func unrecorded(d *reading, r *Reporter) {
	if d.page.Kind != site.Report {
		return
	}
	e, set := d.page.Edition, d.site.Set
	front := d.page.Document.Report
	if front == nil || front.Published == 0 || d.page.Document.Draft {
		return
	}
	missing := e.Unrecorded()
	if len(missing) == 0 {
		return
	}
	message := "the edition " + e.ID + " is published, and " + counted(len(missing), "value") + " that it shows "
	verb := "are"
	if len(missing) == 1 {
		verb = "is"
	}
	if _, ok := set.Record(e.ID); ok {
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
