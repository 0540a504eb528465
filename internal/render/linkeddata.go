package render

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/mediatype"
	"bulletin/internal/opendata"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// longestDescription is how many characters the description of a dataset may have
// (Google Search Central, "Dataset (Dataset, DataCatalog, DataDownload) structured
// data").
const longestDescription = 5000

// wholeDescription ends each description of a dataset: with it, none is shorter than
// the 50 characters that Google asks for.
const wholeDescription = "Each value comes with its status, its source and the revisions that it had."

// linkedDataset is a Dataset of schema.org, with what Google requires and recommends.
type linkedDataset struct {
	Type        string           `json:"@type"`
	ID          string           `json:"@id,omitempty"`
	Name        string           `json:"name"`
	Description string           `json:"description"`
	URL         string           `json:"url,omitempty"`
	Identifier  string           `json:"identifier,omitempty"` // its address: it has no other
	Keywords    []string         `json:"keywords,omitempty"`
	Creator     *linkedAgent     `json:"creator,omitempty"`
	Publisher   *linkedAgent     `json:"publisher,omitempty"`
	License     string           `json:"license,omitempty"` // its address
	Language    string           `json:"inLanguage"`
	Free        bool             `json:"isAccessibleForFree"`
	Published   string           `json:"datePublished,omitempty"`
	Modified    string           `json:"dateModified,omitempty"`
	Version     string           `json:"version,omitempty"`
	Temporal    string           `json:"temporalCoverage,omitempty"` // ISO 8601: "2019-01-01/2025-12-31"
	Spatial     []linkedPlace    `json:"spatialCoverage,omitempty"`
	Variables   []linkedVariable `json:"variableMeasured,omitempty"`
	Technique   string           `json:"measurementTechnique,omitempty"`
	Catalog     *linkedName      `json:"includedInDataCatalog,omitempty"`
	IsPartOf    *linkedName      `json:"isPartOf,omitempty"`
	HasPart     []linkedName     `json:"hasPart,omitempty"`
	Files       []linkedFile     `json:"distribution,omitempty"`
	Citation    []linkedSource   `json:"citation,omitempty"`
}

// linkedVariable is a PropertyValue: what is measured.
type linkedVariable struct {
	Type        string `json:"@type"`
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
	Unit        string `json:"unitText,omitempty"`
}

// linkedFile is a DataDownload.
type linkedFile struct {
	Type   string `json:"@type"`
	Name   string `json:"name"`
	Format string `json:"encodingFormat"` // a media type
	URL    string `json:"contentUrl"`     // absolute
}

// linkedDataCatalog is a DataCatalog: a list of datasets.
type linkedDataCatalog struct {
	Type        string       `json:"@type"`
	ID          string       `json:"@id,omitempty"`
	Name        string       `json:"name"`
	Description string       `json:"description,omitempty"`
	URL         string       `json:"url,omitempty"`
	Publisher   *linkedAgent `json:"publisher,omitempty"`
	License     string       `json:"license,omitempty"`
	Language    string       `json:"inLanguage"`
	Datasets    []any        `json:"dataset"`
}

// linkedIndicator is the page of an indicator as a dataset.
func (d *drawing) linkedIndicator(i *data.Indicator) *linkedDataset {
	all := d.observations(i)
	w := d.linkedDataset(i.Name, site.IndicatorRoute(i), d.site.IndicatorDays(i))
	w.ID = w.URL
	w.Description = describe(i.Definition, i.Caveat, "Unit: "+i.Unit.Other, d.coverage(all), wholeDescription)
	w.Keywords = d.keywords(i, all)
	w.Temporal, w.Spatial = temporal(all), linkedPlaces(areasOf(all))
	w.Variables = []linkedVariable{variable(i)}
	w.Technique = measureWords(i.Measure)
	catalog, whole := d.linkedCatalogName(), d.linkedWholeName()
	w.Catalog, w.IsPartOf = &catalog, &whole
	w.Files = d.linkedFiles(partPaths(opendata.Part{Indicator: i})...)
	w.Citation = d.linkedSources(nil, all)
	return w
}

// linkedCatalog is the list of all indicators: a catalogue, and the dataset that they
// are together.
func (d *drawing) linkedCatalog() *linkedDataCatalog {
	set := d.site.Set.Site
	name := d.linkedCatalogName()
	c := &linkedDataCatalog{
		Type: name.Type, ID: name.ID, Name: name.Name, Description: set.Description, URL: name.URL,
		Publisher: d.linkedPublisher(), License: set.License.URL, Language: d.site.Locale.Tag(),
	}
	whole := d.linkedWhole()
	c.Datasets = append(c.Datasets, whole)
	for _, part := range whole.HasPart {
		c.Datasets = append(c.Datasets, part)
	}
	return c
}

// linkedWhole is the whole set as one dataset.
func (d *drawing) linkedWhole() *linkedDataset {
	name := d.linkedWholeName()
	w := d.linkedDataset(name.Name, "/data/", d.site.DataDays())
	w.ID = name.ID
	var all []*data.Observation
	areas := map[*data.Area]bool{}
	for _, i := range d.site.Set.Indicators() {
		if i.Example {
			continue
		}
		of := d.observations(i)
		for _, o := range of {
			areas[o.Area] = true
		}
		all = append(all, of...)
		w.Keywords = append(w.Keywords, i.Name)
		w.Variables = append(w.Variables, variable(i))
		w.HasPart = append(w.HasPart, linkedName{Type: "Dataset", ID: d.site.Absolute(site.IndicatorRoute(i)), Name: i.Name, URL: d.site.Absolute(site.IndicatorRoute(i)), Description: describe(i.Definition, i.Caveat, wholeDescription)})
	}
	var places []*data.Area
	for _, a := range d.site.Set.Areas() {
		if areas[a] {
			places = append(places, a)
		}
	}
	w.Temporal, w.Spatial = temporal(all), linkedPlaces(places)
	w.Description = describe(d.site.Set.Site.Description, d.count(len(w.Variables), "indicator", "indicators"), d.coverage(all), wholeDescription)
	w.Files = d.linkedFiles(append(partPaths(opendata.Part{}), opendata.DescriptorPath)...)
	return w
}

// linkedDataset is what all datasets say.
func (d *drawing) linkedDataset(name, route string, days site.Days) *linkedDataset {
	set := d.site.Set.Site
	w := &linkedDataset{
		Type: "Dataset", Name: name, URL: d.site.Absolute(route), Identifier: d.site.Absolute(route),
		Creator: d.linkedPublisher(), Publisher: d.linkedPublisher(), License: set.License.URL, Language: d.site.Locale.Tag(), Free: true,
	}
	if w.Creator == nil {
		w.Creator = &linkedAgent{Type: "Organization", Name: set.Title, URL: d.site.Absolute("/")}
	}
	if days.First != 0 {
		w.Published, w.Modified = days.First.String(), days.Last.String()
		w.Version = w.Modified // figures change on days that the data knows, and on no others
	}
	return w
}

// linkedCatalogName and linkedWholeName name the list and the whole, which share a page.
func (d *drawing) linkedCatalogName() linkedName { return d.dataName("DataCatalog", "catalogue") }

func (d *drawing) linkedWholeName() linkedName {
	n := d.dataName("Dataset", "dataset")
	n.Description = describe(d.site.Set.Site.Description, wholeDescription)
	return n
}

func (d *drawing) dataName(kind, id string) linkedName {
	n := linkedName{Type: kind, Name: d.site.Set.Site.Title + ": data", URL: d.site.Absolute("/data/")}
	if n.URL != "" {
		n.ID = n.URL + "#" + id
	}
	return n
}

// partPaths are where the files of a part lie.
func partPaths(of opendata.Part) []string {
	var paths []string
	for _, f := range partFormats() {
		paths = append(paths, of.Path(f.ending))
	}
	return paths
}

// linkedFiles are files of the site to download, without an address none.
func (d *drawing) linkedFiles(paths ...string) []linkedFile {
	if d.site.Base == nil {
		return nil
	}
	files := make([]linkedFile, len(paths))
	for i, path := range paths {
		format, _, _ := strings.Cut(mediatype.Of(path), ";")
		files[i] = linkedFile{"DataDownload", path[strings.LastIndexByte(path, '/')+1:], format, d.site.Absolute("/" + path)}
	}
	return files
}

// keywords are the words that an indicator's data is looked for by: its name, what it
// counts, and what it is broken down by.
func (d *drawing) keywords(i *data.Indicator, all []*data.Observation) []string {
	words := []string{i.Name}
	add := func(word string) {
		if word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	add(i.Unit.Other)
	broken := map[string]bool{}
	for _, o := range all {
		for _, step := range o.Path {
			broken[step.Dimension] = true
		}
	}
	for _, dimension := range d.site.Set.Dimensions() {
		if broken[dimension.ID] {
			add(dimension.Name)
		}
	}
	return words
}

func variable(i *data.Indicator) linkedVariable {
	return linkedVariable{Type: "PropertyValue", Name: i.Name, Description: oneLine(i.Definition), Unit: i.Unit.Other}
}

// temporal is the time that observations with a value cover, as an interval of ISO
// 8601; "" without any.
func temporal(all []*data.Observation) string {
	var first, last period.Day
	for _, o := range all {
		if !o.HasValue && !o.HasShare {
			continue
		}
		if from := o.Period.First(); first == 0 || from < first {
			first = from
		}
		last = max(last, o.Period.Last())
	}
	if first == 0 {
		return ""
	}
	return first.String() + "/" + last.String()
}

// areasOf are the areas of observations, in their order.
func areasOf(all []*data.Observation) []*data.Area {
	var areas []*data.Area
	known := map[*data.Area]bool{}
	for _, o := range all {
		if !known[o.Area] {
			known[o.Area] = true
			areas = append(areas, o.Area)
		}
	}
	return areas
}

// describe joins sentences, as many characters as a description may have.
func describe(sentences ...string) string {
	var all []string
	for _, s := range sentences {
		if s = oneLine(s); s != "" {
			if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "…") {
				s += "."
			}
			all = append(all, s)
		}
	}
	text := []rune(strings.Join(all, " "))
	if len(text) <= longestDescription {
		return string(text)
	}
	text = text[:longestDescription-1]
	if at := slices.Index(text[len(text)-100:], ' '); at > 0 { // not in the middle of a word
		text = text[:len(text)-100+at]
	}
	return string(text) + "…"
}
