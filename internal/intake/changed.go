package intake

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// changed is a site's folder with files in the place of others.
type changed struct {
	fs.FS
	files []File
}

// With is a site's folder with files in the place of others, as a plan would leave it.
func With(fsys fs.FS, files []File) fs.StatFS { return changed{fsys, files} }

// Stat tells of a file.
func (c changed) Stat(name string) (fs.FileInfo, error) {
	for _, f := range c.files {
		if f.Name == name {
			return info{path.Base(name), int64(len(f.Text)), false}, nil
		}
	}
	return fs.Stat(c.FS, name)
}

// Open opens a file.
func (c changed) Open(name string) (fs.File, error) {
	for _, f := range c.files {
		if f.Name == name {
			return &planned{bytes.NewReader(f.Text), f}, nil
		}
	}
	return c.FS.Open(name)
}

// ReadDir lists a folder, with the files that it is to get.
func (c changed) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(c.FS, name)
	if errors.Is(err, fs.ErrNotExist) && slices.ContainsFunc(c.files, func(f File) bool { return strings.HasPrefix(f.Name, name+"/") }) {
		err = nil // a folder that is to be made
	}
	if err != nil {
		return nil, err
	}
	for _, f := range c.files {
		rest, under := strings.CutPrefix(f.Name, name+"/")
		if !under {
			continue
		}
		first, _, deeper := strings.Cut(rest, "/")
		if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == first }) {
			entries = append(entries, fs.FileInfoToDirEntry(info{first, int64(len(f.Text)), deeper}))
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// planned is a file of a plan.
type planned struct {
	*bytes.Reader
	file File
}

func (p *planned) Stat() (fs.FileInfo, error) {
	return info{p.file.Name[strings.LastIndexByte(p.file.Name, '/')+1:], int64(len(p.file.Text)), false}, nil
}
func (p *planned) Close() error { return nil }

// info is of a file of a plan, or of a folder above it.
type info struct {
	name   string
	size   int64
	folder bool
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.folder }
func (i info) Sys() any           { return nil }
func (i info) Mode() fs.FileMode {
	if i.folder {
		return fs.ModeDir | 0o755
	}
	return 0o644
}
