package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
)

// stageName is the folder at the top of a site in which new files are written before
// they are moved in. A site takes no notice of its name. It is gone when a run ends;
// what a killed one leaves is taken away by the next.
const stageName = ".bulletin-new"

const (
	stagedFiles = stageName + "/files"
	stagedMoves = stageName + "/moves"
)

// placeDisk is what place does to the site's folder. Tests break it on purpose.
type placeDisk interface {
	Lstat(name string) (fs.FileInfo, error)
	MkdirAll(name string, mode fs.FileMode) error
	// Put writes a file that is not there yet, to the disk.
	Put(name string, src []byte) error
	ReadFile(name string) ([]byte, error)
	Link(from, to string) error
	Rename(from, to string) error
	Remove(name string) error
	RemoveAll(name string) error
}

// siteDisk is the disk itself.
type siteDisk struct{ *os.Root }

func (d siteDisk) Put(name string, src []byte) error {
	f, err := d.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(src)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// place writes new files into a site's folder: all or none, and none in the place of
// another. It makes the folders that they want. A file that is there already is a
// [UsageError].
//
// All are on the disk, in a folder beside, before the first is moved in. A folder that
// is not there yet is moved in with all that is in it, by one rename; a file into a
// folder that is there, by a link, which the system refuses where a file of that name
// came meanwhile. When a move fails, or the context is done before the last, those
// before it are taken back. A list of the moves stands in the stage, so that even what
// a killed run moved is taken back: by clearStage, with which every run begins.
//
// Two runs at once in one site may make each other fail; neither leaves half of its
// files.
func place(ctx context.Context, root *os.Root, files []written) error {
	return placeOn(ctx, siteDisk{root}, files)
}

func placeOn(ctx context.Context, d placeDisk, files []written) (err error) {
	if err := clearStage(d); err != nil {
		return err
	}
	moves, err := movesOf(d, files)
	if err != nil {
		return err
	}
	defer func() {
		if failed := d.RemoveAll(stageName); failed != nil {
			err = left(err, fmt.Errorf("remove %s: %w", stageName, failed))
		}
	}()
	if err := stageAll(ctx, d, files, moves); err != nil {
		return fmt.Errorf("write new files, of which none stays: %w", err)
	}
	for i, m := range moves {
		err := ctx.Err()
		if err == nil {
			err = m.in(d)
		}
		if err == nil {
			continue
		}
		if errors.Is(err, fs.ErrExist) {
			err = thereAlready(m.top)
		} else {
			err = fmt.Errorf("move new files in, of which none stays: %w", err)
		}
		for _, done := range moves[:i] {
			if failed := done.back(d); failed != nil {
				err = left(err, fmt.Errorf("%s could not be taken back, remove it by hand: %w", done.top, failed))
			}
		}
		return err
	}
	return nil
}

// left is the error of a run that could not take back what it did. It is one of the
// world, whatever it was at first: something is to be done by hand.
func left(err, failed error) error {
	if err == nil {
		return failed
	}
	return fmt.Errorf("%v; %w", err, failed)
}

// stageAll writes the files into the stage, and the list of what is to be moved.
func stageAll(ctx context.Context, d placeDisk, files []written, moves []move) error {
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		name := path.Join(stagedFiles, f.name)
		if err := d.MkdirAll(path.Dir(name), 0o755); err != nil {
			return err
		}
		if err := d.Put(name, f.src); err != nil {
			return err
		}
	}
	return d.Put(stagedMoves, listed(moves))
}

// move brings a file, or a folder that is not there yet, from the stage to its place.
type move struct {
	top    string // what is moved, from the site's folder
	folder bool
	files  []written // it, or what is in it
}

// movesOf finds what there is to move, in the order of the files.
func movesOf(d placeDisk, files []written) ([]move, error) {
	var moves []move
	at := map[string]int{} // top → its move
	for _, f := range files {
		top, err := missing(d, f.name)
		if err != nil {
			return nil, err
		}
		if top == "" {
			return nil, thereAlready(f.name)
		}
		i, known := at[top]
		if !known {
			i, at[top] = len(moves), len(moves)
			moves = append(moves, move{top: top, folder: top != f.name})
		}
		moves[i].files = append(moves[i].files, f)
	}
	return moves, nil
}

// missing is the outermost part of a path that is not there; empty where all of it is.
func missing(d placeDisk, name string) (string, error) {
	for at := range len(name) + 1 {
		if at < len(name) && name[at] != '/' {
			continue
		}
		_, err := d.Lstat(name[:at])
		if errors.Is(err, fs.ErrNotExist) {
			return name[:at], nil
		}
		if err != nil {
			return "", fmt.Errorf("look for %s: %w", name, err)
		}
	}
	return "", nil
}

func thereAlready(name string) *UsageError {
	return &UsageError{name + " is there already: nothing was written", "edit it; to begin anew, move it away"}
}

func (m move) in(d placeDisk) error {
	from := path.Join(stagedFiles, m.top)
	if m.folder {
		return d.Rename(from, m.top)
	}
	err := d.Link(from, m.top)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// A file system without links, or a disk that fails: a rename tells. It would
	// replace, so look again.
	if _, err := d.Lstat(m.top); !errors.Is(err, fs.ErrNotExist) {
		if err == nil {
			err = fs.ErrExist
		}
		return err
	}
	return d.Rename(from, m.top)
}

func (m move) back(d placeDisk) error {
	if m.folder {
		return d.Rename(m.top, path.Join(stagedFiles, m.top))
	}
	return d.Remove(m.top)
}

// clearStage takes away what a killed run left: its stage, and what of its files was
// moved in, when not all were. What somebody worked on since stays.
func clearStage(d placeDisk) error {
	if _, err := d.Lstat(stageName); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	list, err := d.ReadFile(stagedMoves)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read what an earlier run left: %w", err)
	}
	if err := takeAway(d, string(list)); err != nil {
		return fmt.Errorf("take away what an earlier run left: %w", err)
	}
	if err := d.RemoveAll(stageName); err != nil {
		return fmt.Errorf("remove what an earlier run left: %w", err)
	}
	return nil
}

// takeAway removes the files of a list that are there, when some are not: a run was
// killed between its moves. Where one is not as it was written, all stay.
func takeAway(d placeDisk, list string) error {
	moves, whole := readList(list)
	if !whole {
		return nil // it was killed before the first
	}
	var there []listedFile
	for _, m := range moves {
		src, err := d.ReadFile(m.name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return err
		case digest(src) != m.digest:
			return nil
		default:
			there = append(there, m)
		}
	}
	if len(there) == len(moves) {
		return nil // after the last
	}
	for _, m := range there {
		if err := d.Remove(m.name); err != nil {
			return err
		}
		for dir := path.Dir(m.name); m.name != m.top && strings.HasPrefix(dir+"/", m.top+"/"); dir = path.Dir(dir) {
			if d.Remove(dir) != nil {
				break // another file is in it
			}
		}
	}
	return nil
}
