package check

import (
	"regexp"
	"strconv"

	scan "bulletin/internal/prose"
)

// leader is what leads to the number of a page in a printed list of contents:
// "Serbia ..... 12", "Serbia … 12".
var leader = regexp.MustCompile(`(?:(?:[.…·][ \x{a0}]?){2,}|…)[ \x{a0}]*[0-9]{1,3}\b`)

// atEnd is the number of a page at the end of an entry, "Serbia 12".
var atEnd = regexp.MustCompile(`[ .…·\t\x{a0}]([0-9]{1,3})$`)

// pageNumbers reports lists below a heading such as Contents whose entries lead
// to pages by number: an address has none, and in print they are another's. It
// gives the passages that such lists begin with.
func (d *reading) pageNumbers(all []scan.Passage, r *Reporter) (lists []int) {
	for i := range all {
		if h := &all[i]; h.Kind != scan.Heading && h.Kind != scan.Paragraph || !d.site.Locale.Contents(h.Text) {
			continue
		}
		from := i + 1
		if from == len(all) || !pageNumbered(all[from:]) {
			continue
		}
		lists = append(lists, from)
		first := &all[from]
		reason, _ := typed(first.Pieces[0])
		r.find(first, 0, len(first.Text), reason, "take the list away: an edition lists its sections by itself, and its print edition with their pages",
			"a list of contents with the numbers of pages begins here that was typed by hand")
	}
	return lists
}

// pageNumbered tells whether passages begin with a list of contents: items
// without a link that end with numbers which do not fall, or a paragraph
// with several leaders.
func pageNumbered(all []scan.Passage) bool {
	switch kind := all[0].Kind; kind {
	case scan.Paragraph:
		return len(leader.FindAllStringIndex(all[0].Text, fewEntries)) == fewEntries
	case scan.Item:
		entries, last := 0, 0
		for i := range all {
			if all[i].Kind != kind {
				break
			}
			found := atEnd.FindStringSubmatch(all[i].Text)
			if found == nil || linked(&all[i]) {
				return false
			}
			number, err := strconv.Atoi(found[1])
			if err != nil || number < last {
				return false
			}
			entries, last = entries+1, number
		}
		return entries >= fewEntries
	}
	return false
}

// fewEntries is how many entries with a page are a list of contents.
const fewEntries = 2

// linked tells whether a link stands in a passage.
func linked(p *scan.Passage) bool {
	for _, piece := range p.Pieces {
		if piece.Link != nil {
			return true
		}
	}
	return false
}
