package opendata

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

// DescriptorPath is where the descriptor lies, below the root of the site. Paths in it
// are relative to its folder.
const DescriptorPath = "data/datapackage.json"

// profile is what the descriptor follows: Data Package, version 2.
const profile = "https://datapackage.org/profiles/2.0/datapackage.json"

// dataPackage is the descriptor. The names of its members are those of the standard.
type dataPackage struct {
	Schema       string        `json:"$schema"`
	Name         string        `json:"name"`
	ID           string        `json:"id,omitempty"`
	Homepage     string        `json:"homepage,omitempty"`
	Title        string        `json:"title"`
	Description  string        `json:"description,omitempty"`
	Version      string        `json:"version"`
	Created      string        `json:"created,omitempty"` // RFC 3339
	Licenses     []license     `json:"licenses,omitempty"`
	Contributors []contributor `json:"contributors,omitempty"`
	Sources      []origin      `json:"sources,omitempty"`
	resources    []resource    // one a line: see encode
}

type license struct {
	Name  string `json:"name,omitempty"`
	Path  string `json:"path,omitempty"`
	Title string `json:"title,omitempty"`
}

type contributor struct {
	Title string   `json:"title"`
	Path  string   `json:"path,omitempty"`
	Email string   `json:"email,omitempty"`
	Roles []string `json:"roles"`
}

type origin struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

// resource is a file. Tables are CSV after RFC 4180, which is what a reader takes where no
// dialect is named. Other files hold the cells of a table once more: they have neither
// schema nor hash, which would cost making each again whenever one value changes.
type resource struct {
	Name        string  `json:"name"`
	Type        string  `json:"type,omitempty"`
	Title       string  `json:"title"`
	Description string  `json:"description,omitempty"`
	Path        string  `json:"path"`
	Format      string  `json:"format"`
	Mediatype   string  `json:"mediatype"`
	Encoding    string  `json:"encoding,omitempty"`
	Bytes       int     `json:"bytes,omitempty"`
	Hash        string  `json:"hash,omitempty"` // "sha256:" and the hex digits
	Schema      *schema `json:"schema,omitempty"`
}

// Descriptor is the descriptor of the data package: the CSV files of all observations
// and of each indicator's, and of the registers, with their schemas, sizes and hashes;
// and the JSON and XLSX that hold the same observations.
// Home is the address of the site, or "".
func (m *Maker) Descriptor(home string) ([]byte, error) {
	m.ask(Part{})
	set := m.set
	p := dataPackage{
		Schema: profile, Name: packageName(set.Site.Title), Homepage: home, Title: set.Site.Title, Description: set.Site.Description,
	}
	if home != "" {
		p.ID = strings.TrimSuffix(home, "/") + "/" + DescriptorPath
	}
	if l := set.Site.License; licenseName(l.Name) != "" || l.URL != "" { // one of which the standard asks for
		p.Licenses = []license{{Name: licenseName(l.Name), Path: l.URL, Title: l.Name}}
	}
	if publisher := set.Site.Publisher; publisher.Name != "" {
		p.Contributors = []contributor{{publisher.Name, publisher.URL, publisher.Email, []string{"publisher"}}}
	}
	e := m.entries()
	for _, s := range e.sources {
		p.Sources = append(p.Sources, origin{s.Publisher + ": " + s.Title, s.URL})
	}
	all, err := m.csvOf(Part{})
	if err != nil {
		return nil, err
	}
	p.resources = []resource{describe("observations", "All observations", Part{}.Path("csv"), all, observationSchema())}
	for _, r := range Registers() {
		src, err := tableCSV(e.table(r))
		if err != nil {
			return nil, err
		}
		file := csvFile{src: src, sum: sha256.Sum256(src)}
		p.resources = append(p.resources, describe(string(r), r.title(), r.Path(), file, r.schema()))
	}
	for _, i := range e.indicators {
		part := Part{Indicator: i}
		file, err := m.csvOf(part)
		if err != nil {
			return nil, err
		}
		r := describe("indicator-"+i.ID, i.Name, part.Path("csv"), file, observationSchema().short())
		r.Description = i.Definition
		p.resources = append(p.resources, r)
	}
	p.resources = append(p.resources, again("observations", "All observations", Part{})...)
	for _, i := range e.indicators {
		p.resources = append(p.resources, again("indicator-"+i.ID, i.Name, Part{Indicator: i})...)
	}
	if p.Version, err = m.Version(Part{}); err != nil {
		return nil, err
	}
	if day := newest(set, Part{}); day != 0 {
		p.Created = day.String() + "T00:00:00Z"
	}
	return encode(p)
}

// encode writes the descriptor, and each resource on a line of its own: there is one for
// every indicator. Nothing stands in a page, so < and > stay readable.
func encode(p dataPackage) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(p); err != nil {
		return nil, fmt.Errorf("writing the descriptor: %w", err)
	}
	out.Truncate(out.Len() - len("\n}\n"))
	out.WriteString(",\n  \"resources\": [")
	e.SetIndent("", "")
	for i, r := range p.resources {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		if err := e.Encode(r); err != nil {
			return nil, fmt.Errorf("writing the resource %s: %w", r.Name, err)
		}
		out.Truncate(out.Len() - len("\n"))
	}
	out.WriteString("\n  ]\n}\n")
	return out.Bytes(), nil
}

// again are the resources for a table in other formats. No id has a point, so the names
// are no other's.
func again(name, title string, of Part) []resource {
	at := func(ending string) string { return strings.TrimPrefix(of.Path(ending), "data/") }
	return []resource{
		{Name: name + ".json", Title: title + ", as JSON", Path: at("json"), Format: "json", Mediatype: "application/json", Encoding: "utf-8"},
		{Name: name + ".xlsx", Title: title + ", as a workbook", Path: at("xlsx"), Format: "xlsx", Mediatype: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	}
}

// describe is a resource for a file below data/.
func describe(name, title, path string, file csvFile, s schema) resource {
	return resource{
		Name: name, Type: "table", Title: title, Path: strings.TrimPrefix(path, "data/"), Format: "csv", Mediatype: "text/csv", Encoding: "utf-8",
		Bytes: len(file.src), Hash: "sha256:" + hex.EncodeToString(file.sum[:]), Schema: &s,
	}
}

// packageName is a title as the name of a package: a-z, 0-9 and single hyphens.
func packageName(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	if len(words) == 0 {
		return "data"
	}
	return strings.Join(words, "-")
}

// licenseName is the identifier that the Open Definition has for a licence of Creative
// Commons: "CC BY 4.0" is "CC-BY-4.0". Others keep what of their name may stand in an
// identifier, parted by hyphens; it is "" where nothing may.
func licenseName(name string) string {
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("-._", r)
	}), "-")
}
