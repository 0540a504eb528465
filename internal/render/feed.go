package render

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"html"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// feedPath is the file of the feed.
const feedPath = "feed.xml"

// mostEntries is how many entries the feed has, the newest: an archive is what
// the lists of the site are for.
const mostEntries = 100

// mostAreas is how many areas the title of a day of revisions names.
const mostAreas = 4

// The elements of Atom that the feed uses (RFC 4287, section 4). Texts are escaped
// by encoding/xml, which writes U+FFFD for characters that XML 1.0 forbids.
type (
	atomFeed struct {
		XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Language string      `xml:"xml:lang,attr"`
		ID       string      `xml:"id"`
		Title    string      `xml:"title"`
		Subtitle string      `xml:"subtitle,omitempty"`
		Updated  string      `xml:"updated"`
		Authors  []atomName  `xml:"author"`
		Links    []atomLink  `xml:"link"`
		Rights   string      `xml:"rights,omitempty"`
		Entries  []atomEntry `xml:"entry"`
	}
	atomEntry struct {
		ID        string     `xml:"id"`
		Title     string     `xml:"title"`
		Published string     `xml:"published,omitempty"`
		Updated   string     `xml:"updated"`
		Authors   []atomName `xml:"author"` // those of the feed, where there is none
		Link      atomLink   `xml:"link"`
		Category  atomTerm   `xml:"category"`
		Summary   *atomText  `xml:"summary"`
		Content   *atomText  `xml:"content"`

		day period.Day // of Updated
	}
	atomName struct {
		Name string `xml:"name"`
		URI  string `xml:"uri,omitempty"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	}
	atomTerm struct {
		Term string `xml:"term,attr"`
	}
	atomText struct {
		Type string `xml:"type,attr"`
		Text string `xml:",chardata"`
	}
)

// feed is the Atom feed of a site that has an address: its editions, snapshots and
// news, and an entry for each day on which published values were revised; the newest
// first. Its days are those of front matter and data, never of the build. It is nil
// where there is nothing to tell: a feed needs a date.
func feed(s *site.Site) []byte {
	f := feedOf(s)
	if f == nil {
		return nil
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	_ = e.Encode(f) // these types can be encoded, and a bytes.Buffer does not fail
	b.WriteByte('\n')
	return b.Bytes()
}

// hasFeed tells whether a site has a feed.
func hasFeed(s *site.Site) bool {
	return s.Base != nil && (len(s.Editions) > 0 || len(s.Snapshots) > 0 || len(s.Articles) > 0 || len(s.Revisions()) > 0)
}

func feedOf(s *site.Site) *atomFeed {
	if !hasFeed(s) {
		return nil
	}
	all := revisionEntries(s) // before what they updated on the same day
	for _, e := range s.Editions {
		all = append(all, editionEntry(s, e))
	}
	for _, p := range s.Snapshots {
		day := cmp.Or(p.Document.Snapshot.Published, p.Period.Last())
		all = append(all, pageEntry(s, p, "snapshot", p.Document.Snapshot.Published, day))
	}
	for _, p := range s.Articles {
		day := p.Document.Article.Date
		all = append(all, pageEntry(s, p, "news", day, day))
	}
	slices.SortStableFunc(all, func(x, y atomEntry) int { return cmp.Compare(y.day, x.day) })
	all = all[:min(len(all), mostEntries)]
	publisher := s.Set.Site.Publisher
	return &atomFeed{
		Language: s.Locale.Tag(), ID: s.Absolute("/"), Title: s.Set.Site.Title, Subtitle: s.Set.Site.Description,
		Updated: stamp(all[0].day), Authors: []atomName{{Name: cmp.Or(publisher.Name, s.Set.Site.Title), URI: publisher.URL}},
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: s.Absolute("/" + feedPath)},
			{Rel: "alternate", Type: "text/html", Href: s.Absolute("/")},
		},
		Rights: s.Set.Site.License.Name, Entries: all,
	}
}

// stamp is the beginning of a day as RFC 3339 writes it, in UTC.
func stamp(d period.Day) string {
	if d == 0 {
		return ""
	}
	return d.String() + "T00:00:00Z"
}

// editionEntry is an edition. Where its front matter has no day, that of its record
// stands in, the day on which `bulletin publish` first wrote it; else the last day of
// its period, before which it cannot have been published. It is updated on the day
// of its newest correction as well.
func editionEntry(s *site.Site, e *site.Edition) atomEntry {
	front := e.Page.Document.Report
	published := front.Published
	if record, ok := s.Set.Record(e.ID); ok && published == 0 {
		for _, cell := range record.Entries {
			if published == 0 || cell.Date < published {
				published = cell.Date
			}
		}
	}
	entry := pageEntry(s, e.Page, "edition", published, cmp.Or(max(published, e.Dated()), e.Period.Last()))
	for _, name := range front.Credits.Authors {
		entry.Authors = append(entry.Authors, atomName{Name: name})
	}
	return entry
}

// pageEntry is a page of words: its title and its summary. Its address is its id,
// and stays as long as the page does.
func pageEntry(s *site.Site, p *site.Page, term string, published, updated period.Day) atomEntry {
	entry := atomEntry{
		ID: s.Absolute(p.Route), Title: p.Title, Published: stamp(published), Updated: stamp(updated), day: updated,
		Link: atomLink{Rel: "alternate", Type: "text/html", Href: s.Absolute(p.Route)}, Category: atomTerm{term},
	}
	if words := p.Lead(); words != "" {
		entry.Summary = &atomText{"text", words}
	}
	return entry
}

// revisionEntries are the days on which values were revised, each with its list.
func revisionEntries(s *site.Site) []atomEntry {
	var days []atomEntry
	all := s.Revisions()
	for len(all) > 0 {
		day := all[0].Revision.Date
		n := slices.IndexFunc(all, func(one site.Revised) bool { return one.Revision.Date != day })
		if n < 0 {
			n = len(all)
		}
		address := s.Absolute(site.RevisionsRoute) + "#" + site.RevisionDayID(day)
		days = append(days, atomEntry{
			ID: address, Title: "Revised: " + revisionTitle(s, all[:n]), Published: stamp(day), Updated: stamp(day), day: day,
			Link: atomLink{Rel: "alternate", Type: "text/html", Href: address}, Category: atomTerm{"revision"},
			Content: &atomText{"html", revisionList(s, all[:n])},
		})
		all = all[n:]
	}
	return days
}

// revisionTitle says in short what was revised on a day: the cell, or of several
// how many and where.
func revisionTitle(s *site.Site, all []site.Revised) string {
	if len(all) == 1 {
		return cellWords(s, all[0].Observation)
	}
	var areas []string
	for _, one := range all {
		if !slices.Contains(areas, one.Observation.Area.Name) {
			areas = append(areas, one.Observation.Area.Name)
		}
	}
	if len(areas) > mostAreas {
		areas = append(areas[:mostAreas:mostAreas], fmt.Sprintf("%d more", len(areas)-mostAreas))
	}
	return fmt.Sprintf("%d values, %s", len(all), s.Locale.List(areas))
}

// revisionList are revisions as a list in HTML whose links hold anywhere.
func revisionList(s *site.Site, all []site.Revised) string {
	var b strings.Builder
	b.WriteString("<ul>")
	for _, one := range all {
		o, r := one.Observation, one.Revision
		what := html.EscapeString(cellWords(s, o))
		if !one.Gone {
			what = `<a href="` + html.EscapeString(s.Absolute("/")+strings.TrimPrefix(site.CellRoute(o), "/")) + `">` + what + `</a>`
		}
		fmt.Fprintf(&b, "<li>%s: from %s to %s. %s</li>", what,
			html.EscapeString(s.Printed(o.Indicator, r.Was)), html.EscapeString(s.Printed(o.Indicator, r.Now)), html.EscapeString(r.Reason))
	}
	b.WriteString("</ul>")
	return b.String()
}

// cellWords name a cell: "Serbia, first quarter of 2023, new arrivals".
func cellWords(s *site.Site, o *data.Observation) string {
	words := o.Area.Name + ", " + s.Locale.Period(o.Period) + ", " + o.Indicator.Name
	if parts := s.CategoryNames(o); parts != "" {
		words += ", " + parts
	}
	return words
}
