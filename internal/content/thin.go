package content

import (
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/wire"
)

// A thin document is what is above a body without any Markdown: what a site must know
// of a page that it does not draw. It comes from a cache, and [Parser.Fatten] reads
// the rest. Region pages and the home page are never thin, nor is a page whose title
// holds a figure or a claim.

// Thins tells whether the document can be written by WriteThin.
func (d *Document) Thins() bool {
	switch d.Kind {
	case Report, Section, Snapshot, Article, Page:
		return d.Thin || d.Title != nil && len(d.Title.Expressions) == 0
	}
	return false
}

// Slim is the document without its Markdown, where it thins, else itself. Nothing of it
// is part of a larger text: of the file, say, that it was read from.
func (d *Document) Slim() *Document {
	if !d.Thins() {
		return d
	}
	var w wire.Writer
	d.WriteThin(&w)
	if thin, ok := ReadThin(wire.NewReader(w.Data())); ok {
		return thin
	}
	return d
}

// WriteThin writes a document that thins.
func (d *Document) WriteThin(w *wire.Writer) {
	w.String(d.File)
	w.Bool(d.Refused)
	w.Bool(d.Draft)
	w.String(d.PlainTitle)
	writeScalars(w, d.Aliases)
	switch d.Kind {
	case Report:
		r := d.Report
		writePeriod(w, r.Period)
		writeScalar(w, r.PeriodWord)
		writeScalars(w, r.Areas)
		writeScalar(w, r.Compare)
		w.Int(int64(r.Published))
		writeScalar(w, r.PublishedWord)
		w.Int(int64(r.Updated))
		w.String(r.Credits.Publisher)
		w.Len(len(r.Credits.Authors))
		for _, name := range r.Credits.Authors {
			w.String(name)
		}
		writeScalar(w, r.Cover)
	case Section:
		writeScalar(w, d.Section.Area)
		w.Int(int64(d.Section.Weight))
		w.Bool(d.Section.Headline != nil)
		if d.Section.Headline != nil {
			writeScalar(w, d.Section.Headline.Indicator)
		}
	case Snapshot:
		writePeriod(w, d.Snapshot.Period)
		writeScalar(w, d.Snapshot.PeriodWord)
		w.Int(int64(d.Snapshot.Published))
		writeScalars(w, d.Snapshot.Areas)
	case Article:
		w.Int(int64(d.Article.Date))
		w.String(d.Article.Location)
		writeScalar(w, d.Article.Source)
		w.Len(len(d.Article.Contacts))
		for _, c := range d.Article.Contacts {
			w.String(c.Name)
			w.String(c.Email)
			w.String(c.Phone)
		}
	case Page:
		w.Int(int64(d.Page.Weight))
		w.Uint(uint64(d.Page.Menu))
	}
}

// ReadThin reads what WriteThin wrote; false where it is not that.
func ReadThin(r *wire.Reader) (*Document, bool) {
	file := r.String()
	at := placeOf(file)
	d := &Document{File: file, Kind: at.kind, Edition: at.edition, Slug: at.slug, Thin: true, Body: &Markdown{}}
	in := thinReader{r, file, true}
	d.Refused, d.Draft, d.PlainTitle = r.Bool(), r.Bool(), r.String()
	d.Aliases = in.scalars()
	switch d.Kind {
	case Report:
		f := &ReportFront{Period: in.period(), PeriodWord: in.scalar(), Areas: in.scalars(), Compare: in.scalar()}
		f.Published, f.PublishedWord, f.Updated = period.Day(r.Int()), in.scalar(), period.Day(r.Int())
		f.Credits.Publisher = r.String()
		for range r.Len(1) {
			f.Credits.Authors = append(f.Credits.Authors, r.String())
		}
		f.Cover = in.scalar()
		d.Report = f
	case Section:
		d.Section = &SectionFront{Area: in.scalar(), Weight: int(r.Int())}
		if r.Bool() {
			d.Section.Headline = &Headline{Indicator: in.scalar()}
		}
	case Snapshot:
		d.Snapshot = &SnapshotFront{Period: in.period(), PeriodWord: in.scalar(), Published: period.Day(r.Int()), Areas: in.scalars()}
	case Article:
		d.Article = &ArticleFront{Date: period.Day(r.Int()), Location: r.String(), Source: in.scalar()}
		for range r.Len(3) {
			d.Article.Contacts = append(d.Article.Contacts, Contact{r.String(), r.String(), r.String()})
		}
	case Page:
		d.Page = &PageFront{Weight: int(r.Int()), Menu: Menu(r.Uint())}
	default:
		return nil, false
	}
	return d, in.ok && r.Err() == nil
}

// Fatten reads the Markdown of the front matter of a thin document, from the bytes that
// it once was read from. What is wrong in it is known already. Nothing else is
// written, since others may read what a thin document has at the same time.
func (p *Parser) Fatten(d *Document, src []byte) {
	if !d.Thin {
		return
	}
	fat, _ := p.Front(d.File, src)
	d.Thin, d.slim = false, true
	d.fatten(fat)
	fat.texts[len(fat.texts)-1] = d.Body
	d.texts = fat.texts
}

// fatten takes over the Markdown of another document's front matter, but for its list.
func (d *Document) fatten(fat *Document) {
	d.Title, d.Summary, d.Description, d.Params, d.Todos = fat.Title, fat.Summary, fat.Description, fat.Params, fat.Todos
	if d.Report != nil && fat.Report != nil {
		d.Report.Acknowledgements, d.Report.Citation = fat.Report.Acknowledgements, fat.Report.Citation
		d.Report.Credits.Design, d.Report.Credits.Photo = fat.Report.Credits.Design, fat.Report.Credits.Photo
	}
	if d.Section != nil && fat.Section != nil && d.Section.Headline != nil && fat.Section.Headline != nil {
		d.Section.Headline.Text = fat.Section.Headline.Text
	}
}

// slimDown makes a document thin that was so before.
func (d *Document) slimDown() {
	if !d.slim {
		return
	}
	none := &Document{Report: &ReportFront{}, Section: &SectionFront{Headline: &Headline{}}}
	d.fatten(none)
	d.texts, d.Thin, d.slim = nil, true, false
}

// writeScalar writes a word and its place in the document's file.
func writeScalar(w *wire.Writer, s Scalar) {
	w.String(s.Value)
	w.Uint(uint64(s.Pos.Line))
	w.Uint(uint64(s.Pos.Col))
	w.Uint(uint64(s.Len))
}

func writeScalars(w *wire.Writer, all []Scalar) {
	w.Len(len(all))
	for _, s := range all {
		writeScalar(w, s)
	}
}

func writePeriod(w *wire.Writer, p period.Period) {
	unit, first, last := p.Parts()
	w.Uint(uint64(unit))
	w.Int(int64(first))
	w.Int(int64(last))
}

// thinReader reads what stands in thin documents of one file.
type thinReader struct {
	*wire.Reader
	file string
	ok   bool
}

func (r *thinReader) scalar() Scalar {
	s := Scalar{Value: r.String(), Pos: diag.Pos{File: r.file, Line: int(r.Uint()), Col: int(r.Uint())}, Len: int(r.Uint())}
	if s.Pos.Line == 0 { // it was not given
		return Scalar{Value: s.Value, Len: s.Len}
	}
	return s
}

func (r *thinReader) scalars() []Scalar {
	n := r.Len(4)
	if n == 0 {
		return nil
	}
	all := make([]Scalar, 0, n)
	for range n {
		all = append(all, r.scalar())
	}
	return all
}

func (r *thinReader) period() period.Period {
	unit, first, last := r.Uint(), r.Int(), r.Int()
	p, ok := period.FromParts(period.Unit(min(unit, 0xff)), int32(first), int32(last))
	r.ok = r.ok && ok
	return p
}
