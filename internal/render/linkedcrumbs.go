package render

import (
	"slices"

	"bulletin/internal/site"
)

// linkedList is a BreadcrumbList: the way from the home page to this one.
type linkedList struct {
	Type  string       `json:"@type"`
	Items []linkedItem `json:"itemListElement"`
}

// linkedItem is a ListItem.
type linkedItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"` // from 1
	Name     string `json:"name"`
	Item     string `json:"item"` // its address
}

// linkedCrumbs is the way to a page that shows one, this page at its end; nil for
// others, and while the site has no address: an item needs one.
func (d *drawing) linkedCrumbs() *linkedList {
	if d.site.Base == nil || d.page.Kind == site.NotFound || d.page.Parent == nil {
		return nil
	}
	way := []*site.Page{d.page}
	for p := d.page.Parent; p != nil; p = p.Parent {
		way = append(way, p)
	}
	slices.Reverse(way)
	list := &linkedList{Type: "BreadcrumbList"}
	for i, p := range way {
		name := p.PlainTitle()
		if p.Kind == site.Home {
			name = homeName
		}
		list.Items = append(list.Items, linkedItem{"ListItem", i + 1, name, d.site.Absolute(p.Route)})
	}
	return list
}

// linkedWebsite is a WebSite.
type linkedWebsite struct {
	linkedCreation
	Search *linkedSearch `json:"potentialAction,omitempty"`
}

// linkedSearch is a SearchAction. Its address is a template, whose name of the query
// another property gives, as Google wrote down for it.
type linkedSearch struct {
	Type   string     `json:"@type"`
	Target linkedForm `json:"target"`
	Query  string     `json:"query-input"`
}

// linkedForm is an EntryPoint.
type linkedForm struct {
	Type string `json:"@type"`
	URL  string `json:"urlTemplate"`
}

// linkedSite is the site as a whole, of which its home page tells.
func (d *drawing) linkedSite(description string) *linkedWebsite {
	set := d.site.Set.Site
	w := &linkedWebsite{linkedCreation: linkedCreation{
		Type: "WebSite", Name: set.Title, Description: description, URL: d.site.Absolute("/"),
		Language: d.site.Locale.Tag(), License: set.License.URL, Publisher: d.linkedPublisher(),
	}}
	if p, ok := d.site.Page("/search/"); ok && d.site.Base != nil && p.Document == nil {
		w.Search = &linkedSearch{"SearchAction", linkedForm{"EntryPoint", d.site.Absolute(p.Route) + "?q={query}"}, "required name=query"}
	}
	return w
}

// linkedPublisher is the site's publisher, or nil.
func (d *drawing) linkedPublisher() *linkedAgent {
	name := oneLine(d.site.Set.Site.Publisher.Name)
	if name == "" {
		return nil
	}
	agent := d.linkedAgent(name)
	agent.Type = "Organization"
	return &agent
}
