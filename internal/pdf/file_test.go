package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// sample reads testdata/sample.pdf, which Chromium 156 printed from sample.html,
// from a server on this machine: what the package has to do with it is all there.
func sample(t *testing.T) *File {
	t.Helper()
	src, err := os.ReadFile("testdata/sample.pdf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read(src)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestReadWhatChromiumWrites(t *testing.T) {
	f := sample(t)
	if f.Pages() != 4 || f.Title() != "Two rivers – a sample" || f.Language() != "en" || !f.Tagged() {
		t.Errorf("%d pages, title %q, language %q, tagged: %v", f.Pages(), f.Title(), f.Language(), f.Tagged())
	}
	outline := []Heading{{"Two rivers", 1, 1}, {"Drina", 2, 2}, {"Una", 2, 3}, {"Falls", 3, 3}, {"Žepa (“short”)", 2, 4}}
	if diff := cmp.Diff(outline, f.Outline()); diff != "" {
		t.Error("outline", diff)
	}
	targets := map[string]int{"drina": 2, "una": 3, "žepa ü": 4}
	if diff := cmp.Diff(targets, f.Targets()); diff != "" {
		t.Error("targets", diff)
	}
	to, out := map[int]bool{}, []string{}
	for _, l := range f.Links() {
		if l.Page != 1 {
			t.Errorf("%+v is on another page", l)
		}
		if l.URL == "" {
			to[l.To] = true
			continue
		}
		out = append(out, l.URL)
	}
	if diff := cmp.Diff(map[int]bool{2: true, 3: true, 4: true}, to); diff != "" {
		t.Error("links within", diff)
	}
	if len(out) != 2 || !strings.HasPrefix(out[0], "http://127.0.0.1:") || !strings.HasSuffix(out[0], "/r/other/") || out[1] != "https://example.org/x?y=1" {
		t.Errorf("links outwards: %q", out)
	}
}

func TestContentsKnowTheirPages(t *testing.T) {
	f := sample(t)
	pages, err := pagesOf(f, []string{"una", "drina", "una"})
	if diff := cmp.Diff(map[string]int{"una": 3, "drina": 2}, pages); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if _, err := pagesOf(f, []string{"una", "sava"}); err == nil || !strings.Contains(err.Error(), "#sava") {
		t.Errorf("got %v", err)
	}
}

// packed is a file of the newer kind: its objects lie in a compressed stream, and
// a stream takes the place of the table at its end.
func packed(t *testing.T, objects ...string) string {
	t.Helper()
	index, body := "", ""
	for i, o := range objects {
		index += fmt.Sprintf("%d %d ", i+1, len(body))
		body += o + "\n"
	}
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(index + body)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%%PDF-1.7\n90 0 obj\n<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>\nstream\r\n%s\nendstream\nendobj\n91 0 obj\n<</Type /XRef /Root 1 0 R /Length 0>>stream\n\nendstream\nendobj\n%%%%EOF\n",
		len(objects), len(index), b.Len(), b.String())
}

func TestReadWhatOthersWrite(t *testing.T) {
	const page = "\n3 0 obj <</Type/Page/Parent 2 0 R>> endobj"
	tree := []string{"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>>", "<</Type /Page>>", "<</Type /Pages /Kids [5 0 R]>>", "<</Type /Page>>"}
	for _, c := range []struct {
		name, src string
		pages     int
		fault     string
	}{
		{"packed objects", packed(t, tree...), 2, ""},
		{"an update", "%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj" + page + "\ntrailer<</Root 1 0 R>>\n4 0 obj<</Type/Page>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]>>endobj\ntrailer<</Root 1 0 R>>", 2, ""},
		{"a wrong length", "%PDF-1.4\n9 0 obj<</Length 4>>stream\n1 0 obj null endobj\nendstream endobj\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj" + page + " trailer<</Root 1 0 R>>", 1, ""},
		{"comments and odd strings", "%PDF-1.4 % (\n1 0 obj<</Pages%x\n2 0 R/A(\\)\\(\\101\\\n()()) /B<4 1 4>/#43 [null true -1.5]>>endobj 2 0 obj<</Kids[3 0 R]/Type/Pages>>endobj" + page + " trailer<</Root 1 0 R>>", 1, ""},
		{"pages in a circle", "%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R 3 0 R]>>endobj" + page + " trailer<</Root 1 0 R>>", 1, ""},
		{"no PDF", "<html>", 0, "it is no PDF"},
		{"nothing but its beginning", "%PDF-1.4\n", 0, "no catalogue"},
		{"an unfinished object", "%PDF-1.4\n1 0 obj<</Pages 2 0 R", 0, "no catalogue"},
		{"no pages", "%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj trailer<</Root 1 0 R>>", 0, "no pages"},
		{"encrypted", "%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj trailer<</Root 1 0 R/Encrypt 7 0 R>>", 0, "encrypted"},
		{"a reference to itself", "%PDF-1.4\n1 0 obj 1 0 R endobj trailer<</Root 1 0 R>>", 0, "no catalogue"},
		{"arrays without end", "%PDF-1.4\n1 0 obj " + strings.Repeat("[", 1e5), 0, "no catalogue"},
		{"strings without end", "%PDF-1.4\n" + strings.Repeat("1 0 obj(\n", 1e4), 0, "too much"},
		{"too many packed", "%PDF-1.4\n1 0 obj<</Type/ObjStm/N " + strings.Repeat("9", 300) + "/First " + strings.Repeat("9", 200) + "/Length 0>>stream\nendstream endobj", 0, "no catalogue"},
		{"numbers that are none", "%PDF-1.4\n1 0 obj<</Type/ObjStm/N 1/First NaN/Length 3>>stream\n1 0\nendstream endobj 2 0 obj<</Type/ObjStm/N 1/First 6/Length 10>>stream\n1 NaN <<>>\nendstream endobj", 0, "no catalogue"},
		{"a trailer that ends in a backslash", "%PDF-1.4\ntrailer(\\", 0, "no catalogue"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := Read([]byte(c.src))
			switch {
			case c.fault != "":
				if err == nil || !strings.Contains(err.Error(), c.fault) {
					t.Errorf("got %v, want %q", err, c.fault)
				}
			case err != nil:
				t.Error(err)
			case f.Pages() != c.pages:
				t.Errorf("%d pages, want %d", f.Pages(), c.pages)
			}
		})
	}
}

// TestReadTakesNotLong reads files that were made to take long: each names one
// stretch of its bytes again and again.
func TestReadTakesNotLong(t *testing.T) {
	const times, long = 60_000, 4 << 20
	objects := func(src string) string { return strings.Repeat(src, times) }
	index := make([]string, times)
	for i := range index {
		index[i] = fmt.Sprintf("%d 0 ", i+1)
	}
	head := strings.Join(index, "")
	for name, src := range map[string]string{
		"strings":            objects("1 0 obj(\n") + strings.Repeat("a", long),
		"hexadecimal":        objects("1 0 obj<\n") + strings.Repeat("a", long),
		"lists":              objects("1 0 obj[\n") + strings.Repeat("1 ", long/2),
		"trailers":           objects("trailer(\n") + strings.Repeat("a", long),
		"lengths":            objects(fmt.Sprintf("1 0 obj<</Length %d>>stream\n\nendstream\n", times*50)) + strings.Repeat(" ", long),
		"one object packed":  fmt.Sprintf("1 0 obj<</Type/ObjStm/N %d/First %d/Length %d>>stream\n%s[%s]\nendstream endobj", times, len(head), len(head)+long+2, head, strings.Repeat("1 ", long/2)),
		"one fault packed":   fmt.Sprintf("1 0 obj<</Type/ObjStm/N %d/First %d/Length %d>>stream\n%s[%s\nendstream endobj", times, len(head), len(head)+long+1, head, strings.Repeat("1 ", long/2)),
		"one string, packed": fmt.Sprintf("1 0 obj<</Type/ObjStm/N %d/First %d/Length %d>>stream\n%s(%s\nendstream endobj", times, len(head), len(head)+long+1, head, strings.Repeat("a", long)),
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			if _, err := Read([]byte("%PDF-1.4\n" + src)); err == nil {
				t.Error("it was read")
			}
			if took := time.Since(began); took > time.Minute { // it could be an hour
				t.Errorf("it took %v", took)
			}
		})
	}
}

func TestStringsAreReadAsWritten(t *testing.T) {
	for src, want := range map[string]string{
		`(plain)`: "plain", `(a\(b\)c (d))`: "a(b)c (d)", `(\101\7x\r)`: "A\ax\r", "(a\\\nb)": "ab", "<FEFF017D006500700061>": "Žepa", "<4a 4B4>": "JK@",
		"<EFBBBFC5BD>": "Ž", `(caf\351)`: "café",
	} {
		o, err := (&scanner{src: []byte(src)}).object(0)
		if err != nil || words(o) != want {
			t.Errorf("%s: got %q, %v; want %q", src, words(o), err, want)
		}
	}
}

// FuzzRead reads anything, and asks for all that a file tells.
func FuzzRead(f *testing.F) {
	src, err := os.ReadFile("testdata/sample.pdf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(src)
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Pages 2 0 R/Outlines 4 0 R/Dests<</a[3 0 R]/b/a>>>>endobj 2 0 obj<</Kids[3 0 R]/Type/Pages>>endobj 3 0 obj<</Annots[5 0 R]>>endobj 4 0 obj<</First 4 0 R/Next 4 0 R>>endobj trailer<</Root 1 0 R/Info 1 0 R>>"))
	f.Fuzz(func(t *testing.T, src []byte) {
		file, err := Read(src)
		if err != nil {
			return
		}
		if file.Pages() < 1 {
			t.Error("a file without pages was read")
		}
		for _, l := range file.Links() {
			if l.To > file.Pages() || l.Page > file.Pages() {
				t.Errorf("%+v leads out of %d pages", l, file.Pages())
			}
		}
		file.Outline()
		file.Targets()
		file.Title()
		if out, err := file.settled(day); err == nil && len(out) != len(src) {
			t.Errorf("%d bytes became %d", len(src), len(out))
		}
	})
}
