package check_test

import (
	"strings"
	"testing"

	"bulletin/internal/diag"
)

// counting is a site with small numbers and numbers that are not firm. Its
// chapter is about Serbia.
func counting(front, body string) map[string]string {
	return map[string]string{
		"data/site.yaml": "title: Test bulletin\n",
		"data/areas.yaml": "areas:\n  - {id: serbia, name: Serbia, code: SRB}\n  - {id: albania, name: Albania, code: ALB}\n  - {id: greece, name: Greece, code: GRC}\n" +
			"  - {id: croatia, name: Croatia, code: HRV}\n  - {id: romania, name: Romania, code: ROU}\n",
		"data/indicators.yaml": "- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, add: none, definition: People who came.}\n" +
			"- {id: rate, name: Recognised, unit: {one: per cent, other: per cent}, measure: share, add: none, definition: Share.}\n",
		"data/dimensions.yaml": "age: {name: Age, categories: {children: Children, adults: Adults}}\n",
		"data/sources.yaml":    "census: {publisher: Office, title: Count, issued: 2023-04, URL: \"https://example.org/count/2023-q1.pdf\", covers: [2022-Q1, 2023-Q1]}\n",
		"data/observations/a.yaml": `period: 2023-Q1
observations:
  - indicator: arrivals
    source: census
    values:
      serbia: {value: 868, by: {age: {children: 300, adults: 568}}}
      albania: {value: 237, accept: {jump: test}}
      greece: {value: 300}
      croatia: {value: 2040, status: E}
      romania: {value: 512, status: P}
  - {indicator: arrivals, source: census, period: 2022-Q1, values: {serbia: {value: 99, by: {age: {children: 80, adults: 19}}}, albania: 84, greece: 100, croatia: 1700, romania: 400}}
  - {indicator: rate, source: census, values: {serbia: 30}}
  - {indicator: rate, source: census, period: 2022-Q1, values: {serbia: 10}}
`,
		"content/reports/2023-q1/_index.md": "---\ntitle: Report\nperiod: 2023-Q1\nareas: [serbia]\n---\nSee [Serbia](serbia.md).\n",
		"content/reports/2023-q1/serbia.md": "---\ntitle: Serbia\narea: serbia\n" + front + "---\n" + body + "\n",
	}
}

// foundBy is what one rule says of the site: places and messages.
func foundBy(t *testing.T, rule string, files map[string]string) []diag.Problem {
	t.Helper()
	var of []diag.Problem
	for _, p := range run(t, files) {
		if p.Rule == rule {
			of = append(of, p)
		}
	}
	return of
}

// A count that is given and does not hold any more is a problem of the claim alone.
func TestSmallBase(t *testing.T) {
	const serbia = "There were {{ arrivals }} people. "
	for _, c := range []struct{ body, want string }{
		{serbia + "It was [777%]{{ arrivals | change }} more.", "99"},
		{serbia + "It was [9 times]{{ arrivals | change }} as many.", "99"},
		{serbia + "They [rose]{{ arrivals | change }}.", ""},
		{serbia + "It was [777% (from 99 to 868)]{{ arrivals | change }} more.", ""},
		{serbia + "They [rose from 99 to 868]{{ arrivals | change }}.", ""},
		{serbia + "It was [777% (from 99 to 867)]{{ arrivals | change }} more.", ""}, // the claim is wrong, and says so
		{"There were {{ arrivals }} people, [777%]{{ arrivals | change }} more than the {{ arrivals 2022-Q1 }} before.", ""},
		{"There were {{ arrivals }} people, [777%]{{ arrivals | change }} more than the [99]{{ arrivals 2022-Q1 }} before.", ""},
		{"There were {{ arrivals }} people, [777%]{{ arrivals | change }} more.\n\nBefore, it was {{ arrivals 2022-Q1 }}.", "99"},
		{"Children were [275%]{{ arrivals age=children | change }} more, after {{ arrivals 2022-Q1 }} and {{ arrivals }}.", "80"},
		{serbia + "It was {{ arrivals | change }}.", ""},
		{serbia + "In Greece it was [200%]{{ arrivals greece | change }} more.", ""}, // from 100: not small
		{serbia + "In Albania it was [182%]{{ arrivals albania | change }} more.", "84"},
		{serbia + "Recognition rose by [20 percentage points]{{ rate | change }}.", ""},
		{"| Before | Now | Change |\n|--|--|--|\n| {{ arrivals 2022-Q1 }} | {{ arrivals }} | [777%]{{ arrivals | change }} |", ""},
		{"| Now | Change |\n|--|--|\n| {{ arrivals }} | [777%]{{ arrivals | change }} |", "99"},
	} {
		got := foundBy(t, "small-base", counting("", c.body))
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.Contains(got[0].Message, " small number, "+c.want+", ")) {
			t.Errorf("%s\n  want %q, got %v", c.body, c.want, got)
		}
	}
	front := "headline: {indicator: arrivals, text: \"people came, [777%]{{ arrivals | change }} more\"}\n"
	if got := foundBy(t, "small-base", counting(front, "There were {{ arrivals }} people.")); len(got) > 0 {
		t.Errorf("the call-out shows both counts: %v", got)
	}
	files := counting("", serbia+"In Albania it was [182%]{{ arrivals albania | change }} more.")
	files["data/observations/a.yaml"] = strings.Replace(files["data/observations/a.yaml"], "{jump: test}", "{small-base: the table above has both}", 1)
	if got := foundBy(t, "small-base", files); len(got) != 1 || got[0].Severity != diag.Accepted {
		t.Errorf("not accepted beside the value: %v", got)
	}
}

func TestEstimate(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"In Croatia [2,040]{{ arrivals croatia }} people came.", `"2,040" is told as exact`},
		{"In Romania [512]{{ arrivals romania }} people came.", `"512" is told as exact`},
		{"In Serbia [868]{{ arrivals }} people were registered.", ""},
		{"In Croatia {{ arrivals croatia }} people came.", ""},
		{"In Croatia [about 2,000]{{ arrivals croatia }} people came.", ""},
		{"In Croatia about [2,000]{{ arrivals croatia }} people came.", ""},
		{"In Croatia an estimated [2,040]{{ arrivals croatia }} people came.", ""},
		{"In Croatia [2,040]{{ arrivals croatia }} people came, by a provisional count.", ""},
		{"That is an estimate. In Croatia [2,040]{{ arrivals croatia }} people came.", `"2,040" is told as exact`},
		{"Croatia registered {{ arrivals croatia }} people.", `"registered" is said of a number that is estimated`},
		{"In Croatia {{ arrivals croatia }} people were recorded.", `"recorded" is said`},
		{"In Croatia exactly {{ arrivals croatia }} people came.", `"exactly" is said`},
		{"In Croatia {{ arrivals croatia }} people were not registered.", ""},
		{"Croatia is estimated to have registered {{ arrivals croatia }} people.", ""},
		{"Serbia registered {{ arrivals }} people, Croatia {{ arrivals croatia }}.", ""},
		{"Serbia has {{ arrivals }} people, and Croatia registered {{ arrivals croatia }}.", `"registered" is said`},
		{"Romania registered {{ arrivals romania }} people.", ""}, // provisional, but counted
		{"Croatia registered nobody. There, {{ arrivals croatia }} people came.", ""},
		{"Croatia registered, in {{ period }}, {{ arrivals croatia }} people.", `"registered" is said`},
		{"| Area | Value |\n|--|--|\n| Croatia | [2,040]{{ arrivals croatia }} |", ""},
		{"In Croatia the number [rose by 20%]{{ arrivals croatia | change }}.", `"rose by 20%" is told as exact`},
	} {
		got := foundBy(t, "estimate", counting("", c.body))
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.Contains(got[0].Message, c.want)) {
			t.Errorf("%s\n  want %q, got %v", c.body, c.want, got)
		}
	}
}

func TestKeyFigure(t *testing.T) {
	const front = "headline: {indicator: arrivals, text: people came}\n"
	for _, c := range []struct {
		front, body string
		problems    int
	}{
		{front, "There were {{ arrivals }} people.", 0},
		{front, "There were [868]{{ arrivals }} people.", 0},
		{front, "There were [about 870]{{ arrivals }} people.", 0},
		{front, "- {{ arrivals | about }}", 0},
		{front + "summary: \"There were {{ arrivals }}.\"\n", "Nothing else is known.", 0},
		{front, "", 0}, // not begun
		{"", "Nothing is known.", 0},
		{front, "Nothing is known.", 1},
		{front, "There were {{ arrivals 2022-Q1 }} people.", 1},
		{front, "There were {{ arrivals albania }} people.", 1},
		{front, "Children: {{ arrivals age=children }}.", 1},
		{front, "They {{ arrivals | rose }}.", 1},
		{front + "description: \"There were {{ arrivals }}.\"\n", "Nothing is known.", 1},
		{strings.Replace(front, "people came", "\"of {{ arrivals }} people\"", 1), "Nothing is known.", 1},
	} {
		got := foundBy(t, "key-figure", counting(c.front, c.body))
		if len(got) != c.problems || len(got) > 0 && (got[0].Pos.String() != "content/reports/2023-q1/serbia.md:4:23" || !strings.Contains(got[0].Message, "arrivals, Serbia, the first quarter of 2023")) {
			t.Errorf("%s%s\n  want %d, got %v", c.front, c.body, c.problems, got)
		}
	}
}
