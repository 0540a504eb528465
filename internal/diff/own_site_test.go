package diff_test

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diff"
	"bulletin/internal/site"
)

// TestOwnSite changes one observation of this repository's site after the
// other. Whatever then reads otherwise must be among the places, which are
// found from what a figure rests on, and never from how it reads.
func TestOwnSite(t *testing.T) {
	root := os.DirFS("../..")
	files := fstest.MapFS{}
	var documents []*content.Document
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			if name != "." && !strings.HasPrefix(name, "content") && !strings.HasPrefix(name, "data") {
				return fs.SkipDir
			}
			return nil
		case !strings.HasSuffix(name, ".yaml") && !strings.HasSuffix(name, ".md") || !strings.Contains(name, "/"):
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if strings.HasPrefix(name, "content/") {
			d, _ := content.Parse(name, src)
			documents = append(documents, d)
			return err
		}
		files[name] = &fstest.MapFile{Data: src}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	assemble := func(files fstest.MapFS) *site.Site {
		set, _ := data.Load(files)
		s, _ := site.Assemble(site.Config{}, set, documents)
		return s
	}
	before := assemble(files)
	if r := diff.Compare(before, assemble(files)); len(r.Changes) > 0 {
		t.Errorf("a site differs from itself: %s", write(t, diff.Text, r))
	}
	var notes []*content.Markdown // of charts, which are named by their titles
	for _, d := range documents {
		for _, m := range d.Texts() {
			for _, b := range m.Blocks {
				notes = append(notes, b.Note)
			}
		}
	}
	tried, changed, places := 0, 0, 0
	for i, o := range before.Set.Observations() {
		if i%40 != 0 && (i%2 != 0 || o.Period.String() != "2023-Q1") || !o.HasValue {
			continue
		}
		if tried++; testing.Short() && tried%4 != 0 {
			continue
		}
		after, ok := withAnother(files, o)
		if !ok {
			continue
		}
		now := assemble(after)
		r := diff.Compare(before, now)
		if len(r.Changes) != 1 || r.Changes[0].Before != o || len(r.Changes[0].Differs) != 1 {
			t.Errorf("%s: got %s", o.Pos, write(t, diff.Text, r))
			continue
		}
		changed++
		places += len(r.Changes[0].Places)
		shown := map[string][]diff.Place{}
		for _, p := range r.Changes[0].Places {
			shown[p.Page] = append(shown[p.Page], p)
			if p.New || p.Gone {
				t.Errorf("%s: a place that is new or gone: %+v", o.Pos, p)
			}
		}
		for _, p := range now.Pages {
			if p.Document == nil {
				continue
			}
			was, _ := before.Page(p.Route)
			for n, text := range p.Texts() {
				if slices.Contains(notes, text.Markdown) {
					continue
				}
				var after, before []string
				for _, p := range shown[p.Route] {
					after = append(after, strings.Fields(p.After)...)
					before = append(before, strings.Fields(p.Before)...)
				}
				now, was := strings.Fields(text.Plain()), strings.Fields(was.Texts()[n].Plain())
				for _, word := range append(more(now, was, after), more(was, now, before)...) {
					t.Errorf("%s: %s reads otherwise, and %q is in no place", o.Pos, p.Route, word)
				}
			}
		}
	}
	if changed < 10 || places < changed {
		t.Errorf("%d observations were changed, with %d places", changed, places)
	}
	t.Logf("%d observations changed, %d places", changed, places)
}

// more are the words of a text that the other text has less often, and that are
// not among those of places.
func more(text, other, places []string) []string {
	count := map[string]int{}
	for _, word := range text {
		count[word]++
	}
	for _, word := range other {
		count[word]--
	}
	var missing []string
	for word, n := range count {
		if n > 0 && !slices.Contains(places, word) {
			missing = append(missing, word)
		}
	}
	return missing
}

// withAnother is the files with another value of an observation, one more or one
// less.
func withAnother(files fstest.MapFS, o *data.Observation) (fstest.MapFS, bool) {
	lines := bytes.Split(files[o.Pos.File].Data, []byte("\n"))
	line := []rune(string(lines[o.Pos.Line-1]))
	rest := string(line[o.Pos.Col-1:])
	value := o.Value.String()
	if !strings.HasPrefix(rest, value) {
		return nil, false
	}
	last := value[len(value)-1]
	if last++; last > '9' {
		last = '8'
	}
	rest = value[:len(value)-1] + string(last) + rest[len(value):]
	lines[o.Pos.Line-1] = []byte(string(line[:o.Pos.Col-1]) + rest)
	all := fstest.MapFS{}
	for name, f := range files {
		all[name] = f
	}
	all[o.Pos.File] = &fstest.MapFile{Data: bytes.Join(lines, []byte("\n"))}
	return all, true
}
