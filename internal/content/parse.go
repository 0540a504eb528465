package content

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// maxBytes is the largest file that is read: a book has less than a tenth.
const maxBytes = 16 << 20

// bom is the mark that some editors put before the text.
const bom = "\ufeff"

// Parse is Parser.Parse with a parser of its own, for a single file.
func Parse(file string, src []byte) (*Document, diag.Problems) { return NewParser().Parse(file, src) }

// Parse reads a Markdown file. file is its slash-separated path relative to the
// site's folder, "content/reports/2023-q1/serbia.md". The document is never
// nil: where something is wrong, it holds what could be read.
func (p *Parser) Parse(file string, src []byte) (*Document, diag.Problems) {
	d, problems := p.Front(file, src)
	return d, append(problems, p.Open(d, src)...)
}

// Front reads the front matter of a Markdown file, as Parse does, and leaves the
// body closed: a site keeps all of its documents, and the tree of a body takes some
// fifteen times the memory of its text.
func (p *Parser) Front(file string, src []byte) (*Document, diag.Problems) {
	var problems diag.Problems
	at := placeOf(file)
	checkPlace(file, at, &problems)
	d := &Document{File: file, Kind: at.kind, Edition: at.edition, Slug: at.slug}
	f := &front{p: p, d: d, problems: &problems}
	src, usable := clean(file, src, &problems)
	if !usable {
		f.read(nil)
	} else {
		fence := findFence(src)
		f.missing(file, src, fence)
		f.read(f.yaml(src, fence))
	}
	if d.Title != nil && len(d.Title.Expressions) == 0 {
		d.PlainTitle = Plain(d.Title, nil)
	}
	d.Body = &Markdown{}
	d.texts = append(d.texts, d.Body)
	return d, problems
}

// Open reads the body of a document that is closed. src is what Front was given;
// what is wrong above the body was reported there.
func (p *Parser) Open(d *Document, src []byte) diag.Problems {
	var problems, known diag.Problems
	src, usable := clean(d.File, src, &known)
	if !usable {
		src = nil
	}
	body := bytes.Clone(src)
	blank(body[:findFence(src).end])
	p.fill(d.Body, body, diag.NewLines(d.File, src).At, false, &problems)
	return problems
}

// Close lets the tree of the body go, and what points into it. The Markdown stays
// the same one, and Open reads it again. A document that was thin is thin again.
func (d *Document) Close() {
	d.slimDown()
	*d.Body = Markdown{}
}

// Again is the same document with a body of its own, which is closed.
func (d *Document) Again() *Document {
	again := *d
	again.Body = &Markdown{}
	if d.Report != nil { // of which Fatten writes parts
		report := *d.Report
		again.Report = &report
	}
	if d.Section != nil {
		section := *d.Section
		again.Section = &section
		if section.Headline != nil {
			headline := *section.Headline
			again.Section.Headline = &headline
		}
	}
	again.texts = slices.Clone(d.texts)
	if n := len(again.texts); n > 0 { // none of a thin one
		again.texts[n-1] = again.Body
	}
	return &again
}

// IsOpen tells whether the body was read.
func (d *Document) IsOpen() bool { return d.Body.Root != nil }

// clean takes the byte-order mark and the carriage returns of line ends away,
// neither of which moves a line or column that an editor shows. It is false for
// bytes that are no text.
func clean(file string, src []byte, problems *diag.Problems) ([]byte, bool) {
	if len(src) > maxBytes {
		problems.Errorf(diag.Pos{File: file}, 0, "encoding", "split it into several pages", "the file is larger than %d MiB", maxBytes>>20)
		return nil, false
	}
	src = bytes.TrimPrefix(src, []byte(bom))
	if invalid := diag.ValidUTF8(file, src); len(invalid) > 0 {
		*problems = append(*problems, invalid...)
		return nil, false
	}
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	}
	if i := diag.Steering(src); i >= 0 {
		r, _ := utf8.DecodeRune(src[i:])
		problems.Errorf(diag.NewLines(file, src).At(i), 1, "encoding", "remove it", "the invisible character %U stands here", r)
		return nil, false
	}
	if diag.Isolates(src) {
		if isolate, found := diag.Unclosed(string(src)); found {
			message, hint := isolate.Words()
			problems.Errorf(diag.NewLines(file, src).At(isolate.Offset), 1, "encoding", hint, "%s", message)
			return nil, false
		}
	}
	return src, true
}

// fence is where the front matter stands in a file.
type fence struct {
	opened, closed bool
	start, stop    int // of the YAML
	end            int // of the line that closes it; the body begins there
}

// findFence finds the lines of three hyphens around the front matter.
func findFence(src []byte) fence {
	line, next := lineAt(src, 0)
	if line != "---" {
		return fence{}
	}
	f := fence{opened: true, start: next}
	for at := next; at < len(src); at = next {
		line, next = lineAt(src, at)
		if line == "---" {
			f.closed, f.stop, f.end = true, at, next
			return f
		}
	}
	f.stop, f.end = len(src), len(src)
	return f
}

// lineAt is the line that begins at offset, without spaces at its end, and
// where the next one begins.
func lineAt(src []byte, offset int) (line string, next int) {
	next = len(src)
	if end := bytes.IndexByte(src[offset:], '\n'); end >= 0 {
		next = offset + end + 1
	}
	return strings.TrimRight(string(src[offset:next]), " \t\n"), next
}

// blank replaces everything but line ends by spaces, so that characters keep
// their lines; columns count only where something stands.
func blank(text []byte) {
	for i, c := range text {
		if c != '\n' {
			text[i] = ' '
		}
	}
}

// skeleton is what a page of the kind begins with.
func skeleton(k Kind) string {
	switch k {
	case Report:
		return "title, period and areas"
	case Snapshot:
		return "title and period"
	case Article:
		return "title and date"
	case Region:
		return "name and overview"
	}
	return "title"
}

// missing reports a file without front matter, or without an end to it. The
// home page needs none.
func (f *front) missing(file string, src []byte, at fence) {
	start := diag.Pos{File: file, Line: 1, Col: 1}
	hint := "begin it with a line ---, then " + skeleton(f.d.Kind) + ", then a line ---"
	trimmed := bytes.TrimSpace(src)
	switch {
	case f.d.Kind == Unknown:
	case len(trimmed) == 0:
		f.problems.Errorf(diag.Pos{File: file}, 0, "front-matter", hint, "the file is empty")
	case at.opened && !at.closed:
		f.problems.Errorf(start, 3, "front-matter", "put a line --- between the front matter and the text", "the front matter is not closed")
	case at.opened || f.d.Kind == Home:
	case bytes.HasPrefix(src, []byte("+++")), src[0] == '{':
		f.problems.Errorf(start, 1, "front-matter", hint, "the front matter must be YAML between two lines ---")
	case bytes.HasPrefix(trimmed, []byte("---")):
		f.problems.Errorf(start, 1, "front-matter", "remove what stands before it", "the first line must be --- and nothing else")
	default:
		f.problems.Errorf(start, 1, "front-matter", hint, "%s needs front matter, and there is none", f.d.Kind)
	}
}

// yaml is the root of the front matter; nil where there is none, or nothing
// that keys can be read from.
func (f *front) yaml(src []byte, at fence) *strictyaml.Node {
	if !at.closed {
		return nil
	}
	origin := diag.Pos{File: f.d.File, Line: 2, Col: 1}
	node, found := strictyaml.Parse(origin, bytes.Clone(src[at.start:at.stop])) // nodes keep it, and must not keep the file
	*f.problems = append(*f.problems, found...)
	f.d.Todos = todos(node)
	switch {
	case node.Broken && node.Kind != strictyaml.Mapping:
		return nil
	case node.Kind == strictyaml.Null:
		return &strictyaml.Node{Kind: strictyaml.Mapping, Pos: diag.Pos{File: f.d.File, Line: 1, Col: 1}, Len: 3}
	case node.Kind != strictyaml.Mapping:
		f.problems.Errorf(node.Pos, node.Len, "front-matter", "write it as keys and values, such as title: Serbia",
			"the front matter must be a mapping, but this is %s", node.Kind)
		return nil
	}
	return node
}

// named is the title of a page that has none, so that no rule stumbles over it.
func (f *front) named() *Markdown {
	name := f.d.Slug[strings.LastIndexByte(f.d.Slug, '/')+1:]
	at := func(int) diag.Pos { return diag.Pos{File: f.d.File, Line: 1, Col: 1} }
	var ignored diag.Problems
	if !utf8.ValidString(name) {
		name = ""
	}
	return f.p.markdown([]byte(slug(name)), at, true, &ignored)
}
