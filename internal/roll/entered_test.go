package roll

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
)

// entered loads a plan's file of observations as it is, and then with all its entries
// filled in: every cell is there then.
func entered(t *testing.T, files fs.FS, plan *Plan) {
	t.Helper()
	text := textOf(t, plan, plan.Entered)
	if set := loaded(t, files, plan.Entered, text); len(plan.Cells) == 0 || there(set, plan.Cells[0].Cell) {
		t.Errorf("%s is no file of what is missing", plan.Entered)
	}
	filled := regexp.MustCompile(`(?m)^  # `).ReplaceAllString(text, "  ")
	var lines []string
	set := loaded(t, files, plan.Entered, text)
	source := set.Sources()[0].Key
	for line := range strings.Lines(filled) {
		line = strings.TrimRight(line, "\n")
		bare, _, _ := strings.Cut(line, "  # ")
		switch key := strings.TrimSpace(bare); {
		case key == "source:":
			line = bare + " " + source
		case strings.HasSuffix(key, ":") && strings.Contains(line, "  # "):
			line = bare + " 0"
		}
		lines = append(lines, line)
	}
	set = loaded(t, files, plan.Entered, strings.Join(lines, "\n")+"\n")
	for _, c := range plan.Cells {
		above := c.Cell
		above.Categories = ""
		if !there(set, c.Cell) && !strings.Contains(text, "# # "+above.Indicator+" of "+above.Area) {
			t.Errorf("%v cannot be entered", c.Cell)
		}
	}
}

func there(set *data.Set, c data.Cell) bool {
	_, ok := set.Lookup(c)
	return ok
}

// loaded is the site's data with one more file.
func loaded(t *testing.T, files fs.FS, name, text string) *data.Set {
	t.Helper()
	more := fstest.MapFS{name: &fstest.MapFile{Data: []byte(text)}}
	err := fs.WalkDir(files, "data", func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		src, err := fs.ReadFile(files, file)
		more[file] = &fstest.MapFile{Data: src}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	set, problems := data.Load(more)
	if problems.Errors() > 0 {
		t.Errorf("%s does not load: %v\n%s", name, problems[:min(len(problems), 5)], text[:min(len(text), 1500)])
	}
	return set
}
