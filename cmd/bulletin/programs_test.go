package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// TestPrograms makes the release for this platform twice, from clones in different
// folders: the bytes are the same, the program knows its commit, and the pages that
// it makes do not.
func TestPrograms(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" {
		t.Skip("builds the program twice, with the tools of Linux")
	}
	head, err := exec.CommandContext(t.Context(), "git", "-C", root, "rev-parse", "HEAD").Output()
	if err != nil {
		t.Skipf("no clone: %v", err)
	}
	commit := strings.TrimSpace(string(head))
	archive := "bulletin-" + runtime.GOOS + "-" + runtime.GOARCH + ".tar.gz"
	var made [2]map[string]string
	var dir string
	for i, name := range []string{"one", "another folder"} {
		dir = filepath.Join(t.TempDir(), name)
		must(t, "git", "clone", "--quiet", root, dir)
		out := filepath.Join(dir, "..", "release")
		must(t, filepath.Join(dir, ".github/release.sh"), "build", out, runtime.GOOS+"/"+runtime.GOARCH)
		made[i] = map[string]string{}
		for _, file := range []string{archive, "checksums.txt"} {
			made[i][file] = read(t, filepath.Join(out, file))
		}
	}
	for file, first := range made[0] {
		if first != made[1][file] {
			t.Errorf("%s has other bytes the second time", file)
		}
	}
	if !regexp.MustCompile(`^[0-9a-f]{64}  ` + regexp.QuoteMeta(archive) + `\n$`).MatchString(made[0]["checksums.txt"]) {
		t.Errorf("checksums.txt is\n%s", made[0]["checksums.txt"])
	}

	files := unpacked(t, made[0][archive])
	if !strings.Contains(files["LICENSES.txt"], "Inter, the typeface") || !strings.Contains(files["LICENSES.txt"], "github.com/yuin/goldmark v") {
		t.Error("LICENSES.txt does not have the licences of all that is in the program")
	}
	program := filepath.Join(t.TempDir(), "bulletin")
	if err := os.WriteFile(program, []byte(files["bulletin"]), 0o755); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(files["bulletin"], dir) {
		t.Error("the program names the folder that it was built in")
	}
	told := must(t, program, "version")
	if !regexp.MustCompile(`^bulletin ` + regexp.QuoteMeta(version) + ` \(.*\)\ncommit ` + commit + ` of [0-9T:Z-]+\n$`).MatchString(told) {
		t.Errorf("the program tells\n%s", told)
	}
	site := filepath.Join(t.TempDir(), "site")
	must(t, program, "build", "-C", filepath.Join(dir, "internal/build/testdata/site"), "-o", site)
	if err := fs.WalkDir(os.DirFS(site), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		src, err := fs.ReadFile(os.DirFS(site), name)
		if bytes.Contains(src, []byte(commit[:12])) {
			t.Errorf("%s names the commit", name)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// TestProgramsRefused lists what would be no release of this program.
func TestProgramsRefused(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("with the tools of Linux")
	}
	full := t.TempDir()
	put(t, filepath.Join(full, "something"), "")
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{nil, 2, "usage: release.sh vet [PLATFORM…] | tag TAG | build DIR"},
		{[]string{"build"}, 2, "usage: release.sh"},
		{[]string{"build", t.TempDir(), "plan9/amd64"}, 2, "no release is made for plan9/amd64, but for: linux/amd64 "},
		{[]string{"build", full}, 2, "is not empty: name a new folder"},
		{[]string{"tag", "v99.0.0"}, 1, "the tag is v99.0.0, but the program says that it is " + version + ": "},
	} {
		out, err := exec.CommandContext(t.Context(), filepath.Join(root, ".github/release.sh"), c.args...).CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != c.code || !strings.Contains(string(out), c.want) {
			t.Errorf("%q: %v: %s", c.args, err, out)
		}
	}
}

func must(t *testing.T, program string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", program, args, err, out)
	}
	return string(out)
}

// unpacked is the files of an archive, which nobody in particular owns.
func unpacked(t *testing.T, archive string) map[string]string {
	t.Helper()
	zip, err := gzip.NewReader(strings.NewReader(archive))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for list := tar.NewReader(zip); ; {
		head, err := list.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		src, err := io.ReadAll(list)
		if err != nil {
			t.Fatal(err)
		}
		if want := map[string]int64{"bulletin": 0o755}[head.Name]; want != 0 && head.Mode != want || head.Uid != 0 || head.Uname != "" {
			t.Errorf("%s has mode %o and the owner %d %s", head.Name, head.Mode, head.Uid, head.Uname)
		}
		files[head.Name] = string(src)
	}
}
