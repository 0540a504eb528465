package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// merged makes the work of a job a clone of the merge of a pull request: its first
// parent is the base, and change is what the request brings.
func merged(t *testing.T, j *job, change func()) {
	t.Helper()
	git := func(args ...string) {
		t.Helper()
		c := exec.CommandContext(t.Context(), "git", args...)
		c.Dir = j.work
		c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null",
			"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %q: %v\n%s", args, err, out)
		}
	}
	git("init", "--quiet", "--initial-branch=main")
	git("add", ".")
	git("commit", "--quiet", "--message=base")
	git("switch", "--quiet", "--create=request")
	change()
	git("add", ".")
	git("commit", "--quiet", "--message=request")
	git("switch", "--quiet", "main")
	git("merge", "--quiet", "--no-ff", "--message=merge", "request")
}

// asked stands in for gh: it notes what it is asked for, and lists the comments
// that there are.
func asked(t *testing.T, j *job, comments string) (log string) {
	t.Helper()
	bin, _, _ := strings.Cut(j.env["PATH"], ":")
	log = filepath.Join(j.temp, "asked")
	put(t, filepath.Join(bin, "gh"), `#!/bin/sh
echo "$GH_TOKEN $*" >> '`+log+`'
case "$*" in
*--paginate*) printf '`+comments+`' ;;
*body=@*) for last; do :; done; cat "${last#body=@}" >> '`+log+`' ;;
esac
`)
	if err := os.Chmod(filepath.Join(bin, "gh"), 0o755); err != nil {
		t.Fatal(err)
	}
	return log
}

// TestActionOnPullRequest: what changes is told, drafts are in the site to look at,
// nothing is left for Pages, and the comment is written where it may be.
func TestActionOnPullRequest(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	files, _ := released(t)
	server := httptest.NewServer(http.FileServer(http.Dir(files)))
	t.Cleanup(server.Close)
	const change, claim = "bulgaria: 2331", "bulgaria: 2332"
	for _, c := range []struct {
		name     string
		token    string
		from     string // the repository of the request
		comments string // ids of those there are
		idle     bool   // it changes no figure
		comment  string // the request to GitHub
	}{
		{"without a token", "", "desk/report", "", false, ""},
		{"first comment", "secret", "desk/report", "", false, "--method POST repos/desk/report/issues/7/comments "},
		{"kept comment", "secret", "desk/report", `41\n42\n`, false, "--method PATCH repos/desk/report/issues/comments/41 "},
		{"nothing to tell", "secret", "desk/report", "", true, ""},
		{"nothing any more", "secret", "desk/report", `41\n`, true, "--method PATCH repos/desk/report/issues/comments/41 "},
		{"from a fork", "secret", "somebody/report", "", false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			j, folder := newJob(t, server.URL, "pull_request")
			merged(t, j, func() {
				put(t, filepath.Join(j.work, "content/pages/later.md"), "---\ntitle: Later\ndraft: true\n---\n\nA page to come.\n")
				if !c.idle {
					inPlace(t, filepath.Join(j.work, "data/observations/2023-Q1.yaml"), change, claim)
				}
			})
			j.contexts["inputs.token"] = c.token
			j.contexts["github.event.pull_request.head.repo.full_name"] = c.from
			log := asked(t, j, c.comments)
			j.run(t, folder)
			if j.code != 0 {
				t.Fatalf("%s failed with %d:\n%s", j.failed, j.code, j.said)
			}
			if want := []string{"actions/cache@v5 ./.cache", "actions/upload-artifact@v4 ./public"}; !slices.Equal(j.handed, want) {
				t.Errorf("the action used %q, want %q", j.handed, want)
			}
			if _, err := os.Stat(filepath.Join(j.work, "public/later/index.html")); err != nil {
				t.Errorf("the draft cannot be looked at: %v", err)
			}
			if summary := read(t, j.env["GITHUB_STEP_SUMMARY"]); strings.Contains(summary, "2,332") == c.idle {
				t.Errorf("the summary tells of the wrong change:\n%s", summary)
			}
			said := ""
			if _, err := os.Stat(log); err == nil {
				said = read(t, log)
			}
			if c.comment == "" {
				if strings.Contains(said, "--method") {
					t.Errorf("GitHub was asked for\n%s", said)
				}
				return
			}
			if !strings.Contains(said, "\nsecret api --silent "+c.comment) || !strings.Contains(said, "\n<!-- bulletin report -->\n") {
				t.Errorf("GitHub was asked for\n%s\nwant %s", said, c.comment)
			}
		})
	}
}

// TestActionNeedsHistory: what changed cannot be told from one commit.
func TestActionNeedsHistory(t *testing.T) {
	t.Parallel()
	files, _ := released(t)
	server := httptest.NewServer(http.FileServer(http.Dir(files)))
	t.Cleanup(server.Close)
	j, folder := newJob(t, server.URL, "pull_request")
	j.run(t, folder)
	if j.code == 0 || !strings.Contains(j.said, "give actions/checkout with fetch-depth: 2\n") {
		t.Errorf("%q failed with %d:\n%s", j.failed, j.code, j.said)
	}
}

// TestActionLongComment: GitHub refuses comments of more than 65,536 characters.
func TestActionLongComment(t *testing.T) {
	t.Parallel()
	j, folder := newJob(t, "", "pull_request")
	log := asked(t, j, "")
	report := filepath.Join(j.temp, "report.md")
	put(t, report, "<!-- bulletin report -->\n"+strings.Repeat("a line of the report, ečšž\n", 4000))
	env := map[string]string{"PATH": j.env["PATH"], "GITHUB_REPOSITORY": "desk/report", "GH_TOKEN": "secret", "NUMBER": "7", "REPORT": report}
	if code := j.bash(t, "bash '"+folder+"/action/comment.sh'", env); code != 0 {
		t.Fatalf("exit code %d:\n%s", code, j.said)
	}
	_, body, found := strings.Cut(read(t, log), "<!-- bulletin report -->\n")
	if !found || len(body) < 50000 || len([]rune(body)) > 65536 || !strings.HasSuffix(body, "\n… and more: the summary of the run has all of it.\n") {
		t.Errorf("%d characters, found %v, end %q", len([]rune(body)), found, body[max(0, len(body)-200):])
	}
}
