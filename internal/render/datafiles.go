package render

import (
	"fmt"
	"path"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/opendata"
	"bulletin/internal/site"
)

// dataFile is a file of the open data. It is made with the page that offers it.
type dataFile struct {
	path string // below the root of the site
	make func(s *site.Site) ([]byte, error)
	size int // in bytes, once it is made
}

// partFormats are the formats of observations, each with what it is called.
func partFormats() []struct{ ending, kind string } {
	return []struct{ ending, kind string }{{"csv", "CSV"}, {"json", "JSON"}, {"xlsx", "XLSX"}}
}

// dataFilesOf are the files that are made with a page: those of an indicator with its
// own, those of all with the opening page of the data. Examples have none.
func dataFilesOf(p *site.Page) []*dataFile {
	var files []*dataFile
	switch {
	case p.Kind == site.Indicator && !p.Indicator.Example:
		files = partFiles(opendata.Part{Indicator: p.Indicator})
	case p.Kind == site.DataIndex:
		files = partFiles(opendata.Part{})
		for _, r := range opendata.Registers() {
			files = append(files, &dataFile{path: r.Path(), make: func(s *site.Site) ([]byte, error) { return opendata.Reference(s.Set, r) }})
		}
		files = append(files, &dataFile{path: opendata.DescriptorPath, make: func(s *site.Site) ([]byte, error) {
			return opendata.Descriptor(s.Set, s.Absolute("/"))
		}})
	}
	return files
}

// partFiles are the observations of a part in each format.
func partFiles(of opendata.Part) []*dataFile {
	var files []*dataFile
	for _, f := range partFormats() {
		files = append(files, &dataFile{path: of.Path(f.ending), make: func(s *site.Site) ([]byte, error) {
			switch f.ending {
			case "csv":
				return opendata.CSV(s.Set, of)
			case "json":
				return opendata.JSON(s.Set, s.Absolute("/"), of)
			}
			return opendata.XLSX(s.Set, of)
		}})
	}
	return files
}

// makeDataFiles makes the files of open data that belong to the page, in the order of
// their paths.
func (d *drawing) makeDataFiles() (made [][]byte) {
	for _, f := range d.data {
		src, err := f.make(d.site)
		if err != nil {
			d.fail(fmt.Errorf("making %s: %w", f.path, err))
		}
		f.size = len(src)
		made = append(made, src)
	}
	return made
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
		What: "Data package", Words: "What is in each CSV, for programs: types, keys, missing values, sources and licence, as Data Package 2.0 describes them.",
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
