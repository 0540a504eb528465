package build_test

import (
	"strings"
	"testing"

	"bulletin/internal/build"
	"bulletin/internal/check"
	"bulletin/internal/diag"
)

// TestRules builds the two examples of every rule: the one that fails has
// problems of this rule and of no other, the one that passes has none.
func TestRules(t *testing.T) {
	t.Parallel()
	if problems := example(t, nil); len(problems) > 0 {
		t.Fatalf("the example site has problems: %v", problems)
	}
	for _, rule := range check.Rules() {
		t.Run(rule.Name, func(t *testing.T) {
			t.Parallel()
			if len(rule.Fails) == 0 || len(rule.Passes) == 0 || !strings.HasSuffix(rule.Doc, ".") {
				t.Fatal("a rule wants a sentence, an example that fails and one that passes")
			}
			broken := 0
			for _, p := range example(t, rule.Fails) {
				switch {
				case p.Rule != rule.Name:
					t.Errorf("the failing example breaks another rule: %s: %s [%s]", p.Pos, p.Message, p.Rule)
				case rule.Looks() && p.Severity != rule.Severity:
					t.Errorf("%s: the finding is of severity %s, the rule of %s", p.Pos, p.Severity, rule.Severity)
				case p.Pos.File == "" || p.Hint == "" && rule.Name != "encoding":
					t.Errorf("a finding wants a place and a hint: %+v", p)
				default:
					broken++
				}
			}
			if broken == 0 {
				t.Error("the failing example breaks nothing")
			}
			for _, p := range example(t, rule.Passes) {
				if p.Severity != diag.Accepted {
					t.Errorf("the passing example fails: %s: %s [%s]", p.Pos, p.Message, p.Rule)
				}
			}
		})
	}
}

// example builds the example site with a change made to it.
func example(t *testing.T, change check.Example) diag.Problems {
	t.Helper()
	result, err := build.Trial(t.Context(), change.Apply())
	if err != nil {
		t.Fatal(err)
	}
	return append(result.Problems, result.Accepted...)
}

// TestEmptyOrRefused: a page that cannot be read is not called empty as well.
func TestEmptyOrRefused(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"---\ntitle: About\n---\n":                       "empty-page",
		"---\ntitle: About\n---\n \n\n":                  "empty-page",
		"---\ntitle: About\nauthor: Ana\n---\n":          "front-matter",
		"---\ntitle: About\n":                            "front-matter",
		"---\ntitle: About\n---\nThe caf\xe9 is open.\n": "encoding",
		"":              "front-matter",
		"Who we are.\n": "front-matter",
	} {
		problems := example(t, check.Example{{Name: "content/pages/about.md", Text: text}})
		if len(problems) != 1 || problems[0].Rule != want {
			t.Errorf("%q: %v, want one of %s", text, problems, want)
		}
	}
}
