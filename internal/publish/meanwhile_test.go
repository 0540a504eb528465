package publish

import (
	"crypto/sha256"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// TestForeignFileComesMeanwhile has somebody put a file where one of the site
// must go, after the build has looked.
func TestForeignFileComesMeanwhile(t *testing.T) {
	before := tree{"index.html": "one", "x/a": "a"}
	after := tree{"index.html": "two", "x/b": "b", "new/deep/c": "c", "new/deep/d": "d", "new/e": "e"}
	for _, mine := range []string{"x/b", "new", "new/deep", "new/deep/d", "new/e", "new/e/f"} {
		place := t.TempDir()
		if _, err := build(place, before, nil); err != nil {
			t.Fatal(err)
		}
		_, err := build(place, after, func(d disk) disk { return intruder{d, place, tree{mine: "mine"}} })
		if err == nil || !strings.Contains(err.Error(), strings.TrimSuffix(mine, "/f")+" has come into the output folder since the build looked, and no build made it: move it away") {
			t.Errorf("%s: got %v", mine, err)
		}
		same(t, mine, read(t, place), tree{"index.html": "one", "x/a": "a", mine: "mine"})
	}
}

// visited puts a file of somebody else into a folder that was moved in, and
// lets the next move fail.
type visited struct {
	intruder
	moved *bool
}

func (v visited) Folder(name string) (disk, error) {
	opened, err := v.disk.Folder(name)
	v.disk = opened
	return v, err
}

func (v visited) RenameTo(name string, folder disk, newName string) error {
	if *v.moved {
		*v.moved = false
		return syscall.ENOSPC
	}
	return v.disk.RenameTo(name, folder, newName)
}

func (v visited) Rename(from, to string) error {
	if err := v.disk.Rename(from, to); err != nil || to != "new" {
		return err
	}
	*v.moved = true
	return v.intruder.put()
}

func TestForeignFileStaysWhenFoldersAreTakenBack(t *testing.T) {
	place := t.TempDir()
	before := tree{"index.html": "one", "x/a": "a"}
	if _, err := build(place, before, nil); err != nil {
		t.Fatal(err)
	}
	after := tree{"index.html": "one", "new/deep/c": "c", "x/b": "b"}
	moved := false
	_, err := build(place, after, func(d disk) disk {
		return visited{intruder{d, place, tree{"new/deep/mine": "mine"}}, &moved}
	})
	if err == nil {
		t.Error("no error")
	}
	same(t, "files", read(t, place), tree{"index.html": "one", "x/a": "a", "new/deep/mine": "mine"})
}

// renames counts moves.
type renames struct {
	disk
	count *int
}

func (r renames) Folder(name string) (disk, error) {
	opened, err := r.disk.Folder(name)
	return renames{opened, r.count}, err
}

func (r renames) RenameTo(name string, folder disk, newName string) error {
	*r.count++
	return r.disk.RenameTo(name, folder, newName)
}

func (r renames) Rename(from, to string) error {
	*r.count++
	return r.disk.Rename(from, to)
}

func TestNewFoldersMoveAsOne(t *testing.T) {
	place := t.TempDir()
	files := tree{"index.html": "i"}
	for _, name := range strings.Fields("a b c d e f g h") {
		files["reports/"+name+"/index.html"] = name
		files["reports/"+name+"/print/index.html"] = name
	}
	for _, want := range []int{4, 3} { // journal, manifest, reports, and index.html at first
		count := 0
		if _, err := build(place, files, func(d disk) disk { return renames{d, &count} }); err != nil {
			t.Fatal(err)
		}
		if count != want {
			t.Errorf("%d renames, want %d", count, want)
		}
		files["reports/z/index.html"] = "z"
	}
}

// TestManyWorkers brings the files of the same folders from many workers.
func TestManyWorkers(t *testing.T) {
	place := t.TempDir()
	for _, round := range []string{"one", "two", "two"} {
		folder, err := Open(place)
		if err != nil {
			t.Fatal(err)
		}
		stage := folder.Stage()
		var wait sync.WaitGroup
		want := tree{}
		for worker := range 8 {
			paths := make([]string, 0, 100)
			for i := range 100 {
				path := strings.Repeat("x/", i%7) + string(rune('a'+worker)) + string(rune('0'+i%10)) + string(rune('0'+i/10))
				paths = append(paths, path)
				want[path] = path
				if i%3 == 0 {
					want[path] += round
				}
			}
			files := make([]string, len(paths))
			for i, path := range paths {
				files[i] = want[path]
			}
			wait.Go(func() {
				for i, path := range paths {
					f := output{path: path, data: []byte(files[i])}
					f.sum = sha256.Sum256(f.data)
					if err := keepOrAdd(stage, f); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wait.Wait()
		if _, err := stage.Publish(); err != nil {
			t.Fatal(err)
		}
		if err := folder.Close(); err != nil {
			t.Fatal(err)
		}
		same(t, round, read(t, place), want)
	}
}
