package render

import (
	"fmt"
	"strings"

	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/locale"
	"bulletin/internal/site"
	"bulletin/internal/typeface"
)

// chartFiles are the files of a chart: reports/2023-q1/change-headline and the
// endings .svg, .csv and .png. A table has figures, and no picture.
type chartFiles struct {
	chart    *site.Chart
	stem     string // path without its ending
	svg, csv int    // sizes in bytes, once they are made
}

// filesOf lists the files of the charts and tables on a page, in its order. One
// that the data could not fill has none.
func filesOf(s *site.Site, p *site.Page) []*chartFiles {
	var all []*chartFiles
	if c := indicatorChart(s, p); c != nil {
		all = append(all, &chartFiles{chart: c, stem: strings.TrimPrefix(p.Route, "/") + c.Name})
	}
	for _, t := range p.Texts() {
		for _, c := range t.Charts {
			if c.Name != "" && len(c.Used) > 0 {
				all = append(all, &chartFiles{chart: c, stem: strings.TrimPrefix(p.Route, "/") + c.Name})
			}
		}
	}
	return all
}

// indicatorChart is the chart of an indicator's page, if it is to have files: invented
// values are in no file, and a name in letters that the typeface of pictures lacks is
// no fault here, since no author drew this chart.
func indicatorChart(s *site.Site, p *site.Page) *site.Chart {
	if p.Kind != site.Indicator || p.Indicator.Example {
		return nil
	}
	c := s.IndicatorChart(p)
	if c == nil {
		return nil
	}
	if _, err := c.Drawn.File(sheet(s, p, c)); err != nil {
		return nil
	}
	return c
}

// paths are those of the files that are made with the page.
func (f *chartFiles) paths() []string {
	if f.chart.Spec == nil {
		return []string{f.stem + ".csv"}
	}
	return []string{f.stem + ".csv", f.stem + ".svg"}
}

// makeFiles makes the files of the page's charts, in the order of their paths.
func (d *drawing) makeFiles() (made [][]byte, problems diag.Problems) {
	for _, f := range d.files {
		table := figures(d.site, f.chart)
		f.csv = len(table)
		made = append(made, table)
		if f.chart.Spec == nil {
			continue
		}
		picture, err := f.chart.Drawn.File(sheet(d.site, d.page, f.chart))
		if err != nil {
			problems = append(problems, f.undrawn(err)...)
		}
		f.svg = len(picture)
		made = append(made, picture)
	}
	return made, problems
}

// undrawn is the problem of a chart that cannot be drawn as a file.
func (f *chartFiles) undrawn(err error) diag.Problems {
	return undrawn(err, f.chart.Block.Pos, f.chart.Block.Len, f.chart.Title, f.chart.Note)
}

// undrawn is the problem of a picture that cannot be drawn, since the typeface
// lacks a character: at the character, if an author wrote it in one of the texts,
// else at the place given.
func undrawn(err error, pos diag.Pos, length int, texts ...*site.Text) (problems diag.Problems) {
	hint := "write it in letters that Inter has: Latin, Cyrillic or Greek"
	if at, ok := firstMissing(texts); ok {
		pos, length = at, 1
	} else {
		hint += "; it stands in a name or a unit that data/ gives"
	}
	problems.Errorf(pos, length, "picture", hint, "%v", err)
	return problems
}

// firstMissing is the place of the first character of some texts that the
// typeface of pictures lacks, where an author wrote it.
func firstMissing(texts []*site.Text) (diag.Pos, bool) {
	for _, t := range texts {
		first := -1
		for _, r := range typeface.Missing(t.Plain()) {
			if at := strings.IndexRune(string(t.Markdown.Source), r); at >= 0 && (first < 0 || at < first) {
				first = at
			}
		}
		if first >= 0 {
			return t.Markdown.Pos(first), true
		}
	}
	return diag.Pos{}, false
}

// downloads are the links below a chart to its files.
func (d *drawing) downloads(c *site.Chart) []Download {
	for _, f := range d.files {
		if f.chart != c {
			continue
		}
		title := c.Title.Marked()
		if title == "" {
			title = c.Subtitle
		}
		var all []Download
		add := func(kind, what, ending string, size int) {
			path := f.stem + ending
			all = append(all, Download{
				Kind: kind, What: what + " “" + title + "”", URL: path[strings.LastIndexByte(path, '/')+1:],
				Name: strings.ReplaceAll(path, "/", "-"), Size: fileSize(d.site.Locale, size),
			})
		}
		if f.svg > 0 {
			add("SVG", "picture of", ".svg", f.svg)
		}
		if size, there := d.images[f.stem+".png"]; there && c.Spec != nil {
			add("PNG", "picture of", ".png", size)
		}
		add("CSV", "figures of", ".csv", f.csv)
		return all
	}
	return nil
}

// fileSize is a number of bytes in words, rounded up to the kilobyte of 1,000
// bytes: "14 kB"; nothing where it is not known.
func fileSize(l *locale.Locale, bytes int) string {
	const kilo, mega = 1_000, 1_000_000
	switch {
	case bytes == 0:
		return ""
	case bytes <= mega-kilo:
		return fmt.Sprintf("%d\u00a0kB", (bytes+kilo-1)/kilo)
	}
	size, _ := decimal.Quotient(decimal.FromInt(int64(bytes)), decimal.FromInt(mega), 1) // no size overflows
	return l.Number(size) + "\u00a0MB"
}
