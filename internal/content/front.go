package content

import (
	"net/mail"
	"slices"
	"strings"
	"time"
	"unicode"

	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// front reads the front matter of a document.
type front struct {
	p        *Parser
	d        *Document
	problems *diag.Problems
	texts    []*strictyaml.Node // what was read as Markdown
}

// read fills the document in. A nil node gives an empty front struct: why there
// is none was reported.
func (f *front) read(node *strictyaml.Node) {
	var problems diag.Problems
	all := f.problems
	f.problems = &problems
	r := strictyaml.Read(node, f.d.Kind.String(), &problems)
	switch f.d.Kind {
	case Unknown:
	case Home:
		f.d.Title = f.title(r.Scalar("title"))
	case Region:
		f.d.Title = f.title(r.RequireScalar("name"))
	default:
		f.d.Title = f.title(r.RequireScalar("title"))
	}
	if f.d.Kind != Unknown {
		f.common(r)
		f.kind(r)
		r.Done()
		f.strays(node)
	}
	if f.d.Title == nil && f.d.Kind != Home {
		f.d.Title = f.named()
		f.d.texts = append([]*Markdown{f.d.Title}, f.d.texts...)
	}
	f.d.Refused = node == nil && f.d.Kind != Home || problems.Errors() > 0 || node != nil && node.Broken
	for _, p := range problems {
		if p.Rule == "yaml" {
			p.Rule = "front-matter"
		}
		*all = append(*all, p)
	}
	f.problems = all
}

func (f *front) common(r *strictyaml.Reader) {
	d := f.d
	d.Summary = f.blocks(r.Scalar("summary"))
	d.Description = f.title(r.Scalar("description"))
	d.Draft = r.Bool("draft")
	for _, n := range r.Strings("aliases") {
		if a := n.Value; !isAlias(a) {
			hint := "write it from the site's root, as in /2022/overview/"
			if strings.HasPrefix(a, "/") && strings.Contains(a, "%") {
				hint = "write the letters that the codes stand for, as in /2022/šid/"
			}
			f.problems.Errorf(n.Pos, n.Len, "route", hint, "the alias %q is no address on this site", a)
			continue
		}
		d.Aliases = append(d.Aliases, scalar(n))
	}
	if d.Params = r.Node("params"); d.Params != nil && d.Params.Kind != strictyaml.Mapping {
		f.problems.Errorf(d.Params.Pos, d.Params.Len, "front-matter", "write keys and values below params:", "params must be a mapping, but this is %s", d.Params.Kind)
		d.Params = nil
	}
}

// isAlias tells whether a is an address from the root on whose segments can be
// names of folders anywhere. Old addresses may hold what new ones do not: capital
// letters, diacritics, dots.
func isAlias(a string) bool {
	rest, ok := strings.CutPrefix(a, "/")
	if !ok || len(a) > 512 {
		return false
	}
	for segment := range strings.SplitSeq(strings.TrimSuffix(rest, "/"), "/") {
		wrong := func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune("-._~+,()", r)
		}
		if segment == "" || segment[0] == '.' || len(segment) > 255 || strings.ContainsFunc(segment, wrong) {
			return false
		}
	}
	return true
}

func (f *front) kind(r *strictyaml.Reader) {
	d := f.d
	switch d.Kind {
	case Report:
		d.Report = f.report(r)
	case Section:
		d.Section = f.section(r)
	case Snapshot:
		d.Snapshot = f.snapshot(r)
	case Article:
		d.Article = f.article(r)
	case Page:
		d.Page = f.page(r)
	case Region:
		d.Region = f.region(r)
	}
}

// line reads a string as inline Markdown, and blocks as a body. Nothing, or
// empty text, is nil.
func (f *front) line(n *strictyaml.Node) *Markdown { return f.markdown(n, true) }

func (f *front) blocks(n *strictyaml.Node) *Markdown { return f.markdown(n, false) }

func (f *front) markdown(n *strictyaml.Node, inline bool) *Markdown {
	if n == nil || strings.TrimSpace(n.Value) == "" {
		return nil
	}
	m := f.p.markdown([]byte(n.Value), n.PosAt, inline, f.problems)
	f.d.texts = append(f.d.texts, m)
	f.texts = append(f.texts, n)
	return m
}

// strays reports figures in strings that are not Markdown: a name, an address,
// a date. What the author keeps under params is not looked at.
func (f *front) strays(n *strictyaml.Node) {
	if n == nil || n == f.d.Params || slices.Contains(f.texts, n) {
		return
	}
	if i := strings.Index(n.Value, "{{"); i >= 0 && !escaped([]byte(n.Value), i) {
		f.problems.Errorf(n.PosAt(i), 2, "markdown", "a figure works in titles and running text only", "{{ cannot stand here")
	}
	for _, item := range n.Items {
		f.strays(item)
	}
	for _, field := range n.Fields {
		f.strays(field.Value)
	}
}

// period reads a period; the zero Scalar comes with the zero period.
func (f *front) period(n *strictyaml.Node) (period.Period, Scalar) {
	if n == nil {
		return period.Period{}, Scalar{}
	}
	p, err := period.Parse(n.Value)
	if err != nil {
		f.problems.Errorf(n.Pos, n.Len, "period", "write 2023-Q1, 2023-01, 2023, or a span 2024-01..2024-02", "%q is no period", n.Value)
	}
	return p, scalar(n)
}

// date reads a day, which may have a time behind it; 0 without one.
func (f *front) date(n *strictyaml.Node) period.Day {
	if n == nil {
		return 0
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339, "2006-01-02 15:04:05", "2006-01-02T15:04:05", "2006-01-02 15:04"} {
		if t, err := time.Parse(layout, n.Value); err == nil {
			return period.Date(t.Year(), int(t.Month()), t.Day())
		}
	}
	f.problems.Errorf(n.Pos, n.Len, "front-matter", "write it as 2022-02-18, or with a time as 2022-02-18T23:59:19Z", "%q is no date", n.Value)
	return 0
}

// address reads the address of a link.
func (f *front) address(n *strictyaml.Node) Scalar {
	if n == nil {
		return Scalar{}
	}
	if message, hint := wrongAddress(n.Value, false); message != "" {
		f.problems.Errorf(n.Pos, n.Len, "link", hint, "%s", message)
		return Scalar{}
	}
	return scalar(n)
}

// email reads a mail address, which stands alone.
func (f *front) email(n *strictyaml.Node) string {
	if n == nil || n.Value == "" {
		return ""
	}
	a, err := mail.ParseAddress(n.Value)
	if err != nil || a.Address != n.Value || strings.ContainsAny(n.Value, "?&% \"<>") {
		f.problems.Errorf(n.Pos, n.Len, "front-matter", "write the address alone: desk@example.org", "%q is no email address", n.Value)
		return ""
	}
	return n.Value
}

// upload reads the path of an image.
func (f *front) upload(n *strictyaml.Node) Scalar {
	if n == nil {
		return Scalar{}
	}
	if message, hint := wrongAddress(n.Value, true); message != "" {
		f.problems.Errorf(n.Pos, n.Len, "link", hint, "%s", message)
		return Scalar{}
	}
	return f.address(n)
}
