package build_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bulletin/internal/build"
	"bulletin/internal/diag"
)

// dated is a file of a site as it lies on the disk.
type dated struct {
	text string
	time time.Time // zero: when it is written
}

// lawState is a site that is edited and built.
type lawState struct {
	*lawSite
	top     string               // the folder of everything
	disk    map[string]dated     // what lies in the site's folder
	clock   time.Time            // a date for files that are written, so long ago that it is trusted; zero: now
	dates   map[string]time.Time // of files that are not to have the time of writing
	rewrite map[string]bool      // files to be written even if they are as they were
	options build.Options
	said    []string           // what was done to it
	good    bool               // the last build found no errors
	last    map[string]string  // the site when a build found none
	before  build.Options      // and the options
	history []map[string]dated // the disk after each step
	stop    time.Duration      // before the build, another one is cancelled after this time
	tree    map[string]string  // what folder A must hold
}

// newLawState puts a site into a folder.
func newLawState(t *testing.T, site *lawSite, random *rand.Rand) *lawState {
	t.Helper()
	s := &lawState{lawSite: site, top: t.TempDir(), disk: map[string]dated{}, dates: map[string]time.Time{}, rewrite: map[string]bool{}, good: true, last: maps.Clone(site.files), tree: map[string]string{}}
	s.Rand = random
	if s.IntN(3) > 0 {
		s.clock = time.Now().Add(-100 * time.Hour)
	}
	s.options = build.Options{Dir: s.place("site"), Version: "1", Images: *lawImages, Now: time.Now}
	s.before = s.options
	return s
}

func (s *lawState) place(name string) string { return filepath.Join(s.top, filepath.FromSlash(name)) }

// write brings the disk to what the files are.
func (s *lawState) write(t *testing.T) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(s.disk)) {
		if _, ok := s.files[name]; !ok {
			if err := os.Remove(s.place("site/" + name)); err != nil {
				t.Fatal(err)
			}
			delete(s.disk, name)
			_ = os.Remove(filepath.Dir(s.place("site/" + name))) // where it was the last
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		if before, ok := s.disk[name]; ok && before.text == s.files[name] && !s.rewrite[name] {
			continue
		}
		place := s.place("site/" + name)
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			t.Fatal(err)
		}
		to := place
		if s.IntN(2) == 0 { // as editors do
			to = filepath.Join(filepath.Dir(place), ".new")
		}
		if err := os.WriteFile(to, []byte(s.files[name]), 0o644); err != nil {
			t.Fatal(err)
		}
		date := s.dates[name]
		if date.IsZero() {
			date = s.clock
		}
		if !date.IsZero() {
			if err := os.Chtimes(to, date, date); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Rename(to, place); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(place)
		if err != nil {
			t.Fatal(err)
		}
		s.disk[name] = dated{s.files[name], info.ModTime()}
	}
	clear(s.dates)
	clear(s.rewrite)
	if !s.clock.IsZero() {
		s.clock = s.clock.Add(time.Minute)
	}
	s.history = append(s.history, maps.Clone(s.disk))
}

// lawBuild is what a build published and said.
type lawBuild struct {
	result   *build.Result
	tree     map[string]string
	problems string
	accepted string
}

func (s *lawState) run(t *testing.T, out, cache string) lawBuild {
	t.Helper()
	o := s.options
	o.Out, o.Cache, o.Jobs = s.place(out), cache, 1+s.IntN(4)
	type ended struct {
		result *build.Result
		err    error
	}
	done := make(chan ended, 1)
	go func() {
		result, err := build.Run(t.Context(), o)
		done <- ended{result, err}
	}()
	var e ended
	select {
	case e = <-done:
	case <-time.After(2 * time.Minute):
		e.err = errors.New("the build hangs")
	}
	if e.err != nil {
		t.Fatalf("into %s: %v, after the edits\n%s", out, e.err, strings.Join(s.said, "\n"))
	}
	result := e.result
	b := lawBuild{result: result, tree: map[string]string{}}
	if _, err := os.Stat(o.Out); err == nil {
		b.tree = tree(t, o.Out)
	}
	text := func(problems diag.Problems) string {
		var w bytes.Buffer
		if err := diag.Write(&w, diag.Text, problems, result.Source); err != nil {
			t.Fatal(err)
		}
		return w.String()
	}
	b.problems, b.accepted = text(result.Problems), text(result.Accepted)
	return b
}

// build builds three times, and says how a build with the cache differs from one
// without.
func (s *lawState) build(t *testing.T) string {
	t.Helper()
	cache := s.place("site/.cache")
	if s.stop > 0 {
		s.interrupt(t, cache)
	}
	var kept, fresh lawBuild
	if s.IntN(2) == 0 {
		kept = s.run(t, "a", cache)
		fresh = s.run(t, "b", cache)
	} else {
		fresh = s.run(t, "b", cache)
		kept = s.run(t, "a", cache)
	}
	clean := s.run(t, "c", "")
	before := s.tree
	if s.good = !clean.result.Blocked; s.good {
		s.last, s.before = maps.Clone(s.files), s.options
		if !s.options.Check {
			s.tree = maps.Clone(clean.tree)
		}
	}
	for _, out := range []string{"b", "c"} {
		if err := os.RemoveAll(s.place(out)); err != nil {
			t.Fatal(err)
		}
	}
	var all []string
	for _, c := range []struct {
		name string
		with lawBuild
		want map[string]string
	}{{"into the folder of before", kept, s.tree}, {"into an empty folder", fresh, clean.tree}} {
		all = append(all, differ("with the cache "+c.name, c.with, clean, c.want)...)
	}
	if want := changes(before, s.tree); s.good && !s.options.Check && kept.result.Changes != want {
		all = append(all, fmt.Sprintf("into the folder of before: %+v, want %+v", kept.result.Changes, want))
	}
	return strings.Join(all, "\n")
}

// pass builds with the cache into the folder of before, and trusts what comes.
func (s *lawState) pass(t *testing.T) {
	t.Helper()
	cache := s.place("site/.cache")
	if s.stop > 0 {
		s.interrupt(t, cache)
	}
	kept := s.run(t, "a", cache)
	s.tree = kept.tree
	if s.good = !kept.result.Blocked; s.good {
		s.last, s.before = maps.Clone(s.files), s.options
	}
}

// interrupt begins a build with the cache into the folder of before, and cancels it.
// It may have been done by then.
func (s *lawState) interrupt(t *testing.T, cache string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), s.stop)
	defer cancel()
	o := s.options
	o.Out, o.Cache, o.Jobs = s.place("a"), cache, 2
	if _, err := build.Run(ctx, o); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(err)
	}
	s.stop, s.tree = 0, map[string]string{}
	if _, err := os.Stat(o.Out); err == nil {
		s.tree = tree(t, o.Out)
	}
}
