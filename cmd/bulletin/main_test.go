package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"bulletin/internal/publish"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"bulletin": func() { os.Exit(start(clockOfTest())) }})
}

// clockOfTest is the clock of a script's commands: it stands still at the moment that
// BULLETIN_TEST_CLOCK tells, as 2023-08-31T09:00:00Z. Without one it is this machine's.
// Bulletin itself knows nothing of the variable.
func clockOfTest() clock {
	text, ok := os.LookupEnv("BULLETIN_TEST_CLOCK")
	if !ok {
		return time.Now
	}
	moment, err := time.Parse(time.RFC3339, text)
	if err != nil {
		fmt.Fprintf(os.Stderr, "BULLETIN_TEST_CLOCK: %v\n", err)
		os.Exit(worldFail)
	}
	return func() time.Time { return moment }
}

// run is the command with the clock of this machine.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return execute(ctx, time.Now, args, stdout, stderr)
}

// TestScripts runs the command as a user does. Beside testscript's commands
// the scripts have:
//
//	site DIR              a small site, a copy of internal/build/testdata/site
//	exits CODE COMMAND…   run a command that must end with the exit code
//	edit FILE OLD NEW     replace a text that is there; \n is a line end, \t a tab
//	mistake DIR FILE OLD NEW WANT
//	                      edit FILE of a site that is built, build it, edit it
//	                      back: exit code 1, one problem, which matches WANT and
//	                      has a hint, and nothing published
//	begins FILE PART      a file that begins with all of another
//	digest DIR FILE       write the path and hash of every file in DIR to FILE
//	crlf FILE…            give files a byte-order mark and CRLF line ends
//	noise FILE            write a file that is no text
//	locked DIR            publish into DIR until the script ends
//
// and the variable BULLETIN_TEST_CLOCK, which says what time it is.
func TestScripts(t *testing.T) {
	fixture, err := filepath.Abs(filepath.Join("..", "..", "internal", "build", "testdata", "site"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"site": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(os.CopyFS(ts.MkAbs(args[0]), os.DirFS(fixture)))
			},
			"exits":   exits,
			"edit":    edit,
			"mistake": mistake,
			"begins":  begins,
			"digest":  digest,
			"crlf":    crlf,
			"noise": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("---\ntitle: \xff\xfe\n---\n\x00"), 0o644))
			},
			"locked": func(ts *testscript.TestScript, _ bool, args []string) {
				folder, err := publish.Open(ts.MkAbs(args[0]))
				ts.Check(err)
				ts.Defer(func() { _ = folder.Close() })
			},
		},
	})
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func edit(ts *testscript.TestScript, _ bool, args []string) {
	lines := strings.NewReplacer(`\n`, "\n", `\t`, "\t")
	before := ts.ReadFile(args[0])
	after := strings.Replace(before, lines.Replace(args[1]), lines.Replace(args[2]), 1)
	if after == before {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(after), 0o644))
}

func mistake(ts *testscript.TestScript, _ bool, args []string) {
	dir, file := args[0], args[0]+"/"+args[1]
	good := ts.ReadFile(file)
	digest(ts, false, []string{dir + "/public", "before"})
	edit(ts, false, []string{file, args[2], args[3]})
	exits(ts, false, []string{"1", "bulletin", "build", "-C", dir})
	said := ts.ReadFile("stderr")
	digest(ts, false, []string{dir + "/public", "after"})
	ts.Check(os.WriteFile(ts.MkAbs(file), []byte(good), 0o644))
	switch {
	case !regexp.MustCompile("(?m)^" + args[4]).MatchString(said):
		ts.Fatalf("want a problem that matches %s, got\n%s", args[4], said)
	case !strings.HasSuffix(said, "\n1 error: nothing was published\n"):
		ts.Fatalf("want one problem, got\n%s", said)
	case !strings.Contains(said, "\n   hint: "):
		ts.Fatalf("no hint:\n%s", said)
	case ts.ReadFile("before") != ts.ReadFile("after"):
		ts.Fatalf("the published site changed")
	}
}

func begins(ts *testscript.TestScript, _ bool, args []string) {
	if whole, part := ts.ReadFile(args[0]), ts.ReadFile(args[1]); part == "" || !strings.HasPrefix(whole, part) {
		ts.Fatalf("%s does not begin with %s:\n%s", args[0], args[1], whole)
	}
}

func crlf(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		src := "\ufeff" + strings.ReplaceAll(ts.ReadFile(name), "\n", "\r\n")
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(src), 0o644))
	}
}

func digest(ts *testscript.TestScript, _ bool, args []string) {
	var list strings.Builder
	root := ts.MkAbs(args[0])
	ts.Check(filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		relative, _ := filepath.Rel(root, name)
		if err != nil || entry.IsDir() || filepath.ToSlash(relative) == ".bulletin/manifest" { // it tells times
			return err
		}
		src, err := os.ReadFile(name)
		fmt.Fprintf(&list, "%x %s\n", sha256.Sum256(src), filepath.ToSlash(relative))
		return err
	}))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(list.String()), 0o644))
}
