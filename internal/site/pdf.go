package site

// PDF is an edition as a PDF, among the files of the site. What it tells of
// itself is entered before pages are made.
type PDF struct {
	Route string // "/uploads/2023-q1.pdf"
	Size  int    // in bytes
	Pages int    // 0 where it does not tell
	State string // of the print edition that it was made from, see [Facts.State]; "" where another program made it
}

// PDF is the one that the edition's page links: what was made with the site,
// before what was uploaded; nil without.
func (e *Edition) PDF() *PDF {
	if e.Built != nil {
		return e.Built
	}
	return e.Uploaded
}

// UploadRoute is where an uploaded PDF of the edition stands.
func (e *Edition) UploadRoute() string { return "/uploads/" + e.ID + ".pdf" }

// BuiltRoute is where a PDF of the edition stands that is made with the site.
func (e *Edition) BuiltRoute() string { return e.Page.Route + e.ID + ".pdf" }
