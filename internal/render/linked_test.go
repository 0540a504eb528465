package render_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bulletin/templates"
)

// linkedBlock is what the page's data block says of the page itself; nil where that is
// nothing.
func (p *reading) linkedBlock(t *testing.T) map[string]any {
	t.Helper()
	for _, node := range p.linkedGraph(t) {
		if node["@type"] != "BreadcrumbList" {
			return node
		}
	}
	return nil
}

// linkedNode is the node of a type in the page's data block, or nil.
func (p *reading) linkedNode(t *testing.T, kind string) map[string]any {
	t.Helper()
	for _, node := range p.linkedGraph(t) {
		if node["@type"] == kind {
			return node
		}
	}
	return nil
}

// linkedGraph is the page's data block, parsed strictly; nil for a page without.
func (p *reading) linkedGraph(t *testing.T) []map[string]any {
	t.Helper()
	var block *struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	for n := range p.root.Descendants() {
		if n.DataAtom != atom.Script || attribute(n, "type") != "application/ld+json" {
			continue
		}
		if block != nil {
			t.Errorf("%s: two data blocks", p.name)
		}
		if n.Parent.DataAtom != atom.Head || n.FirstChild == nil || n.FirstChild != n.LastChild || n.FirstChild.Type != html.TextNode {
			t.Fatalf("%s: the data block is not text in the head", p.name)
		}
		decoder := json.NewDecoder(strings.NewReader(n.FirstChild.Data))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&block); err != nil || decoder.More() {
			t.Fatalf("%s: the data block is no JSON: %v", p.name, err)
		}
	}
	if block == nil {
		return nil
	}
	if block.Context != "https://schema.org" || len(block.Graph) == 0 {
		t.Errorf("%s: the data block is %d nodes of %q", p.name, len(block.Graph), block.Context)
	}
	return block.Graph
}

// schema lists the properties of schema.org that are in use here, by the types that
// have them: those of Thing and CreativeWork hold for all works.
func schema() map[string]string {
	const (
		thing = " @type name description url identifier sameAs "
		work  = thing + " headline author publisher datePublished dateModified temporalCoverage spatialCoverage inLanguage license version isPartOf hasPart isBasedOn citation "
		of    = work + " @id creator keywords isAccessibleForFree "
	)
	return map[string]string{
		"Report": work, "Chapter": work, "NewsArticle": work + " dateline ", "CreativeWork": work,
		"Dataset":     of + " distribution includedInDataCatalog variableMeasured measurementTechnique ",
		"DataCatalog": of + " dataset ", "WebSite": work + " potentialAction ",
		"DataDownload": thing + " encodingFormat contentUrl contentSize ", "SearchAction": thing + " target query-input ", "EntryPoint": thing + " urlTemplate ",
		"BreadcrumbList": thing + " itemListElement ", "ListItem": thing + " position item ",
		"Person": thing + " email address ", "Organization": thing + " email address ", "Place": thing,
		"PropertyValue": thing + " propertyID value unitText ",
	}
}

// obey reports properties that their type does not have, values that are empty,
// and values of another type than a property takes.
func obey(node any, expected string, report func(string, ...any)) {
	switch node := node.(type) {
	case []any:
		if len(node) == 0 {
			report("an empty list of %s", expected)
		}
		for _, one := range node {
			obey(one, expected, report)
		}
	case map[string]any:
		kind, _ := node["@type"].(string)
		if !strings.Contains(" "+expected+" ", " "+kind+" ") {
			report("%s where one of %s is wanted", kind, expected)
		}
		properties := schema()[kind]
		for name, value := range node {
			if !strings.Contains(properties, " "+name+" ") {
				report("a %s has no %s", kind, name)
			}
			takes := map[string]string{
				"author": "Person Organization", "publisher": "Organization Person", "spatialCoverage": "Place", "identifier": "PropertyValue",
				"isPartOf": "Report Dataset", "hasPart": "Chapter Dataset", "isBasedOn": "CreativeWork", "citation": "CreativeWork", "sameAs": "text",
				"creator": "Organization", "dataset": "Dataset", "includedInDataCatalog": "DataCatalog", "distribution": "DataDownload", "variableMeasured": "PropertyValue",
				"itemListElement": "ListItem", "potentialAction": "SearchAction", "target": "EntryPoint",
			}[name]
			obey(value, strings.TrimSpace("text "+takes), func(format string, more ...any) { report(name+": "+format, more...) })
		}
	case string:
		if node == "" || !strings.Contains(expected, "text") {
			report("the text %q", node)
		}
	case bool, float64: // isAccessibleForFree, position
	default:
		report("%v", node)
	}
}

// TestLinkedData reads the data blocks of this repository's site: they are what
// schema.org knows, and every address in them that is on the site leads somewhere.
func TestLinkedData(t *testing.T) {
	s, files := load(t, "../..", templates.FS)
	required := map[string]string{
		"reports/[^/]+/":       "Report name headline description url author publisher datePublished dateModified temporalCoverage spatialCoverage inLanguage license version hasPart isBasedOn citation",
		"reports/[^/]+/[^/]+/": "Chapter name headline description url author publisher datePublished temporalCoverage spatialCoverage inLanguage license isPartOf",
		"snapshots/[^/]+/":     "Report name headline description url author publisher temporalCoverage spatialCoverage inLanguage license isBasedOn citation",
		"news/[^/]+/":          "NewsArticle name headline description url author publisher datePublished dateline inLanguage license isBasedOn citation",
		"":                     "WebSite name description url inLanguage license publisher",
		"data/":                "DataCatalog @id name description url inLanguage license publisher dataset",
		"data/[^/]+/":          "Dataset @id name description url identifier keywords creator publisher license inLanguage isAccessibleForFree variableMeasured measurementTechnique includedInDataCatalog isPartOf distribution",
	}
	blocks := 0
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		p := read(t, path, files[path])
		block := p.linkedBlock(t)
		want := ""
		for folder, properties := range required {
			if regexp.MustCompile("^"+folder+"index.html$").MatchString(path) && !p.redirect && !strings.HasSuffix(path, "/print/index.html") {
				want = properties
			}
		}
		if strings.Contains(string(files[path]), `<meta name="robots" content="noindex">`) && strings.HasPrefix(path, "data/") {
			want = "" // its values are invented
		}
		p.crumbs(t)
		if (block != nil) != (want != "") {
			t.Errorf("%s: a data block: %t", path, block != nil)
		}
		if block == nil {
			continue
		}
		blocks++
		kind, properties, _ := strings.Cut(want, " ")
		if block["@type"] != kind {
			t.Errorf("%s: a %s", path, block["@type"])
		}
		for _, name := range strings.Fields(properties) {
			if block[name] == nil {
				t.Errorf("%s: no %s", path, name)
			}
		}
		obey(block, kind, func(format string, more ...any) { t.Errorf(path+": "+format, more...) })
		addresses(block, func(address string) {
			inside, ok := strings.CutPrefix(address, s.Base.String())
			if !ok {
				return
			}
			if inside == "" || strings.HasSuffix(inside, "/") {
				inside += "index.html"
			}
			if _, there := files[inside]; !there {
				t.Errorf("%s: %s leads nowhere", path, address)
			}
		})
		if address := s.Base.String() + strings.TrimSuffix(path, "index.html"); block["url"] != address {
			t.Errorf("%s: its address is %s", path, block["url"])
		}
		if period, ok := block["temporalCoverage"].(string); ok && !regexp.MustCompile(`^\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d$`).MatchString(period) {
			t.Errorf("%s: %s is no interval of ISO 8601", path, period)
		}
	}
	if blocks < 15 {
		t.Errorf("only %d pages have a data block", blocks)
	}
	edition := read(t, editionPage, files[editionPage]).linkedBlock(t)
	for name, want := range map[string]string{
		"temporalCoverage": "2023-01-01/2023-03-31",
		"spatialCoverage":  "GRC BGR MKD ALB MNE XKX SRB ROU BIH HRV",
	} {
		if got := fmt.Sprint(edition[name]); name == "temporalCoverage" && got != want {
			t.Errorf("%s is %s", name, got)
		}
		for code := range strings.FieldsSeq(want) {
			if name == "spatialCoverage" && !strings.Contains(fmt.Sprint(edition[name]), "value:"+code) {
				t.Errorf("%s has no %s", name, code)
			}
		}
	}
	chapters := len(s.Editions[0].Sections)
	if got := len(edition["hasPart"].([]any)); got != chapters {
		t.Errorf("the edition has %d parts of %d", got, chapters)
	}
}

// crumbs compares the way to a page as its data block has it with the one that is
// shown: as Google asks for it, each item with its place, name and address.
func (p *reading) crumbs(t *testing.T) {
	t.Helper()
	var shown []string
	for n := range p.root.Descendants() {
		if n.DataAtom == atom.Nav && attribute(n, "aria-label") == "Breadcrumbs" {
			for item := range n.Descendants() {
				if item.DataAtom == atom.Li {
					shown = append(shown, strings.TrimSpace(text(item)))
				}
			}
		}
	}
	list := p.linkedNode(t, "BreadcrumbList")
	if (list != nil) != (shown != nil) {
		t.Errorf("%s: crumbs shown %q, told %v", p.name, shown, list)
		return
	}
	if list == nil {
		return
	}
	items := list["itemListElement"].([]any)
	if len(items) != len(shown) {
		t.Errorf("%s: %d crumbs shown, %d told", p.name, len(shown), len(items))
		return
	}
	for i, one := range items {
		item := one.(map[string]any)
		// A title that is shown may carry marks of revised values.
		if item["@type"] != "ListItem" || item["position"] != float64(i+1) || !strings.HasPrefix(shown[i], strings.Fields(fmt.Sprint(item["name"]))[0]) || !strings.HasPrefix(fmt.Sprint(item["item"]), "https://example.org/") {
			t.Errorf("%s: crumb %d is %v, shown is %q", p.name, i, item, shown[i])
		}
	}
}

// addresses hands on every address in a block.
func addresses(node any, found func(string)) {
	switch node := node.(type) {
	case []any:
		for _, one := range node {
			addresses(one, found)
		}
	case map[string]any:
		for name, value := range node {
			if text, ok := value.(string); ok && (name == "url" || name == "license" || name == "item" || name == "identifier" || name == "contentUrl") {
				found(text)
				continue
			}
			addresses(value, found)
		}
	}
}

// TestLinkedDataWithoutAddress writes no address while the site has none.
func TestLinkedDataWithoutAddress(t *testing.T) {
	files, _ := made(t, nil, nil)
	for _, path := range []string{editionPage, serbiaPage} {
		block := read(t, path, []byte(files[path])).linkedBlock(t)
		addresses(block, func(address string) {
			if !strings.HasPrefix(address, "https://example.org/count/") { // of the source
				t.Errorf("%s: the address %q", path, address)
			}
		})
		obey(block, "Report Chapter", func(format string, more ...any) { t.Errorf(path+": "+format, more...) })
	}
}

// TestLinkedDataHostile gives names that would end the block, or change how it is
// read: they come back unchanged, and the page stays whole.
func TestLinkedDataHostile(t *testing.T) {
	for _, name := range []string{
		`</script><script>alert(1)</script>`, `<!--<script>`, `-->`, `"`, `\`, `\u003c/script>`, "a\u2028b\u2029c", "\u200fabc\u200e", `'"]}`, `&lt;&amp;`, "é\u0301𝔘", `{{ arrivals }}`,
	} {
		quoted := strconv.QuoteToASCII(name) // YAML reads its escapes too
		more := editionWith("title: A report\ncredits: {publisher: " + quoted + ", authors: [" + quoted + ", Ana Ana]}")
		base := places()
		more["data/areas.yaml"] = strings.Replace(base["data/areas.yaml"], "name: Serbia", "name: "+quoted, 1)
		more["data/sources.yaml"] = strings.Replace(base["data/sources.yaml"], "publisher: Office, title: Count", "publisher: "+quoted+", title: "+quoted, 1)
		more["data/indicators.yaml"] = strings.Replace(base["data/indicators.yaml"], "name: New arrivals", "name: "+quoted, 1)
		files, _ := made(t, more, nil)
		for _, path := range []string{editionPage, serbiaPage} {
			src := []byte(files[path])
			n, files := bytes.Count(src, []byte("<script")), bytes.Count(src, []byte(`<script src="../`)) // of ours, beside the block
			if n != 1+files || bytes.Count(src, []byte("</script>")) != n {
				t.Errorf("%q: %s has %d scripts", name, path, n)
			}
			block := read(t, path, src).linkedBlock(t)
			if block["spatialCoverage"] == nil || block["citation"] == nil || block["isBasedOn"] == nil {
				t.Errorf("%q: %s lacks a part: %v", name, path, block)
				continue
			}
			for what, got := range map[string]any{
				"place":   block["spatialCoverage"].([]any)[0].(map[string]any)["name"],
				"source":  block["citation"].([]any)[0].(map[string]any)["name"],
				"dataset": block["isBasedOn"].([]any)[0].(map[string]any)["name"],
			} {
				if got != name {
					t.Errorf("%s: the %s %q comes back as %q", path, what, name, got)
				}
			}
			author := block["author"].([]any)[0].(map[string]any)["name"]
			if want := strings.NewReplacer("\u2028", " ", "\u2029", " ").Replace(name); author != want {
				t.Errorf("%s: the author %q comes back as %q", path, name, author)
			}
		}
	}
}

// TestLinkedAgents tells people from organisations.
func TestLinkedAgents(t *testing.T) {
	files, _ := made(t, editionWith("title: A report\ncredits: {authors: [Ana de la Peña, Office, UNHCR, Hub of Statistics, Ben & Partners, Other Desk], publisher: Other Desk}"), nil)
	block := read(t, editionPage, []byte(files[editionPage])).linkedBlock(t)
	var got []string
	for _, a := range block["author"].([]any) {
		agent := a.(map[string]any)
		got = append(got, fmt.Sprint(agent["@type"], " ", agent["name"]))
	}
	want := []string{"Person Ana de la Peña", "Organization Office", "Organization UNHCR", "Organization Hub of Statistics", "Organization Ben & Partners", "Organization Other Desk"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
