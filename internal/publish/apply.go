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

	// The folders that files are moved between.
	source, target, aside way
}

func newApply(d disk) *apply {
	return &apply{disk: d, source: way{outermost: d}, target: way{outermost: d}, aside: way{outermost: d}}
}

// all does the steps that are not done yet.
func (a *apply) all(j journal) error {
	return errors.Join(a.steps(j), a.close())
}

func (a *apply) steps(j journal) error {
	for i, file := range j.Removals {
		if err := a.remove(file, fmt.Sprintf("removed-%d", i)); err != nil {
			return fmt.Errorf("remove %s: %w", file, err)
		}
	}
	if err := a.close(); err != nil {
		return err
	}
	for i, file := range j.Removals { // sorted by folders
		if i+1 == len(j.Removals) || path.Dir(file) != path.Dir(j.Removals[i+1]) {
			prune(a.disk, file)
		}
	}
	for i, m := range j.Moves {
		if err := a.move(m, fmt.Sprintf("replaced-%d", i)); err != nil {
			return fmt.Errorf("write %s: %w", m.To, err)
		}
		if m.To == manifestPath { // it is the last, and stands for an older one too
			if err := a.disk.Remove(legacyPath); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("remove %s: %w", legacyPath, err)
			}
		}
	}
	return nil
}

// close closes the folders: some systems do not remove one that is open.
func (a *apply) close() error {
	return errors.Join(a.source.backTo(0), a.target.backTo(0), a.aside.backTo(0))
}

// remove sets a published file aside.
func (a *apply) remove(file, aside string) error {
	stage, err := a.aside.to(stagePath)
	if err != nil {
		return err
	}
	if a.again {
		// On a disk that does not know case, what has this path by now may be
		// the file that took its place.
		if _, ok := regular(stage, aside); ok {
			return nil
		}
	}
	folder, err := a.target.to(path.Dir(file))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, ok := regular(folder, path.Base(file)); !ok {
		return nil
	}
	if err := folder.RenameTo(path.Base(file), stage, aside); err != nil {
		return err
	}
	a.undo = append(a.undo, func() error {
		if err := a.disk.MkdirAll(path.Dir(file), dirMode); err != nil {
			return err
		}
		return a.disk.Rename(path.Join(stagePath, aside), file)
	})
	return nil
}

// move moves a file or folder in. A file that is replaced gets a second name on
// the stage.
func (a *apply) move(m move, aside string) error {
	source, err := a.source.to(path.Dir(m.From))
	if errors.Is(err, fs.ErrNotExist) && a.again {
		return nil // it went with a folder
	}
	if err != nil {
		return err
	}
	info, err := source.Lstat(path.Base(m.From))
	switch {
	case errors.Is(err, fs.ErrNotExist) && a.again:
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return a.moveFolder(m)
	case !info.Mode().IsRegular():
		return nil // no build made it
	}
	return a.moveFile(source, m, aside)
}

func (a *apply) moveFile(source disk, m move, aside string) error {
	target, err := a.openTarget(path.Dir(m.To))
	if err != nil {
		return err
	}
	name := path.Base(m.To)
	info, err := target.Lstat(name)
	if m.New && err == nil {
		return cameMeanwhile(m.To)
	}
	// A second name for the old file lets the new one take its place in one
	// step, and still be taken back.
	replaces := err == nil && info.Mode().IsRegular()
	if replaces {
		if err := a.keep(target, name, aside); err != nil {
			return fmt.Errorf("keep the old one: %w", err)
		}
	}
	if err := source.RenameTo(path.Base(m.From), target, name); err != nil {
		return errors.Join(err, a.prune(m.To))
	}
	a.undo = append(a.undo, func() error {
		if err := a.takeBack(m.To, m.From); err != nil {
			return err
		}
		if replaces {
			return a.disk.Rename(path.Join(stagePath, aside), m.To)
		}
		prune(a.disk, m.To)
		return nil
	})
	return nil
}

// openTarget opens the folder that a file goes into, and makes it where it is
// missing.
func (a *apply) openTarget(dir string) (disk, error) {
	target, err := a.target.to(dir)
	if !errors.Is(err, fs.ErrNotExist) {
		return target, err
	}
	if err = a.disk.MkdirAll(dir, dirMode); err == nil {
		target, err = a.target.to(dir)
	}
	if err != nil {
		return nil, errors.Join(err, a.prune(path.Join(dir, "file")))
	}
	return target, nil
}

// prune removes folders above a file that were made for it and hold nothing.
func (a *apply) prune(file string) error {
	err := a.close()
	prune(a.disk, file)
	return err
}

// keep gives a published file a second name on the stage; where the file system
// has no second names, a copy.
func (a *apply) keep(target disk, name, aside string) error {
	stage, err := a.aside.to(stagePath)
	if err != nil {
		return err
	}
	err = target.LinkTo(name, stage, aside)
	if errors.Is(err, fs.ErrExist) { // a killed build came as far
		if err := stage.Remove(aside); err != nil {
			return err
		}
		err = target.LinkTo(name, stage, aside)
	}
	if err == nil {
		return nil
	}
	src, err := target.ReadFile(name)
	if err != nil {
		return err
	}
	return stage.WriteFile(aside, src, fileMode)
}

func cameMeanwhile(path string) error {
	return fmt.Errorf("%s has come into the output folder since the build looked, and no build made it: move it away", path)
}

// moveFolder moves a folder in that was not there: in one step, or, where
// somebody has made one meanwhile, or a killed build a part of it, by what is
// in it.
func (a *apply) moveFolder(m move) error {
	if err := a.close(); err != nil {
		return err
	}
	err := a.disk.Rename(m.From, m.To)
	if errors.Is(err, fs.ErrNotExist) {
		if err = a.disk.MkdirAll(path.Dir(m.To), dirMode); err == nil {
			err = a.disk.Rename(m.From, m.To)
		}
		if err != nil {
			prune(a.disk, m.To)
		}
	}
	if err == nil {
		a.undo = append(a.undo, func() error { return a.takeFolderBack(m) })
		return nil
	}
	if info, missing := a.disk.Lstat(m.To); missing != nil {
		return err
	} else if !info.IsDir() {
		return cameMeanwhile(m.To)
	}
	entries, err := fs.ReadDir(a.disk.FS(), m.From)
	if err != nil {
		return err
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
