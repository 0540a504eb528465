package render

import (
	"fmt"
	"path"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/opendata"
	"bulletin/internal/site"
)

// DataFiles makes the files of the open data of a site, each with the page that offers
// it, or, on demand, when somebody asks. Many goroutines may use it.
type DataFiles struct {
	maker    *opendata.Maker
	onDemand bool
	several  bool // workers
}

// NewDataFiles is for the files of a site that is not traced. On demand pages link them
// without their sizes, and [DataFiles.Later] lists them.
func NewDataFiles(s *site.Site, onDemand bool, workers int) *DataFiles {
	return &DataFiles{opendata.NewMaker(s.Set), onDemand, workers > 1}
}

// dataFile is a file of the open data.
type dataFile struct {
	path string // below the root of the site
	make func(m *opendata.Maker) ([]byte, error)
	size int // in bytes, once it is made
}

// partFormats are the formats of observations, each with what it is called.
func partFormats() []struct{ ending, kind string } {
	return []struct{ ending, kind string }{{"csv", "CSV"}, {"json", "JSON"}, {"xlsx", "XLSX"}}
}

// dataFilesOf are the files that a page offers: that of an indicator its own, that of an
// area its observations, the opening page of the data those of all. Examples have none.
func dataFilesOf(s *site.Site, p *site.Page) []*dataFile {
	home := s.Absolute("/")
	switch {
	case p.Kind == site.Indicator && !p.Indicator.Example:
		return partFiles(home, opendata.Part{Indicator: p.Indicator})
	case p.Kind == site.Area && s.HasFigures(p.Area):
		return partFiles(home, opendata.Part{Area: p.Area})[:1] // CSV alone
	case p.Kind == site.DataIndex:
		files := partFiles(home, opendata.Part{})
		for _, r := range opendata.Registers() {
			files = append(files, &dataFile{path: r.Path(), make: func(m *opendata.Maker) ([]byte, error) { return m.Reference(r) }})
		}
		return append(files, &dataFile{path: opendata.DescriptorPath, make: func(m *opendata.Maker) ([]byte, error) { return m.Descriptor(home) }})
	}
	return nil
}

// partFiles are the observations of a part in each format.
func partFiles(home string, of opendata.Part) []*dataFile {
	var files []*dataFile
	for _, f := range partFormats() {
		files = append(files, &dataFile{path: of.Path(f.ending), make: func(m *opendata.Maker) ([]byte, error) {
			switch f.ending {
			case "csv":
				return m.CSV(of)
			case "json":
				return m.JSON(home, of)
			}
			return m.XLSX(of)
		}})
	}
	return files
}

// paths are those of the files that are made along with a page.
func (f *DataFiles) paths(s *site.Site, p *site.Page) []string {
	var all []string
	if !f.onDemand {
		for _, file := range dataFilesOf(s, p) {
			all = append(all, file.path)
		}
	}
	return all
}

// make makes the files that belong to the page, in the order of their paths.
func (f *DataFiles) make(d *drawing) (made [][]byte) {
	if f.onDemand {
		return nil
	}
	d.data = dataFilesOf(d.site, d.page)
	if len(d.data) == 0 {
		return nil
	}
	maker := f.maker.Asking(d.site.Set)
	if d.page.Kind == site.DataIndex && f.several {
		maker.Begin()
	}
	for _, file := range d.data {
		src, err := file.make(maker)
		if err != nil {
			d.fail(fmt.Errorf("making %s: %w", file.path, err))
		}
		file.size = len(src)
		made = append(made, src)
	}
	if d.page.Kind == site.Indicator || d.page.Kind == site.DataIndex {
		part := opendata.Part{Indicator: d.page.Indicator}
		var err error
		if d.version, err = maker.Version(part); err != nil {
			d.fail(fmt.Errorf("naming the version of %s: %w", part.Path("csv"), err))
		}
		maker.Done(part)
	}
	return made
}

// Later lists the files of pages that are made when somebody asks for them.
func (f *DataFiles) Later(s *site.Site, pages ...*site.Page) []Picture {
	var all []Picture
	if !f.onDemand {
		return nil
	}
	for _, p := range pages {
		for _, file := range dataFilesOf(s, p) {
			all = append(all, Picture{Path: file.path, Draw: func() ([]byte, diag.Problems) {
				src, err := file.make(opendata.NewMaker(s.Set)) // whose rows need not stay in memory
				if err != nil {
					var problems diag.Problems
					problems.Errorf(diag.Pos{File: "data/"}, 0, "data file", "", "%s cannot be made: %v", file.path, err)
					return nil, problems
				}
				return src, nil
			}})
		}
	}
	return all
}

// partDownloads are the links to the files of an indicator: with their sizes, where
// they are made with this page.
func (d *drawing) partDownloads(i *data.Indicator) []Download {
	if i.Example {
		return nil
	}
	return d.downloadsOf(opendata.Part{Indicator: i}, "figures of “"+i.Name+"”")
}

func (d *drawing) downloadsOf(of opendata.Part, what string) []Download {
	var all []Download
	for _, f := range partFormats() {
		all = append(all, d.dataDownload(of.Path(f.ending), f.kind, what))
	}
	return all
}

// dataDownload is the link to a file of open data.
func (d *drawing) dataDownload(file, kind, what string) Download {
	link := Download{Kind: kind, What: what, URL: d.link("/" + file), Name: path.Base(file)}
	for _, f := range d.data {
		if f.path == file {
			link.Size = fileSize(d.site.Locale, f.size)
		}
	}
	return link
}

// dataIndexFiles are the files of all indicators, with what they are.
func (d *drawing) dataIndexFiles() []DataFile {
	all := []DataFile{{What: "Observations", Words: "Every observation of every indicator, one a row.", Links: d.downloadsOf(opendata.Part{}, "of all observations")}}
	for _, r := range opendata.Registers() {
		name := strings.ToUpper(string(r[:1])) + string(r[1:])
		all = append(all, DataFile{What: name, Words: registerWords(r), Links: []Download{d.dataDownload(r.Path(), "CSV", "of the "+string(r))}})
	}
	return append(all, DataFile{
		What: "Data package", Words: "What is in each file, for programs: types, keys, missing values, sources and licence, as Data Package 2.0 describes them.",
		Links: []Download{d.dataDownload(opendata.DescriptorPath, "JSON", "descriptor of the data package")},
	})
}

// registerWords say what a reference table holds.
func registerWords(r opendata.Register) string {
	switch r {
	case opendata.Indicators:
		return "Names, definitions, units, caveats, and over what each may be summed."
	case opendata.Areas:
		return "Names and ISO 3166-1 codes of countries and groups, with their members and the notes on their names."
	case opendata.Dimensions:
		return "What figures are split by, and the names of the categories."
	}
	return "The documents and datasets that figures come from."
}

// columnWords say what the columns of observations hold.
func columnWords() []ImprintRow {
	meaning := map[string]string{
		"indicator":    "id of the indicator, as in indicators.csv",
		"area":         "id of the area, as in areas.csv",
		"area_name":    "name of the area",
		"iso3":         "its code of ISO 3166-1 alpha-3, or one that users assign (XKX); empty for groups and routes",
		"period":       "2023, 2023-Q1, 2023-01, a day, or a span 2024-01..2024-02",
		"period_start": "first day of the period",
		"period_end":   "last day of it; a stock is counted on that day",
		"dimension":    "what the value is split by, as in dimensions.csv; empty for a total; parts of parts join with a slash: age/sex",
		"category":     "which part of that it is: children; uasc/girls",
		"value":        "exact decimal number; empty where there is none",
		"unit":         "people, cases …; % for shares and changes; % of total where only the share of the total is known",
		"status":       "letter of the SDMX code list for observations, below",
		"source":       "key of the source, as in sources.csv",
		"note":         "remark on this value",
		"revised":      "day of the last revision of the value, if there was one since it was published",
		"complete":     "true where the parts of a value are all there, and add up to it",
	}
	var rows []ImprintRow
	for _, name := range opendata.Columns() {
		rows = append(rows, ImprintRow{Label: name, Text: meaning[name]})
	}
	return rows
}
