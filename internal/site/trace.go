package site

import (
	"cmp"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/wire"
)

// Trace is what was asked of a site through [Site.View], and of its data. Its zero
// value is ready; one goroutine uses it at a time.
type Trace struct {
	Data data.Trace
	deps map[Dep]struct{}
}

// Dep is a question that was asked of a site: what a unit depends on. What is
// answered, [Site.Digest] tells.
type Dep struct {
	Kind DepKind
	Name string // a route or a file; of OnAbout, an area
}

// DepKind is the kind of a question.
type DepKind uint8

// The kinds of questions.
const (
	OnPage  DepKind = iota + 1 // what others may show of the page at a route, or that there is none
	OnFile                     // what others may show of the page made from a file, its route among it
	OnRoute                    // whether anything is at a route
	OnMenus                    // which pages the menus lead to, and what they are called
	OnLists                    // editions, snapshots, articles, regions, and what others may show of them
	OnNames                    // all pages, what they are called, and in which order they come
	OnUse                      // where sources are used
	OnShown                    // what all pages show and lead with
	OnAbout                    // which pages of words are about an area, and what others may show of them
	OnFound                    // what the search finds all pages by
	lastDep = OnFound
)

// View is the site, entering into a trace what it is asked by its methods. What stands
// in its fields is asked without a word: lists, and pages that lead to one another.
func (s *Site) View(t *Trace) *Site {
	view := *s
	view.trace, view.Set = t, s.Set.Traced(&t.Data)
	return &view
}

// add enters a question. Nil enters nothing.
func (t *Trace) add(kind DepKind, name string) {
	if t == nil {
		return
	}
	if t.deps == nil {
		t.deps = map[Dep]struct{}{}
	}
	t.deps[Dep{kind, name}] = struct{}{}
}

// Add enters a question that was answered by a field.
func (t *Trace) Add(d Dep) { t.add(d.Kind, d.Name) }

// Deps lists what was asked of the site itself, each once, sorted.
func (t *Trace) Deps() []Dep {
	all := make([]Dep, 0, len(t.deps))
	for d := range t.deps {
		all = append(all, d)
	}
	slices.SortFunc(all, func(x, y Dep) int {
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), strings.Compare(x.Name, y.Name))
	})
	return all
}

// WriteDeps writes questions for [ReadDeps].
func WriteDeps(w *wire.Writer, all []Dep) {
	w.Len(len(all))
	for _, d := range all {
		w.Uint(uint64(d.Kind))
		w.String(d.Name)
	}
}

// ReadDeps reads what WriteDeps wrote; false where it is not that.
func ReadDeps(r *wire.Reader) ([]Dep, bool) {
	all := make([]Dep, 0, r.Len(2))
	for range cap(all) {
		d := Dep{DepKind(min(r.Uint(), 0xff)), r.String()}
		if d.Kind == 0 || d.Kind > lastDep {
			return nil, false
		}
		all = append(all, d)
	}
	return all, r.Err() == nil
}
