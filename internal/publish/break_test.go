package publish

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// scenario is a site that is published over another.
type scenario struct {
	name          string
	before, after tree
	mine          tree                    // files of others
	steps         int                     // that it takes at least
	caseless      bool                    // on a disk that does not know case
	wrap          func(string, disk) disk // what happens meanwhile
}

func scenarios() []scenario {
	plain := func(_ string, d disk) disk { return d }
	return []scenario{
		{
			name:   "files and folders",
			before: tree{"index.html": "one", "same": "s", "old/deep/page": "o", "file": "f", "folder/x": "x"},
			after:  tree{"index.html": "two", "same": "s", "new/deep/page": "n", "new/page": "p", "new/deep/other": "q", "file/y": "y", "file/z/z": "z", "folder": "z"},
			mine:   tree{".gitignore": "*"},
			steps:  25,
			wrap:   plain,
		},
		{
			name:  "the first build",
			after: tree{"a": "a", "b/c/d": "d", "b/c/e": "e", "b/f": "f"},
			mine:  tree{"CNAME": "example.org"},
			steps: 15,
			wrap:  plain,
		},
		{
			name:   "somebody makes the folders that are new",
			before: tree{"index.html": "one", "x/gone": "g"},
			after:  tree{"index.html": "two", "new/a": "a", "new/deep/b": "b", "new/deep/er/c": "c", "new/zoo/d": "d", "x/y": "y"},
			mine:   tree{"new/deep/mine": "m"},
			steps:  25,
			wrap:   meanwhile(tree{"new/deep/mine": "m"}),
		},
		{
			name:     "a disk that does not know case",
			before:   tree{"index.html": "one", "X/a": "a", "X/b": "b", "Y": "y", "F/f": "f"},
			after:    tree{"index.html": "one", "x/a": "a", "x/c": "c", "y": "Y", "f": "F"},
			mine:     tree{"other": "o"},
			steps:    24,
			caseless: true,
			wrap:     func(_ string, d disk) disk { return caseless{d} },
		},
	}
}

// meanwhile has somebody else write files once the journal is there.
func meanwhile(files tree) func(string, disk) disk {
	return func(place string, d disk) disk { return intruder{d, place, files} }
}

type intruder struct {
	disk
	place string
	files tree
}

func (i intruder) Rename(from, to string) error {
	if err := i.disk.Rename(from, to); err != nil || to != journalPath {
		return err
	}
	return i.put()
}

func (i intruder) put() error {
	for name, src := range i.files {
		path := filepath.Join(i.place, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// begin publishes the site before.
func (c scenario) begin(t *testing.T) (place string) {
	t.Helper()
	place = t.TempDir()
	for name, src := range c.mine {
		if !strings.HasPrefix(name, "new/") { // that comes later
			write(t, place, tree{name: src})
		}
	}
	if len(c.before) > 0 {
		if _, err := build(place, c.before, func(d disk) disk { return c.wrap(place, d) }); err != nil {
			t.Fatal(err)
		}
		if err := os.RemoveAll(filepath.Join(place, "new")); err != nil {
			t.Fatal(err)
		}
	}
	return place
}

// ours is what stands in place, without what builds keep and others own.
func (c scenario) ours(t *testing.T, place string) tree {
	t.Helper()
	got := read(t, place)
	maps.DeleteFunc(got, func(path, src string) bool {
		mine, ok := c.mine[path]
		if ok && mine != src {
			t.Errorf("%s of somebody else became %q", path, src)
		}
		return ok || strings.HasPrefix(path, own)
	})
	return c.fold(got)
}

// fold spells paths in one way where the disk knows only one: a folder that
// cannot be removed keeps its old spelling.
func (c scenario) fold(files tree) tree {
	if !c.caseless {
		return files
	}
	folded := tree{}
	for path, src := range files {
		folded[fold(path)] = src
	}
	return folded
}

// is tells whether the files are those of a site.
func (c scenario) is(got, want tree) bool { return maps.Equal(got, c.fold(want)) }

// TestFailureAtEveryStep breaks each change to the disk in turn. The published
// site must be the one before or, once it was moved in, the new one; never a
// mixture; and the next build must mend everything.
func TestFailureAtEveryStep(t *testing.T) {
	for _, c := range scenarios() {
		t.Run(c.name, func(t *testing.T) {
			for at := 1; ; at++ {
				place := c.begin(t)
				count := 0
				_, err := build(place, c.after, func(d disk) disk {
					return breaking{disk: c.wrap(place, d), count: &count, at: at, half: true}
				})
				if count < at {
					if at < c.steps {
						t.Fatalf("only %d steps were tried", at-1)
					}
					return
				}
				got := c.ours(t, place)
				if !c.is(got, c.before) && !c.is(got, c.after) {
					t.Errorf("step %d (%v): neither the old site nor the new one: %v", at, err, got)
				}
				if err == nil && !c.is(got, c.after) {
					t.Errorf("step %d: no error, but not published", at)
				}
				c.mend(t, place, at)
			}
		})
	}
}

// TestKillAtEveryStep ends the process at each change to the disk in turn.
// Until the journal is there the old site must stand; after that the next
// build must finish the move, even if it publishes nothing itself.
func TestKillAtEveryStep(t *testing.T) {
	for _, c := range scenarios() {
		t.Run(c.name, func(t *testing.T) {
			for at := 1; ; at++ {
				place := c.begin(t)
				count := 0
				err := c.killed(place, func(d disk) disk { return breaking{disk: d, count: &count, at: at, kill: true, half: true} })
				if err != nil {
					t.Fatal(err)
				}
				if count < at {
					if at < c.steps {
						t.Fatalf("only %d steps were tried", at-1)
					}
					return
				}
				if got := c.ours(t, place); !c.journal(t, place) && !c.is(got, c.before) && !c.is(got, c.after) {
					t.Errorf("step %d: a mixture without a journal: %v", at, got)
				}
				c.recover(t, place, at)
				c.mend(t, place, at)
			}
		})
	}
}

// TestKillWhileUndoing lets one step fail, and ends the process while what was
// done before is taken back.
func TestKillWhileUndoing(t *testing.T) {
	for _, c := range scenarios() {
		t.Run(c.name, func(t *testing.T) {
			undone := 0
			for fail := 1; ; fail++ {
				last := 0
				for kill := fail + 1; last == 0 || kill <= last; kill++ {
					place := c.begin(t)
					count, failing := 0, 0
					err := c.killed(place, func(d disk) disk {
						return breaking{disk: breaking{disk: d, count: &failing, at: fail}, count: &count, at: kill, kill: true}
					})
					if failing < fail {
						if undone < c.steps {
							t.Errorf("only %d steps were taken back", undone)
						}
						return
					}
					if last = count; count < kill {
						break // it came to its end
					}
					if err != nil {
						t.Fatal(err)
					}
					undone++
					if got := c.ours(t, place); !c.journal(t, place) && !c.is(got, c.before) && !c.is(got, c.after) {
						t.Errorf("step %d failed, killed at %d: a mixture without a journal: %v", fail, kill, got)
					}
					c.recover(t, place, kill)
					c.mend(t, place, kill)
					if t.Failed() {
						return
					}
				}
			}
		})
	}
}

// killed publishes the site until the disk ends the process.
func (c scenario) killed(place string, wrap func(disk) disk) (err error) {
	var folder *Folder
	defer func() {
		if folder != nil { // the kernel closes what a killed process held
			_ = folder.disk.Close()
			_ = folder.lock.Close()
		}
		if v := recover(); v != nil {
			if _, ok := v.(killed); !ok {
				panic(v)
			}
			err = nil
		}
	}()
	folder, err = open(place, func(d disk) disk { return wrap(c.wrap(place, d)) })
	if err == nil {
		_, err = stageAll(folder, c.after)
	}
	return err
}

func (c scenario) journal(t *testing.T, place string) bool {
	t.Helper()
	_, err := os.Stat(filepath.Join(place, journalPath))
	return err == nil
}

// recover opens the folder once more, and expects the new site if there was a
// journal.
func (c scenario) recover(t *testing.T, place string, at int) {
	t.Helper()
	if !c.journal(t, place) {
		return
	}
	folder, err := open(place, func(d disk) disk { return c.wrap(place, d) })
	if err != nil {
		t.Fatalf("step %d: %v", at, err)
	}
	if err := folder.Close(); err != nil {
		t.Fatal(err)
	}
	same(t, fmt.Sprintf("step %d: recovered", at), c.ours(t, place), c.fold(c.after))
}

// mend builds once more and expects the site, and nothing beside it.
func (c scenario) mend(t *testing.T, place string, at int) {
	t.Helper()
	if _, err := build(place, c.after, func(d disk) disk { return c.wrap(place, d) }); err != nil {
		t.Errorf("step %d: the next build fails: %v", at, err)
	}
	same(t, fmt.Sprintf("step %d: mended", at), c.ours(t, place), c.fold(c.after))
	got, err := os.ReadDir(filepath.Join(place, own))
	if err != nil || len(got) != 1 || got[0].Name() != "manifest" {
		t.Errorf("step %d: left in %s: %v, %v", at, own, got, err)
	}
	for name := range c.mine {
		if _, err := os.Stat(filepath.Join(place, name)); err != nil && !strings.HasPrefix(name, "new/") {
			t.Errorf("step %d: %v", at, err)
		}
	}
}
