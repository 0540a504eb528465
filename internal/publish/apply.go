package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// apply does what a journal says.
type apply struct {
	disk    disk
	again   bool                   // after a build that was killed: steps may be done already
	planned func(path string) bool // whether it is a file of the new site
	undo    []func() error         // takes each step back that was done
}

// all does the steps that are not done yet.
func (a *apply) all(j journal) error {
	for i, file := range j.Removals {
		if err := a.remove(file, fmt.Sprintf("%s/removed-%d", stagePath, i)); err != nil {
			return err
		}
	}
	for i, m := range j.Moves {
		if err := a.move(m, fmt.Sprintf("%s/replaced-%d", stagePath, i)); err != nil {
			return err
		}
		if m.To == manifestPath { // it is the last, and stands for an older one too
			if err := a.disk.Remove(legacyPath); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("remove %s: %w", legacyPath, err)
			}
		}
	}
	return nil
}

// remove sets a published file aside.
func (a *apply) remove(file, aside string) error {
	if a.again {
		// On a disk that does not know case, what has this path by now may be
		// the file that took its place.
		if _, ok := regular(a.disk, aside); ok {
			prune(a.disk, file)
			return nil
		}
	}
	if _, ok := regular(a.disk, file); !ok {
		prune(a.disk, file)
		return nil
	}
	if err := a.disk.Rename(file, aside); err != nil {
		return fmt.Errorf("remove %s: %w", file, err)
	}
	a.undo = append(a.undo, func() error {
		if err := a.disk.MkdirAll(path.Dir(file), dirMode); err != nil {
			return err
		}
		return a.disk.Rename(aside, file)
	})
	prune(a.disk, file)
	return nil
}

// move moves a file or folder in. A file that is replaced is kept at aside.
func (a *apply) move(m move, aside string) error {
	from, err := a.disk.Lstat(m.From)
	switch {
	case errors.Is(err, fs.ErrNotExist) && a.again:
		return nil
	case err != nil:
		return fmt.Errorf("write %s: %w", m.To, err)
	case from.IsDir():
		return a.moveFolder(m)
	case !from.Mode().IsRegular():
		return nil // no build made it
	}
	to, err := a.disk.Lstat(m.To)
	if m.New && err == nil {
		return cameMeanwhile(m.To)
	}
	// A second name for the old file lets the new one take its place in one
	// step, and still be taken back.
	replaces := err == nil && to.Mode().IsRegular()
	if replaces {
		_ = a.disk.Remove(aside)
		if err := keep(a.disk, m.To, aside); err != nil {
			return fmt.Errorf("keep the old %s: %w", m.To, err)
		}
	}
	if err := a.rename(m); err != nil {
		return err
	}
	a.undo = append(a.undo, func() error {
		if err := a.takeBack(m.To, m.From); err != nil {
			return err
		}
		if replaces {
			return a.disk.Rename(aside, m.To)
		}
		prune(a.disk, m.To)
		return nil
	})
	return nil
}

func cameMeanwhile(path string) error {
	return fmt.Errorf("%s has come into the output folder since the build looked, and no build made it: move it away", path)
}

// rename moves a file or folder, and makes the folders that it goes into.
func (a *apply) rename(m move) error {
	err := a.disk.Rename(m.From, m.To)
	if errors.Is(err, fs.ErrNotExist) && path.Dir(m.To) != "." {
		if err := a.disk.MkdirAll(path.Dir(m.To), dirMode); err != nil {
			prune(a.disk, m.To)
			return fmt.Errorf("make the folder of %s: %w", m.To, err)
		}
		if err = a.disk.Rename(m.From, m.To); err != nil {
			prune(a.disk, m.To)
		}
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", m.To, err)
	}
	return nil
}

// moveFolder moves a folder in that was not there: in one step, or, where
// somebody has made one meanwhile, or a killed build a part of it, by what is
// in it.
func (a *apply) moveFolder(m move) error {
	if err := a.rename(m); err == nil {
		a.undo = append(a.undo, func() error { return a.takeFolderBack(m) })
		return nil
	} else if info, missing := a.disk.Lstat(m.To); missing != nil {
		return err
	} else if !info.IsDir() {
		return cameMeanwhile(m.To)
	}
	entries, err := fs.ReadDir(a.disk.FS(), m.From)
	if err != nil {
		return fmt.Errorf("write %s: %w", m.To, err)
	}
	for _, entry := range entries {
		part := move{From: m.From + "/" + entry.Name(), To: m.To + "/" + entry.Name(), New: true}
		if err := a.move(part, ""); err != nil {
			return err
		}
	}
	return nil
}

// takeFolderBack takes a folder back to the stage that was moved in as one.
// Files that others have put in it since stay.
func (a *apply) takeFolderBack(m move) error {
	var files []string
	err := fs.WalkDir(a.disk.FS(), m.To, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && a.planned(name) {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := a.takeBack(file, m.From+strings.TrimPrefix(file, m.To)); err != nil {
			return err
		}
		prune(a.disk, file)
	}
	return nil
}

// takeBack moves a file back to the stage.
func (a *apply) takeBack(file, staged string) error {
	if err := a.disk.MkdirAll(path.Dir(staged), dirMode); err != nil {
		return err
	}
	return a.disk.Rename(file, staged)
}

// keep gives a file a second name; where the file system has no second names,
// a copy.
func keep(d disk, file, name string) error {
	if d.Link(file, name) == nil {
		return nil
	}
	src, err := d.ReadFile(file)
	if err != nil {
		return err
	}
	return d.WriteFile(name, src, fileMode)
}
