package render

import (
	"html/template"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/figure"
	"bulletin/internal/site"
)

// frame is what surrounds the page's content. It comes last: by then the notes
// are numbered and every area shown is known.
func (d *drawing) frame(description *site.Text) Frame {
	s, p := d.site, d.page
	d.say(p.Title)
	f := Frame{
		drawing: d, Language: s.Locale.Tag(), SiteTitle: s.Set.Site.Title, Publisher: d.publisher(),
		Title: p.Title, PlainTitle: d.sharedTitle(), HeadTitle: d.headTitle(), Description: description.Plain(),
		Root: d.root, Kind: string(p.Kind), Canonical: s.Absolute(p.Route),
		Navigation: d.navigation(), Search: d.searchLink(), FooterLinks: d.footerLinks(), Breadcrumbs: d.breadcrumbs(),
		License: Link{Text: s.Set.Site.License.Name, URL: s.Set.Site.License.URL},
	}
	if f.Search != nil && !f.Search.Current {
		f.Scripts = d.scripts("assets/keys.js")
	}
	f.ISOPublished, f.Card, f.Hidden = published(p), d.shared(), invented(p) || p.IsDraft()
	f.Draft = p.IsDraft()
	if p.Kind == site.NotFound { // some hosts show it with the status of a page that is there
		f.Canonical, f.Hidden = "", true
	}
	switch {
	case f.Description != "":
	case p.Kind == site.Home:
		f.Description = s.Set.Site.Description
	case p.Kind == site.List:
		f.Description = p.Title + " of " + s.Set.Site.Title + "."
	}
	for _, name := range []string{"assets/site.css", "assets/chart.css"} {
		if a := d.templates.asset(name); a != "" {
			f.Stylesheets = append(f.Stylesheets, d.root+a)
		}
	}
	if a := d.templates.asset(draftSheet); a != "" && s.Drafts {
		f.Stylesheets = append(f.Stylesheets, d.root+a)
	}
	if s.Set.Site.Accent != "" {
		a := accent(s.Set.Site.Accent)
		f.Accent = d.root + a.Path + "?v=" + a.Hash
	}
	if a := d.templates.asset("assets/icon.svg"); a != "" {
		f.Icon = d.root + a
	}
	f.Manifest, f.Locale = d.root+manifestPath, socialLocale(s.Locale.Tag())
	if hasFeed(s) {
		f.Feed = d.root + feedPath
	}
	f.Correction = d.correction()
	f.Revisions = d.revisedViews()
	if d.notes.parted {
		d.notes.begin("") // the parts have shown theirs
	}
	for _, n := range d.notes.views() {
		d.say(string(n.Body))
	}
	if f.ISOPublished != "" {
		if day := modified(s, p); day > p.Day() {
			f.ISOModified = day.String()
		}
	}
	f.Cite, f.Linked = d.citing(f.Description)
	f.NamingNotes = d.namingNotes()
	return f
}

// invented tells whether a page has nothing but the invented values of an
// example.
func invented(p *site.Page) bool { return p.Indicator != nil && p.Indicator.Example }

// headTitle is the page's title for a browser's tab and a search engine: with
// the period, where other pages have the same title, and the site's own.
func (d *drawing) headTitle() string {
	title, own := d.sharedTitle(), d.site.Set.Site.Title
	if title == own {
		return own
	}
	return title + " – " + own
}

// sharedTitle is the same without the site's own, which stands beside it where a page
// is shared: that of the home page is the site's.
func (d *drawing) sharedTitle() string {
	title, own := d.page.PlainTitle(), d.site.Set.Site.Title
	if d.page.Route == "/" || title == own {
		return own
	}
	return d.withPeriod(title)
}

// withPeriod is a title with the period of the edition that the page belongs to,
// unless it says it.
func (d *drawing) withPeriod(title string) string {
	if e := d.page.Edition; e != nil {
		if months := d.site.Locale.Months(e.Period); !strings.Contains(title, months) {
			title += ", " + months
		}
	}
	return title
}

// accent is the small stylesheet that carries the site's own accent colour.
func accent(colour string) Asset {
	return newAsset("assets/accent.css", []byte(":root{--accent:"+colour+"}\n"))
}

func (d *drawing) publisher() PublisherView {
	p := d.site.Set.Site.Publisher
	v := PublisherView{Name: p.Name, Address: p.Address, Email: p.Email, URL: p.URL}
	for _, social := range p.Social {
		v.Social = append(v.Social, Link{Text: social.Name, URL: social.URL})
	}
	return v
}

// pageLink is a link to a page under its title.
func (d *drawing) pageLink(p *site.Page) Link {
	return Link{Text: p.Title, URL: d.link(p.Route), Current: p == d.page}
}

// pageLinks are links to pages, each with a line of detail.
func (d *drawing) pageLinks(pages []*site.Page) []Link {
	var all []Link
	for _, p := range pages {
		l := d.pageLink(p)
		l.Detail = d.detail(p)
		d.say(l.Text, l.Detail)
		all = append(all, l)
	}
	return all
}

// detail is the line under a page's name in a list: its date or period.
func (d *drawing) detail(p *site.Page) string {
	detail := d.plainDetail(p)
	switch {
	case p.Document == nil || !p.Document.Draft:
		return detail
	case detail == "":
		return "Draft"
	}
	return "Draft · " + detail
}

func (d *drawing) plainDetail(p *site.Page) string {
	switch p.Kind {
	case site.Article:
		return d.site.Locale.Date(p.Document.Article.Date)
	case site.Chapter:
		return d.headlineDetail(p)
	case site.Report, site.Snapshot:
		if months := upperFirst(d.site.Locale.Months(p.Period)); !strings.Contains(p.Title, months) {
			return months
		}
	}
	return ""
}

// headlineDetail is a chapter's key figure in one line: "16,216 · +56%", or,
// from a small base, "868, from 79".
func (d *drawing) headlineDetail(p *site.Page) string {
	h := p.Headline
	if h == nil || h.Now == nil || !h.Now.HasValue {
		return ""
	}
	detail, _ := figure.Written(h.Now, d.site.Locale)
	mark := func(used ...*data.Observation) string {
		if p.RestsOnRevised(used...) {
			return site.RevisedMark
		}
		return ""
	}
	detail += mark(h.Now)
	small := int64(d.site.Set.Site.Thresholds.SmallBase)
	switch {
	case h.Change == nil:
	case h.Change.Kind == figure.Change && h.Base.Value.Cmp(decimal.FromInt(small)) < 0: // the counts tell more than the rate
		detail += ", from " + d.site.Locale.Number(h.Base.Value) + mark(h.Base)
	default:
		detail += " · " + h.Change.Text + mark(h.Change.Used...)
	}
	return detail
}

// link to a neighbour, or nil.
func (d *drawing) neighbour(p *site.Page) *Link {
	if p == nil {
		return nil
	}
	l := d.pageLink(p)
	l.Detail = d.detail(p)
	d.say(l.Text)
	return &l
}

// navigation leads to the sections of the site that there are.
func (d *drawing) navigation() []Link {
	var all []Link
	for _, route := range []string{"/reports/", "/snapshots/", "/news/", "/regions/", site.AreasRoute, "/data/"} {
		if p, ok := d.site.Page(route); ok {
			l := d.pageLink(p)
			l.Current = within(d.page, p)
			all = append(all, l)
		}
	}
	for _, p := range d.site.Menu(content.MainMenu) {
		all = append(all, d.pageLink(p))
	}
	return all
}

// within tells whether a page is section, or lies in it.
func within(p, section *site.Page) bool {
	for ; p != nil; p = p.Parent {
		if p == section {
			return true
		}
	}
	return false
}

// footerLinks leads to the standing pages of the footer, and to the sources.
func (d *drawing) footerLinks() []Link {
	var all []Link
	for _, p := range d.site.Menu(content.FooterMenu) {
		all = append(all, d.pageLink(p))
	}
	for _, route := range []string{"/sources/", site.RevisionsRoute} {
		if p, ok := d.site.Page(route); ok {
			all = append(all, d.pageLink(p))
		}
	}
	return all
}

// homeName is what the home page is called on the way down from it.
const homeName = "Home"

// breadcrumbs lead from the home page down to the parent.
func (d *drawing) breadcrumbs() []Link {
	var all []Link
	if d.page.Kind == site.NotFound {
		return nil
	}
	for p := d.page.Parent; p != nil; p = p.Parent {
		l := d.pageLink(p)
		if p.Kind == site.Home {
			l.Text = homeName
		}
		all = append([]Link{l}, all...)
	}
	return all
}

// contents are the headings of level two of a text.
func (d *drawing) contents(t *site.Text) []Link {
	if t == nil {
		return nil
	}
	var all []Link
	for _, h := range t.Headings {
		if h.Level == 2 {
			all = append(all, Link{Text: h.Text, URL: "#" + h.ID})
		}
	}
	return all
}

// upload is an upload shown as an image; nothing where none is named.
func (d *drawing) upload(src, alt string, fact site.ImageFact) template.HTML {
	if src == "" {
		return ""
	}
	return d.image(d.page, src, alt, fact)
}
