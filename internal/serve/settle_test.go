package serve

import (
	"slices"
	"testing"
	"time"
)

func TestSettler(t *testing.T) {
	t.Parallel()
	start := time.Unix(0, 0)
	at := func(ms int) time.Time { return start.Add(time.Duration(ms) * time.Millisecond) }
	whole := func(string) bool { return false }
	torn := func(path string) bool { return path == "b" }
	for _, c := range []struct {
		name       string
		events     []int // milliseconds
		paths      []string
		now        int
		unfinished func(string) bool
		want       int
	}{
		{"one", []int{0}, []string{"a"}, 0, whole, 12},
		{"two of one save", []int{0, 5}, []string{"a"}, 5, whole, 17},
		{"half a save, not yet looked at", []int{0}, []string{"b"}, 11, torn, 12},
		{"half a save", []int{0}, []string{"a", "b"}, 12, torn, 60},
		{"many files", []int{0}, []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"}, 0, torn, 30},
		{"many files, looked at", []int{0}, []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"}, 40, torn, 30},
		{"no end", []int{0, 100, 200, 300, 400, 495}, []string{"a"}, 495, whole, 500},
		{"no end, torn", []int{0, 480}, []string{"b"}, 495, torn, 500},
	} {
		var s settler
		for _, ms := range c.events {
			for _, path := range c.paths {
				s.add(path, at(ms))
			}
		}
		got := s.due(at(c.now), c.unfinished)
		if !got.Equal(at(c.want)) {
			t.Errorf("%s: due after %v, want %d ms", c.name, got.Sub(start), c.want)
		}
	}
	var s settler
	if !s.empty() {
		t.Error("not empty")
	}
	s.add("z", at(0))
	s.add("a", at(1))
	if got := s.change(); s.empty() || got.all || !slices.Equal(got.paths, []string{"a", "z"}) {
		t.Errorf("got %+v", got)
	}
	s.addAll(at(2))
	if got := s.change(); !got.all || got.paths != nil || !s.due(at(2), torn).Equal(at(32)) {
		t.Errorf("got %+v, due %v", got, s.due(at(2), torn))
	}
}
