package build

import (
	"bulletin/internal/check"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/publish"
	"bulletin/internal/site"
	"bulletin/internal/wire"
)

// writeProduct writes what came of a unit, but for the bytes of its files.
func writeProduct(p *product) []byte {
	var w wire.Writer
	writeFiles(&w, p.files)
	for _, sum := range p.sums {
		w.Sum(sum)
	}
	for _, size := range p.sizes {
		w.Uint(uint64(size))
	}
	writeFiles(&w, p.rooms)
	w.Len(len(p.linked))
	for _, path := range p.linked {
		w.String(path)
	}
	diag.WriteProblems(&w, p.problems)
	w.Uint(uint64(p.charts))
	w.Len(len(p.pages))
	for _, d := range p.pages {
		d.found.Write(&w)
		d.page.Told().Write(&w)
		w.Bool(d.brief != nil)
		if d.brief != nil {
			d.brief.Write(&w)
		}
	}
	return w.Data()
}

func writeFiles(w *wire.Writer, files []publish.File) {
	w.Len(len(files))
	for _, f := range files {
		w.String(f.Path)
		w.String(f.Source)
	}
}

func readFiles(r *wire.Reader) []publish.File {
	files := make([]publish.File, 0, r.Len(2))
	for range cap(files) {
		files = append(files, publish.File{Path: r.String(), Source: r.String()})
	}
	return files
}

// readProduct reads what writeProduct wrote of a unit; false where it is not that.
func (w *workshop) readProduct(u unit, known *remembered) (p product, ok bool) {
	r := wire.NewReader(known.body)
	p.files = readFiles(r)
	for range p.files {
		p.sums = append(p.sums, r.Sum())
	}
	for range p.files {
		p.sizes = append(p.sizes, int(r.Uint()))
	}
	p.rooms = readFiles(r)
	for range r.Len(1) {
		p.linked = append(p.linked, r.String())
	}
	p.problems = diag.ReadProblems(r)
	p.charts = int(r.Uint())
	if r.Len(4) != len(u.pages) {
		return p, false
	}
	rest := w.restOf(u, known)
	for _, page := range u.pages {
		d := drawn{page: page}
		d.found, ok = check.ReadFound(r, w.reasons)
		if !ok || !w.site.Recall(page, site.ReadTold(r), func() []*data.Observation { return rest().shown[page] }) {
			return p, false
		}
		if r.Bool() {
			b := check.ReadBrief(r, page, func() *site.Facts { return rest().facts[page] })
			d.brief = &b
		}
		p.pages = append(p.pages, d)
	}
	return p, r.Done() == nil
}
