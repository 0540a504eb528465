package serve

import (
	"slices"
	"sync"
)

// looked are the files of the site that open pages show, by their paths below the
// output folder.
type looked struct {
	guard sync.Mutex
	next  int
	pages map[int][]string
}

// add enters the files of a page. remove is called when it is closed.
func (l *looked) add(names []string) (remove func()) {
	l.guard.Lock()
	defer l.guard.Unlock()
	if l.pages == nil {
		l.pages = map[int][]string{}
	}
	l.next++
	n := l.next
	l.pages[n] = names
	return func() {
		l.guard.Lock()
		defer l.guard.Unlock()
		delete(l.pages, n)
	}
}

// names are the files of all open pages, sorted.
func (l *looked) names() []string {
	l.guard.Lock()
	defer l.guard.Unlock()
	var all []string
	for _, names := range l.pages {
		all = append(all, names...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
