package data

import (
	"net/url"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// Site is data/site.yaml.
type Site struct {
	Title, Description string
	Language           string // BCP 47; "en" unless given
	LanguagePos        diag.Pos
	BaseURL            string // http or https, without query; may be empty
	Accent             string // #rrggbb, or empty
	Publisher          Publisher
	License            License
	NextRelease        period.Day // 0 when not given
	NextReleasePos     diag.Pos
	Thresholds         Thresholds
	Maps               Maps
	Lowered            []Lowered // rules that the site takes less seriously
	Pos                diag.Pos
}

// Publisher is who publishes the site.
type Publisher struct {
	Name, Address, Email, URL string
	Social                    []Link
}

// Link is a named web address.
type Link struct{ Name, URL string }

// License is under which terms the site may be used.
type License struct{ Name, URL string }

// Maps say what stands with every map.
type Maps struct {
	Disclaimer string // below it: "" for the words of the program, "none" for nothing
}

// Thresholds say when numbers are small.
type Thresholds struct {
	SmallBase  int // a change from less than this carries its counts; 100 unless given
	SmallCount int // a count below this may disclose people; 5 unless given
}

func (l *loader) readSite(n *strictyaml.Node) {
	r := strictyaml.Read(n, "the site", &l.ps)
	s := &l.set.Site
	s.Pos = n.Pos
	s.Title, s.Description = r.RequireString("title"), r.String("description")
	l.shown(r, nil, "title", "description")
	if n := r.Scalar("language"); n != nil && n.Value != "" {
		s.Language, s.LanguagePos = n.Value, n.Pos
	}
	s.BaseURL = webAddress(r, "baseURL", &l.ps)
	if u, err := url.Parse(s.BaseURL); s.BaseURL != "" && (err != nil || u.RawQuery != "" || u.Fragment != "") {
		at := r.Scalar("baseURL")
		l.ps.Errorf(at.Pos, at.Len, rule, "leave out what follows ? or #", "the site's address has a query or a fragment")
	} else if err == nil && strings.Contains(u.Path, "//") { // links from its root would lead to another host
		at := r.Scalar("baseURL")
		l.ps.Errorf(at.Pos, at.Len, rule, "write single slashes", "the site's address has two slashes in its path")
	}
	if n := r.Scalar("accent"); n != nil {
		if s.Accent = n.Value; !isColour(n.Value) {
			l.ps.Errorf(n.Pos, n.Len, rule, `write it as "#1f5fa8", in quotes`, "%q is no colour", n.Value)
			s.Accent = ""
		}
	}
	l.readPublisher(r.Read("publisher", "the publisher"))
	if license := r.Read("license", "the license"); !license.Empty() {
		s.License = License{Name: license.RequireString("name"), URL: webAddress(license, "url", &l.ps)}
		license.Done()
	}
	if n := r.Scalar("nextRelease"); n != nil {
		s.NextRelease, _ = l.day(n)
		s.NextReleasePos = n.Pos
	}
	if t := r.Read("thresholds", "thresholds"); !t.Empty() {
		s.Thresholds.SmallBase = l.count(t, "small_base", s.Thresholds.SmallBase)
		s.Thresholds.SmallCount = l.count(t, "small_count", s.Thresholds.SmallCount)
		t.Done()
	}
	if maps := r.Read("maps", "maps"); !maps.Empty() {
		s.Maps.Disclaimer = maps.RequireString("disclaimer")
		l.shown(maps, nil, "disclaimer")
		maps.Done()
	}
	l.readLowered(r)
	r.Done()
}

func (l *loader) readPublisher(r *strictyaml.Reader) {
	if r.Empty() {
		return
	}
	p := &l.set.Site.Publisher
	p.Name, p.Address = r.RequireString("name"), r.String("address")
	p.Email, p.URL = email(r, "email", &l.ps), webAddress(r, "url", &l.ps)
	for _, item := range r.List("social") {
		link := strictyaml.Read(item, "a social link", &l.ps)
		link.Require("url")
		p.Social = append(p.Social, Link{Name: link.RequireString("name"), URL: webAddress(link, "url", &l.ps)})
		link.Done()
	}
	r.Done()
}

// isColour tells whether s is #rrggbb.
func isColour(s string) bool {
	return len(s) == 7 && s[0] == '#' && strings.Trim(s[1:], "0123456789abcdefABCDEF") == ""
}

// day is a date such as 2023-06-01; anything else is a problem.
func (l *loader) day(n *strictyaml.Node) (period.Day, bool) {
	p, err := period.Parse(n.Value)
	if err == nil && p.Unit() == period.UnitDay && p.Len() == 1 {
		return p.First(), true
	}
	reason := "want a date"
	if err != nil && strings.Count(n.Value, "-") == 2 {
		reason = err.Error()
	}
	l.ps.Errorf(n.Pos, n.Len, rule, "write it as 2023-06-01", "%q is no date: %s", n.Value, reason)
	return 0, false
}

// count is a whole number from 0 on.
func (l *loader) count(r *strictyaml.Reader, key string, fallback int) int {
	value := r.Int(key, fallback)
	if value >= 0 {
		return value
	}
	n := r.Node(key)
	l.ps.Errorf(n.Pos, n.Len, rule, "", "%q must not be negative", key)
	return fallback
}
