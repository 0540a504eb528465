package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

const journalPath = own + "/journal.json"

// journal is everything that turns the published site into the staged one.
// Doing it again, from the start, after any part of it was done or undone
// leads to the same end.
type journal struct {
	Removals []string `json:"removals"` // published files that are no longer planned
	Moves    []move   `json:"moves"`    // staged files and folders, the manifest last

	planned func(path string) bool // whether it is a file of the new site
}

// move takes a file, or a folder with all that is in it, from the stage.
type move struct {
	From string `json:"from"`
	To   string `json:"to"`
	New  bool   `json:"new,omitempty"` // what is there now came later, and belongs to somebody else
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
	a := newApply(d)
	a.again = true
	if err := a.all(j); err != nil {
		return fmt.Errorf("finish the last build, which was interrupted: %w", err)
	}
	return tidy(d)
}

// valid refuses a journal that no build wrote.
func (j journal) valid() bool {
	for _, p := range j.Removals {
		if !usable(p) {
			return false
		}
	}
	for _, m := range j.Moves {
		if !fs.ValidPath(m.From) || !strings.HasPrefix(m.From, stagePath+"/") {
			return false
		}
		if !usable(m.To) && m.To != manifestPath && m.To != legacyPath {
			return false
		}
	}
	return true
}

// commit writes the journal and does what it says. From the moment it is
// written the new site is the one that will stand, unless a step fails: then
// the steps before it are undone.
func (j journal) commit(d disk) error {
	src, err := json.Marshal(j)
	if err != nil {
		return err
	}
	if err := d.WriteFile(stagePath+"/journal", src, fileMode); err != nil {
		return err
	}
	if err := d.Rename(stagePath+"/journal", journalPath); err != nil {
		return err
	}
	a := newApply(d)
	a.planned = j.planned
	if err = a.all(j); err == nil {
		return nil
	}
	for i := len(a.undo) - 1; i >= 0; i-- {
		if failed := a.undo[i](); failed != nil {
			return fmt.Errorf("%w; it could not be undone (%w), and the next build will finish it", err, failed)
		}
	}
	return errors.Join(err, d.Remove(journalPath))
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
