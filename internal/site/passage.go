package site

import (
	"bulletin/internal/content"
	"bulletin/internal/wire"
)

// SearchRoute is the page of the search.
const SearchRoute = "/search/"

// Passage is a heading of a page, which the search finds.
type Passage struct {
	ID   string // of the heading
	Text string // plain, with figures written out
}

// Passages are the headings of a page of words in reading order. They are known once
// the page has been open; pages that Bulletin makes of others have none.
func (p *Page) Passages() []Passage {
	if !p.tells() { // others are asked while it may be opened
		return nil
	}
	return p.passages
}

// addSearch adds the page of the search, unless an author wrote a page at that address.
func (a *assembly) addSearch() {
	if _, taken := a.routes[SearchRoute]; !taken {
		a.add(&Page{Kind: Search, Route: SearchRoute, Title: "Search"})
	}
}

// gatherPassages finds the headings of a page that is open.
func (p *Page) gatherPassages() {
	p.passages = nil
	for _, m := range p.Document.Texts() {
		t := p.texts[m]
		for _, h := range t.Headings {
			p.passages = append(p.passages, Passage{h.ID, content.PlainNode(m, h.Node, t.Words)})
		}
	}
}

func writePassages(w *wire.Writer, all []Passage) {
	w.Len(len(all))
	for _, p := range all {
		w.String(p.ID)
		w.String(p.Text)
	}
}

func readPassages(r *wire.Reader) []Passage {
	n := r.Len(2)
	if n == 0 {
		return nil
	}
	all := make([]Passage, 0, n)
	for range n {
		all = append(all, Passage{r.String(), r.String()})
	}
	return all
}

// stampFound enters what the search finds pages by.
func (s *Site) stampFound(st *stamp) {
	s.stampAll(st, OnNames)
	for _, p := range s.Pages {
		st.digest(s.face(p))
		if !p.tells() {
			continue
		}
		st.flag(p.Document != nil && p.Document.Draft)
		st.word(p.lead)
		st.number(len(p.passages))
		for _, at := range p.passages {
			st.word(at.ID)
			st.word(at.Text)
		}
	}
}
