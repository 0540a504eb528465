package build

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// tree is a site's folder as it was: its files are kept in memory.
type tree struct{ nodes map[string]*node }

// node is a file or folder of a tree.
type node struct {
	path    string
	folder  bool
	size    int64
	src     []byte
	refused error   // why it cannot be opened
	entries []*node // of a folder, by name
}

func newTree() *tree {
	return &tree{map[string]*node{".": {path: ".", folder: true}}}
}

// add enters a file, and the folders that it lies in.
func (t *tree) add(n *node) {
	if _, ok := t.nodes[n.path]; ok || !fs.ValidPath(n.path) {
		return
	}
	t.nodes[n.path] = n
	dir := path.Dir(n.path)
	if _, ok := t.nodes[dir]; !ok {
		t.add(&node{path: dir, folder: true})
	}
	parent := t.nodes[dir]
	at, _ := slices.BinarySearchFunc(parent.entries, n, func(a, b *node) int { return strings.Compare(a.Name(), b.Name()) })
	parent.entries = slices.Insert(parent.entries, at, n)
}

// find is the file or folder of a name that can be opened.
func (t *tree) find(name string) (*node, error) {
	refuse := func(err error) (*node, error) { return nil, &fs.PathError{Op: "open", Path: name, Err: err} }
	if !fs.ValidPath(name) {
		return refuse(fs.ErrInvalid)
	}
	n, ok := t.nodes[name]
	switch {
	case !ok:
		return refuse(fs.ErrNotExist)
	case n.refused != nil:
		return refuse(n.refused)
	}
	return n, nil
}

// Open opens a file or folder for reading.
func (t *tree) Open(name string) (fs.File, error) {
	n, err := t.find(name)
	if err != nil {
		return nil, err
	}
	if most := limit(name); n.size > most {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errTooLarge{n.size, most}}
	}
	if n.folder {
		return &openFolder{node: n}, nil
	}
	return &openFile{n, bytes.NewReader(n.src)}, nil
}

// Stat describes a file or folder.
func (t *tree) Stat(name string) (fs.FileInfo, error) {
	n, err := t.find(name)
	if err != nil {
		return nil, err
	}
	return n, nil
}

// A node describes itself, as a fs.FileInfo and as a fs.DirEntry.

// Name is the last part of its path.
func (n *node) Name() string { return path.Base(n.path) }

// IsDir tells whether it is a folder.
func (n *node) IsDir() bool { return n.folder }

// Size is in bytes.
func (n *node) Size() int64 { return n.size }

// ModTime is not known.
func (n *node) ModTime() time.Time { return time.Time{} }

// Sys is nothing.
func (n *node) Sys() any { return nil }

// Type is that of its mode.
func (n *node) Type() fs.FileMode { return n.Mode().Type() }

// Info is itself.
func (n *node) Info() (fs.FileInfo, error) { return n, nil }

// Mode is that of a file, or a folder, for reading.
func (n *node) Mode() fs.FileMode {
	if n.folder {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// openFile is a file being read.
type openFile struct {
	*node
	*bytes.Reader
}

// Stat describes the file.
func (f *openFile) Stat() (fs.FileInfo, error) { return f.node, nil }

// Size is in bytes.
func (f *openFile) Size() int64 { return f.node.size }

// Close has nothing to do.
func (f *openFile) Close() error { return nil }

// openFolder is a folder being listed.
type openFolder struct {
	*node
	next int
}

// Stat describes the folder.
func (f *openFolder) Stat() (fs.FileInfo, error) { return f.node, nil }

// Read fails: there is nothing to read in a folder.
func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.path, Err: fs.ErrInvalid}
}

// Close has nothing to do.
func (f *openFolder) Close() error { return nil }

// ReadDir lists the next n entries, or all that are left.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := f.entries[f.next:]
	if n > 0 && len(rest) == 0 {
		return nil, io.EOF
	}
	if n > 0 {
		rest = rest[:min(n, len(rest))]
	}
	f.next += len(rest)
	list := make([]fs.DirEntry, len(rest))
	for i, entry := range rest {
		list[i] = entry
	}
	return list, nil
}
