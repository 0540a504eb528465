package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

const (
	manifestPath = own + "/manifest"
	// The first line of a manifest tells what it is, and its form.
	manifestHead = "bulletin manifest 2\n"
	// What a file takes at least: the length of its name, size, time, SHA-256.
	minFile = 3 + sha256.Size
)

// manifest names the files that a build published. Only these may be replaced
// or removed by the next one.
type manifest struct {
	dirs     map[string]*dir
	files    int               // how many
	written  int64             // when it was written, as the disk tells it, in nanoseconds since 1970
	legacy   bool              // an older Bulletin wrote some of it
	spelling map[string]string // paths of the last build that change when they are folded, by their folded form
}

func newManifest() *manifest {
	return &manifest{dirs: map[string]*dir{"": {}}, spelling: map[string]string{}}
}

// readManifest reads what the last build published. None, or one that cannot
// be understood, means that nothing in the folder is known to be ours.
func readManifest(d disk) (*manifest, error) {
	m := newManifest()
	src, err := readOwn(d, manifestPath)
	switch {
	case err == nil:
		info, err := d.Lstat(manifestPath)
		if err != nil {
			return nil, fmt.Errorf("read what the last build published: %w", err)
		}
		if m.decode(src) {
			m.written = info.ModTime().UnixNano()
		} else {
			m = newManifest()
		}
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("read what the last build published: %w", err)
	}
	if err := m.readLegacy(d); err != nil {
		return nil, fmt.Errorf("read what the last build published: %w", err)
	}
	return m, nil
}

// dir is the folder of the site at path, which is made known with the folders
// above it. The output folder itself is "".
func (m *manifest) dir(path string) *dir {
	if d, ok := m.dirs[path]; ok {
		return d
	}
	above, _ := split(path)
	d := &dir{path: path, parent: m.dir(above)}
	m.dirs[path] = d
	return d
}

// find is what the last build published at path, in this spelling, or nil.
func (m *manifest) find(path string) *file {
	above, name := split(path)
	if d, ok := m.dirs[above]; ok {
		return d.find(name)
	}
	return nil
}

// published tells whether the build before wrote what is at path. On a disk
// that does not know case, that may have been under another spelling.
func (m *manifest) published(path string) bool {
	folded := fold(path)
	_, ok := m.spelling[folded]
	return ok || m.find(path) != nil || m.find(folded) != nil
}

// learn notes the spelling of a path that the last build published.
func (m *manifest) learn(path string) {
	if folded := fold(path); folded != path {
		m.spelling[folded] = path
	}
}

// sorted are the folders by their paths, so that each follows the one it lies in.
func (m *manifest) sorted() []*dir {
	dirs := make([]*dir, 0, len(m.dirs))
	for _, d := range m.dirs {
		dirs = append(dirs, d)
	}
	slices.SortFunc(dirs, func(a, b *dir) int { return strings.Compare(a.path, b.path) })
	return dirs
}

// encode is the manifest of the planned files as it is kept: a first line, then
// for each folder its path, the number of its files and of each file the name,
// the size, the time of its last change in nanoseconds since 1970 and the
// SHA-256 of its bytes, all sorted; at the end the SHA-256 of all that. Numbers
// are varints, texts have their length before them.
func (m *manifest) encode() []byte {
	text := func(out []byte, s string) []byte {
		return append(binary.AppendUvarint(out, uint64(len(s))), s...)
	}
	out := append(make([]byte, 0, 1024+72*m.files), manifestHead...)
	var files []*file
	for _, d := range m.sorted() {
		if files = d.planned(files[:0]); len(files) == 0 {
			continue
		}
		out = binary.AppendUvarint(text(out, d.path), uint64(len(files)))
		for _, f := range files {
			out = binary.AppendUvarint(text(out, f.name), uint64(f.size))
			out = append(binary.AppendVarint(out, f.modified), f.sum[:]...)
		}
	}
	sum := sha256.Sum256(out)
	return append(out, sum[:]...)
}

// decode takes a manifest over, if it is whole and of the form that this
// program writes. Paths that no build publishes are left out.
func (m *manifest) decode(src []byte) bool {
	end := len(src) - sha256.Size
	if end < 0 || sha256.Sum256(src[:end]) != [sha256.Size]byte(src[end:]) {
		return false
	}
	rest, ok := bytes.CutPrefix(src[:end], []byte(manifestHead))
	r := reader{rest: rest, failed: !ok, names: map[string]string{}}
	for len(r.rest) > 0 && !r.failed {
		path, n := r.text(), r.length(minFile)
		if r.failed || path != "" && !usable(path) {
			return false
		}
		d := m.dir(path)
		if d.files != nil {
			return false // it was there before
		}
		d.files = make([]file, 0, n)
		folded := path == fold(path)
		for i := range n {
			f := file{name: r.text(), size: int64(r.number()), modified: r.signed()}
			copy(f.sum[:], r.take(sha256.Size))
			plain := path != "" && plainName(f.name)
			if r.failed || !plain && (strings.Contains(f.name, "/") || !usable(join(path, f.name))) {
				return false
			}
			if i > 0 && d.files[i-1].name >= f.name {
				return false
			}
			d.files = append(d.files, f)
			if !plain || !folded {
				m.learn(join(path, f.name))
			}
		}
		m.files += n
	}
	return !r.failed
}

// plainName tells of most names quickly that they can be used in a folder, and
// do not change when they are folded.
func plainName(name string) bool {
	for i := range len(name) {
		c := name[i]
		if !('a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c == '.' && i > 0) {
			return false
		}
	}
	return name != ""
}

// usable tells whether a build may publish at path.
func usable(path string) bool { return fs.ValidPath(path) && path != "." && !protected(path) }

// reader takes a manifest apart. After a failure it gives zeros.
type reader struct {
	rest   []byte
	failed bool
	names  map[string]string // equal names are kept once
}

func (r *reader) take(n int) []byte {
	if r.failed || n > len(r.rest) {
		r.failed = true
		return nil
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *reader) number() uint64 {
	v, n := binary.Uvarint(r.rest)
	r.take(max(n, 0))
	r.failed = r.failed || n <= 0
	return v
}

func (r *reader) signed() int64 {
	v, n := binary.Varint(r.rest)
	r.take(max(n, 0))
	r.failed = r.failed || n <= 0
	return v
}

// length is a number of things that take so many bytes each at least.
func (r *reader) length(least int) int {
	v := r.number()
	if v > uint64(len(r.rest)/least) {
		r.failed = true
		return 0
	}
	return int(v)
}

func (r *reader) text() string {
	src := r.take(r.length(1))
	if s, ok := r.names[string(src)]; ok {
		return s
	}
	s := string(src)
	r.names[s] = s
	return s
}
