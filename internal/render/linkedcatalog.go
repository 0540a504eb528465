package render

import (
	"bulletin/internal/data"
	"bulletin/internal/opendata"
	"bulletin/internal/site"
)

// linkedDataCatalog is a DataCatalog: a list of datasets.
type linkedDataCatalog struct {
	linkedCreation
	Datasets []any `json:"dataset"`
}

// linkedCatalog is the list of all indicators: a catalogue, and the dataset that they
// are together.
func (d *drawing) linkedCatalog() *linkedDataCatalog {
	set := d.site.Set.Site
	name := d.linkedCatalogName()
	c := &linkedDataCatalog{linkedCreation: linkedCreation{
		Type: name.Type, ID: name.ID, Name: name.Name, Description: set.Description, URL: name.URL,
		Publisher: d.linkedPublisher(), License: set.License.URL, Language: d.site.Locale.Tag(),
	}}
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
		address := d.site.Absolute(site.IndicatorRoute(i))
		w.HasPart = append(w.HasPart, linkedName{Type: "Dataset", ID: address, Name: i.Name, URL: address, Description: describe(i.Definition, i.Caveat, wholeDescription)})
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
