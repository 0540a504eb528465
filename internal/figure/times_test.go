package figure

import (
	"fmt"
	"strings"
	"testing"

	"bulletin/internal/diag"
)

// TestTimes lists the periods that expressions name, with where they stand.
func TestTimes(t *testing.T) {
	for source, want := range map[string]string{
		"arrivals":                                "[] arrivals,,,",
		"arrivals 2023-Q1 serbia":                 "[9 2023-Q1 false] arrivals,serbia,,",
		"arrivals serbia year-before | rose":      "[] arrivals,serbia,,rose",
		"arrivals 2023-Q1 | change 2022-Q1":       "[9 2023-Q1 false 26 2022-Q1 true] arrivals,,,change",
		"arrivals sex=girls age=children | share": "[] arrivals,,age=children sex=girls,share",
		"period 2022-01..2022-02 | months":        "[7 2022-01..2022-02 false] period,,,months",
		"arrivals | top 3 nationality":            "[] arrivals,,,top",
	} {
		e, problems := Parse(source, func(int) diag.Pos { return diag.Pos{} })
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		var all []string
		for _, at := range e.Times() {
			all = append(all, fmt.Sprint(at.Offset, " ", at.Word, " ", at.Base))
			if source[at.Offset:at.Offset+len(at.Word)] != at.Word || at.Period.String() != at.Word {
				t.Errorf("%s: %v", source, at)
			}
		}
		indicator, area, categories := e.About()
		if got := fmt.Sprintf("[%s] %s,%s,%s,%s", strings.Join(all, " "), indicator, area, categories, e.Tells()); got != want {
			t.Errorf("%s: %s, want %s", source, got, want)
		}
	}
}
