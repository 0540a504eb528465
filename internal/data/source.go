package data

import (
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// Source is a document or dataset that figures come from. Its fields are named
// after the Citation Style Language, of which it has what a reader needs to find
// the document again; a DOI is an address.
type Source struct {
	Key              string
	Publisher, Title string
	Issued, Accessed string          // a year, month or day as written; may be empty
	URL              string          // http or https, ready for a link: see webAddress; may be empty
	AccessedPos      diag.Pos        // of Accessed, which is as long as it is written
	URLPos           diag.Pos        // of the URL, if only of one that was refused
	URLLen           int             // characters from there on
	Note             string          // may be empty
	Covers           []period.Period // that the document reports on; may be empty
	Accepts          []*Acceptance
	Pos              diag.Pos
}

func (l *loader) readSources(n *strictyaml.Node) {
	l.set.sources.whole = n != nil
	if n == nil || n.Kind == strictyaml.Null {
		return
	}
	if strictyaml.Read(n, "the file", &l.ps).Empty() {
		l.set.sources.whole = false
		return
	}
	for _, f := range n.Fields {
		checkID(f.Key, "a source", &l.ps)
		r := strictyaml.Read(f.Value, "a source", &l.ps)
		s := &Source{Key: f.Key.Value, Pos: f.Key.Pos, Publisher: l.line(r, "publisher"), Title: l.line(r, "title"),
			Issued: l.date(r, "issued"), URL: webAddress(r, "URL", &l.ps), Accessed: l.date(r, "accessed"), Note: r.String("note")}
		if n := r.Node("URL"); n != nil {
			s.URLPos, s.URLLen = n.Pos, n.Len
		}
		if n := r.Node("accessed"); n != nil {
			s.AccessedPos = n.Pos
		}
		for _, key := range [...]string{"publisher", "title", "note"} {
			plainWords(r.Node(key), key, &l.ps)
		}
		s.Accepts = l.accept(r)
		l.shown(r, s.Accepts, "note")
		s.Covers = l.covers(r)
		elsewhere(r)
		r.Done()
		l.set.sources.add(s.Key, s)
	}
}

// elsewhere refuses fields of CSL that stand elsewhere here, each with its place.
func elsewhere(r *strictyaml.Reader) {
	for _, field := range []struct{ name, hint string }{
		{"DOI", `write it as the address: URL: "https://doi.org/10…"`},
		{"author", "the publisher answers for a source: name who wrote it there, or in the title"},
		{"container-title", "name the series in the title"},
		{"archive", "give the address of the copy as URL, and say in note that it is one"},
		{"archive_location", "give the address of the copy as URL, and say in note that it is one"},
		{"page", "name the place where the source is cited: [@key, p. 4]"},
		{"locator", "name the place where the source is cited: [@key, p. 4]"},
	} {
		r.Refuse(field.name, field.hint)
	}
}

// line is a text that is cited, and so stands on one line.
func (l *loader) line(r *strictyaml.Reader, key string) string {
	n := r.RequireScalar(key)
	if n == nil {
		return ""
	}
	text := strings.TrimSpace(n.Value) // a block of text ends in a line end
	if i := strings.IndexAny(text, "\n\r\u0085\u2028\u2029"); i >= 0 {
		l.ps.Errorf(n.Pos, n.Len, rule, "write it on one line", "%q has more than one line, but sources are cited on one", key)
	}
	return text
}

// covers are the periods that a source reports on; none when one was refused.
func (l *loader) covers(r *strictyaml.Reader) []period.Period {
	var all []period.Period
	known := true
	for _, n := range r.Strings("covers") {
		p, err := period.Parse(n.Value)
		if err != nil {
			l.ps.Errorf(n.Pos, n.Len, rule, "", "%q is no period: %v", n.Value, err)
			known = false
		}
		all = append(all, p)
	}
	if !known {
		return nil
	}
	return all
}

// date is a year, month or day, as written.
func (l *loader) date(r *strictyaml.Reader, key string) string {
	n := r.Scalar(key)
	if n == nil {
		return ""
	}
	p, err := period.Parse(n.Value)
	if err != nil || p.Len() != 1 || p.Unit() == period.Quarter {
		l.ps.Errorf(n.Pos, n.Len, rule, "write a year, month or day: 2023, 2023-04 or 2023-04-30", "%q is no date", n.Value)
		return ""
	}
	return n.Value
}
