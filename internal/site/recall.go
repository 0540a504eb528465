package site

import (
	"slices"
	"sync"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/wire"
)

// Told is what stays known of a page that was open, beside what it shows.
type Told struct {
	lead    string
	headed  []Passage
	cited   []string    // keys of sources
	shown   data.Digest // of what it shows
	areas   []string    // that it is about
	revised period.Day  // see LastRevised
}

// Told tells of a page that is or was open.
func (p *Page) Told() Told {
	t := Told{lead: p.lead, headed: p.passages, shown: p.shownDigest(), areas: p.areas, revised: p.LastRevised()}
	for _, source := range p.cited {
		t.cited = append(t.cited, source.Key)
	}
	return t
}

// Write writes it for ReadTold.
func (t Told) Write(w *wire.Writer) {
	w.String(t.lead)
	writePassages(w, t.headed)
	writeStrings(w, t.cited)
	w.Bytes(t.shown[:])
	writeStrings(w, t.areas)
	w.Int(int64(t.revised))
}

// ReadTold reads what Write wrote.
func ReadTold(r *wire.Reader) (t Told) {
	t.lead, t.headed, t.cited = r.String(), readPassages(r), readStrings(r)
	copy(t.shown[:], r.Bytes())
	t.areas = readStrings(r)
	t.revised = period.Day(r.Int())
	return t
}

// Recall takes over what an earlier build was told of a page, in place of opening it.
// shown gives what the page shows, if somebody asks; it is asked once. It is false
// where the data has no such sources any more: nothing was done.
func (s *Site) Recall(p *Page, t Told, shown func() []*data.Observation) bool {
	cited := make([]*data.Source, 0, len(t.cited))
	for _, key := range t.cited {
		source, ok := s.base.Source(key)
		if !ok {
			return false
		}
		cited = append(cited, source)
	}
	p.passages = t.headed
	p.lead, p.cited, p.areas = t.lead, cited, t.areas
	if p.Document != nil { // the others show nothing of their own
		p.recalled = &recalled{digest: t.shown, revised: t.revised, all: sync.OnceValue(shown)}
	}
	return true
}

// recalled is what a page shows that was not opened.
type recalled struct {
	digest  data.Digest
	revised period.Day
	all     func() []*data.Observation
}

// shownDigest is a digest of the cells that a page shows.
func (p *Page) shownDigest() data.Digest {
	if p.recalled != nil {
		return p.recalled.digest
	}
	st := stamp{bytes: make([]byte, 0, 512)}
	for _, o := range p.shown {
		c := o.Cell()
		st.word(c.Indicator)
		st.word(c.Area)
		st.word(c.Period.String())
		st.word(c.Categories)
	}
	return st.sum()
}

// WriteShown writes the cells of what a page shows, for ReadShown.
func WriteShown(w *wire.Writer, p *Page) {
	shown := p.Shown()
	w.Len(len(shown))
	for _, o := range shown {
		data.WriteCell(w, o.Cell())
	}
}

// ReadShown reads what WriteShown wrote; false where it is not that, or not of these
// data.
func (s *Site) ReadShown(r *wire.Reader) ([]*data.Observation, bool) {
	shown := make([]*data.Observation, 0, r.Len(4))
	for range cap(shown) {
		c, ok := data.ReadCell(r)
		if !ok {
			return nil, false
		}
		o, ok := s.base.Lookup(c)
		if !ok {
			return nil, false
		}
		shown = append(shown, o)
	}
	return shown, r.Err() == nil
}

// WriteFacts writes facts for ReadFacts, but for their functions.
func WriteFacts(w *wire.Writer, f *Facts) {
	w.Grow(f.bytes())
	w.String(f.Template)
	ids := make([]string, 0, len(f.IDs))
	for id := range f.IDs {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	writeStrings(w, ids)
	writeStrings(w, f.Twice)
	w.Len(len(f.Links))
	for _, l := range f.Links {
		diag.WritePos(w, l.Pos)
		w.Uint(uint64(l.Len))
		w.String(l.Text)
		w.String(l.Target.Route)
		w.String(l.Target.Fragment)
		w.Bool(l.Loads)
		w.String(l.Fault)
		w.String(l.Remedy)
	}
	w.Len(len(f.Names))
	for _, n := range f.Names {
		w.String(n.Attribute)
		w.String(n.ID)
	}
	w.Len(len(f.Images))
	for _, i := range f.Images {
		diag.WritePos(w, i.Pos)
		w.Uint(uint64(i.Len))
		w.String(i.Src)
		w.String(i.Route)
		w.Bool(i.Alt)
		w.String(i.AltHint)
	}
	w.Len(len(f.Levels))
	for _, l := range f.Levels {
		diag.WritePos(w, l.Pos)
		w.Int(int64(l.Level))
		w.String(l.Text)
		w.Bool(l.New)
		w.Int(int64(l.Under))
	}
	w.Bool(f.State != nil)
	if f.State != nil {
		w.String(f.State())
	}
}

// bytes is about how many WriteFacts takes.
func (f *Facts) bytes() int {
	n := 64 + 64*(len(f.Images)+len(f.Levels)+len(f.Names))
	for id := range f.IDs {
		n += 1 + len(id)
	}
	for i := range f.Links {
		n += 16 + len(f.Links[i].Text) + len(f.Links[i].Target.Fragment)
	}
	return n
}

// ReadFacts reads what WriteFacts wrote of a page.
func ReadFacts(r *wire.Reader, p *Page) *Facts {
	f := &Facts{Page: p, Template: r.String()}
	ids := readStrings(r)
	f.IDs = make(map[string]bool, len(ids))
	for _, id := range ids {
		f.IDs[id] = true
	}
	f.Twice = readStrings(r)
	f.Links = make([]LinkFact, 0, r.Len(8))
	for range cap(f.Links) {
		f.Links = append(f.Links, LinkFact{
			Pos: diag.ReadPos(r), Len: int(r.Uint()), Text: r.String(), Target: Target{r.String(), r.String()}, Loads: r.Bool(), Fault: r.String(), Remedy: r.String(),
		})
	}
	for range r.Len(2) {
		f.Names = append(f.Names, NameFact{r.String(), r.String()})
	}
	for range r.Len(8) {
		f.Images = append(f.Images, ImageFact{Pos: diag.ReadPos(r), Len: int(r.Uint()), Src: r.String(), Route: r.String(), Alt: r.Bool(), AltHint: r.String()})
	}
	for range r.Len(7) {
		f.Levels = append(f.Levels, LevelFact{Pos: diag.ReadPos(r), Level: int(r.Int()), Text: r.String(), New: r.Bool(), Under: int(r.Int())})
	}
	if r.Bool() {
		state := r.String()
		f.State = func() string { return state }
	}
	return f
}

func writeStrings(w *wire.Writer, all []string) {
	w.Len(len(all))
	for _, s := range all {
		w.String(s)
	}
}

func readStrings(r *wire.Reader) []string {
	n := r.Len(1)
	if n == 0 {
		return nil
	}
	all := make([]string, 0, n)
	for range n {
		all = append(all, r.String())
	}
	return all
}
