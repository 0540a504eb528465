package locale

import (
	"strings"
	"unicode"
)

// Listing is what a heading says of the list below it.
type Listing uint8

// The listings.
const (
	NoListing Listing = iota
	OfNotes           // Notes, Endnotes
	OfWorks           // Sources, References
)

// Listing reads a heading, or the words that lead in a list, in any case.
func (l *Locale) Listing(heading string) Listing {
	switch strings.ToLower(strings.Trim(heading, " .:")) {
	case "notes", "end notes", "endnotes", "foot notes", "footnotes", "note", "source notes", "notes and sources", "notes and references":
		return OfNotes
	case "sources", "source", "references", "bibliography", "works cited", "data sources", "sources and notes", "references and notes":
		return OfWorks
	}
	return NoListing
}

// Available tells whether words say where a document is found, or when it was:
// "available at", "accessed on".
func (l *Locale) Available(text string) bool {
	text = strings.ToLower(text)
	for _, words := range [...]string{"available at", "available from", "available on", "retrieved from", "retrieved on", "accessed on", "accessed at", "last accessed"} {
		if strings.Contains(text, words) {
			return true
		}
	}
	return false
}

// Raised tells whether a small raised digit behind a word belongs to it: an
// exponent of a measure, or what stands for a formula. A single letter has one
// in formulas.
func (l *Locale) Raised(word string) bool {
	if len([]rune(word)) < 2 {
		return true
	}
	switch strings.ToLower(word) {
	case "km", "cm", "mm", "dm", "nm", "hm", "µm", "ft", "yd", "mi", "in", "sq", "sec", "co", "no", "so",
		"metre", "metres", "meter", "meters", "kilometre", "kilometres", "kilometer", "kilometers", "centimetre", "centimetres",
		"centimeter", "centimeters", "foot", "feet", "inch", "inches", "yard", "yards", "mile", "miles", "second", "seconds":
		return true
	}
	return false
}

// Again is the first of the words that stands for the source of another note,
// "ibid"; empty where none does.
func (l *Locale) Again(text string) string {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) {
		if word = strings.Trim(word, "."); lookUp(word).Has(IsAgain) {
			return word
		}
	}
	return ""
}

// AllAgain tells whether the whole of a note stands for another one: "As above."
// Within other words it may mean anything that stands above.
func (l *Locale) AllAgain(note string) bool {
	switch strings.ToLower(strings.Trim(note, " .:;()[]\u00a0")) {
	case "as above", "the same as above", "same as above", "see above", "as before", "idem":
		return true
	}
	return l.Again(note) != ""
}

// Contents tells whether a heading is that of a list of contents.
func (l *Locale) Contents(heading string) bool {
	const long = 64 // no such heading is; paragraphs, which are asked about too, are
	if heading = strings.Trim(heading, " .:\u00a0"); len(heading) > long {
		return false
	}
	switch strings.ToLower(heading) {
	case "contents", "table of contents", "list of contents":
		return true
	}
	return false
}

// Page tells whether a word stands before the number of a page: p, pp, page.
func (l *Locale) Page(word string) bool {
	switch strings.ToLower(word) {
	case "p", "pp", "page", "pages":
		return true
	}
	return false
}
