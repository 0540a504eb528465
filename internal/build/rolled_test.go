package build

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestRolledSite rolls this repository's edition forward: as a draft the new one has no
// error, its rule finds each of the marks, and the site without it is as it was.
func TestRolledSite(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{"content", "data", "templates"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join("..", "..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	plan, state, err := NewReport(t.Context(), Options{Dir: dir, Jobs: 2, Now: time.Now}, "2023-Q2", "2023-Q1", false)
	if err != nil || plan == nil {
		t.Fatal(err, state)
	}
	if after := problemsOf(t, dir, false); len(after) > 0 {
		t.Errorf("the site without the draft has %v", after)
	}
	drafts := problemsOf(t, dir, true)
	if drafts["error"] > 0 {
		t.Errorf("the draft has %d errors", drafts["error"])
	}
	if drafts["todo"] != len(plan.Marks) {
		t.Errorf("the rule todo finds %d of %d marks", drafts["todo"], len(plan.Marks))
	}
	if drafts["no-value"] == 0 || len(plan.Cells) == 0 {
		t.Error("nothing is left to enter")
	}
}

// problemsOf counts the problems of a site by their severity and by their rule.
func problemsOf(t *testing.T, dir string, drafts bool) map[string]int {
	t.Helper()
	result, err := Run(t.Context(), Options{Dir: dir, Jobs: 2, Now: time.Now, Check: true, Drafts: drafts})
	if err != nil {
		t.Fatal(err)
	}
	n := map[string]int{}
	for _, p := range result.Problems {
		n[p.Severity.String()]++
		n[p.Rule]++
	}
	return n
}
