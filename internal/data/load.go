package data

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// The names of the problems of this package: rule, and those that have a name of
// their own.
const (
	rule           = "data"
	ruleCell       = "cell"
	ruleNoSource   = "no-source"
	ruleParts      = "parts"
	ruleShares     = "shares"
	ruleDisclosure = "disclosure"
)

// The files of data/, and their folders of observations and of records.
const (
	folder             = "data"
	fileSite           = "data/site.yaml"
	fileAreas          = "data/areas.yaml"
	fileIndicators     = "data/indicators.yaml"
	fileDimensions     = "data/dimensions.yaml"
	fileSources        = "data/sources.yaml"
	fileRevisions      = "data/revisions.yaml"
	folderObservations = "data/observations"
	folderPublished    = "data/published"
)

// loader fills a set and collects problems.
type loader struct {
	fsys   fs.FS
	memory Memory // may be nil
	set    *Set
	recall *recall // nil without a memory, and before the registers are read
	ps     diag.Problems
	files  stamp    // the names of all files that were read, and the hashes of their bytes
	kept   *Reading // to be filled; may be nil
}

// Load reads data/ of a site's folder. It reads every file, whatever is wrong
// with the others, and gives all problems in order. The set is never nil; with
// errors among the problems it holds what could be read.
func Load(fsys fs.FS) (*Set, diag.Problems) { return LoadWith(fsys, nil) }

// LoadWith is Load with a memory: a file of observations or a record that was read
// before, with the same bytes and against the same registers, is taken from there,
// many times faster. Set and problems are the same with and without. The memory may
// be nil. The files are read one after the other.
func LoadWith(fsys fs.FS, memory Memory) (*Set, diag.Problems) {
	l := &loader{fsys: fsys, memory: memory, set: &Set{sums: map[string][sha256.Size]byte{}}}
	l.load()
	return l.finish()
}

// finish gives the set and the problems, in order.
func (l *loader) finish() (*Set, diag.Problems) {
	l.ps.Sort()
	l.set.memo = &memo{files: l.state()}
	return l.set, l.ps
}

// read is the content of a file.
func (l *loader) read(name string) ([]byte, error) {
	src, err := fs.ReadFile(l.fsys, name)
	if err == nil {
		l.was(name, sha256.Sum256(src))
	}
	return src, err
}

// was enters the hash of a file into the state of all.
func (l *loader) was(name string, sum [sha256.Size]byte) {
	l.files.text(name)
	l.files.bytes = append(l.files.bytes, sum[:]...)
	l.set.sums[name] = sum
}

// state is the digest of all files, and of the problems, which also tell of files
// that could not be read.
func (l *loader) state() Digest {
	l.files.places = true
	for _, p := range l.ps {
		l.files.texts(p.Rule, p.Message, p.Hint)
		l.files.number(int64(p.Severity))
		l.files.at(p.Pos, p.Len)
	}
	return l.files.sum()
}

func (l *loader) load() {
	l.set.Site = Site{Language: "en", Thresholds: Thresholds{SmallBase: 100, SmallCount: 5}}
	entries, err := fs.ReadDir(l.fsys, folder)
	if err != nil {
		l.unreadable(folder, err, "a site keeps its figures in data/: begin with data/site.yaml, areas.yaml, indicators.yaml and sources.yaml")
		return
	}
	l.strangers(entries)
	if n := l.file(fileSite, "it names the site: title: My report", true); n != nil {
		l.readSite(n)
	}
	l.readAreas(l.file(fileAreas, "it lists the areas that figures are about: areas: [{id: serbia, name: Serbia, code: SRB}]", true))
	l.readIndicators(l.file(fileIndicators, "it lists what is measured: - {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow}", true))
	l.readDimensions(l.file(fileDimensions, "", false))
	l.readSources(l.file(fileSources, "it lists the documents that figures come from: my-source: {publisher: …, title: …}", true))
	l.recall = newRecall(l.memory, l.set)
	l.rest(l.readObservations())
}

// rest goes on once the observations are read.
func (l *loader) rest(files []filed) {
	l.judge(files)
	recorded := l.readRecords()
	l.readRevisions(l.file(fileRevisions, "", false), recorded)
	if l.ps.Errors() == 0 { // nothing was refused: what is not there was never written
		s := l.set
		s.areas.whole, s.indicators.whole, s.dimensions.whole, s.sources.whole, s.lost = true, true, true, true, false
	}
}

// file is the tree of a file; nil, after a problem, when there is none to read.
func (l *loader) file(name, hint string, required bool) *strictyaml.Node {
	src, err := l.read(name)
	if errors.Is(err, fs.ErrNotExist) && !required {
		return &strictyaml.Node{Pos: diag.Pos{File: name}}
	}
	if err != nil {
		l.unreadable(name, err, hint)
		return nil
	}
	n := parse(name, src, &l.ps)
	l.set.todos = append(l.set.todos, todos(n)...)
	switch {
	case n.Kind != strictyaml.Null:
	case n.Broken:
		return nil
	case name == fileAreas || name == fileIndicators: // every name would be unknown
		l.ps.Errorf(diag.Pos{File: name}, 0, rule, hint, "the file is empty")
		return nil
	}
	return n
}

// parse reads the tree of a file, and warns when it is empty, unless that is
// more than a warning. A list of sources that is all comments waits for its first.
func parse(name string, src []byte, ps *diag.Problems) *strictyaml.Node {
	n, found := strictyaml.Parse(diag.Pos{File: name, Line: 1, Col: 1}, src)
	*ps = append(*ps, found...)
	if n.Kind == strictyaml.Null && !n.Broken && name != fileSite && name != fileAreas && name != fileIndicators && (name != fileSources || len(bytes.TrimSpace(src)) == 0) {
		ps.Warnf(diag.Pos{File: name}, 0, rule, "fill it or remove it", "the file is empty")
	}
	return n
}

func (l *loader) unreadable(name string, err error, hint string) {
	if errors.Is(err, fs.ErrNotExist) {
		l.ps.Errorf(diag.Pos{File: name}, 0, rule, hint, "%s is missing", path.Base(name))
		return
	}
	var where *fs.PathError
	if errors.As(err, &where) {
		err = where.Err // the path of the machine is nobody's business
	}
	l.ps.Errorf(diag.Pos{File: name}, 0, rule, "", "%s cannot be read: %v", path.Base(name), err)
}

// strangers reports YAML files of data/ that nothing reads.
func (l *loader) strangers(entries []fs.DirEntry) {
	known := []string{"site.yaml", "areas.yaml", "indicators.yaml", "dimensions.yaml", "sources.yaml", path.Base(fileRevisions)}
	folders := []string{path.Base(folderObservations), path.Base(folderPublished)}
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, ".") || slices.Contains(known, name):
		case e.IsDir() && !slices.Contains(folders, name):
			l.ps.Warnf(diag.Pos{File: folder + "/" + name}, 0, rule, diag.DidYouMean(name, folders, "figures stand in data/observations/"), "nothing reads this folder")
		case isYAML(name):
			l.ps.Errorf(diag.Pos{File: folder + "/" + name}, 0, rule, diag.DidYouMean(name, known, "figures stand in data/observations/"), "nothing reads this file")
		}
	}
}

func isYAML(name string) bool {
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}
