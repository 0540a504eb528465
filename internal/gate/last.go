package gate

import (
	"fmt"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// links finds links to pages that are drafts, and so will not be there.
func (g *gathering) links(i int, p *site.Page) {
	for _, t := range p.Texts() {
		for _, l := range t.Markdown.Links {
			target, internal := g.site.Resolve(p, l.Destination)
			if !internal {
				continue
			}
			to, ok := g.site.Page(target.Route)
			if !ok || to.Edition == g.edition || !to.IsDraft() {
				continue
			}
			pos, length := t.Markdown.AddressPos(l.Node)
			g.find(&g.left[i], Link, pos, length, "release that page first, or take the link out", "the link leads to %q, which is a draft", to.Title)
		}
	}
}

// last is what is looked at when all else is done: the day of the edition, and that it is
// a draft.
func (g *gathering) last() Chapter {
	c := Chapter{Title: "At the end"}
	on := max(g.edition.Published(), g.edition.Updated())
	if newest, what := g.newest(); on != 0 && newest > on {
		word := g.edition.Page.Document.Report.PublishedWord
		if word.Value == "" { // it has updated: alone
			word.Pos.File = g.edition.Page.Document.File
		}
		g.find(&c.Left, Age, word.Pos, word.Len, "write updated: with the day on which it was gone through again",
			"the edition is of %s, older than its data: %s", on, what)
	} else if on != 0 {
		c.Done = append(c.Done, Done{Age, fmt.Sprintf("not older than its data (%s)", on)})
	}
	if g.edition.Page.Document.Draft {
		g.find(&c.Left, Draft, diag.Pos{File: g.edition.Page.Document.File}, 0, "take draft: true out once all else is done", "the edition is a draft")
	} else {
		c.Done = append(c.Done, Done{Draft, "no draft"})
	}
	return c
}

// newest is the latest day on which something that the edition shows was issued, read or
// recorded, and what it was. Of a month or a year the first day counts.
func (g *gathering) newest() (newest period.Day, what string) {
	later := func(day period.Day, words func() string) {
		if day > newest {
			newest, what = day, words()
		}
	}
	date := func(s *data.Source, word, verb string) {
		if p, err := period.Parse(word); err == nil {
			later(p.First(), func() string { return "source " + s.Key + " was " + verb + " " + word })
		}
	}
	for _, s := range g.site.Set.Sources() {
		if g.owned.sources[s] {
			date(s, s.Issued, "issued")
			date(s, s.Accessed, "read")
		}
	}
	if record, ok := g.site.Set.Record(g.edition.ID); ok {
		for _, e := range record.Entries {
			later(e.Date, func() string { return "a value was recorded on " + e.Date.String() })
		}
	}
	return newest, what
}

// next is what comes once nothing is left.
func (g *gathering) next() []string {
	var all []string
	if g.edition.Published() == 0 {
		all = append(all, "write published: with the day into "+g.edition.Page.Document.File)
	}
	if unrecorded := len(g.edition.Unrecorded()); unrecorded > 0 {
		all = append(all, "bulletin publish "+g.edition.ID+" records "+plural(unrecorded, "value")+" as published")
	}
	return all
}
