package roll

import (
	"os"
	"strings"
	"testing"

	"bulletin/internal/period"
)

// TestGuide rolls the example of the guide, and holds it against what stands there.
func TestGuide(t *testing.T) {
	guide, err := os.ReadFile("../../content/pages/guide/rolling.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(guide), "## An example")
	example, _, _ = strings.Cut(example, "\n## ")
	var blocks []string
	for i, part := range strings.Split(example, "```") {
		if i%2 == 1 {
			_, text, _ := strings.Cut(part, "\n")
			blocks = append(blocks, text)
		}
	}
	if len(blocks) != 3 {
		t.Fatalf("the example has %d blocks, not 3", len(blocks))
	}
	s, files := small(t, "Words.\n", map[string]string{"content/reports/2024-q3/hardava.md": blocks[0]})
	to, _ := period.Parse("2024-Q4")
	plan, err := Edition(files, s, s.Editions[0], to)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range plan.Files {
		switch f.Name {
		case "content/reports/2024-q4/hardava.md":
			if string(f.Text) != blocks[1] {
				t.Errorf("the guide does not show what is made:\n%s", f.Text)
			}
		case "data/observations/2024-Q4.yaml":
			if string(f.Text) != blocks[2] {
				t.Errorf("the guide does not show the file of observations:\n%s", f.Text)
			}
		}
	}
}
