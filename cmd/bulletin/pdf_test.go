package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/build"
	"bulletin/internal/pdf"
	"bulletin/internal/site"
)

// poppler runs a program of poppler-utils. Where there is none the test is
// skipped, but not where changes are taken in.
func poppler(t *testing.T, program string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), program, args...).Output()
	if errors.Is(err, exec.ErrNotFound) {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed, and CI=true asks for it: install poppler-utils", program)
		}
		t.Skipf("%s IS NOT INSTALLED, SO NO PDF WAS READ: install poppler-utils to run these tests", program)
	}
	if err != nil {
		t.Fatalf("%s: %v", program, err)
	}
	return string(out)
}

// printed is a PDF that the command has made.
type printed struct {
	*pdf.File
	path string
}

// printOut prints an edition with the command.
func printOut(t *testing.T, args ...string) printed {
	t.Helper()
	file := filepath.Join(t.TempDir(), "edition.pdf")
	var stdout, stderr output
	if code := run(t.Context(), append(args, "-o", file), &stdout, &stderr); code != done {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdf.Read(src)
	if err != nil {
		t.Fatal(err)
	}
	if want := file + ": " + strconv.Itoa(f.Pages()) + " pages, "; !strings.HasPrefix(stdout.String(), want) {
		t.Errorf("got %q, want %q", stdout.String(), want)
	}
	if pdf.State(src) == "" {
		t.Error("the PDF has no stamp")
	}
	if bytes.Contains(src, []byte("127.0.0.1")) {
		t.Error("the PDF names this machine")
	}
	return printed{f, file}
}

// ownEdition is the edition of this repository.
func ownEdition(t *testing.T) *site.Edition {
	t.Helper()
	state, err := build.Read(t.Context(), build.Options{Dir: filepath.Join("..", ".."), Jobs: 1, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if len(state.Site.Editions) == 0 {
		t.Fatalf("no editions: %v", state.Problems)
	}
	return state.Site.Editions[0]
}

// TestPDF prints the edition of this repository, and reads it as readers do: by
// its outline, by its contents, by its links, and from its beginning to its end.
func TestPDF(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	e := ownEdition(t)
	f := printOut(t, "pdf", "2023-Q1", "-C", filepath.Join("..", ".."), "--base-url", "https://example.org/repo/")
	info := poppler(t, "pdfinfo", f.path)
	for _, want := range []string{`Title: +` + regexp.QuoteMeta(e.Page.Title) + `.*`, `Tagged: +yes`, `Page size: .*\(A4\)`, `JavaScript: +no`, `Encrypted: +no`,
		`CreationDate: +` + stamped(e) + ` .*`, `ModDate: +` + stamped(e) + ` .*`} {
		if !regexp.MustCompile(`(?m)^` + want + `$`).MatchString(info) {
			t.Errorf("pdfinfo has no line %q:\n%s", want, info)
		}
	}
	src, err := os.ReadFile(f.path)
	if err != nil {
		t.Fatal(err)
	}
	pictures := regexp.MustCompile(`(?s)/S /Figure\n(.*?)endobj`).FindAllSubmatch(src, -1)
	for _, picture := range pictures {
		if !bytes.HasPrefix(picture[1], []byte("/Alt ")) {
			t.Errorf("a picture has no words in its place: %.100q", picture[1])
		}
	}
	if len(pictures) < 10 {
		t.Errorf("only %d pictures are tagged", len(pictures))
	}
	if f.Language() != "en" || !f.Tagged() || f.Pages() <= 20 {
		t.Errorf("language %q, tagged: %v, %d pages", f.Language(), f.Tagged(), f.Pages())
	}
	pages := pagesOf(t, f)
	t.Run("outline", func(t *testing.T) { testOutline(t, e, f, pages) })
	t.Run("contents", func(t *testing.T) { testContents(t, e, f, pages) })
	t.Run("order", func(t *testing.T) { testOrder(t, e, f, pages) })
	t.Run("links", func(t *testing.T) { testPDFLinks(t, f) })
	t.Run("typeface", func(t *testing.T) { testPDFTypeface(t, f, len(src)) })
	t.Run("structure", func(t *testing.T) { testPDFStructure(t, f) })
}

// stamped is the day that the edition's PDF carries, as pdfinfo writes it.
func stamped(e *site.Edition) string {
	year, month, day := e.Dated().Civil()
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Format(`Mon Jan _2`)
}

// pagesOf is the text of each page, in reading order, its white space made one
// blank each.
func pagesOf(t *testing.T, f printed) []string {
	t.Helper()
	var pages []string
	for page := range strings.SplitSeq(strings.TrimSuffix(poppler(t, "pdftotext", "-enc", "UTF-8", f.path, "-"), "\f"), "\f") {
		pages = append(pages, plainText(page))
	}
	if n := f.Pages(); len(pages) != n {
		t.Fatalf("%d pages of text in a document of %d", len(pages), n)
	}
	for i, page := range pages {
		if least := 200; i > 0 && len(page) < least {
			t.Errorf("page %d is all but empty: %q", i+1, page)
		}
	}
	return pages
}

// plainText has one blank between words.
func plainText(text string) string { return strings.Join(strings.Fields(text), " ") }

// starts is the page of each section of the edition by the outline.
func starts(e *site.Edition, f printed) (pages []int) {
	outline := f.Outline()
	for _, section := range e.Sections {
		at := slices.IndexFunc(outline, func(h pdf.Heading) bool { return h.Title == section.Title })
		if at < 0 {
			return pages
		}
		pages, outline = append(pages, outline[at].Page), outline[at+1:]
	}
	return pages
}

// testOutline holds that the outline has the title, and every section in the order
// of the edition, on the page that begins with it, each with its headings in their
// own words.
func testOutline(t *testing.T, e *site.Edition, f printed, pages []string) {
	all := starts(e, f)
	if len(all) != len(e.Sections) || len(all) < 10 {
		t.Fatalf("the outline has %d of %d sections: %v", len(all), len(e.Sections), f.Outline())
	}
	outline := f.Outline()
	if outline[0].Title != e.Page.Title {
		t.Errorf("the outline begins with %q, want %q", outline[0].Title, e.Page.Title)
	}
	for i, section := range e.Sections {
		outline = outline[1+slices.IndexFunc(outline, func(h pdf.Heading) bool { return h.Title == section.Title }):]
		end := len(outline)
		if i+1 < len(e.Sections) {
			end = slices.IndexFunc(outline, func(h pdf.Heading) bool { return h.Title == e.Sections[i+1].Title })
		}
		var want, got []string
		for _, h := range section.Text(section.Document.Body).Headings {
			want = append(want, h.Text)
		}
		for _, h := range outline[:end] {
			got = append(got, h.Title)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("the headings of %s in the outline: %s", section.Title, diff)
		}
	}
	for i, page := range all {
		title := e.Sections[i].Title
		if page < 1 || i > 0 && page <= all[i-1] {
			t.Errorf("%s begins on page %d, after one that begins on page %d", title, page, all[max(0, i-1)])
			continue
		}
		if text := pages[page-1]; !strings.Contains(text[:min(len(text), 300)], title) {
			t.Errorf("page %d does not begin with %s: %.300q", page, title, text)
		}
	}
}

// testContents holds that the contents have every section and its headings, each
// with the page on which its heading stands.
func testContents(t *testing.T, e *site.Edition, f printed, pages []string) {
	outline := f.Outline()
	at := slices.IndexFunc(outline, func(h pdf.Heading) bool { return h.Title == "Contents" })
	if at < 0 {
		t.Fatal("there are no contents")
	}
	laidOut := poppler(t, "pdftotext", "-layout", "-enc", "UTF-8", "-f", strconv.Itoa(outline[at].Page), "-l", strconv.Itoa(starts(e, f)[0]-1), f.path, "-")
	shown := map[string]int{}
	for _, entry := range regexp.MustCompile(`(?m)(?:^|\s{2,})(\S+(?: \S+)*)\s{2,}(\d+)(?:\s|$)`).FindAllStringSubmatch(laidOut, -1) {
		page, err := strconv.Atoi(entry[2])
		if err != nil {
			t.Fatal(err)
		}
		shown[entry[1]+entry[2]] = page
	}
	for i, section := range e.Sections {
		begins, ends := starts(e, f)[i], f.Pages()+1
		if i+1 < len(e.Sections) {
			ends = starts(e, f)[i+1]
		}
		if shown[section.Title+strconv.Itoa(begins)] == 0 {
			t.Errorf("the contents do not say that %s begins on page %d:\n%s", section.Title, begins, laidOut)
		}
		for _, h := range section.Text(section.Document.Body).Headings {
			if h.Level != 2 {
				continue
			}
			stands := 0
			for page := begins; page < ends; page++ {
				if shown[h.Text+strconv.Itoa(page)] > 0 && strings.Contains(pages[page-1], h.Text) {
					stands = page
				}
			}
			if stands == 0 {
				t.Errorf("the contents do not say on which of the pages %d to %d the heading %q stands", begins, ends-1, h.Text)
			}
		}
	}
}

// testOrder holds that the text is read as it is laid out: the cover, the imprint,
// the contents, then the sections, each with its notes at its foot.
func testOrder(t *testing.T, e *site.Edition, f printed, pages []string) {
	if !strings.HasPrefix(pages[0], e.Page.Title) {
		t.Errorf("the cover begins with %.100q", pages[0])
	}
	for i, want := range []string{"Imprint", "Contents"} {
		if !strings.Contains(pages[i+1], want) {
			t.Errorf("page %d is not the %s: %.100q", i+2, want, pages[i+1])
		}
	}
	begins := starts(e, f)
	noted := 0
	for i, section := range e.Sections {
		end := f.Pages() + 1
		if i+1 < len(begins) {
			end = begins[i+1]
		}
		text := strings.Join(pages[begins[i]-1:end-1], " ")
		last := 0
		for _, h := range section.Text(section.Document.Body).Headings {
			at := strings.Index(text[last:], h.Text)
			if at < 0 {
				t.Errorf("%s: %q is not read behind what stands before it", section.Title, h.Text)
				continue
			}
			last += at + len(h.Text)
		}
		if at := strings.Index(text[last:], "Sources and notes"); at >= 0 {
			noted++
		}
	}
	if noted < 10 {
		t.Errorf("%d sections have notes at their foot", noted)
	}
}

// testPDFLinks holds that links within the edition lead to its pages, and the
// others to the site and to sources.
func testPDFLinks(t *testing.T, f printed) {
	within, own, sources := 0, 0, 0
	for _, l := range f.Links() {
		switch {
		case l.To > 0:
			within++
		case strings.HasPrefix(l.URL, "https://example.org/repo/"):
			own++
		case strings.HasPrefix(l.URL, "https://"), strings.HasPrefix(l.URL, "http://"), strings.HasPrefix(l.URL, "mailto:"):
			sources++
		default:
			t.Errorf("the link %+v leads nowhere", l)
		}
	}
	if within < 100 || own < 50 || sources < 20 {
		t.Errorf("%d links within the edition, %d to the site, %d to others", within, own, sources)
	}
}

// TestPDFOnLetter prints the edition on the other paper: nothing is cut, and all
// else is the same.
func TestPDFOnLetter(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	e := ownEdition(t)
	f := printOut(t, "pdf", "2023-q1", "-C", filepath.Join("..", ".."), "--paper", "letter")
	if info := poppler(t, "pdfinfo", f.path); !strings.Contains(info, "(letter)") {
		t.Error(info)
	}
	pages := pagesOf(t, f)
	testOutline(t, e, f, pages)
	testContents(t, e, f, pages)
	testOrder(t, e, f, pages)
}
