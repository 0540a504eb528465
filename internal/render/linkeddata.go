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
	linkedCreation
	Identifier string           `json:"identifier,omitempty"` // its address: it has no other
	Keywords   []string         `json:"keywords,omitempty"`
	Creator    *linkedAgent     `json:"creator,omitempty"`
	Free       bool             `json:"isAccessibleForFree"`
	Variables  []linkedVariable `json:"variableMeasured,omitempty"`
	Technique  string           `json:"measurementTechnique,omitempty"`
	Catalog    *linkedName      `json:"includedInDataCatalog,omitempty"`
	Files      []linkedFile     `json:"distribution,omitempty"`
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

// linkedDataset is what all datasets say: this one is the page's.
func (d *drawing) linkedDataset(name, route string, days site.Days) *linkedDataset {
	set := d.site.Set.Site
	w := &linkedDataset{Identifier: d.site.Absolute(route), Creator: d.linkedPublisher(), Free: true}
	w.linkedCreation = linkedCreation{
		Type: "Dataset", Name: name, URL: w.Identifier, Publisher: d.linkedPublisher(), License: set.License.URL,
		Language: d.site.Locale.Tag(), Version: d.version,
	}
	if w.Creator == nil {
		w.Creator = &linkedAgent{Type: "Organization", Name: set.Title, URL: d.site.Absolute("/")}
	}
	if days.First != 0 {
		w.Published, w.Modified = days.First.String(), days.Last.String()
	}
	return w
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
