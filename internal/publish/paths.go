package publish

import (
	"io/fs"
	"strings"

	"golang.org/x/text/unicode/norm"

	"bulletin/internal/diag"
)

// own is the folder that a build keeps for itself in the output folder.
const own = ".bulletin"

// File is an output as it is planned.
type File struct {
	Path   string // slash-separated, relative to the output folder
	Source string // the file that it is made from, for messages
}

// Clashes are the outputs that cannot stand side by side: two at one path, a
// file where another needs a folder, a path that no output may have. Paths
// that differ in case or composition only are one on many disks.
func Clashes(files []File) diag.Problems {
	var problems diag.Problems
	report := func(f File, hint, format string, args ...any) {
		problems.Errorf(diag.Pos{File: f.Source}, 0, "output", hint, format, args...)
	}
	taken := make(map[string]File, len(files))
	for _, f := range files {
		if !fs.ValidPath(f.Path) || f.Path == "." || protected(f.Path) || strings.ContainsAny(f.Path, "\\\x00") {
			report(f, "rename the file that it is made from", "the output path %q cannot be used", f.Path)
			continue
		}
		if other, ok := taken[fold(f.Path)]; ok {
			report(f, "rename one of the two", "%s is made twice: from this file, and as %s from %s", f.Path, other.Path, other.Source)
			continue
		}
		taken[fold(f.Path)] = f
	}
	for _, f := range files {
		for _, dir := range above(fold(f.Path)) {
			if other, ok := taken[dir]; ok {
				report(f, "rename one of the two", "%s needs a folder where %s from %s is a file", f.Path, other.Path, other.Source)
				break
			}
		}
	}
	return problems
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
