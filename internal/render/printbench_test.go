package render_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/render"
	"bulletin/internal/site"
	"bulletin/templates"
)

// BenchmarkPrint draws the print edition of this repository's own edition, and
// beside it the pages that it holds, for what it adds to a build.
func BenchmarkPrint(b *testing.B) {
	fsys := os.DirFS("../..")
	set, _ := data.Load(fsys)
	parser := content.NewParser()
	var documents []*content.Document
	err := fs.WalkDir(fsys, "content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".md") {
			return err
		}
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		d, _ := parser.Parse(name, src)
		documents = append(documents, d)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	s, _ := site.Assemble(site.Config{}, set, documents)
	theme, _ := render.LoadTemplates(nil, templates.FS)
	outputs, _ := render.Plan(s, theme, fsys, nil)
	for _, c := range []struct {
		name string
		of   func(*site.Page) bool
	}{
		{"print", func(p *site.Page) bool { return p.Kind == site.Print }},
		{"pages", func(p *site.Page) bool { return p.Edition != nil && p.Kind != site.Print }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				bytes := 0
				for _, o := range outputs {
					if o.Page != nil && c.of(o.Page) {
						made, _ := o.Make()
						bytes += len(made.Bytes)
					}
				}
				if bytes == 0 {
					b.Fatal("nothing was made")
				}
				b.ReportMetric(float64(bytes)/1000, "kB")
			}
		})
	}
}
