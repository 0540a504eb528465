package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bulletin/internal/pdf"
)

// TestPDFOfASite prints the edition of a small site into its uploads, changes a
// word of it, and prints it again; and has builds make it.
func TestPDFOfASite(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "internal", "build", "testdata", "site"))); err != nil {
		t.Fatal(err)
	}
	command := func(args ...string) string {
		t.Helper()
		var stdout, stderr output
		if code := run(t.Context(), append(args, "-C", dir), &stdout, &stderr); code != done {
			t.Fatalf("%s: exit code %d: %s", args[0], code, stderr.String())
		}
		return stdout.String() + stderr.String()
	}
	read := func(name string) []byte {
		t.Helper()
		src, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return src
	}
	// linked is the link to the PDF on the edition's page.
	linked := func() string {
		t.Helper()
		m := regexp.MustCompile(`<a href="([^"]*)" type="application/pdf">(.*?)</a>`).FindSubmatch(read("public/reports/2023-q1/index.html"))
		if m == nil {
			return ""
		}
		return string(m[1]) + " " + regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(m[2]), "")
	}
	const upload = "content/uploads/2023-q1.pdf"

	command("build")
	if got := linked(); got != "" {
		t.Errorf("without a PDF the page links %q", got)
	}
	first := command("pdf", "2023-Q1")
	if !strings.Contains(first, filepath.FromSlash(upload)+": ") {
		t.Errorf("got %q", first)
	}
	printed := read(upload)
	if checked := command("check"); strings.Contains(checked, "stale-pdf") {
		t.Errorf("the PDF that was just made is stale:\n%s", checked)
	}
	if built := command("build", "--base-url", "https://example.net/elsewhere/"); strings.Contains(built, "stale-pdf") {
		t.Errorf("the PDF is stale where the site has another address:\n%s", built)
	}
	if command("build"); !regexp.MustCompile(`^\.\./\.\./uploads/2023-q1\.pdf PDF of “.*”, \d+\x{00a0}kB, [4-9]\x{00a0}pages$`).MatchString(linked()) {
		t.Errorf("the page links %q", linked())
	}
	if again := command("pdf", "2023-Q1"); !bytes.Equal(printed, read(upload)) || !strings.Contains(again, upload) {
		t.Errorf("printing again gave another file: %s", again)
	}

	// Another word makes it stale; printing it again mends that, and says nothing
	// of what it mends.
	chapter := filepath.Join(dir, "content", "reports", "2023-q1", "serbia.md")
	src := read("content/reports/2023-q1/serbia.md")
	if err := os.WriteFile(chapter, append(src, "\n\nOne more sentence.\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	if checked := command("check"); !strings.Contains(checked, upload+": warning: the PDF was made from another state of the edition 2023-q1 [stale-pdf]") {
		t.Errorf("it is not stale:\n%s", checked)
	}
	if again := command("pdf", "2023-Q1"); strings.Contains(again, "stale-pdf") || bytes.Equal(printed, read(upload)) {
		t.Errorf("it was not mended: %s", again)
	}
	if checked := command("check"); strings.Contains(checked, "stale-pdf") {
		t.Error(checked)
	}

	// A build that makes it links its own, and has nothing left to write when it is
	// run again.
	command("build", "--pdf")
	built := read("public/reports/2023-q1/2023-q1.pdf")
	if got := linked(); !strings.HasPrefix(got, "../../reports/2023-q1/2023-q1.pdf PDF of ") || pdf.State(built) != pdf.State(read(upload)) {
		t.Errorf("the page links %q", got)
	}
	if again := command("build", "--pdf"); !strings.Contains(again, " 0 files written, ") {
		t.Errorf("the second build: %s", again)
	}

	// What another program made, and what is no PDF at all, is linked, and said.
	for text, want := range map[string]string{"%PDF-1.7\n%%EOF\n": "PDF of “", "no PDF": "PDF of “"} {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(upload)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if built := command("build"); !strings.Contains(built, "was not made by bulletin pdf") || !strings.Contains(linked(), want) || strings.Contains(linked(), "pages") {
			t.Errorf("%q: %q, linked as %q", text, built, linked())
		}
	}
}
