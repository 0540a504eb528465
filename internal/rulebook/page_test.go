package rulebook

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"bulletin/internal/check"
	"bulletin/internal/diag"
)

func TestPage(t *testing.T) {
	var out bytes.Buffer
	tried := 0
	err := Page(&out, func(e check.Example) (Said, error) {
		tried++
		return Said{Problems: diag.Problems{{Pos: diag.Pos{File: "data/x.yaml"}, Rule: "some-rule", Message: "it is <wrong>"}}}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	page := out.String()
	if rules := len(check.Rules()); tried != rules || strings.Count(page, "data/x.yaml: error: it is <wrong> [some-rule]\n") != rules || strings.Count(page, "\n### ") < rules {
		t.Errorf("%d examples tried for %d rules", tried, rules)
	}
	if fences := strings.Count(page, "\n```"); fences%2 != 0 || !strings.HasSuffix(page, "```\n") {
		t.Errorf("%d fences, and the page ends in %q", fences, page[len(page)-10:])
	}
	if strings.Contains(page, "\xe9") || !strings.Contains(page, `caf\xe9`) {
		t.Error("a byte that is no UTF-8 is not spelled out")
	}
	broken := errors.New("no disk")
	if err := Page(&out, func(check.Example) (Said, error) { return Said{}, broken }); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestCode(t *testing.T) {
	var p page
	p.code("markdown", "a\n```chart\nb\n```\n")
	if want := "````markdown\na\n```chart\nb\n```\n````\n\n"; p.String() != want {
		t.Errorf("got %q", p.String())
	}
}

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"Plain.":              "Plain.",
		"A {{ and `{{ b }}`.": "A \\{{ and `{{ b }}`.",
		"a_b*c [d] <e> \\":    `a\_b\*c \[d] \<e> \\`,
	} {
		if got := escape(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
