package build

import (
	"context"
	"crypto/sha256"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"bulletin/internal/diag"
	"bulletin/internal/wire"
)

// survey is the files that a site is made of, without their bytes: content/, data/ and
// templates/, but for names that begin with a dot.
type survey struct {
	names []string // of the files, folder by folder; none of a survey that was kept on disk
	files map[string]seen
	odd   bool      // something is neither file nor folder, or cannot be looked at
	when  time.Time // it began
}

// seen is a file as its folder tells of it.
type seen struct {
	size, changed int64  // bytes; nanoseconds since 1970
	touched       int64  // when the file system saw the last change; 0 where it does not tell
	file          uint64 // its number; likewise
	sum           [sha256.Size]byte
	hashed        bool // sum is that of its bytes
}

// racy is how old a file's last change must be for its time to tell it from a later
// one: clocks of file systems may tick every two seconds (FAT).
const racy = 3 * time.Second

// look surveys the site.
func (b *build) look() {
	when := b.Now()
	b.survey = surveyOf(b.files)
	b.survey.when = when
}

// surveyOf surveys a site, without a time.
func surveyOf(files fs.FS) survey {
	s := survey{files: map[string]seen{}}
	for _, root := range []string{"content", "data", "templates"} {
		s.tree(files, root)
	}
	return s
}

// tree adds the files of a folder.
func (s *survey) tree(files fs.FS, root string) {
	err := fs.WalkDir(files, root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != root && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !utf8.ValidString(name), strings.ContainsFunc(entry.Name(), diag.Steers):
			s.odd = true
			return nil
		case entry.IsDir():
			return nil
		case !entry.Type().IsRegular():
			s.odd = true
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		s.names = append(s.names, name)
		s.files[name] = seenOf(info)
		return nil
	})
	if err != nil && !(root == "templates" && len(s.under(root)) == 0) { // they need not be there
		s.odd = true
	}
}

// seenOf is a file as its folder tells of it.
func seenOf(info fs.FileInfo) seen {
	at := seen{size: info.Size(), changed: info.ModTime().UnixNano()}
	at.touched, at.file = touched(info)
	return at
}

// still tells whether a file looks as it did.
func (f seen) still(now seen) bool {
	return f.size == now.size && f.changed == now.changed && f.touched == now.touched && f.file == now.file
}

// listing is what is under content/, as list finds it; false where that has to look
// itself.
func (s *survey) listing() (found listing, problems diag.Problems, ok bool) {
	names := s.under("content")
	if s.odd || len(names) == 0 {
		return found, nil, false
	}
	for _, name := range names {
		found.add(name, s.files[name].size, &problems)
	}
	return found, problems, true
}

// under lists the files of one of the folders that were looked at, folder by folder.
func (s *survey) under(root string) []string {
	isIn := func(name string) bool { return strings.HasPrefix(name, root+"/") }
	from := slices.IndexFunc(s.names, isIn)
	if from < 0 {
		return nil
	}
	to := from + 1
	for to < len(s.names) && isIn(s.names[to]) {
		to++
	}
	return s.names[from:to:to]
}

// trust takes over the hashes of an earlier survey, of files that have not been
// touched since.
func (s *survey) trust(before *survey) {
	limit := before.when.Add(-racy).UnixNano()
	for name, now := range s.files {
		old, ok := before.files[name]
		if ok && old.hashed && old.still(now) && max(now.changed, now.touched) < limit {
			now.sum, now.hashed = old.sum, true
			s.files[name] = now
		}
	}
}

// hash finds the hashes of all files, of as many as are not known by reading them. A
// file that cannot be read has none.
func (b *build) hash(ctx context.Context) error {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(b.survey.files)) {
		if !b.survey.files[name].hashed {
			names = append(names, name)
		}
	}
	sums := make([]*[sha256.Size]byte, len(names))
	var folders [][2]int // from which name to which; sorted names of one folder mostly follow each other
	for i, name := range names {
		if n := len(folders) - 1; n >= 0 && path.Dir(names[folders[n][0]]) == path.Dir(name) {
			folders[n][1] = i + 1
		} else {
			folders = append(folders, [2]int{i, i + 1})
		}
	}
	err := each(ctx, b.Jobs, len(folders), func(n int) error {
		from, to := folders[n][0], folders[n][1]
		read, done := b.reader(path.Dir(names[from]), to-from)
		for i := from; i < to && ctx.Err() == nil; i++ {
			if src, err := read(names[i]); err == nil {
				sum := sha256.Sum256(src)
				sums[i] = &sum
			}
		}
		return done()
	})
	if err == nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		return named(err, "read", func(i int) string { return names[folders[i][0]] })
	}
	for i, name := range names {
		if f := b.survey.files[name]; sums[i] != nil {
			f.sum, f.hashed = *sums[i], true
			b.survey.files[name] = f
		}
	}
	return nil
}

// reader reads files of one folder, of so many. Where they are some, the folder is
// opened first: to be led down to it for each takes longer than to read it.
func (b *build) reader(dir string, files int) (read func(name string) ([]byte, error), done func() error) {
	const some = 3
	if files >= some && !strings.HasPrefix(dir+"/", "content/uploads/") { // there other sizes are allowed: see limit
		if opened, err := b.root.OpenRoot(dir); err == nil {
			return func(name string) ([]byte, error) { return fs.ReadFile(folder{opened}, path.Base(name)) }, opened.Close
		}
	}
	return func(name string) ([]byte, error) { return fs.ReadFile(b.files, name) }, func() error { return nil }
}

// sum is the SHA-256 of a file, if it is known.
func (s *survey) sum(name string) ([sha256.Size]byte, bool) {
	f, ok := s.files[name]
	return f.sum, ok && f.hashed
}

// same tells whether two surveys are of the same files with the same bytes.
func (s *survey) same(other *survey) bool {
	if s.odd || other.odd || len(s.files) != len(other.files) {
		return false
	}
	for name, f := range s.files {
		if was, ok := other.files[name]; !ok || !f.hashed || !was.hashed || f.sum != was.sum {
			return false
		}
	}
	return true
}

// still tells whether the files lie there as they did.
func (s *survey) still(now *survey) bool {
	if s.odd || now.odd || len(s.files) != len(now.files) {
		return false
	}
	for name, f := range s.files {
		if at, ok := now.files[name]; !ok || !f.still(at) {
			return false
		}
	}
	return true
}

func (s *survey) write(w *wire.Writer) {
	w.Int(s.when.UnixNano())
	w.Bool(s.odd)
	w.Len(len(s.files))
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		f := s.files[name]
		w.String(name)
		w.Int(f.size)
		w.Int(f.changed)
		w.Int(f.touched)
		w.Uint(f.file)
		w.Bool(f.hashed)
		w.Sum(f.sum)
	}
}

func readSurvey(r *wire.Reader) *survey {
	s := &survey{when: time.Unix(0, r.Int()), odd: r.Bool()}
	n := r.Len(38)
	s.files = make(map[string]seen, n)
	for range n {
		name := r.String()
		s.files[name] = seen{size: r.Int(), changed: r.Int(), touched: r.Int(), file: r.Uint(), hashed: r.Bool(), sum: r.Sum()}
	}
	return s
}
