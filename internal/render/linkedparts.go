package render

import "bulletin/internal/data"

// linkedGraph is all that a page says.
type linkedGraph struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

// linkedCreation is what all works may say of themselves: properties of CreativeWork or
// Thing (schema.org, version 29), which each type used here inherits. The order of the
// fields is that of the output.
type linkedCreation struct {
	Type        string         `json:"@type"`
	ID          string         `json:"@id,omitempty"`
	Name        string         `json:"name"`
	Description string         `json:"description,omitempty"`
	URL         string         `json:"url,omitempty"` // absolute, or left out
	Publisher   *linkedAgent   `json:"publisher,omitempty"`
	Published   string         `json:"datePublished,omitempty"` // ISO 8601: a year, month or day
	Modified    string         `json:"dateModified,omitempty"`
	Version     string         `json:"version,omitempty"`          // of the figures
	Temporal    string         `json:"temporalCoverage,omitempty"` // ISO 8601: "2023-01-01/2023-03-31"
	Spatial     []linkedPlace  `json:"spatialCoverage,omitempty"`
	Language    string         `json:"inLanguage"`
	License     string         `json:"license,omitempty"` // its address
	IsPartOf    *linkedName    `json:"isPartOf,omitempty"`
	HasPart     []linkedName   `json:"hasPart,omitempty"`
	Citation    []linkedSource `json:"citation,omitempty"`
}

// linkedWork is a Report, a Chapter or a NewsArticle, which alone has a dateline.
type linkedWork struct {
	linkedCreation
	Headline  string        `json:"headline,omitempty"`
	Author    []linkedAgent `json:"author,omitempty"`
	Dateline  string        `json:"dateline,omitempty"`
	IsBasedOn []linkedName  `json:"isBasedOn,omitempty"`
}

// linkedName is a CreativeWork that is described elsewhere.
type linkedName struct {
	Type        string `json:"@type"`
	ID          string `json:"@id,omitempty"`
	Name        string `json:"name"`
	URL         string `json:"url,omitempty"`
	Description string `json:"description,omitempty"` // search engines want one of a Dataset, wherever it stands
}

// linkedSource is a source as a CreativeWork. A page may name hundreds, so that
// it holds no more than is known of them.
type linkedSource struct {
	Type      string             `json:"@type"`
	Name      string             `json:"name"`
	URL       string             `json:"url,omitempty"`
	Publisher linkedOrganisation `json:"publisher"`
	Published string             `json:"datePublished,omitempty"` // ISO 8601: a year, month or day
}

// linkedOrganisation is an Organization of which the name is all that is known.
type linkedOrganisation struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

// linkedAgent is a Person or an Organization.
type linkedAgent struct {
	Type    string   `json:"@type"`
	Name    string   `json:"name"`
	URL     string   `json:"url,omitempty"`
	Email   string   `json:"email,omitempty"`
	Address string   `json:"address,omitempty"`
	SameAs  []string `json:"sameAs,omitempty"`
}

// linkedPlace is a Place.
type linkedPlace struct {
	Type        string         `json:"@type"`
	Name        string         `json:"name"`
	Description string         `json:"description,omitempty"` // the note on its name
	Identifier  *linkedLiteral `json:"identifier,omitempty"`
}

// linkedLiteral is a PropertyValue.
type linkedLiteral struct {
	Type  string `json:"@type"`
	Of    string `json:"propertyID"`
	Value string `json:"value"`
}

// linkedAgent is who a name stands for. Of the site's own publisher more is known.
func (d *drawing) linkedAgent(name string) linkedAgent {
	agent := linkedAgent{Type: "Person", Name: name}
	if d.isOrganisation(name) {
		agent.Type = "Organization"
	}
	if p := d.site.Set.Site.Publisher; name == oneLine(p.Name) {
		agent.URL, agent.Email, agent.Address = p.URL, p.Email, oneLine(p.Address)
		for _, profile := range p.Social {
			agent.SameAs = append(agent.SameAs, profile.URL)
		}
	}
	return agent
}

// linkedPlaces are areas as places.
func linkedPlaces(areas []*data.Area) []linkedPlace {
	var all []linkedPlace
	for _, a := range areas {
		place := linkedPlace{Type: "Place", Name: a.Name, Description: a.Note}
		if a.Code != "" {
			place.Identifier = &linkedLiteral{Type: "PropertyValue", Of: codeList(a.Code), Value: a.Code}
		}
		all = append(all, place)
	}
	return all
}

// codeList names the list that a code is of. From XAA to XZZ ISO 3166-1 gives none,
// and leaves them to their users; so XKX for Kosovo.
func codeList(code string) string {
	if code[0] == 'X' {
		return "ISO 3166-1 alpha-3, user-assigned"
	}
	return "ISO 3166-1 alpha-3"
}
