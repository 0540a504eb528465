package site

import (
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/wire"
)

// WriteTold writes what stays known of a page that was open, for ReadTold: what it
// shows, what it cites, what it leads with.
func (p *Page) WriteTold(w *wire.Writer) {
	w.String(p.lead)
	w.Len(len(p.cited))
	for _, source := range p.cited {
		w.String(source.Key)
	}
	w.Len(len(p.shown))
	for _, o := range p.shown {
		data.WriteCell(w, o.Cell())
	}
}

// ReadTold reads what WriteTold wrote, in place of opening the page; false where it is
// not that, or not of these data.
func (s *Site) ReadTold(r *wire.Reader, p *Page) bool {
	lead := r.String()
	cited := make([]*data.Source, 0, r.Len(1))
	for range cap(cited) {
		source, ok := s.base.Source(r.String())
		if !ok {
			return false
		}
		cited = append(cited, source)
	}
	shown := make([]*data.Observation, 0, r.Len(4))
	for range cap(shown) {
		c, ok := data.ReadCell(r)
		if !ok {
			return false
		}
		o, ok := s.base.Lookup(c)
		if !ok {
			return false
		}
		shown = append(shown, o)
	}
	if r.Err() != nil {
		return false
	}
	p.lead, p.cited, p.shown = lead, cited, shown
	return true
}

// Recall gathers what an edition shows, where its pages were not opened but read.
func (e *Edition) Recall() { e.gatherShown() }

// WriteFacts writes facts for ReadFacts, but for their functions.
func WriteFacts(w *wire.Writer, f *Facts) {
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
