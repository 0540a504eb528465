package check

import "bulletin/internal/diag"

// stalePDFs reports uploaded PDFs of editions that do not show what the edition
// says now: those that were made of another state of it, and those that another
// program made, of which nobody can tell.
func stalePDFs(f *finished, r *Reporter) {
	for _, e := range f.site.Editions {
		print := f.briefs[e.Print.Route]
		if e.Uploaded == nil || print == nil || print.State == "" || e.Uploaded.State == print.State {
			continue
		}
		what := "was made from another state of the edition " + e.ID
		if e.Uploaded.State == "" {
			what = "was not made by bulletin pdf, so that nothing tells whether it shows what the edition " + e.ID + " says"
		}
		r.Report(diag.Pos{File: "content" + e.Uploaded.Route}, 0, "make it anew: bulletin pdf "+e.ID, "the PDF %s", what)
	}
}
