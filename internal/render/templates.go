package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark/renderer"

	"bulletin/internal/compiled"
	"bulletin/internal/diag"
)

// Templates is a theme: templates ready to execute, and assets. It is safe for
// many workers.
type Templates struct {
	pages    map[string]*compiled.Set // by file name without ".html"
	partials *compiled.Set
	assets   []Asset
	markdown renderer.Renderer
	own      []ownFile
	cited    citations
	readers  sync.Pool                    // of *reader
	written  sync.Pool                    // of *bytes.Buffer, to execute templates into: a buffer that grows anew copies a page some three times
	digests  map[string][sha256.Size]byte // of what a page template is made of
}

// ownFile is a template of the site's own theme, kept so that problems in it
// can be found in its text.
type ownFile struct{ name, text string }

// Asset is a file of the theme, published under assets/.
type Asset struct {
	Path  string // "assets/site.css"
	Bytes []byte
	Hash  string // of the bytes, short: put behind its address, it keeps old copies from being shown
}

// pageTemplates are the page templates that a theme consists of, by file name.
func pageTemplates() []string {
	return []string{"home", "edition", "section", "snapshot", "article", "region", "page", "area", "areas", "data", "indicator", "sources", "revisions", "search", "print", "not-found"}
}

// LoadTemplates reads a theme. A file in own, the site's templates/, takes the
// place of the built-in one of its name; own may be nil.
func LoadTemplates(own, builtin fs.FS) (*Templates, diag.Problems) {
	l := &loader{own: own, builtin: builtin, sums: map[string][sha256.Size]byte{}}
	t := &Templates{pages: map[string]*compiled.Set{}, markdown: newMarkdown(), digests: map[string][sha256.Size]byte{}}
	shared := template.New("").Option("missingkey=error").Funcs(functions())
	for _, name := range append(l.list("partials"), "base.html") {
		l.parse(shared, name)
	}
	for _, name := range pageTemplates() {
		set, err := shared.Clone()
		if err != nil {
			l.problems.Errorf(diag.Pos{File: "templates/" + name + ".html"}, 0, "template", "", "%v", err)
			continue
		}
		l.parse(set, name+".html")
		t.digests[name] = l.digest(set)
		t.pages[name] = compiled.New(set)
	}
	t.partials = compiled.New(shared)
	for _, name := range l.list("assets") {
		src, _, err := l.read(name)
		if err != nil {
			l.problems.Errorf(diag.Pos{File: "templates/" + name}, 0, "template", "", "%v", err)
			continue
		}
		t.assets = append(t.assets, newAsset(name, src))
	}
	t.own = l.kept
	return t, l.problems
}

func newAsset(name string, src []byte) Asset {
	sum := sha256.Sum256(src)
	return Asset{Path: name, Bytes: src, Hash: hex.EncodeToString(sum[:4])}
}

// loader reads the files of a theme, the site's own first.
type loader struct {
	own, builtin fs.FS
	kept         []ownFile
	sums         map[string][sha256.Size]byte // of the files of templates, by name
	problems     diag.Problems
}

func (l *loader) read(name string) (src []byte, own bool, err error) {
	if l.own != nil {
		src, err = fs.ReadFile(l.own, name)
		if !errors.Is(err, fs.ErrNotExist) {
			return src, true, err
		}
	}
	src, err = fs.ReadFile(l.builtin, name)
	return src, false, err
}

// list names the files under a folder of either theme, sorted.
func (l *loader) list(dir string) []string {
	var names []string
	for _, from := range []fs.FS{l.own, l.builtin} {
		if from == nil {
			continue
		}
		err := fs.WalkDir(from, dir, func(name string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && !strings.HasPrefix(path.Base(name), ".") {
				names = append(names, name)
			}
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			l.problems.Errorf(diag.Pos{File: "templates/" + dir}, 0, "template", "", "%v", err)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// parse adds a file to a set of templates.
func (l *loader) parse(set *template.Template, name string) {
	src, own, err := l.read(name)
	if err == nil {
		_, err = set.New(name).Parse(string(src))
	}
	origin := byte(0)
	if own {
		origin = 1
		l.kept = append(l.kept, ownFile{"templates/" + name, string(src)})
	}
	l.sums[name] = sha256.Sum256(append([]byte{origin}, src...))
	if err != nil {
		l.problems = append(l.problems, templateProblem(name, err))
	}
}

// templateProblem gives an error of html/template its place in the file.
func templateProblem(name string, err error) diag.Problem {
	p := diag.Problem{
		Pos: diag.Pos{File: "templates/" + name}, Rule: "template", Message: err.Error(),
		Hint: "what a template may use is documented in internal/render/view.go",
	}
	// "template: base.html:12:5: …" as text/template and html/template write it
	where := regexp.MustCompile(`([a-z0-9/-]+\.html):(\d+)(?::(\d+))?: (.*)`).FindStringSubmatch(err.Error())
	if where != nil {
		p.Pos.File = "templates/" + where[1]
		p.Pos.Line, _ = strconv.Atoi(where[2])
		if where[3] != "" {
			col, _ := strconv.Atoi(where[3])
			p.Pos.Col = col + 1
		}
		p.Message = where[4]
	}
	if author := (*authorError)(nil); errors.As(err, &author) {
		p.Message, p.Hint = author.message, author.hint
	}
	return p
}

// page executes a page template into w, in place of what is there.
func (t *Templates) page(w *bytes.Buffer, name string, view any) error {
	w.Reset()
	set, ok := t.pages[name]
	if !ok {
		return fmt.Errorf("there is no template %s.html", name)
	}
	return execute(set, w, "base", view)
}

// execute executes a template, and writes it behind what is in w.
func execute(set *compiled.Set, w *bytes.Buffer, name string, view any) error {
	out, err := set.Execute(w.AvailableBuffer(), name, view)
	if err != nil {
		return err
	}
	w.Write(plus(out))
	return nil
}

// buffer is an empty buffer, to be put back into written.
func (t *Templates) buffer() *bytes.Buffer {
	w, ok := t.written.Get().(*bytes.Buffer)
	if !ok {
		return new(bytes.Buffer)
	}
	w.Reset()
	return w
}

// plus writes plus signs as they are, in place. html/template escapes them against
// UTF-7, which no browser reads any more; a change reads better in the source.
func plus(html []byte) []byte {
	const escaped = "&#43;"
	end, rest := 0, html
	for {
		i := bytes.Index(rest, []byte(escaped))
		if i < 0 {
			return html[:end+copy(html[end:], rest)]
		}
		end += copy(html[end:], rest[:i])
		html[end] = '+'
		end, rest = end+1, rest[i+len(escaped):]
	}
}

// asset is the address of an asset from the root, with its hash behind it, or
// "" when the theme has none of that name.
func (t *Templates) asset(name string) string {
	for _, a := range t.assets {
		if a.Path == name {
			return a.Path + "?v=" + a.Hash
		}
	}
	return ""
}
