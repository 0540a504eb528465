package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// hasty is a disk that is not waited for.
type hasty struct{ siteDisk }

func (d hasty) Put(name string, src []byte) error {
	f, err := d.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(src)
	return errors.Join(err, f.Close())
}

// steps is a disk that comes to grief at a step: each operation that changes
// something is one.
type steps struct {
	placeDisk
	ends   int    // the step, from 1
	how    string // "fails", "fills": the step fails, "killed": that and all that follow, "canceled": the context
	links  bool   // that the file system knows
	cancel context.CancelFunc
	taken  int
}

var errGrief = &fs.PathError{Op: "write", Path: "somewhere", Err: syscall.ENOSPC}

func (d *steps) step(do func() error) error {
	d.taken++
	switch {
	case d.how == "canceled" && d.taken == d.ends:
		defer d.cancel()
	case d.how == "killed" && d.taken >= d.ends, d.how != "canceled" && d.taken == d.ends:
		return errGrief
	}
	return do()
}

func (d *steps) MkdirAll(name string, mode fs.FileMode) error {
	return d.step(func() error { return d.placeDisk.MkdirAll(name, mode) })
}

func (d *steps) Put(name string, src []byte) error {
	err := d.step(func() error { return d.placeDisk.Put(name, src) })
	if err != nil && d.taken == d.ends && d.how != "fails" {
		err = errors.Join(err, d.placeDisk.Put(name, src[:len(src)/2])) // as much as there is room for
	}
	return err
}

func (d *steps) Link(from, to string) error {
	if !d.links {
		return &os.LinkError{Op: "link", Old: from, New: to, Err: syscall.EPERM}
	}
	return d.step(func() error { return d.placeDisk.Link(from, to) })
}

func (d *steps) Rename(from, to string) error {
	return d.step(func() error { return d.placeDisk.Rename(from, to) })
}

func (d *steps) Remove(name string) error {
	return d.step(func() error { return d.placeDisk.Remove(name) })
}

func (d *steps) RemoveAll(name string) error {
	return d.step(func() error { return d.placeDisk.RemoveAll(name) })
}

// newReport are the files of a test: a new folder with one in it, files beside others,
// and a folder in a folder that is there.
var newReport = []written{
	{"content/reports/2023-q2/_index.md", []byte("the second quarter\n")},
	{"content/reports/2023-q2/serbia.md", []byte("Serbia\n")},
	{"data/observations/2023-Q2.yaml", []byte("period: 2023-Q2\n")},
	{"README.md", []byte("read me\n")},
	{"new/deep/er.md", []byte("deep\n")},
}

// oldFiles is what stands in the site before, by name.
func oldFiles() map[string]string {
	return map[string]string{
		"content/reports/2023-q1/_index.md": "the first quarter\n",
		"data/observations/2023-Q1.yaml":    "period: 2023-Q1\n",
	}
}

func newFiles() map[string]string {
	all := oldFiles()
	for _, f := range newReport {
		all[f.name] = string(f.src)
	}
	return all
}

func placeSite(t *testing.T) (string, *os.Root) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range oldFiles() {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return dir, root
}

// standing are the files of a folder with their text, and the folders that hold
// nothing.
func standing(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	if err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			inside, err := os.ReadDir(name)
			if len(inside) == 0 {
				all[filepath.ToSlash(relative)+"/"] = ""
			}
			return err
		}
		src, err := os.ReadFile(name)
		all[filepath.ToSlash(relative)] = string(src)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestPlaceAllOrNone breaks the disk, fills it, interrupts and kills at every step: what
// is there after that, or at the latest after the next run, is all or what was before.
func TestPlaceAllOrNone(t *testing.T) {
	for _, links := range []bool{true, false} {
		for _, how := range []string{"fails", "fills", "canceled", "killed"} {
			some := 0
			for ends := 1; ; ends++ {
				about := fmt.Sprintf("%s at step %d, links %t", how, ends, links)
				dir, root := placeSite(t)
				ctx, cancel := context.WithCancel(t.Context())
				d := &steps{placeDisk: hasty{siteDisk{root}}, ends: ends, how: how, links: links, cancel: cancel}
				err := placeOn(ctx, d, newReport)
				cancel()
				if d.taken < ends {
					if err != nil {
						t.Errorf("%s: %v", about, err)
					}
					break
				}
				got := standing(t, dir)
				if how == "killed" {
					some += killed(t, about, dir, root)
					continue
				}
				all, none := maps.Equal(got, newFiles()), maps.Equal(got, oldFiles())
				left := slices.ContainsFunc(slices.Collect(maps.Keys(got)), func(name string) bool { return strings.HasPrefix(name, stageName) })
				switch {
				case err == nil && !all, err != nil && !none && !left:
					t.Errorf("%s: %v, and there is %q", about, err, got)
				case left && !strings.Contains(err.Error(), "remove "+stageName):
					t.Errorf("%s: what is left is not told of: %v", about, err)
				case how == "canceled" && err != nil && !errors.Is(err, context.Canceled), how != "canceled" && err != nil && !errors.Is(err, syscall.ENOSPC):
					t.Errorf("%s: %v", about, err)
				}
				if err != nil {
					some++
				}
			}
			if some < len(newReport) {
				t.Errorf("%s: only %d steps were without", how, some)
			}
		}
	}
}

// killed runs again in what a killed run left. It gives 1 where that was not all.
func killed(t *testing.T, about, dir string, root *os.Root) int {
	t.Helper()
	was := standing(t, dir)
	err := placeOn(t.Context(), hasty{siteDisk{root}}, newReport)
	var usage *UsageError
	if there := errors.As(err, &usage); err != nil && !there || there != (was["new/deep/er.md"] != "") {
		t.Errorf("%s, and run again: %v", about, err)
	}
	if got := standing(t, dir); !maps.Equal(got, newFiles()) {
		t.Errorf("%s, and run again: there is %q", about, got)
	}
	if err == nil {
		return 1
	}
	return 0
}

// TestPlaceNeverReplaces: what is there, or comes meanwhile, stays as it is, and nothing
// stands beside it.
func TestPlaceNeverReplaces(t *testing.T) {
	for _, links := range []bool{true, false} {
		for _, there := range []string{"data/observations/2023-Q2.yaml", "README.md", "content/reports/2023-q2/serbia.md", "new/deep/er.md"} {
			for _, meanwhile := range []bool{true, false} {
				dir, root := placeSite(t)
				path := filepath.Join(dir, filepath.FromSlash(there))
				come := func() {
					if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte("mine"), 0o644)); err != nil {
						t.Fatal(err)
					}
				}
				d := &meanwhileDisk{placeDisk: &steps{placeDisk: siteDisk{root}, links: links}, come: come}
				if !meanwhile {
					come()
					d.come = func() {}
				}
				err := placeOn(t.Context(), d, newReport)
				want := oldFiles()
				want[there] = "mine"
				var usage *UsageError
				if got := standing(t, dir); !errors.As(err, &usage) || !maps.Equal(got, want) {
					t.Errorf("%s, meanwhile %t, links %t: %v, and there is %q", there, meanwhile, links, err, got)
				}
			}
		}
	}
}

// meanwhileDisk is one in which something comes when the list of moves is written.
type meanwhileDisk struct {
	placeDisk
	come func()
}

func (d *meanwhileDisk) Put(name string, src []byte) error {
	if name == stagedMoves {
		d.come()
	}
	return d.placeDisk.Put(name, src)
}

// TestPlaceLeavesWork: what somebody worked on since a run was killed stays.
func TestPlaceLeavesWork(t *testing.T) {
	dir, root := placeSite(t)
	d := &steps{placeDisk: siteDisk{root}, how: "killed", links: true}
	for d.ends = 1; ; d.ends++ {
		d.taken = 0
		err := placeOn(t.Context(), d, newReport)
		if _, moved := standing(t, dir)["content/reports/2023-q2/serbia.md"]; moved && err != nil {
			break
		}
	}
	worked := filepath.Join(dir, "content", "reports", "2023-q2", "serbia.md")
	if err := os.WriteFile(worked, []byte("work of an hour\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := place(t.Context(), root, []written{{"content/pages/about.md", []byte("about\n")}}); err != nil {
		t.Fatal(err)
	}
	want := oldFiles()
	want["content/reports/2023-q2/_index.md"] = "the second quarter\n"
	want["content/reports/2023-q2/serbia.md"] = "work of an hour\n"
	want["content/pages/about.md"] = "about\n"
	if got := standing(t, dir); !maps.Equal(got, want) {
		t.Errorf("there is %q", got)
	}
}

// TestPlaceInsideAndReadOnly: no link leads out of the site's folder, and a folder that
// takes no writing is an error of the world, after which nothing is left.
func TestPlaceInsideAndReadOnly(t *testing.T) {
	dir, root := placeSite(t)
	outside := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "content", "pages")); err != nil {
		t.Skip(err)
	}
	err := place(t.Context(), root, []written{{"README.md", []byte("a")}, {"content/pages/about.md", []byte("about\n")}})
	var usage *UsageError
	entries, readErr := os.ReadDir(outside)
	if err == nil || errors.As(err, &usage) || readErr != nil || len(entries) > 0 {
		t.Errorf("%v, %v, %v", err, entries, readErr)
	}
	if err := os.Remove(filepath.Join(dir, "content", "pages")); err != nil {
		t.Fatal(err)
	}
	if got := standing(t, dir); !maps.Equal(got, oldFiles()) {
		t.Errorf("there is %q", got)
	}
	if os.Getuid() == 0 {
		t.Skip("nothing is read-only to root")
	}
	reports := filepath.Join(dir, "content", "reports")
	if err := os.Chmod(reports, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(reports, 0o755) })
	if err := place(t.Context(), root, newReport); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("%v", err)
	}
	if got := standing(t, dir); !maps.Equal(got, oldFiles()) {
		t.Errorf("there is %q", got)
	}
}
