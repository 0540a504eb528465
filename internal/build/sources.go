package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"bulletin/internal/diag"
)

// The largest files that are read: a document of 16 MiB is a mistake, and
// hosts refuse files above 100 MB.
const (
	maxText   = 16 << 20
	maxUpload = 100_000_000
)

// folder is the site's folder for reading: nothing outside of it can be
// reached, and only folders and plain files can be opened, as opening a pipe
// would wait for ever.
type folder struct{ root *os.Root }

// limit is the size of the largest file that is read at a path.
func limit(name string) int64 {
	if strings.HasPrefix(name, "content/uploads/") {
		return maxUpload
	}
	return maxText
}

// errTooLarge says that a file has more bytes than are read.
type errTooLarge struct{ size, most int64 }

func (e errTooLarge) Error() string {
	return fmt.Sprintf("the file has %.1f MB, and at most %.1f are read", float64(e.size)/1e6, float64(e.most)/1e6)
}

// errIrregular says that a name is neither a file nor a folder.
type errIrregular struct{}

func (errIrregular) Error() string { return "is neither a file nor a folder" }

// Open opens a file or folder for reading.
func (f folder) Open(name string) (fs.File, error) {
	info, err := f.Stat(name)
	if err != nil {
		return nil, err
	}
	if most := limit(name); !info.IsDir() && info.Size() > most {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errTooLarge{info.Size(), most}}
	}
	file, err := f.root.FS().Open(name)
	return file, err
}

// Stat describes what a name leads to, following links within the folder.
func (f folder) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(f.root.FS(), name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errIrregular{}}
	}
	return info, nil
}

// listing is what is under content/.
type listing struct {
	documents []string // Markdown files, in order
	uploads   []string // everything under content/uploads/
}

// list finds the files under content/. Names that begin with a dot are not
// part of the site.
func list(fsys fs.FS) (listing, diag.Problems) {
	var (
		found    listing
		problems diag.Problems
	)
	const root = "content"
	if info, err := fs.Stat(fsys, root); err != nil || !info.IsDir() {
		problems.Errorf(diag.Pos{File: root}, 0, "content", "begin with content/_index.md, the home page", "the site has no folder content/")
		return found, problems
	}
	_, onDisk := fsys.(folder)
	err := fs.WalkDir(fsys, root, func(name string, entry fs.DirEntry, err error) error {
		at := diag.Pos{File: name}
		switch {
		case err != nil:
			problems.Errorf(at, 0, "content", "", "cannot be read: %v", cause(err))
			return nil
		case name != root && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !utf8.ValidString(name):
			problems.Errorf(diag.Pos{File: strings.ToValidUTF8(name, "\uFFFD")}, 0, "content", "rename the file", "the file's name is not UTF-8")
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case strings.ContainsFunc(entry.Name(), diag.Steers):
			problems.Errorf(at, 0, "content", "rename it", "the name %q holds an invisible character", entry.Name())
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		}
		stat := func() (fs.FileInfo, error) { return fs.Stat(fsys, name) }
		if entry.Type().IsRegular() && onDisk {
			stat = entry.Info // as its folder tells of it: the way to each costs more than all else
		}
		info, err := stat()
		if err != nil {
			problems.Errorf(at, 0, "content", "put a copy of the file here", "cannot be read: %v", cause(err))
			return nil
		}
		if info.IsDir() {
			problems.Errorf(at, 0, "content", "put a copy of the folder here", "a link to a folder is not followed")
			return nil
		}
		found.add(name, info.Size(), &problems)
		return nil
	})
	if err != nil {
		problems.Errorf(diag.Pos{File: root}, 0, "content", "", "cannot be read: %v", cause(err))
	}
	return found, problems
}

// add puts a file where it belongs, or says why it belongs nowhere.
func (l *listing) add(name string, size int64, problems *diag.Problems) {
	at := diag.Pos{File: name}
	switch upload := strings.HasPrefix(name, "content/uploads/"); {
	case (upload || path.Ext(name) == ".md") && size > limit(name):
		problems.Errorf(at, 0, "content", "split it, or link to it where it is kept", "%v", errTooLarge{size, limit(name)})
	case upload:
		l.uploads = append(l.uploads, name)
	case path.Ext(name) == ".md":
		l.documents = append(l.documents, name)
	default:
		problems.Warnf(at, 0, "content", "pages end in .md; pictures and files to download go into content/uploads/", "the file is not part of the site")
	}
}

// cause is the innermost reason of a failed file operation, without the path
// that the position tells already.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		if strings.Contains(at.Err.Error(), "escapes") {
			return errors.New("a link leads out of the site's folder")
		}
		if errors.Is(at.Err, fs.ErrNotExist) {
			return errors.New("a link leads nowhere")
		}
		return at.Err
	}
	return err
}
