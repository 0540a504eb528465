package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"bulletin/internal/check"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// State is a site as it stands in a folder, or stood at a git revision: read
// and joined, with nothing made of it.
type State struct {
	Name     string // in words: "./other", "main (20ce657)"
	Site     *site.Site
	Problems diag.Problems // of reading and joining; the rules over the site were not applied

	sources map[string][]byte
}

// Source is the text of a file that a problem is in, or nil.
func (s *State) Source(file string) []byte { return s.sources[file] }

// Read reads the site in the folder, and makes nothing of it.
func Read(ctx context.Context, o Options) (*State, error) {
	dir, err := sitePlace(o.Dir)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the site's folder: %w", err)
	}
	state, err := readState(ctx, o, folder{root})
	if err := errors.Join(err, root.Close()); err != nil {
		return nil, err
	}
	state.Name = o.Dir
	return state, nil
}

// ReadOther reads another state of the site in o.Dir: at a git revision, or in
// another folder, which is taken from the current one. A name that could be
// both is refused.
func ReadOther(ctx context.Context, o Options, name string) (*State, error) {
	info, err := os.Stat(name)
	isFolder := err == nil && info.IsDir()
	if isFolder && plainlyFolder(name) {
		return readFolder(ctx, o, name)
	}
	switch {
	case name == "":
		return nil, &UsageError{"the other site has no name", "give a git revision, or the folder of another site"}
	case plainlyFolder(name) && err == nil:
		return nil, &UsageError{fmt.Sprintf("%s is not a folder", name), "give the folder that holds content/ and data/"}
	case plainlyFolder(name):
		return nil, &UsageError{fmt.Sprintf("there is no folder %s", name), "give the folder that holds content/ and data/"}
	}
	dir, err := sitePlace(o.Dir)
	if err != nil {
		return nil, err
	}
	r := &repository{dir: dir}
	commit, err := r.commit(ctx, name)
	switch {
	case err == nil && isFolder:
		return nil, &UsageError{fmt.Sprintf("%s is both a folder and a git revision", name),
			fmt.Sprintf("write ./%s for the folder, refs/heads/%s for the branch", name, name)}
	case isFolder:
		return readFolder(ctx, o, name)
	case err != nil:
		return nil, err
	}
	files, err := r.tree(ctx, name, commit)
	if err != nil {
		return nil, err
	}
	state, err := readState(ctx, o, files)
	if err != nil {
		return nil, err
	}
	state.Name = commit[:min(len(commit), 7)]
	if !strings.HasPrefix(commit, name) {
		state.Name = name + " (" + state.Name + ")"
	}
	return state, nil
}

// plainlyFolder tells whether a name is written as no revision can be.
func plainlyFolder(name string) bool {
	slash := filepath.ToSlash(name)
	return filepath.IsAbs(name) || slash == "." || slash == ".." || len(slash) > 1 && (slash[:2] == "./" || slash[len(slash)-1] == '/') || len(slash) > 2 && slash[:3] == "../"
}

func readFolder(ctx context.Context, o Options, name string) (*State, error) {
	o.Dir = name
	state, err := Read(ctx, o)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(name, "data")); errors.Is(err, fs.ErrNotExist) {
		return nil, &UsageError{fmt.Sprintf("%s is no site: it has no folder data/", name), "give the folder that holds content/ and data/"}
	}
	return state, nil
}

// readState goes the first steps of [Run].
func readState(ctx context.Context, o Options, files fs.StatFS) (state *State, err error) {
	defer func() {
		if v := recover(); v != nil {
			state, err = nil, &Fault{Value: v, Stack: debug.Stack()}
		}
	}()
	b := &build{Options: o, files: files, result: &Result{}}
	set := b.load()
	documents, err := b.parse(ctx)
	if err != nil {
		return nil, err
	}
	s, problems := site.Assemble(b.config(), set, documents)
	b.problems = append(b.problems, check.Sound(set, problems)...)
	b.problems.Sort()
	state = &State{Site: s, Problems: b.problems, sources: map[string][]byte{}}
	for _, p := range b.problems {
		if _, ok := state.sources[p.Pos.File]; !ok {
			state.sources[p.Pos.File] = b.excerpt(p.Pos.File)
		}
	}
	return state, nil
}
