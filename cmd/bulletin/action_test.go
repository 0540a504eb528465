package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// These tests run the reusable action as a runner of GitHub does, in clean folders,
// against a server with files in the place of the releases.

const releasePath = "owner/bulletin/releases/download/v0.1.0"

// released is a folder of files as GitHub gives them out: the archive for this
// machine, whose program is this test binary, and its checksum.
func released(t *testing.T) (folder, archive string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs bash")
	}
	for _, tool := range []string{"bash", "curl", "tar"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("needs %s", tool)
		}
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	zip, err := gzip.NewWriterLevel(&packed, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	files := tar.NewWriter(zip)
	for name, text := range map[string][]byte{"bulletin": src} {
		if err := files.WriteHeader(&tar.Header{Name: name, Mode: 0o755, Size: int64(len(text))}); err != nil {
			t.Fatal(err)
		}
		if _, err := files.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := files.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	archive = fmt.Sprintf("bulletin-%s-%s.tar.gz", runtime.GOOS, runtime.GOARCH)
	folder = t.TempDir()
	put(t, filepath.Join(folder, releasePath, archive), packed.String())
	put(t, filepath.Join(folder, releasePath, "checksums.txt"), fmt.Sprintf("%x  %s\n", sha256.Sum256(packed.Bytes()), archive))
	return folder, archive
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// newJob is a runner with the small site checked out, and the action where the
// runner puts those of others.
func newJob(t *testing.T, server, event string) (j *job, folder string) {
	t.Helper()
	dir := t.TempDir()
	folder = filepath.Join(dir, "_actions/owner/bulletin/v0.1.0/.github")
	for from, to := range map[string]string{root + "/.github": folder, "../../internal/build/testdata/site": filepath.Join(dir, "work")} {
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	j = &job{work: filepath.Join(dir, "work"), temp: filepath.Join(dir, "temp")}
	system := map[string]string{"linux": "Linux", "darwin": "macOS"}[runtime.GOOS]
	machine := map[string]string{"amd64": "X64", "arm64": "ARM64"}[runtime.GOARCH]
	j.contexts = map[string]string{
		"github.event_name": event, "github.action_path": folder, "github.repository": "desk/report",
		"github.event.pull_request.head.repo.full_name": "desk/report", "github.event.pull_request.number": "7",
		"runner.temp": j.temp, "steps.pages.outputs.base_url": "https://desk.example.org/report",
	}
	j.env = map[string]string{
		"PATH": filepath.Join(dir, "bin") + ":" + os.Getenv("PATH"), "HOME": filepath.Join(dir, "home"),
		"RUNNER_OS": system, "RUNNER_ARCH": machine, "RUNNER_TEMP": j.temp,
		"GITHUB_ACTION_PATH": folder, "GITHUB_SERVER_URL": server, "GITHUB_REPOSITORY": "desk/report",
		"GITHUB_PATH": filepath.Join(j.temp, "path"), "GITHUB_STEP_SUMMARY": filepath.Join(j.temp, "summary"),
	}
	for _, name := range []string{"temp/path", "temp/summary", "home/.keep", "bin/.keep"} {
		put(t, filepath.Join(dir, name), "")
	}
	return j, folder
}

func read(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// inPlace edits a file of the site.
func inPlace(t *testing.T, name, before, after string) {
	t.Helper()
	src := read(t, name)
	if !strings.Contains(src, before) {
		t.Fatalf("%s does not hold %q", name, before)
	}
	put(t, name, strings.Replace(src, before, after, 1))
}

func TestActionPublishes(t *testing.T) {
	t.Parallel()
	files, _ := released(t)
	server := httptest.NewServer(http.FileServer(http.Dir(files)))
	t.Cleanup(server.Close)
	j, folder := newJob(t, server.URL, "push")
	j.run(t, folder)
	if j.code != 0 {
		t.Fatalf("%s failed with %d:\n%s", j.failed, j.code, j.said)
	}
	want := []string{"actions/configure-pages@v5", "actions/cache@v5 ./.cache", "actions/upload-pages-artifact@v4 ./public"}
	if !slices.Equal(j.handed, want) {
		t.Errorf("the action used %q, want %q", j.handed, want)
	}
	page := read(t, filepath.Join(j.work, "public/index.html"))
	if !strings.Contains(page, `href="https://desk.example.org/report/"`) {
		t.Errorf("the page does not know the address of the repository's Pages:\n%.600s", page)
	}
	if !strings.Contains(j.said, "bulletin "+version+" (") {
		t.Errorf("the program does not tell its version:\n%s", j.said)
	}
	if _, err := os.Stat(filepath.Join(j.work, ".cache")); err != nil {
		t.Errorf("nothing is there to be kept for the next run: %v", err)
	}
}

// TestActionStops lets each thing go wrong that can: the step in which it shows
// fails, says why, and nothing is handed on.
func TestActionStops(t *testing.T) {
	t.Parallel()
	files, archive := released(t)
	server := httptest.NewServer(http.FileServer(http.Dir(files)))
	t.Cleanup(server.Close)
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	const download, check = "Download the program", "Check"
	other := strings.Replace(archive, runtime.GOARCH, "other", 1)
	// served is another release: the same archive under other checksums, or none.
	served := func(t *testing.T, checksums string) string {
		dir := t.TempDir()
		put(t, filepath.Join(dir, releasePath, archive), read(t, filepath.Join(files, releasePath, archive)))
		if checksums != "" {
			put(t, filepath.Join(dir, releasePath, "checksums.txt"), checksums)
		}
		s := httptest.NewServer(http.FileServer(http.Dir(dir)))
		t.Cleanup(s.Close)
		return s.URL
	}
	for _, c := range []struct {
		name string
		set  func(t *testing.T, j *job)
		step string
		want string
	}{
		{"wrong checksum", func(t *testing.T, j *job) {
			j.env["GITHUB_SERVER_URL"] = served(t, strings.Repeat("0", 64)+"  "+archive+"\n")
		}, download, `is not what was released: its SHA-256 is [0-9a-f]{64}, and should be 0{64}`},
		{"no checksum", func(t *testing.T, j *job) {
			j.env["GITHUB_SERVER_URL"] = served(t, strings.Repeat("0", 64)+"  "+other+"\n")
		}, download, `checksums\.txt of release v0\.1\.0 does not list ` + archive},
		{"no checksums", func(t *testing.T, j *job) {
			j.env["GITHUB_SERVER_URL"] = served(t, "")
		}, download, `there is no release v0\.1\.0 with a file checksums\.txt: http://.*/owner/bulletin/releases lists`},
		{"missing archive", func(_ *testing.T, j *job) {
			j.env["RUNNER_OS"] = map[string]string{"linux": "macOS", "darwin": "Linux"}[runtime.GOOS]
		}, download, `there is no release v0\.1\.0 with a file bulletin-`},
		{"no such release", func(_ *testing.T, j *job) { j.contexts["inputs.version"] = "v9.9.9" },
			download, `there is no release v9\.9\.9 with`},
		{"none released yet", func(_ *testing.T, j *job) { j.contexts["inputs.version"] = "latest" },
			download, `there is no release latest with`},
		{"a version that is none", func(_ *testing.T, j *job) { j.contexts["inputs.version"] = "../../other/v1" },
			download, `version is "\.\./\.\./other/v1", and not a release: write it as v0\.1\.0, or latest`},
		{"offline", func(_ *testing.T, j *job) { j.env["GITHUB_SERVER_URL"] = gone.URL },
			download, `could not be loaded: curl ended with 7; can this machine reach it\?`},
		{"unknown system", func(_ *testing.T, j *job) { j.env["RUNNER_OS"] = "FreeBSD" },
			download, `no program for the system FreeBSD, but for Linux, macOS and Windows`},
		{"unknown processor", func(_ *testing.T, j *job) { j.env["RUNNER_ARCH"] = "ARM" },
			download, `no program for processors of the kind ARM, but for X64 and ARM64`},
		{"neither true nor false", func(_ *testing.T, j *job) { j.contexts["inputs.strict"] = "no" },
			"Read the inputs", `the input strict is "no": write true or false`},
		{"no site", func(_ *testing.T, j *job) { j.contexts["inputs.directory"] = "docs" },
			"Read the inputs", `there is no site in "docs"`},
		{"an error", func(t *testing.T, j *job) {
			inPlace(t, filepath.Join(j.work, "data/observations/2023-Q1.yaml"), "bulgaria: 2331", "bulgaria: many")
		}, check, `(?m)^::error file=data/observations/2023-Q1\.yaml,line=`},
		{"an error in a folder", func(t *testing.T, j *job) {
			moved := filepath.Join(filepath.Dir(j.work), "moved")
			if err := os.Rename(j.work, moved); err != nil {
				t.Fatal(err)
			}
			if err := os.CopyFS(filepath.Join(j.work, "our site"), os.DirFS(moved)); err != nil {
				t.Fatal(err)
			}
			j.contexts["inputs.directory"] = "our site"
			inPlace(t, filepath.Join(j.work, "our site/data/observations/2023-Q1.yaml"), "bulgaria: 2331", "bulgaria: many")
		}, check, `(?m)^::error file=our site/data/observations/2023-Q1\.yaml,line=`},
		{"a warning", func(t *testing.T, j *job) {
			put(t, filepath.Join(j.work, "content/pages/empty.md"), "---\ntitle: Empty\n---\n")
		}, check, `(?m)^::error file=content/pages/empty\.md,line=1,title=empty-page::`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			j, folder := newJob(t, server.URL, "push")
			c.set(t, j)
			j.run(t, folder)
			if j.code == 0 || j.failed != c.step {
				t.Fatalf("%q failed with %d, want %q:\n%s", j.failed, j.code, c.step, j.said)
			}
			if !regexp.MustCompile(c.want).MatchString(j.said) {
				t.Errorf("want %s, got\n%s", c.want, j.said)
			}
			if strings.Contains(strings.Join(j.handed, " "), "upload") {
				t.Errorf("handed on: %q", j.handed)
			}
			if _, err := os.Stat(filepath.Join(j.work, "public")); err == nil {
				t.Error("there is a site")
			}
			if c.step == download && !strings.Contains(j.said, "::error title=Bulletin::") {
				t.Errorf("it is no annotation:\n%s", j.said)
			}
		})
	}
}
