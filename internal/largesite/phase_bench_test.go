package largesite_test

import (
	"path"
	"slices"
	"testing"
	"testing/fstest"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/largesite"
	"bulletin/internal/publish"
	"bulletin/internal/render"
	"bulletin/internal/site"
	"bulletin/templates"
)

// phased is a site in memory, led through the phases of a build one by one, by one
// worker.
type phased struct {
	*testing.B
	pages     int
	files     fstest.MapFS
	names     []string // of documents
	parser    *content.Parser
	documents []*content.Document
	set       *data.Set
	site      *site.Site
	theme     *render.Templates
	made      []publish.File
	bytes     [][]byte // of what was made
}

func newPhased(b *testing.B, pages int) *phased {
	b.Helper()
	p := &phased{B: b, pages: pages, files: fstest.MapFS{}, parser: content.NewParser()}
	if err := (largesite.Shape{Pages: pages}).Files(func(f largesite.File) bool {
		p.files[f.Path] = &fstest.MapFile{Data: f.Data}
		if path.Ext(f.Path) == ".md" {
			p.names = append(p.names, f.Path)
		}
		return true
	}); err != nil {
		b.Fatal(err)
	}
	slices.Sort(p.names)
	var problems diag.Problems
	p.theme, problems = render.LoadTemplates(nil, templates.FS)
	p.none(problems)
	return p
}

// none ends the benchmark where there are problems.
func (p *phased) none(problems diag.Problems) {
	p.Helper()
	if len(problems) > 0 {
		p.Fatalf("%d problems, the first: %+v", len(problems), problems[0])
	}
}

// readFront reads what is above the bodies.
func (p *phased) readFront() {
	p.documents = p.documents[:0]
	for _, name := range p.names {
		d, problems := p.parser.Front(name, p.files[name].Data)
		p.none(problems)
		p.documents = append(p.documents, d)
	}
}

func (p *phased) readData() {
	var problems diag.Problems
	p.set, problems = data.Load(p.files)
	p.none(problems)
}

// join joins both, with all bodies closed.
func (p *phased) join() {
	var problems diag.Problems
	p.site, problems = site.Outline(site.Config{Version: "bench"}, p.set, p.documents)
	p.none(problems)
}

// parse reads the bodies.
func (p *phased) parse() {
	for _, d := range p.documents {
		p.none(p.parser.Open(d, p.files[d.File].Data))
	}
}

// evaluate works out the figures, claims and charts of the bodies, and what they
// show.
func (p *phased) evaluate() {
	p.none(p.site.Open(p.site.Pages...))
	p.site.Index()
}

// rules applies the rules over words, and those over the site.
func (p *phased) rules() {
	problems, _ := check.Inspect(p.site)
	p.none(problems)
}

// draw makes all files.
func (p *phased) draw() {
	outputs, problems := render.Plan(p.site, p.theme, p.files, render.Images{})
	p.none(problems)
	p.made, p.bytes = p.made[:0], p.bytes[:0]
	for _, o := range outputs {
		made, problems := o.Make()
		p.none(problems)
		for i, name := range append([]string{o.Path}, o.Along...) {
			p.made = append(p.made, publish.File{Path: name, Source: o.Path})
			p.bytes = append(p.bytes, append([][]byte{made.Bytes}, made.Along...)[i])
		}
	}
}

// publish puts them into a folder.
func (p *phased) publish(dir string) {
	folder, err := publish.Open(dir)
	if err != nil {
		p.Fatal(err)
	}
	stage := folder.Stage()
	for i, f := range p.made {
		if err := stage.Add(f.Path, f.Source, p.bytes[i]); err != nil {
			p.Fatal(err)
		}
	}
	if _, err := stage.Publish(); err != nil {
		p.Fatal(err)
	}
	if err := folder.Close(); err != nil {
		p.Fatal(err)
	}
}

// BenchmarkPhase measures the phases of a cold build of 1,000 pages, each by itself
// and with one worker.
func BenchmarkPhase(b *testing.B) {
	p := newPhased(b, 1000)
	p.readFront()
	p.readData()
	p.join()
	p.parse()
	p.evaluate()
	p.draw()
	dir := ""
	for _, phase := range []struct {
		name    string
		prepare func()
		work    func()
	}{
		{"front", func() {}, p.readFront},
		{"data", func() {}, p.readData},
		{"join", func() { p.readFront() }, p.join},
		{"parse", func() {}, p.parse},
		{"evaluate", p.parse, p.evaluate},
		{"rules", func() {}, p.rules},
		{"draw", func() {}, p.draw},
		{"publish", func() { dir = p.TempDir() }, func() { p.publish(dir) }},
	} {
		b.Run(phase.name, func(b *testing.B) {
			p.B = b
			measured(b, p.pages, func(int) { phase.prepare() }, phase.work)
		})
	}
}
