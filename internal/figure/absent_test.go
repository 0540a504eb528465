package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"bulletin/internal/diag"
	"bulletin/internal/figure"
)

// TestNotYet asks a draft for what the data does not have: a warning that names the cells
// where they may still be entered, and the error of every page where not.
func TestNotYet(t *testing.T) {
	for _, c := range []struct {
		area, source string
		wants        string // the cells; "" where it is an error
	}{
		{"serbia", "arrivals 2023-Q2", "arrivals serbia 2023-Q2"},
		{"serbia", "arrivals 2023-Q2 | change", "arrivals serbia 2023-Q2"},
		{"greece", "arrivals 2023-Q2 | rose previous", "arrivals greece 2023-Q2"},
		{"kosovo", "arrivals | change previous", "arrivals kosovo 2022-Q4"},
		{"romania", "arrivals nationality=iraq age=children", "arrivals romania 2023-Q1 age=children nationality=iraq"},
		{"serbia", "arrivals | top 2 nationality", "arrivals serbia 2023-Q1"},
		{"romania", "arrivals | top 6 nationality", "arrivals romania 2023-Q1"},
		{"serbia", "arrivals 2023-Q2 | top 2 nationality", "arrivals serbia 2023-Q2"},
		{"serbia", "arrivals age=children | share", "arrivals serbia 2023-Q1 age=children"},
		{"", "presence west 2023-06", "presence west 2023-06"},
		{"", "places west 2023-Q2", "places west 2023-Q2"},
		{"serbia", "landings 2022-Q1", "landings serbia 2022-Q1"},
		{"", "arrivals west", "arrivals west 2023-Q1"}, // it may be published as such
		{"greece", "arrivals | change", ""},            // it is known that the base is missing
		{"romania", "arrivals sex=boys", ""},
		{"romania", "arrivals | top 2 sex", ""},
		{"croatia", "arrivals | change", ""}, // from nought
		{"serbia", "arivals 2023-Q2", ""},
		{"serbia", "arrivals atlantis", ""},
		{"serbia", "children-share | about", ""},
	} {
		at := func(offset int) diag.Pos { return diag.Pos{File: "f", Line: 1, Col: offset + 1} }
		e, ps := figure.Parse(c.source, at)
		if len(ps) > 0 {
			t.Fatal(ps)
		}
		scope := world(t, c.area)
		_, strict := e.Evaluate(scope)
		scope.Draft = true
		v, found := e.Evaluate(scope)
		var cells []string
		for _, cell := range v.Wants {
			cells = append(cells, strings.TrimSpace(fmt.Sprint(cell.Indicator, " ", cell.Area, " ", cell.Period, " ", cell.Categories)))
		}
		if got := strings.Join(cells, "; "); got != c.wants {
			t.Errorf("%s, %s: it wants %q, not %q: %v", c.area, c.source, got, c.wants, found)
		}
		if strict.Errors() != 1 || len(found) != 1 || found[0].Message != strict[0].Message || found[0].Pos != strict[0].Pos {
			t.Errorf("%s, %s: %v on a draft, %v elsewhere", c.area, c.source, found, strict)
			continue
		}
		warned := found[0].Severity == diag.Warning && found[0].Rule == figure.RuleNoValue
		if warned != (c.wants != "") || warned == (found.Errors() > 0) || v.Text != "" {
			t.Errorf("%s, %s: %+v, %q", c.area, c.source, found[0], v.Text)
		}
	}
}
