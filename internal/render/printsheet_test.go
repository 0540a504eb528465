package render

import (
	"strings"
	"testing"

	"bulletin/internal/period"
)

func TestCSSString(t *testing.T) {
	for text, want := range map[string]string{
		``:                         `""`,
		`Kosovo*`:                  `"Kosovo*"`,
		`Türkiye – Διαδρομή`:       `"Türkiye – Διαδρομή"`,
		`say "no"`:                 `"say \22 no\22 "`,
		`a\b`:                      `"a\5c b"`,
		"one\ntwo":                 `"one\a two"`,
		`}</style><script>"`:       `"}\3c /style\3e \3c script\3e \22 "`,
		"no\u00a0break\u200bzero":  `"no\a0 break\200b zero"`,
		"5\x00\u2028f":             `"5\0 \2028 f"`,
		`*/ @import url(//x.org);`: `"*/ @import url(//x.org);"`,
	} {
		if got := cssString(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestPartID(t *testing.T) {
	taken := map[string]bool{"main": true, "overview": true}
	for slug, want := range map[string]string{
		"serbia": "serbia", "bosnia-and-herzegovina": "bosnia-and-herzegovina", "e2": "e2", "notes": "notes",
		"main": "part-7", "overview": "part-7", "part-2": "part-7", "2023-review": "part-7", "": "part-7", "Čačak": "part-7",
		"serbia-note-1": "part-7", "note-1": "part-7", "serbia-mark-1-2": "part-7", "imprint-heading": "part-7", "a_b": "part-7",
	} {
		if got := partID(slug, 7, taken); got != want {
			t.Errorf("%q: %s, want %s", slug, got, want)
		}
	}
}

func TestMonths(t *testing.T) {
	for text, want := range map[string]string{
		"2023-Q1":                "|||.........",
		"2023-12":                "...........|",
		"2023":                   "||||||||||||",
		"2023-05-31":             "....|.......",
		"2022-11..2023-02":       "..........||||..........",
		"2022-02-24..2023-05-31": ".|||||||||||||||| .......",
		"2019-01..2022-12":       "",
	} {
		p, err := period.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, in := range months(p) {
			got.WriteByte(".|"[map[bool]int{true: 1}[in]])
		}
		if want := strings.ReplaceAll(want, " ", ""); got.String() != want {
			t.Errorf("%s: %s, want %s", text, got.String(), want)
		}
	}
	if got := months(period.Period{}); got != nil {
		t.Errorf("of no period: %v", got)
	}
}
