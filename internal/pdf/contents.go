package pdf

import (
	"net/url"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// Title is the title of the document; empty where it has none.
func (f *File) Title() string { return words(f.resolve(f.dict(f.trailer["Info"])["Title"])) }

// Language is the language of the document, as "en".
func (f *File) Language() string { return words(f.resolve(f.root()["Lang"])) }

// Tagged tells whether the document says what its parts are.
func (f *File) Tagged() bool {
	marked, _ := f.resolve(f.dict(f.root()["MarkInfo"])["Marked"]).(bool)
	return marked && f.dict(f.root()["StructTreeRoot"]) != nil
}

func (f *File) root() dict { return f.dict(f.trailer["Root"]) }

// words is a text string, ISO 32000-1, 7.9.2.2: UTF-16 with a byte-order mark,
// UTF-8 with one, or a code whose Latin letters are those of Unicode.
func words(o any) string {
	t, _ := o.(text)
	switch {
	case len(t) >= 2 && t[0] == 0xFE && t[1] == 0xFF:
		units := make([]uint16, 0, len(t)/2)
		for i := 2; i+1 < len(t); i += 2 {
			units = append(units, uint16(t[i])<<8|uint16(t[i+1]))
		}
		return string(utf16.Decode(units))
	case len(t) >= 3 && t[:3] == "\xEF\xBB\xBF" && utf8.ValidString(string(t)):
		return string(t[3:])
	}
	runes := make([]rune, len(t))
	for i := range len(t) {
		runes[i] = rune(t[i])
	}
	return string(runes)
}

// Heading is an entry of the outline.
type Heading struct {
	Title string
	Level int // from 1
	Page  int // from 1; 0 where it leads nowhere
}

// Outline lists the entries of the outline, in order.
func (f *File) Outline() []Heading {
	var all []Heading
	seen := map[reference]bool{}
	var walk func(o any, level int)
	walk = func(o any, level int) {
		for level <= deepest {
			ref, ok := o.(reference)
			if !ok || seen[ref] {
				return
			}
			seen[ref] = true
			entry := f.dict(ref)
			all = append(all, Heading{words(f.resolve(entry["Title"])), level, f.leads(entry)})
			walk(entry["First"], level+1)
			o = entry["Next"]
		}
	}
	walk(f.dict(f.root()["Outlines"])["First"], 1)
	return all
}

// Link is a place on a page that leads somewhere.
type Link struct {
	Page int    // that it stands on, from 1
	URL  string // outwards
	To   int    // a page, from 1; 0 for one that leads outwards, or nowhere
}

// Links lists the links, page by page.
func (f *File) Links() []Link {
	var all []Link
	for i, page := range f.pages {
		notes, _ := f.resolve(f.dict(page)["Annots"]).(array)
		for _, o := range notes {
			note := f.dict(o)
			if note["Subtype"] != name("Link") {
				continue
			}
			all = append(all, Link{i + 1, words(f.resolve(f.dict(note["A"])["URI"])), f.leads(note)})
		}
	}
	return all
}

// leads is the page that an entry of the outline or a link leads to, or 0.
func (f *File) leads(o dict) int {
	if to := o["Dest"]; to != nil {
		return f.target(to)
	}
	return f.target(f.dict(o["A"])["D"])
}

// target is the page of a destination, ISO 32000-1, 12.3.2: its own words, or
// the name of one in the catalogue.
func (f *File) target(o any) int {
	o = f.resolve(o)
	if n, ok := o.(name); ok {
		o = f.resolve(f.dict(f.root()["Dests"])[n])
	}
	if d, ok := o.(dict); ok {
		o = f.resolve(d["D"])
	}
	if to, ok := o.(array); ok && len(to) > 0 {
		if ref, ok := to[0].(reference); ok {
			return slices.Index(f.pages, ref) + 1
		}
	}
	return 0
}

// Targets gives the page, from 1, of each part of the document that a link
// within it leads to, by the part's id in the HTML. Chromium names them so.
func (f *File) Targets() map[string]int {
	all := map[string]int{}
	for n := range f.dict(f.root()["Dests"]) {
		id, err := url.PathUnescape(string(n))
		if err != nil {
			id = string(n)
		}
		if page := f.target(n); page > 0 {
			all[id] = page
		}
	}
	return all
}
