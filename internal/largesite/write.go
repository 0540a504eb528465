package largesite

import (
	"fmt"
	"os"
	"path/filepath"
)

// File is one of a site, by its slash-separated path.
type File struct {
	Path string
	Data []byte
}

// Files hands over the files of a site for Bulletin, one after another, until
// yield says that it has seen enough.
func (s Shape) Files(yield func(File) bool) error {
	w, err := newWorld(s)
	if err == nil {
		w.files(false, yield)
	}
	return err
}

// HugoFiles hands over those of the same site for Hugo.
func (s Shape) HugoFiles(yield func(File) bool) error {
	w, err := newWorld(s)
	if err == nil && hugoTheme(yield) {
		w.files(true, yield)
	}
	return err
}

// files goes over data and content.
func (w *world) files(hugo bool, yield func(File) bool) {
	add := func(path, text string) bool { return yield(File{path, []byte(text)}) }
	if !add("data/site.yaml", siteFile) || !add("data/areas.yaml", w.areasFile()) || !add("data/dimensions.yaml", dimensionsFile) ||
		!add("data/indicators.yaml", w.indicatorsFile()) || !add("data/sources.yaml", w.sourcesFile()) || !add("content/_index.md", w.home(hugo)) {
		return
	}
	for d := range w.deskCount() {
		for m := w.first; m <= lastMonth; m++ {
			if !add("data/observations/"+desks[d].id+"/"+m.id()+".yaml", w.observationsFile(d, m)) {
				return
			}
		}
	}
	for n := range w.editionCount() {
		e := w.edition(n)
		folder := "content/reports/" + e.id + "/"
		if !add(folder+"_index.md", w.openingPage(hugo, n, e)) {
			return
		}
		for c := range e.chapters {
			if !add(folder+countries[c].id+".md", w.chapter(hugo, n, e, c)) {
				return
			}
		}
	}
	for _, kind := range []struct {
		count int
		page  func(bool, int) (string, string)
	}{{snapshots, w.snapshot}, {articles, w.article}, {len(standing), w.standingPage}} {
		for n := range kind.count {
			name, text := kind.page(hugo, n)
			if !add("content/"+name, text) {
				return
			}
		}
	}
}

// Write writes a site for Bulletin into a folder, which is made where it is
// missing; other files in it stay.
func Write(dir string, s Shape) error { return write(dir, s.Files) }

// WriteHugo writes the same site for Hugo.
func WriteHugo(dir string, s Shape) error { return write(dir, s.HugoFiles) }

func write(dir string, files func(func(File) bool) error) error {
	var failed error
	err := files(func(f File) bool {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		if failed = os.MkdirAll(filepath.Dir(path), 0o777); failed == nil {
			failed = os.WriteFile(path, f.Data, 0o666)
		}
		return failed == nil
	})
	if err == nil {
		err = failed
	}
	if err != nil {
		return fmt.Errorf("write a site into %s: %w", dir, err)
	}
	return nil
}
