package publish

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"golang.org/x/text/unicode/norm"

	"bulletin/internal/diag"
)

// own is the folder that a build keeps for itself in the output folder.
const own = ".bulletin"

// File is an output as it is planned.
type File struct {
	Path   string // slash-separated, relative to the output folder
	Source string // the file that it is made from, for messages

	Pos diag.Pos // where that file asks for it; zero: as a whole
	Len int      // how many characters say so
}

// Clashes are the outputs that cannot stand side by side: two at one path, a
// file where another needs a folder, a path that no output may have. Paths
// that differ in case or composition only are one on many disks.
func Clashes(files []File) diag.Problems {
	var problems diag.Problems
	report := func(f File, hint, format string, args ...any) {
		pos := f.Pos
		if pos == (diag.Pos{}) {
			pos.File = f.Source
		}
		problems.Errorf(pos, f.Len, "output", hint, format, args...)
	}
	taken := make(map[string]int, len(files)) // which file, by its folded path
	for i, f := range files {
		if !fs.ValidPath(f.Path) || f.Path == "." || protected(f.Path) || strings.ContainsAny(f.Path, "\\\x00") {
			report(f, "rename the file that it is made from", "the output path %q cannot be used", f.Path)
			continue
		}
		folded := fold(f.Path)
		if at, ok := taken[folded]; ok {
			other := files[at]
			report(f, "rename one of the two", "%s is made twice: from this file, and as %s from %s", f.Path, other.Path, other.Source)
			continue
		}
		taken[folded] = i
	}
	free := map[string]bool{} // folders that no file stands in the way of
	for _, f := range files {
		folder, _ := split(fold(f.Path))
		if folder == "" || free[folder] {
			continue
		}
		free[folder] = true
		for _, dir := range append(above(folder), folder) {
			if at, ok := taken[dir]; ok {
				report(f, "rename one of the two", "%s needs a folder where %s from %s is a file", f.Path, files[at].Path, files[at].Source)
				free[folder] = false
				break
			}
		}
	}
	return problems
}

// InTheWay tells whether a file could not be staged because another stands where it, or
// a folder of its path, has to: mostly one of those that clash.
func InTheWay(err error) bool {
	return errors.Is(err, fs.ErrExist) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.EISDIR)
}

// protected tells whether a path belongs to the builds or to version control.
func protected(path string) bool {
	first, _, _ := strings.Cut(strings.ToLower(path), "/")
	return first == own || first == ".git" || strings.ToLower(path) == ".gitignore"
}

// fold is what a disk compares that knows neither case nor composition.
func fold(path string) string { return strings.ToLower(norm.NFC.String(path)) }

// above are the folders that a path leads through, the outermost first.
func above(path string) []string {
	var dirs []string
	for i := range len(path) {
		if path[i] == '/' {
			dirs = append(dirs, path[:i])
		}
	}
	return dirs
}
