package data_test

import (
	"io/fs"
	"testing"

	"bulletin/internal/data"
)

// counting is a file system that counts how often each file is opened.
type counting struct {
	fs.FS
	opened map[string]int
}

func (c counting) Open(name string) (fs.File, error) {
	f, err := c.FS.Open(name)
	if err == nil {
		if info, wrong := f.Stat(); wrong == nil && !info.IsDir() {
			c.opened[name]++
		}
	}
	return f, err
}

// TestFilesAreReadOnce: a site is loaded in one pass.
func TestFilesAreReadOnce(t *testing.T) {
	fsys := small()
	c := counting{fsys, map[string]int{}}
	if _, ps := data.Load(c); len(ps) > 0 {
		t.Fatal(ps)
	}
	for name := range fsys {
		if c.opened[name] != 1 {
			t.Errorf("%s is read %d times", name, c.opened[name])
		}
	}
}
