package check

import (
	"fmt"
	"slices"
	"strings"

	scan "bulletin/internal/prose"
	"bulletin/internal/site"
)

// contents reports lists of contents that were typed by hand: with the numbers
// of pages, or of an edition's sections, some of which they leave out.
func contents(d *reading, r *Reporter) {
	for i := range d.texts {
		all := d.texts[i].passages
		numbered := d.pageNumbers(all, r)
		if d.page.Edition == nil {
			continue
		}
		for from := 0; from < len(all); from++ {
			to := from
			for to < len(all) && all[to].Kind == all[from].Kind && (all[to].Kind == scan.Item || all[to].Kind == scan.Cell) {
				to++
			}
			if to > from {
				if !slices.Contains(numbered, from) { // said once
					d.contentsList(all[from:to], r)
				}
				from = to - 1
			}
		}
	}
}

// contentsList looks at the items of a list, or the cells of a table.
func (d *reading) contentsList(items []scan.Passage, r *Reporter) {
	var listed []*site.Page
	var first *scan.Passage
	for i := range items {
		if p := d.section(&items[i]); p != nil && !slices.Contains(listed, p) {
			if first == nil {
				first = &items[i]
			}
			listed = append(listed, p)
		}
	}
	if len(listed) < fewSections {
		return
	}
	whole := d.sectionsLike(listed)
	missing := slices.DeleteFunc(slices.Clone(whole), func(p *site.Page) bool { return slices.Contains(listed, p) })
	if len(missing) == 0 || 3*len(listed) < 2*len(whole) || d.areGroup(listed) {
		return
	}
	names := make([]string, min(len(missing), fewSections))
	for i := range names {
		names[i] = missing[i].Title
	}
	if more := len(missing) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	kind := "sections"
	if whole[0].Kind == site.Chapter && !slices.ContainsFunc(whole, func(p *site.Page) bool { return p.Kind != site.Chapter }) {
		kind = "chapters"
	}
	reason, _ := typed(first.Pieces[0])
	r.find(first, 0, len(first.Text), reason, "take the list away, since the edition's page has its contents by itself; or add what is missing",
		fmt.Sprintf("a list with %d of the edition's %d %s leaves out %.100s", len(listed), len(whole), kind, strings.Join(names, ", ")))
}

// fewSections is how many sections are a list of contents, and how many of the
// missing ones are named.
const fewSections = 3

// section is the section of the page's edition that an item is no more than a
// link to, or the title of, with the dots and the page number of a printed list
// behind it; nil for other items.
func (d *reading) section(p *scan.Passage) *site.Page {
	text := contentsEntry(p.Text)
	for _, piece := range p.Pieces {
		if piece.Link == nil {
			continue
		}
		target, internal := d.site.Resolve(d.page, piece.Link.Destination)
		to, ok := d.site.Page(target.Route)
		if internal && ok && to.Edition == d.page.Edition && to != to.Edition.Page && contentsEntry(p.Text[piece.Link.Start:piece.Link.Stop]) == text {
			return to
		}
		return nil
	}
	return d.known.sections[titled{d.page.Edition, strings.ToLower(text)}]
}

// titled is a section of an edition by its title, in small letters and without a
// mark.
type titled struct {
	edition *site.Edition
	title   string
}

// sectionsOf are the sections of all editions by their titles; of those with one
// title the first.
func sectionsOf(s *site.Site) map[titled]*site.Page {
	all := map[titled]*site.Page{}
	for _, e := range s.Editions {
		for _, p := range e.Sections {
			if key := (titled{e, strings.ToLower(bareArea(p.Title))}); all[key] == nil && key.title != "" {
				all[key] = p
			}
		}
	}
	return all
}

// contentsEntry is a line of a list of contents without the number before it,
// and without the mark, the dots and the page number behind it.
func contentsEntry(text string) string {
	text = strings.TrimLeft(text, "0123456789.) ")
	return strings.TrimRight(bareArea(strings.TrimRight(text, "0123456789.…· \u00a0\t")), " \u00a0")
}

// sectionsLike are the sections that a list with these has to name: chapters
// where there are only such in it, else all of the edition, but for the page
// that the list is on.
func (d *reading) sectionsLike(listed []*site.Page) []*site.Page {
	chapters := !slices.ContainsFunc(listed, func(p *site.Page) bool { return p.Kind != site.Chapter })
	var all []*site.Page
	for _, p := range d.page.Edition.Sections {
		if (p != d.page || slices.Contains(listed, p)) && (p.Kind == site.Chapter || !chapters) {
			all = append(all, p)
		}
	}
	return all
}

// areGroup tells whether chapters are those of a group of areas.
func (d *reading) areGroup(listed []*site.Page) bool {
	for _, group := range d.site.Set.Areas() {
		if len(group.Members) == 0 {
			continue
		}
		in := 0
		for _, p := range listed {
			if p.Area != nil && slices.Contains(group.Members, p.Area.ID) {
				in++
			}
		}
		there := 0
		for _, id := range group.Members {
			if _, ok := d.page.Edition.Chapter(id); ok {
				there++
			}
		}
		if in == len(listed) && there == in {
			return true
		}
	}
	return false
}
