package render

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// citation is a page as others cite it. Its texts are plain, each on one line.
type citation struct {
	Kind      workKind
	Authors   []string // the publisher, where none is named; never empty
	Title     string
	In        string // the work that it is a part of; empty for one that stands alone
	Date      period.Day
	Publisher string // may be empty
	Place     string // the publisher's address; may be empty
	Version   string // of an edition's figures; may be empty
	Address   string // in full; empty while the site has none
	Key       string // for BibTeX: "bulletin-desk-2023-q1-serbia"
}

// workKind is how a page is cited.
type workKind uint8

const (
	leaf     workKind = iota // of the site: "Title", site, with its day
	report                   // an edition
	part                     // of an edition: "Title", in edition
	snapshot                 // a report of its own, without authors
)

// pageCitation is how a page is cited. Of pages that are no words of their own
// (lists, the home page, the print edition) there is none.
func (d *drawing) pageCitation(p *site.Page) (citation, bool) {
	set := d.site.Set.Site
	c := citation{
		Title: oneLine(p.PlainTitle()), In: oneLine(set.Title), Date: dated(p),
		Publisher: oneLine(set.Publisher.Name), Place: oneLine(set.Publisher.Address), Address: d.site.Absolute(p.Route),
	}
	var key []string
	switch p.Kind {
	case site.Report, site.Section, site.Chapter:
		if p.Edition == nil {
			return citation{}, false
		}
		key = d.ofEdition(&c, p)
	case site.Snapshot:
		c.Kind, c.In = snapshot, ""
		c.Title = withPeriod(c.Title, d.site.Locale.Months(p.Period))
		key = []string{"snapshot", p.Document.Slug}
	case site.Indicator, site.DataIndex, site.Area:
		c.Date = d.valuesFrom(p)
	case site.Article, site.Region, site.Standing, site.Sources:
	default:
		return citation{}, false
	}
	if len(c.Authors) == 0 {
		who := c.Publisher
		if who == "" {
			who = oneLine(set.Title)
		}
		c.Authors = []string{who}
	}
	if c.In == c.Authors[0] && len(c.Authors) == 1 {
		c.In = ""
	}
	c.Key = citeKey(append([]string{c.Publisher}, key...))
	return c, true
}

// ofEdition fills in what an edition and its parts have from the edition, and
// gives the parts of the key behind the publisher's.
func (d *drawing) ofEdition(c *citation, p *site.Page) []string {
	e := p.Edition
	title := withPeriod(oneLine(e.Page.PlainTitle()), d.site.Locale.Months(e.Period))
	if front := e.Page.Document.Report; front != nil {
		for _, a := range front.Credits.Authors {
			if a = oneLine(a); a != "" {
				c.Authors = append(c.Authors, a)
			}
		}
		if own := oneLine(front.Credits.Publisher); own != "" && own != c.Publisher {
			c.Publisher, c.Place = own, ""
		}
	}
	if p == e.Page {
		c.Kind, c.Title, c.In, c.Version = report, title, "", e.Version()
		return []string{e.ID}
	}
	c.Kind, c.In = part, title
	return []string{e.ID, p.Document.Slug}
}

// valuesFrom is the day on which a value of a page of data was last published or
// revised; 0 where none was.
func (d *drawing) valuesFrom(p *site.Page) period.Day {
	switch p.Kind {
	case site.Indicator:
		return d.site.IndicatorDays(p.Indicator).Last
	case site.DataIndex:
		return d.site.DataDays().Last
	case site.Area:
		return d.site.AreaDays(p.Area).Last
	}
	return 0
}

// dated is the day that a page's words are from; 0 for one that has none. An
// edition's is that on which it was published, and a region's that of its newest
// message.
func dated(p *site.Page) period.Day {
	switch {
	case p.Edition != nil:
		if day := p.Edition.Published(); day != 0 {
			return day
		}
		return p.Edition.Updated()
	case p.Kind == site.Snapshot:
		return p.Document.Snapshot.Published
	case p.Kind == site.Article:
		return p.Document.Article.Date
	case p.Kind == site.Region && p.Document.Region.News != nil:
		var newest period.Day
		for _, u := range p.Document.Region.News.Updates {
			newest = max(newest, u.Date)
		}
		return newest
	}
	return 0
}

// withPeriod is a title with its period behind it, unless it names it.
func withPeriod(title, period string) string {
	if period == "" || strings.Contains(title, period) {
		return title
	}
	return title + behind(title, ", ", " ") + period
}

// behind is what follows a text: second where its last sign ends a sentence
// already, else first.
func behind(text, first, second string) string {
	text = strings.TrimRight(text, `”’"')]»`)
	for _, end := range []string{".", "!", "?", "…"} {
		if strings.HasSuffix(text, end) {
			return second
		}
	}
	return first
}

// oneLine is a text on one line, without the signs that control terminals and
// printers. Spaces that do not break stay what they are.
func oneLine(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range text {
		switch {
		case r == ' ' || r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			gap = b.Len() > 0
			continue
		case r < ' ' || r >= 0x7f && r < 0xa0:
			continue
		case gap:
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// citeKey makes a key of ASCII letters, digits and hyphens, which classic BibTeX
// reads too. A long name of a publisher is cut between its words.
func citeKey(parts []string) string {
	const longest = 32 // of the publisher's part
	var words []string
	for i, p := range parts {
		word := strings.Join(strings.FieldsFunc(strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
				return r
			}
			return -1
		}, site.Slug(p)), func(r rune) bool { return r == '-' }), "-")
		for i == 0 && len(word) > longest {
			cut := strings.LastIndexByte(word, '-')
			if cut < 0 {
				cut = longest
			}
			word = word[:cut]
		}
		if word = strings.Trim(word, "-"); word != "" {
			words = append(words, word)
		}
	}
	return strings.Join(words, "-")
}

// isOrganisation tells whether a name is that of an organisation: one that
// publishes the site, this page's edition or a source, or that is called as no
// person is.
func (d *drawing) isOrganisation(name string) bool {
	set := d.site.Set
	if name == oneLine(set.Site.Publisher.Name) || d.site.Locale.Organisation(name) {
		return true
	}
	if e := d.page.Edition; e != nil && e.Page.Document.Report != nil && name == oneLine(e.Page.Document.Report.Credits.Publisher) {
		return true
	}
	return slices.ContainsFunc(set.Sources(), func(s *data.Source) bool { return s.Publisher == name })
}
