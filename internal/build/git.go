package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
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
	c.Env = append(slices.DeleteFunc(c.Environ(), elsewhere), "LC_ALL=C", "GIT_TERMINAL_PROMPT=0")
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

// elsewhere tells whether a variable of the environment, as git sets it for its
// hooks, would lead to another repository than the one that the site lies in.
func elsewhere(variable string) bool {
	name, _, _ := strings.Cut(variable, "=")
	switch name {
	case "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE":
		return true
	}
	return false
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
