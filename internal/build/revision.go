package build

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// blob is a file of a commit that is to be read.
type blob struct {
	object string
	node   *node
	link   bool
}

// mostRead bounds what is read of a revision altogether.
const mostRead = 1 << 30

// tree reads content/ and data/ of the site at a commit. Of uploads only the
// names are wanted.
func (r *repository) tree(ctx context.Context, revision, commit string) (*tree, error) {
	t := newTree()
	var blobs []blob
	var total int64
	err := r.git(ctx, nil, func(out io.Reader) error {
		in := bufio.NewReader(out)
		for {
			entry, err := in.ReadString(0)
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return err
			}
			b, err := readEntry(strings.TrimSuffix(entry, "\x00"), revision)
			if err != nil {
				return err
			}
			t.add(b.node)
			if b.wanted() {
				blobs = append(blobs, b)
				total += b.node.size
			}
		}
	}, "ls-tree", "-r", "-z", "-l", commit, "--", "content", "data")
	if err != nil {
		return nil, err
	}
	if n, ok := t.nodes["data"]; !ok || !n.folder {
		return nil, &UsageError{fmt.Sprintf("there is no site at %s: it has no folder data/ there", revision), "give a revision from after the site was begun, or the folder of the site with -C"}
	}
	if total > mostRead {
		return nil, fmt.Errorf("the site at %s has %d MB of text, and at most %d are read", revision, total>>20, mostRead>>20)
	}
	if err := r.fill(ctx, blobs); err != nil {
		return nil, err
	}
	return t, follow(t, blobs, revision)
}

// wanted tells whether the text of a file is to be read.
func (b blob) wanted() bool {
	return b.link || !upload(b.node.path) && b.node.size <= limit(b.node.path)
}

// upload tells whether only the name of a file is wanted.
func upload(name string) bool { return strings.HasPrefix(name, "content/uploads/") }

// readEntry reads a line of git ls-tree -l: mode, type, object, size, path.
func readEntry(line, revision string) (blob, error) {
	about, name, ok := strings.Cut(line, "\t")
	fields := strings.Fields(about)
	if !ok || len(fields) != 4 {
		return blob{}, fmt.Errorf("git ls-tree: not understood: %q", line)
	}
	if fields[1] == "commit" {
		return blob{}, &UsageError{fmt.Sprintf("%s is a submodule at %s, whose files are in another repository", name, revision), "check that revision out elsewhere, and give its folder"}
	}
	size, err := strconv.ParseInt(fields[3], 10, 64)
	if err != nil {
		return blob{}, fmt.Errorf("git ls-tree: not understood: %q", line)
	}
	return blob{fields[2], &node{path: name, size: size}, fields[0] == "120000"}, nil
}

// fill reads the texts of files.
func (r *repository) fill(ctx context.Context, blobs []blob) error {
	var objects strings.Builder
	for _, b := range blobs {
		objects.WriteString(b.object + "\n")
	}
	return r.git(ctx, strings.NewReader(objects.String()), func(out io.Reader) error {
		in := bufio.NewReader(out)
		for _, b := range blobs {
			head, err := in.ReadString('\n')
			if err != nil {
				return fmt.Errorf("git cat-file: %s: %w", b.node.path, err)
			}
			if head != fmt.Sprintf("%s blob %d\n", b.object, b.node.size) {
				return fmt.Errorf("git cat-file: %s: %s", b.node.path, strings.TrimSpace(head))
			}
			b.node.src = make([]byte, b.node.size)
			if _, err := io.ReadFull(in, b.node.src); err != nil {
				return fmt.Errorf("git cat-file: %s: %w", b.node.path, err)
			}
			if _, err := in.Discard(1); err != nil {
				return fmt.Errorf("git cat-file: %s: %w", b.node.path, err)
			}
		}
		return nil
	}, "cat-file", "--batch")
}

// mostLinks is how many links may lead to one another.
const mostLinks = 10

// follow puts what links lead to in their place, and refuses files whose text
// is kept elsewhere.
func follow(t *tree, blobs []blob, revision string) error {
	targets := map[*node]string{}
	for _, b := range blobs {
		if b.link {
			targets[b.node] = string(b.node.src)
		} else if bytes.HasPrefix(b.node.src, []byte("version https://git-lfs.github.com/spec/")) {
			return &UsageError{fmt.Sprintf("%s is kept in Git LFS at %s", b.node.path, revision), "check that revision out elsewhere, and give its folder"}
		}
	}
	for _, b := range blobs {
		if !b.link || upload(b.node.path) {
			continue
		}
		at := b.node
		for range mostLinks {
			target, isLink := targets[at]
			if !isLink {
				break
			}
			if at = t.nodes[path.Join(path.Dir(at.path), target)]; at == nil || path.IsAbs(target) {
				at = b.node
				break
			}
		}
		if _, isLink := targets[at]; isLink || at.folder || upload(at.path) {
			b.node.refused = errors.New("of a revision, a link is followed only to a file in data/ or a page in content/")
			continue
		}
		b.node.src, b.node.size = at.src, at.size
	}
	return nil
}
