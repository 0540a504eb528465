package build

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path"
	"strconv"
	"strings"

	"bulletin/internal/diag"
)

// repository asks git about the repository that a site's folder lies in. Blobs
// are read as they are kept: no filter, attribute or hook of the repository has
// a part in it, and nothing is written.
type repository struct{ dir string }

// git runs a command of git in the site's folder, and gives what it writes to
// read. The error is what git says.
func (r *repository) git(ctx context.Context, stdin io.Reader, read func(io.Reader) error, args ...string) error {
	c := exec.CommandContext(ctx, "git", append([]string{"--no-pager", "--no-optional-locks", "-C", r.dir}, args...)...)
	c.Env = append(c.Environ(), "LC_ALL=C", "GIT_TERMINAL_PROMPT=0")
	c.Stdin = stdin
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return errors.New("git is not installed: compare with a folder, or install git")
		}
		return fmt.Errorf("run git: %w", err)
	}
	readErr := read(out)
	if readErr != nil {
		_ = c.Process.Kill() // it may wait for somebody to read
	}
	err = c.Wait()
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case readErr != nil:
		return readErr
	case err != nil:
		if line, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n"); line != "" {
			return fmt.Errorf("git: %s", strings.TrimPrefix(line, "fatal: "))
		}
		return fmt.Errorf("run git %s: %w", args[0], err)
	}
	return nil
}

// ask runs a command of git whose answer is short.
func (r *repository) ask(ctx context.Context, args ...string) (string, error) {
	var answer []byte
	err := r.git(ctx, nil, func(out io.Reader) (err error) {
		answer, err = io.ReadAll(io.LimitReader(out, maxText))
		return err
	}, args...)
	return strings.TrimSpace(string(answer)), err
}

// commit is the full name of the commit that a revision means.
func (r *repository) commit(ctx context.Context, revision string) (string, error) {
	if strings.HasPrefix(revision, "-") || strings.ContainsFunc(revision, diag.Steers) {
		return "", &UsageError{fmt.Sprintf("%q is neither a folder nor a git revision", revision), "no revision begins with - or holds spaces"}
	}
	shallow, err := r.ask(ctx, "rev-parse", "--is-shallow-repository")
	if err != nil {
		if strings.Contains(err.Error(), "not a git repository") {
			return "", &UsageError{fmt.Sprintf("there is no folder %s, and the site's folder is in no git repository", revision), "give the folder of another site, as ./other"}
		}
		return "", err
	}
	commit, err := r.ask(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if ctx.Err() != nil {
		return "", err
	}
	if err != nil || commit == "" {
		return "", &UsageError{fmt.Sprintf("%s is neither a folder nor a git revision", revision), r.nearHint(ctx, revision, shallow == "true")}
	}
	return commit, nil
}

// nearHint names a branch or tag that may be meant, or says where to look.
func (r *repository) nearHint(ctx context.Context, revision string, shallow bool) string {
	names, err := r.ask(ctx, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
	hint := "git branch --all and git tag list what there is, and git fetch brings what is new"
	if shallow {
		hint = "this clone is shallow, and may lack it: git fetch --unshallow brings the rest"
	}
	if err != nil {
		return hint
	}
	known := strings.Fields(names)
	for _, name := range known {
		if strings.HasSuffix(name, "/"+revision) {
			return "did you mean " + name + "?"
		}
	}
	return diag.DidYouMean(revision, known, hint)
}

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
	return b.link || !strings.HasPrefix(b.node.path, "content/uploads/") && b.node.size <= limit(b.node.path)
}

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
		if !b.link {
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
		if _, isLink := targets[at]; isLink || at.folder {
			b.node.refused = errors.New("of a revision, a link is followed only to a file in content/ or data/")
			continue
		}
		b.node.src, b.node.size = at.src, at.size
	}
	return nil
}
