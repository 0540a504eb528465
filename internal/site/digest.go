package site

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"sync"

	"bulletin/internal/content"
	"bulletin/internal/data"
)

// Digest tells the answer to a question from other answers: the beginning of a
// SHA-256, the same in every process and on every machine.
func (s *Site) Digest(d Dep) data.Digest {
	st := stamp{bytes: make([]byte, 0, 512)}
	switch d.Kind {
	case OnPage:
		st.flag(s.contested[d.Name])
		st.digest(s.face(s.routes[d.Name]))
	case OnFile:
		st.digest(s.face(s.files[d.Name]))
	case OnRoute:
		st.flag(s.routes[d.Name] != nil || s.Uploads[d.Name] || s.aliases[d.Name])
	case OnAbout:
		for _, p := range s.about[d.Name].all() {
			st.digest(s.face(p))
		}
	default:
		s.faces.Lock()
		known, ok := s.faces.all[d.Kind]
		s.faces.Unlock()
		if ok {
			return known
		}
		s.stampAll(&st, d.Kind)
		known = st.sum()
		if d.Kind != OnUse && d.Kind != OnShown && d.Kind != OnFound { // pages tell of these as they are opened
			s.faces.Lock()
			s.faces.all[d.Kind] = known
			s.faces.Unlock()
		}
		return known
	}
	return st.sum()
}

// faces are digests that are worked out once.
type faces struct {
	sync.Mutex
	pages map[*Page]data.Digest
	all   map[DepKind]data.Digest
}

// face is the digest of what other pages may show of a page; that of nil is none.
func (s *Site) face(p *Page) (d data.Digest) {
	if p == nil {
		return d
	}
	s.faces.Lock()
	d, ok := s.faces.pages[p]
	s.faces.Unlock()
	if ok {
		return d
	}
	st := stamp{bytes: make([]byte, 0, 512)}
	s.stampFace(&st, p)
	d = st.sum()
	s.faces.Lock()
	s.faces.pages[p] = d
	s.faces.Unlock()
	return d
}

// tells tells whether other pages may ask what this one shows and cites: it is made
// before them (see Units). What the pages show that Bulletin makes of all is nobody's
// business, and they are opened while others are asked.
func (p *Page) tells() bool {
	return p.Document != nil || p.Kind == Home || p.Kind == Print
}

// stampAll enters the answer to a question about many pages.
func (s *Site) stampAll(st *stamp, kind DepKind) {
	list := func(pages []*Page) {
		st.number(len(pages))
		for _, p := range pages {
			st.digest(s.face(p))
		}
	}
	switch kind {
	case OnMenus:
		list(s.menus[content.MainMenu])
		list(s.menus[content.FooterMenu])
	case OnLists:
		for _, e := range s.Editions {
			st.digest(s.face(e.Page))
		}
		list(s.Snapshots)
		list(s.Articles)
		list(s.Regions)
	case OnNames:
		for _, p := range s.Pages {
			stampName(st, p)
		}
		order := func(pages []*Page) {
			st.number(len(pages))
			for _, p := range pages {
				st.word(p.Route)
			}
		}
		for _, e := range s.Editions {
			st.word(e.ID)
			order(e.Sections)
		}
		order(s.Snapshots)
		order(s.Articles)
		order(s.Regions)
	case OnFound:
		s.stampFound(st)
	case OnUse:
		for _, p := range s.Pages {
			stampName(st, p)
			if !p.tells() {
				continue
			}
			st.number(len(p.cited))
			for _, source := range p.cited {
				st.word(source.Key)
			}
		}
	case OnShown:
		for _, p := range s.Pages {
			st.digest(s.face(p))
			if p.tells() {
				st.word(p.lead)
				st.digest(p.shownDigest())
			}
		}
	}
}

// Surroundings is a digest of where pages stand, and of what they can show of those
// that they are led to from by their fields: themselves, those above, their
// neighbours, what they list.
func (s *Site) Surroundings(pages []*Page) data.Digest {
	st := stamp{bytes: make([]byte, 0, 512)}
	for _, p := range pages {
		st.word(p.Route)
		st.digest(s.face(p))
		for at := p.Parent; at != nil; at = at.Parent {
			st.digest(s.face(at))
		}
		st.flag(false)
		st.digest(s.face(p.Previous))
		st.digest(s.face(p.Next))
		st.number(len(p.Entries))
		for _, entry := range p.Entries {
			st.digest(s.face(entry))
		}
		if e := p.Edition; e != nil {
			st.flag(s.Editions[0] == e)
			st.word(e.Base.String())
			for _, of := range []*PDF{e.Uploaded, e.Built} {
				st.flag(of != nil)
				if of != nil {
					st.word(of.Route)
					st.word(of.State)
					st.number(of.Size)
					st.number(of.Pages)
				}
			}
		}
	}
	return st.sum()
}

// stampName enters what a page is, and what it is called.
func stampName(st *stamp, p *Page) {
	for _, w := range []string{string(p.Kind), p.Route, p.Title, p.plainTitle, p.Period.String()} {
		st.word(w)
	}
	if p.Edition != nil {
		st.word(p.Edition.ID)
	}
	if p.Area != nil {
		st.word(p.Area.ID)
	}
	st.flag(p.Document != nil)
	if p.Document != nil {
		st.word(p.Document.File)
	}
}

// stampFace enters what other pages may show of a page: its name, its days, its key
// figure.
func (s *Site) stampFace(st *stamp, p *Page) {
	stampName(st, p)
	if d := p.Document; d != nil {
		st.flag(d.Draft)
		switch {
		case d.Report != nil:
			st.number(int(d.Report.Published))
			st.number(int(d.Report.Updated))
			st.word(d.Report.Credits.Publisher)
			st.number(len(d.Report.Credits.Authors))
			for _, name := range d.Report.Credits.Authors {
				st.word(name)
			}
		case d.Snapshot != nil:
			st.number(int(d.Snapshot.Published))
		case d.Article != nil:
			st.number(int(d.Article.Date))
		case d.Page != nil:
			st.number(int(d.Page.Menu))
			st.number(d.Page.Weight)
		}
	}
	h := p.Headline
	st.flag(h != nil)
	if h == nil {
		return
	}
	st.word(h.Indicator.ID)
	st.word(h.BaseTime.String())
	for _, o := range []*data.Observation{h.Now, h.Base} {
		st.flag(o != nil)
		if o != nil {
			st.digest(s.base.Digest(data.Dep{Kind: data.OnCell, Cell: o.Cell()}, false))
			st.flag(p.RestsOnRevised(o))
		}
	}
	st.flag(h.Change != nil)
	if h.Change != nil {
		st.word(h.Change.Text)
		st.number(int(h.Change.Kind))
		st.flag(p.RestsOnRevised(h.Change.Used...))
	}
}

// stamp makes a digest of parts, each of which is told from its neighbours. They are
// gathered first: to hash each takes longer than many at once.
type stamp struct {
	bytes []byte
	hash  hash.Hash // of the bytes that were let go; nil while there are none
}

// full is how many bytes are gathered before they are hashed.
const full = 16 << 10

func (st *stamp) number(n int) { st.bytes = binary.LittleEndian.AppendUint64(st.bytes, uint64(n)) }

func (st *stamp) flag(f bool) {
	var b byte
	if f {
		b = 1
	}
	st.bytes = append(st.bytes, b)
}

func (st *stamp) word(w string) {
	if len(st.bytes) >= full {
		if st.hash == nil {
			st.hash = sha256.New()
		}
		st.hash.Write(st.bytes)
		st.bytes = st.bytes[:0]
	}
	st.number(len(w))
	st.bytes = append(st.bytes, w...)
}

func (st *stamp) digest(d data.Digest) { st.bytes = append(st.bytes, d[:]...) }

func (st *stamp) sum() (d data.Digest) {
	if st.hash == nil {
		sum := sha256.Sum256(st.bytes)
		copy(d[:], sum[:])
		return d
	}
	st.hash.Write(st.bytes)
	copy(d[:], st.hash.Sum(nil))
	return d
}
