package site

import (
	"net/url"
	"strings"
	"sync"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/locale"
)

// Config is what the command adds to the files.
type Config struct {
	BaseURL string   // overrides data/site.yaml's; empty keeps it
	Drafts  bool     // include drafts
	Files   []string // files under content/uploads/, as "content/uploads/map.png"
	Version string   // of the generator
	Pending string   // an edition, by its folder or period in any case, that is looked at as a draft is; empty: none

}

// Site is everything the pages are made from. After Outline it is not changed but by
// Open, Close and Index.
type Site struct {
	Set       *data.Set
	Locale    *locale.Locale
	Base      *url.URL // absolute, its path ends with a slash; nil when the site has no address yet
	Version   string
	Pages     []*Page    // every page, in the order of the site
	Editions  []*Edition // newest first
	Snapshots []*Page    // newest first
	Articles  []*Page    // newest first
	Regions   []*Page    // by route
	Uploads   map[string]bool
	Drafts    bool // drafts were asked for: Page.IsDraft tells which pages are
	Redirects []Redirect

	routes      map[string]*Page
	menus       map[content.Menu][]*Page
	aliases     map[string]bool    // routes that lead on
	drafts      map[draftOf]string // files of editions and chapters that are drafts, and left out
	contested   map[string]bool    // routes that a second page would have
	files       map[string]*Page
	byIndicator map[*data.Indicator][]*data.Observation
	byArea      map[*data.Area][][]*data.Observation // one list an indicator, in the order of these
	rankOf      map[*data.Indicator]int
	citing      map[*data.Source]*Citing
	about       map[string]About       // by area
	parser      func() *content.Parser // for blocks of templates
	trace       *Trace                 // of a view
	faces       *faces
	base        *data.Set // what Set is in the site that this is a view of
	days        func() *days
}

// ByIndicator is every observation of an indicator, in the order of the set.
func (s *Site) ByIndicator(i *data.Indicator) []*data.Observation {
	if s.trace != nil {
		s.trace.Data.Add(data.Dep{Kind: data.OnIndicator, Cell: data.Cell{Indicator: i.ID}})
	}
	return s.byIndicator[i]
}

// Redirect leads from an address that a page once had to where it is now.
type Redirect struct {
	From string // "/old/", or "/old.html"
	To   *Page
	Pos  diag.Pos // of the alias; zero where no page asks for it
	Len  int      // how many characters it has
}

// Page is the page at a route, if there is one.
func (s *Site) Page(route string) (*Page, bool) {
	s.trace.add(OnPage, route)
	p, ok := s.routes[route]
	return p, ok
}

// Contested tells whether several pages would have a route. The one that has it
// may not be the one that a link means.
func (s *Site) Contested(route string) bool {
	s.trace.add(OnPage, route)
	return s.contested[route]
}

// Draft is the file of an edition's chapter about an area where that is left out
// as a draft; without an area, of the edition itself.
func (s *Site) Draft(edition, area string) (file string, ok bool) {
	file, ok = s.drafts[draftOf{edition, area}]
	return file, ok
}

// draftOf names a chapter by its edition and its area; an edition has none.
type draftOf struct{ edition, area string }

// File is the page made from a source file, if there is one.
func (s *Site) File(name string) (*Page, bool) {
	s.trace.add(OnFile, name)
	p, ok := s.files[name]
	return p, ok
}

// BasePath is the path that the site is served under: "/" or "/repo/".
func (s *Site) BasePath() string {
	if s.Base == nil {
		return "/"
	}
	return s.Base.EscapedPath()
}

// Absolute is the full address of a route, or "" when the site has none.
func (s *Site) Absolute(route string) string {
	if s.Base == nil {
		return ""
	}
	if route == "/" {
		return s.Base.String() // JoinPath would drop its slash
	}
	if folders := strings.TrimPrefix(route, "/"); plainFolders(folders) { // as most are; joining takes long
		return s.Base.String() + folders
	}
	return s.Base.JoinPath(strings.TrimPrefix(route, "/")).String()
}

// Assemble joins the data and the documents, which are all open, and opens all
// pages: [Outline], [Site.Open] and [Site.Index] in one. It goes on after problems, so
// that one run shows them all; the Site is then good for looking for more, not
// for publishing.
func Assemble(config Config, set *data.Set, documents []*content.Document) (*Site, diag.Problems) {
	s, problems := Outline(config, set, documents)
	problems = append(problems, s.Open(s.Pages...)...)
	s.Index()
	return s, problems
}

// Outline joins the data with what is above the bodies of the documents, which may be
// closed: routes, editions, titles, key figures, neighbours. All pages of the Site
// are closed.
func Outline(config Config, set *data.Set, documents []*content.Document) (*Site, diag.Problems) {
	a := &assembly{
		Site: &Site{
			Set:       set,
			base:      set,
			faces:     &faces{pages: map[*Page]data.Digest{}, all: map[DepKind]data.Digest{}},
			Version:   config.Version,
			Drafts:    config.Drafts,
			Uploads:   map[string]bool{},
			routes:    map[string]*Page{},
			contested: map[string]bool{},
			files:     map[string]*Page{},
			parser:    sync.OnceValue(content.NewParser),
		},
		config: config,
	}
	for _, f := range config.Files {
		a.Uploads["/"+strings.TrimPrefix(f, "content/")] = true
	}
	a.days = a.findDays()
	a.settle()
	a.indexObservations()
	a.addDocuments(documents)
	a.addEditions()
	a.addLists()
	a.addAreas()
	a.addDataPages()
	a.addPrints()
	a.order()
	a.addAliases()
	a.gatherMenus()
	a.entitle()
	return a.Site, a.problems
}

// assembly is a Site in the making.
type assembly struct {
	*Site
	config   Config
	problems diag.Problems
	draft    bool // the page whose chart is chosen is a draft
}

// indexObservations groups the observations as the data pages list them.
func (a *assembly) indexObservations() {
	a.byIndicator = map[*data.Indicator][]*data.Observation{}
	all := a.Set.Observations() // those of an indicator follow each other
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].Indicator == all[from].Indicator {
			to++
		}
		a.byIndicator[all[from].Indicator] = all[from:to:to]
		from = to
	}
	a.indexAreas()
}

// settle reads the site's own settings: its language and its address.
func (a *assembly) settle() {
	language := a.Set.Site.Language
	l, err := locale.For(language)
	if err != nil {
		a.problems.Errorf(a.Set.Site.LanguagePos, len([]rune(language)), "data", "write language: en", "%v", err)
		l, _ = locale.For("en") // English is always there
	}
	a.Locale = l

	address := a.config.BaseURL
	if address == "" {
		address = a.Set.Site.BaseURL
	}
	if address == "" {
		return
	}
	base, err := url.Parse(address)
	if err != nil || base.Host == "" || base.Scheme != "https" && base.Scheme != "http" {
		a.problems.Errorf(diag.Pos{File: "data/site.yaml"}, 0, "data", "write it as https://example.org/reports/",
			"the base URL %q is not an absolute web address", address)
		return
	}
	if strings.Contains(base.Path, "//") {
		return // reported while reading: no page could lie there
	}
	base.RawQuery, base.Fragment = "", ""
	if !strings.HasSuffix(base.Path, "/") {
		base.Path += "/"
	}
	a.Base = base
}
