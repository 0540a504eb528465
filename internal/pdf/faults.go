package pdf

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// faults gathers what is wrong with a page while it is loaded.
type faults struct {
	lock sync.Mutex
	all  []string
}

func (f *faults) add(format string, args ...any) {
	f.lock.Lock()
	defer f.lock.Unlock()
	f.all = append(f.all, fmt.Sprintf(format, args...))
}

// err is all of it, in an order that does not depend on what came first; nil
// where nothing is wrong.
func (f *faults) err() error {
	f.lock.Lock()
	defer f.lock.Unlock()
	if len(f.all) == 0 {
		return nil
	}
	slices.Sort(f.all)
	return errors.New(strings.Join(slices.Compact(f.all), "; "))
}
