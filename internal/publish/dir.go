package publish

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// dir is one folder of the site: what the last build published in it, and what
// this one adds.
type dir struct {
	path   string // "" for the output folder itself
	parent *dir   // nil for the output folder itself
	files  []file // of the last build, by name; changed to what this one publishes
	added  []file // by this build, where the last had none; sorted when all are there

	look   sync.Once // compares files with the disk
	exists bool      // known after the look: there is a folder on the disk

	staged  bool   // files wait on the stage, in it or below
	needed  bool   // files are planned, in it or below
	arrives bool   // it comes as a whole, with all that is in it
	blocked string // what is in its way and not ours
}

// file is a file that is published, or will be.
type file struct {
	name     string
	source   string // the file that it is made from, for messages; only of staged files
	sum      [32]byte
	size     int64 // in bytes, or unknownSize
	modified int64 // nanoseconds since 1970
	state    state
}

// unknownSize is the size of files that an older Bulletin published.
const unknownSize = -1

// state is what a build knows of a file.
type state uint8

const (
	planned state = 1 << iota // by this build
	staged                    // its bytes wait on the stage
	there                     // a plain file of its size, as the last build left one
	trusted                   // so is its time, and that was no younger than the manifest
)

// search is where a file of the last build stands, or would.
func (d *dir) search(name string) (int, bool) {
	return slices.BinarySearchFunc(d.files, name, func(f file, name string) int { return strings.Compare(f.name, name) })
}

// find is what the last build published under a name, or nil.
func (d *dir) find(name string) *file {
	if i, ok := d.search(name); ok {
		return &d.files[i]
	}
	return nil
}

// plans tells whether this build publishes a file under a name. All files
// must be known.
func (d *dir) plans(name string) bool {
	if f := d.find(name); f != nil {
		return f.state&planned != 0
	}
	_, ok := slices.BinarySearchFunc(d.added, name, func(f file, name string) int { return strings.Compare(f.name, name) })
	return ok
}

// planned appends the files that this build publishes, by name.
func (d *dir) planned(to []*file) []*file {
	for i := range d.files {
		if d.files[i].state&planned != 0 {
			to = append(to, &d.files[i])
		}
	}
	for i := range d.added {
		to = append(to, &d.added[i])
	}
	slices.SortFunc(to, func(a, b *file) int { return cmp.Compare(a.name, b.name) })
	return to
}

// close sorts what was added, when nothing more comes.
func (d *dir) close() error {
	slices.SortFunc(d.added, func(a, b file) int { return cmp.Compare(a.name, b.name) })
	for i := 1; i < len(d.added); i++ {
		if d.added[i].name == d.added[i-1].name {
			return madeTwice(join(d.path, d.added[i].name))
		}
	}
	return nil
}

// madeTwice is a mistake of the caller: [Clashes] finds such outputs.
func madeTwice(path string) error { return fmt.Errorf("%s is made twice", path) }

// raise sets a mark on a folder and on those it lies in.
func (d *dir) raise(mark func(*dir) *bool) {
	for ; d != nil && !*mark(d); d = d.parent {
		*mark(d) = true
	}
}

// name is the last element of the folder's path.
func (d *dir) name() string {
	_, name := split(d.path)
	return name
}

// split parts a path into its folder, "" for the output folder itself, and its
// last element.
func split(path string) (dir, name string) {
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		return path[:i], path[i+1:]
	}
	return "", path
}

func join(dir, name string) string {
	if dir == "" {
		return name
	}
	return dir + "/" + name
}
