package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/check"
)

// TestGuideOfRules makes the guide's page of the rules anew.
func TestGuideOfRules(t *testing.T) {
	t.Parallel()
	committed, err := os.ReadFile(filepath.Join(root, "content/pages/guide/rules.md"))
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr output
	if code := run(t.Context(), []string{"check", "--rules", "--format", "markdown"}, &stdout, &stderr); code != done {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	if diff := cmp.Diff(string(committed), stdout.String()); diff != "" {
		t.Errorf("the rules have changed; make their page anew with\n\n\tgo run ./cmd/bulletin check --rules --format markdown > content/pages/guide/rules.md\n\n%s", diff)
	}
	for _, r := range check.Rules() {
		if !strings.Contains(stdout.String(), "\n### "+r.Name+"\n") || !strings.Contains(stdout.String(), "["+r.Name+"]\n") {
			t.Errorf("the page lacks %s, or what is said of its example", r.Name)
		}
	}
}

func TestRulesAsJSON(t *testing.T) {
	var stdout, stderr output
	if code := run(t.Context(), []string{"check", "--rules", "--format", "json"}, &stdout, &stderr); code != done {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	type file struct{ File, Text, Body string }
	var rules []struct {
		Name, Group, Severity, Doc, Accepted string
		Lowered                              bool
		Fails, Passes                        []file
	}
	if err := json.Unmarshal([]byte(stdout.String()), &rules); err != nil {
		t.Fatal(err)
	}
	if len(rules) != len(check.Rules()) {
		t.Errorf("%d rules, want %d", len(rules), len(check.Rules()))
	}
	for _, r := range rules {
		switch {
		case r.Name == "" || r.Group == "" || r.Doc == "" || r.Severity != "error" && r.Severity != "warning":
			t.Errorf("%+v lacks something", r)
		case r.Severity == "error" && (r.Accepted == "prose") != (r.Name == "typed-note" || r.Name == "contents" || r.Name == "todo"), r.Severity == "error" && r.Accepted == "data", r.Name == "claim" && r.Lowered, r.Name == "yaml" && r.Lowered, r.Name == "unused-source" && (!r.Lowered || r.Accepted != "data"):
			t.Errorf("%s: accepted %q, lowered %v", r.Name, r.Accepted, r.Lowered)
		}
		for _, f := range append(r.Fails, r.Passes...) {
			if f.File == "" || (f.Text == "") == (f.Body == "") {
				t.Errorf("%s: a file of an example has a name and either a text or a body: %+v", r.Name, f)
			}
		}
	}
}
