package render

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// Plan lists every file of a site but its pictures (see [Pictures]), of which all
// pages are open: [Page] of each, then [Rest]. images may be filled until the first
// output is made.
func Plan(s *site.Site, t *Templates, files fs.FS, images Images) ([]Output, diag.Problems) {
	var outputs []Output
	figures := NewDataFiles(s, false, 1)
	for _, p := range s.Pages {
		outputs = append(outputs, Page(s, p, t, images, figures))
	}
	return append(outputs, Rest(s, t, files)...), nil
}

// Rest lists the files of a site that belong to no page: redirects, assets, uploads,
// what search engines and feed readers take. files is the site's folder, for uploads.
func Rest(s *site.Site, t *Templates, files fs.FS) []Output {
	var outputs []Output
	for _, r := range s.Redirects {
		outputs = append(outputs, redirect(s, t, r))
	}
	printed := slices.ContainsFunc(s.Pages, func(p *site.Page) bool { return p.Kind == site.Print })
	for _, a := range t.assets {
		if !printed && forPaper(a) || !s.Drafts && a.Path == draftSheet {
			continue
		}
		outputs = append(outputs, fixed(a.Path, []string{"templates/" + a.Path}, a.Bytes))
	}
	if s.Set.Site.Accent != "" {
		a := accent(s.Set.Site.Accent)
		outputs = append(outputs, fixed(a.Path, []string{"data/site.yaml"}, a.Bytes))
	}
	uploads := make([]string, 0, len(s.Uploads))
	for u := range s.Uploads {
		uploads = append(uploads, u)
	}
	slices.Sort(uploads)
	for _, u := range uploads {
		outputs = append(outputs, upload(files, "content"+u))
	}
	outputs = append(outputs, fixed(".nojekyll", nil, nil), made("robots.txt", func() []byte { return robots(s) }), webManifest(s, t))
	if s.Base != nil {
		outputs = append(outputs, sitemaps(s)...)
	}
	if hasFeed(s) {
		outputs = append(outputs, made(feedPath, func() []byte { return feed(s) }))
	}
	return outputs
}

// Page is the output of a page, which is open, and stays so until it is made.
func Page(s *site.Site, p *site.Page, t *Templates, images Images, data *DataFiles) Output {
	o := Output{Path: pagePath(p.Route), Page: p}
	files := filesOf(s, p)
	for _, f := range files {
		o.Along = append(o.Along, f.paths()...)
	}
	o.Along = append(o.Along, data.paths(s, p)...)
	bib := bibliography(p)
	if bib != "" {
		o.Along = append(o.Along, bib)
	}
	if p.Kind == site.Print {
		o.Along = append(o.Along, printSheetPath(p))
	}
	if p.Kind == site.Search {
		o.Along = append(o.Along, searchPath)
	}
	if p.Document != nil {
		o.Inputs = []string{p.Document.File}
	}
	o.Make = func() (Made, diag.Problems) {
		d := newDrawing(s, p, t, images)
		d.files = files
		along, problems := d.makeFiles()
		along = append(along, data.make(d)...)
		if bib != "" {
			along = append(along, d.makeBibliography())
		}
		if p.Kind == site.Print {
			along = append(along, printSheet(s, p).Bytes)
		}
		if p.Kind == site.Search {
			d.index = d.makeIndex()
			along = append(along, d.index)
		}
		out := d.draftPage()
		d.readBack(out)
		if p.Kind == site.Print {
			d.facts.State = sync.OnceValue(func() string { return paperState(withoutAddress(out, s, p, t, images)) })
		}
		problems = append(problems, d.problems...)
		made := Made{Bytes: out, Along: along, Facts: d.facts, Charts: d.charts}
		if d.err != nil {
			problem := templateProblem("", d.err)
			if problem.Pos.File == "templates/" {
				problem.Pos = diag.Pos{File: path.Join("content", p.Route)}
				if p.Document != nil {
					problem.Pos = p.Pos()
				}
			}
			return made, append(problems, problem)
		}
		return made, problems
	}
	return o
}

// draftPage draws a page by its kind.
func (d *drawing) draftPage() []byte {
	switch d.page.Kind {
	case site.Home:
		return d.home()
	case site.Report:
		return d.edition()
	case site.Section, site.Chapter:
		if d.page.Edition == nil {
			return nil // its edition is missing: reported while joining
		}
		return d.section()
	case site.Snapshot:
		return d.snapshot()
	case site.Article:
		return d.article()
	case site.Region:
		return d.region()
	case site.Standing, site.List:
		return d.standing()
	case site.Area:
		return d.area()
	case site.Areas:
		return d.areas()
	case site.DataIndex:
		return d.dataIndex()
	case site.Indicator:
		return d.indicator()
	case site.Search:
		return d.searchPage()
	case site.Sources:
		return d.sources()
	case site.Print:
		return d.print()
	case site.Revisions:
		return d.revisionsPage()
	case site.NotFound:
		return d.notFound()
	}
	d.fail(fmt.Errorf("no template draws pages of kind %q", d.page.Kind))
	return nil
}

// pagePath is the file of a page's route.
func pagePath(route string) string {
	if strings.HasSuffix(route, "/") {
		route += "index.html"
	}
	return strings.TrimPrefix(route, "/")
}

// fixed is an output whose bytes are known.
func fixed(path string, inputs []string, src []byte) Output {
	return Output{Path: path, Inputs: inputs, Make: func() (Made, diag.Problems) { return Made{Bytes: src}, nil }}
}

// made is an output that needs nothing but the site.
func made(path string, make func() []byte) Output {
	return Output{Path: path, Make: func() (Made, diag.Problems) { return Made{Bytes: make()}, nil }}
}

// upload is a file of content/uploads/ as it is.
func upload(files fs.FS, name string) Output {
	return Output{Path: strings.TrimPrefix(name, "content/"), Inputs: []string{name}, Make: func() (Made, diag.Problems) {
		src, err := fs.ReadFile(files, name)
		if err != nil {
			var problems diag.Problems
			if pathError := (*fs.PathError)(nil); errors.As(err, &pathError) {
				err = pathError.Err
			}
			problems.Errorf(diag.Pos{File: name}, 0, "upload", "", "the file cannot be read: %v", err)
			return Made{}, problems
		}
		if why := active(name, src); why != "" {
			var problems diag.Problems
			problems.Errorf(diag.Pos{File: name}, 0, "upload", "write it as a page, or save it as a plain picture or PDF", "the file cannot be published: %s", why)
			return Made{}, problems
		}
		return Made{Bytes: src}, nil
	}}
}
