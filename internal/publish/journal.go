package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
)

const (
	stagePath   = own + "/stage"
	journalPath = own + "/journal.json"
)

// journal is everything that turns the published site into the staged one.
// Doing it again, from the start, after any part of it was done leads to the
// same end.
type journal struct {
	Removals []string `json:"removals"` // published files that are no longer planned
	Moves    []move   `json:"moves"`    // staged files, the manifest last
}

type move struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// recoverMove finishes the move of a build that was killed. A stage without a
// journal was never complete, and is thrown away.
func recoverMove(d disk) error {
	src, err := readOwn(d, journalPath)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return tidy(d)
	case err != nil:
		return fmt.Errorf("read the journal of the last build: %w", err)
	}
	var j journal
	if json.Unmarshal(src, &j) != nil || !j.valid() {
		return tidy(d)
	}
	if _, err := j.apply(d); err != nil {
		return fmt.Errorf("finish the last build, which was interrupted: %w", err)
	}
	return tidy(d)
}

// valid refuses a journal that no build wrote.
func (j journal) valid() bool {
	for _, p := range j.Removals {
		if !fs.ValidPath(p) || protected(p) {
			return false
		}
	}
	for _, m := range j.Moves {
		if !fs.ValidPath(m.From) || path.Dir(m.From) != stagePath || !fs.ValidPath(m.To) || protected(m.To) && m.To != manifestPath {
			return false
		}
	}
	return true
}

// commit writes the journal and does what it says. From the moment it is
// written the new site is the one that will stand, unless a step fails: then
// the steps before it are undone.
func (j journal) commit(d disk) error {
	src, err := json.MarshalIndent(j, "", " ")
	if err != nil {
		return err
	}
	if err := d.WriteFile(stagePath+"/journal", src, fileMode); err != nil {
		return err
	}
	if err := d.Rename(stagePath+"/journal", journalPath); err != nil {
		return err
	}
	undo, err := j.apply(d)
	if err == nil {
		return nil
	}
	for i := len(undo) - 1; i >= 0; i-- {
		if failed := undo[i](); failed != nil {
			return fmt.Errorf("%w; it could not be undone (%w), and the next build will finish it", err, failed)
		}
	}
	return errors.Join(err, d.Remove(journalPath))
}

// apply does the steps that are not done yet, and gives back how to undo each.
func (j journal) apply(d disk) (undo []func() error, err error) {
	for i, file := range j.Removals {
		if _, ok := regular(d, file); !ok {
			prune(d, file) // a killed build may have come no further
			continue
		}
		aside := fmt.Sprintf("%s/removed-%d", stagePath, i)
		if err := d.Rename(file, aside); err != nil {
			return undo, fmt.Errorf("remove %s: %w", file, err)
		}
		undo = append(undo, func() error { return putBack(d, aside, file) })
		prune(d, file)
	}
	for i, m := range j.Moves {
		if _, ok := regular(d, m.From); !ok {
			continue
		}
		if err := d.MkdirAll(path.Dir(m.To), dirMode); err != nil {
			prune(d, m.To)
			return undo, fmt.Errorf("make the folder of %s: %w", m.To, err)
		}
		// A second name for the old file lets the new one take its place in one
		// step, and still be taken back.
		aside := fmt.Sprintf("%s/replaced-%d", stagePath, i)
		_, replaces := regular(d, m.To)
		if replaces {
			_ = d.Remove(aside)
			if err := keep(d, m.To, aside); err != nil {
				return undo, fmt.Errorf("keep the old %s: %w", m.To, err)
			}
		}
		if err := d.Rename(m.From, m.To); err != nil {
			prune(d, m.To)
			return undo, fmt.Errorf("write %s: %w", m.To, err)
		}
		undo = append(undo, func() error {
			if replaces {
				return putBack(d, aside, m.To)
			}
			if err := d.Remove(m.To); err != nil {
				return err
			}
			prune(d, m.To)
			return nil
		})
	}
	return undo, nil
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

func putBack(d disk, aside, file string) error {
	if err := d.MkdirAll(path.Dir(file), dirMode); err != nil {
		return err
	}
	return d.Rename(aside, file)
}

// tidy removes what a build needs only while it runs: the journal first, as a
// stage without one means nothing.
func tidy(d disk) error {
	if _, err := d.Lstat(journalPath); err == nil {
		if err := d.Remove(journalPath); err != nil {
			return err
		}
	}
	if _, err := d.Lstat(stagePath); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := d.RemoveAll(stagePath); err != nil {
		return err
	}
	_ = d.Remove(own) // it goes with the last thing in it
	return nil
}
