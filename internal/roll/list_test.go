package roll

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// ownSite is this repository's site, joined, and its folder.
func ownSite(t testing.TB) (*site.Site, fs.FS) {
	t.Helper()
	files := os.DirFS("../..")
	set, problems := data.Load(files)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	return joined(t, set, files), files
}

// joined reads the documents of a site and joins them with its data.
func joined(t testing.TB, set *data.Set, files fs.FS) *site.Site {
	t.Helper()
	var documents []*content.Document
	err := fs.WalkDir(files, "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		src, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		d, found := content.Parse(name, src)
		if found.Errors() > 0 {
			t.Error(found)
		}
		documents = append(documents, d)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s, problems := site.Assemble(site.Config{Drafts: true}, set, documents)
	for _, p := range problems {
		if p.Rule == "figure" || p.Rule == "chart" {
			t.Error(p)
		}
	}
	return s
}

// judged is a line of the list: a sentence, and what was found of it by hand.
type judgedLine struct {
	file, words string
	wrong       bool
	start       int // in its file; -1 where its words are gone
}

// TestFirstQuarter rolls this repository's first quarter of 2023 forward, and holds
// the marks against a list that was made by hand: none is missed, and none stands
// at a sentence that would be right. Sentences that were reworded since are left
// out; the list wants to be made again when they are many.
func TestFirstQuarter(t *testing.T) {
	s, files := ownSite(t)
	var e *site.Edition
	for _, edition := range s.Editions {
		if edition.ID == "2023-q1" {
			e = edition
		}
	}
	to, _ := period.Parse("2023-Q2")
	plan, err := Edition(files, s, e, to)
	if err != nil {
		t.Fatal(err)
	}
	list := judgedLines(t, files)
	gone, wrong := 0, 0
	for _, l := range list {
		if l.start < 0 {
			gone++
			t.Logf("%s: reworded since: %s", l.file, l.words)
		}
		if l.wrong {
			wrong++
		}
	}
	if gone*5 > len(list) {
		t.Errorf("%d of %d sentences are not there any more: judge them again", gone, len(list))
	}
	marked := map[int]bool{}
	for _, m := range plan.Marks {
		src, _ := fs.ReadFile(files, m.From.File)
		at := newSheet(src).src.Offset(m.From)
		found := -1
		for i, l := range list {
			if "content/reports/2023-q1/"+l.file == m.From.File && l.start >= 0 && l.start <= at+3 {
				found = i
			}
		}
		if found < 0 {
			t.Errorf("%s: no entry for %q", m.From, m.Words)
			continue
		}
		marked[found] = true
		if l := list[found]; !l.wrong && gone == 0 {
			t.Errorf("%s: marked, but right: %q: %s", m.From, l.words, m.Why())
		}
	}
	for _, m := range plan.Marks {
		lines := strings.Split(textOf(t, plan, m.File), "\n")
		near := strings.Join(lines[max(0, m.Line-4):m.Line], "\n")
		if !strings.Contains(near, "TODO") {
			t.Errorf("%s:%d is no place of a mark: %s", m.File, m.Line, lines[m.Line-1])
		}
	}
	hit := 0
	for i, l := range list {
		switch {
		case !l.wrong || l.start < 0:
		case marked[i]:
			hit++
		default:
			t.Errorf("%s: missed: %s", l.file, l.words)
		}
	}
	t.Logf("%d sentences, %d wrong, %d of them marked, %d marks", len(list), wrong, hit, len(plan.Marks))
}

// judgedLines reads the list, and finds where its sentences stand.
func judgedLines(t *testing.T, files fs.FS) []judgedLine {
	t.Helper()
	text, err := os.ReadFile("testdata/first-quarter.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []judgedLine
	var file string
	var src []byte
	at := 0
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "# "); ok {
			if strings.HasSuffix(name, ".md") {
				file, at = name, 0
				src, _ = fs.ReadFile(files, "content/reports/2023-q1/"+name)
			}
			continue
		}
		verdict, words, ok := strings.Cut(line, ": ")
		if !ok {
			continue
		}
		l := judgedLine{file: file, words: words, wrong: strings.HasPrefix(verdict, "wrong"), start: -1}
		if i := pattern(words).FindIndex(src[at:]); i != nil {
			l.start = at + i[0]
			at = l.start + 1
		}
		list = append(list, l)
	}
	return list
}

// pattern finds words, whatever white space stands between them.
func pattern(words string) *regexp.Regexp {
	var parts []string
	for _, w := range strings.Fields(words) {
		parts = append(parts, regexp.QuoteMeta(w))
	}
	return regexp.MustCompile(strings.Join(parts, `\s+`))
}
