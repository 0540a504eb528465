package build

import (
	"slices"
	"strings"
	"sync"

	"bulletin/internal/site"
)

// agenda is the order in which units are made: what somebody waits for first, then the
// largest.
type agenda struct {
	guard  sync.Mutex
	units  []unit
	taken  []bool
	made   []bool
	next   int
	wanted []int
	of     map[string]int // the unit of a page, by the folder that its files lie in: "reports/2023-q1/serbia/"
}

func newAgenda(units []unit) *agenda {
	a := &agenda{units: units, taken: make([]bool, len(units)), made: make([]bool, len(units)), of: map[string]int{}}
	for i, u := range units {
		for _, p := range u.pages {
			a.of[folderOf(p)] = i
		}
	}
	return a
}

// begin puts the units of some documents at the head of the agenda: they must be made,
// which takes longer than to find that another need not be.
func (a *agenda) begin(documents map[string]bool) {
	for i, u := range a.units {
		if slices.ContainsFunc(u.pages, func(p *site.Page) bool { return p.Document != nil && documents[p.Document.File] }) {
			a.wanted = append(a.wanted, i)
		}
	}
}

// folderOf is the folder that the files of a page lie in.
func folderOf(p *site.Page) string {
	return strings.TrimPrefix(p.Route[:strings.LastIndexByte(p.Route, '/')+1], "/")
}

// take gives the next unit; false when there is none left.
func (a *agenda) take() (int, bool) {
	a.guard.Lock()
	defer a.guard.Unlock()
	for len(a.wanted) > 0 {
		i := a.wanted[0]
		a.wanted = a.wanted[1:]
		if !a.taken[i] {
			a.taken[i] = true
			return i, true
		}
	}
	for ; a.next < len(a.units); a.next++ {
		if !a.taken[a.next] {
			a.taken[a.next] = true
			return a.next, true
		}
	}
	return 0, false
}

// want puts the unit that makes a file at the head of the agenda; false where none
// does.
func (a *agenda) want(path string) bool {
	i, ok := a.unitOf(path)
	if !ok {
		return false
	}
	a.guard.Lock()
	defer a.guard.Unlock()
	a.wanted = append(a.wanted, i)
	return true
}

// unitOf is the place of the unit that makes a file.
func (a *agenda) unitOf(path string) (int, bool) {
	i, ok := a.of[path[:strings.LastIndexByte(path, '/')+1]]
	return i, ok
}

// done notes that a unit was made.
func (a *agenda) done(i int) {
	a.guard.Lock()
	defer a.guard.Unlock()
	a.made[i] = true
}

// isDone tells whether a unit was made.
func (a *agenda) isDone(i int) bool {
	a.guard.Lock()
	defer a.guard.Unlock()
	return a.made[i]
}
