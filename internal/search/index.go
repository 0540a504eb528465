package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Entry is a page of the site.
type Entry struct {
	Kind     int    // its number among the kinds of the index
	Title    string // plain text, as all that follows
	Address  string // as it is written beside the index file: "areas/serbia/"
	Detail   string // what tells it from others of its title; may be empty
	Names    string // further words that it is found by: ids, codes; may be empty
	Lead     string // how it begins; may be empty
	Headings []Heading
}

// Heading is a heading of a page.
type Heading struct{ Text, ID string }

// index is the form of the file.
type index struct {
	Fold    map[string]string `json:"fold"` // written in the order of its keys
	Kinds   []string          `json:"kinds"`
	Prime   int               `json:"prime"`
	Entries []entry           `json:"entries"`
}

type entry struct {
	Kind     int      `json:"k,omitempty"`
	Title    string   `json:"t"`
	Address  string   `json:"u"`
	Detail   string   `json:"d,omitempty"`
	Names    string   `json:"n,omitempty"`
	Lead     string   `json:"l,omitempty"`
	Headings []string `json:"h,omitempty"`
}

// Index writes the index of some entries, which come in the order in which equally
// good ones are to be shown. kinds are the words for what they are, of which the first
// prime ones are found before the others. An error means that a text is no text: an
// entry of a kind that is not there.
func Index(kinds []string, prime int, entries []Entry) ([]byte, error) {
	out := index{Fold: map[string]string{}, Kinds: kinds, Prime: prime, Entries: make([]entry, 0, len(entries))}
	for _, r := range special {
		out.Fold[string(r)] = plainly(r)
	}
	for _, e := range entries {
		if e.Kind < 0 || e.Kind >= len(kinds) {
			return nil, fmt.Errorf("index %q: there is no kind %d", e.Title, e.Kind)
		}
		one := entry{Kind: e.Kind, Title: e.Title, Address: e.Address, Detail: e.Detail, Names: e.Names, Lead: beginning(e.Lead, longestLead)}
		title := Words(e.Title)
		for _, h := range e.Headings {
			if words := Words(h.Text); words != "" && words != title { // it would say no more than the page's own link
				one.Headings = append(one.Headings, beginning(h.Text, longestLead), h.ID)
			}
		}
		out.Entries = append(out.Entries, one)
	}
	var b bytes.Buffer
	w := json.NewEncoder(&b)
	w.SetEscapeHTML(false) // it is read as JSON alone
	if err := w.Encode(out); err != nil {
		return nil, fmt.Errorf("write the index: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// longestLead is how many characters of a lead are kept: what two lines show.
const longestLead = 160

// beginning is a text on one line, or as much of it as so many characters take, up to
// the end of a word.
func beginning(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	end := 0
	for range most {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	cut := text[:end]
	if text[end] != ' ' {
		if at := strings.LastIndexByte(cut, ' '); at > len(cut)/2 {
			cut = cut[:at]
		}
	}
	return strings.TrimRight(cut, " ,;:.–—-(“") + "…"
}
