package figure_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"bulletin/internal/figure"
	"bulletin/internal/locale"
)

// TestDocumentedHedges: each hedge of the table in the package documentation is
// read, and those of a row agree with the same counts.
func TestDocumentedHedges(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(doc), "# Hedges\n")
	table, _, foundEnd := strings.Cut(table, "# Fractions")
	if !found || !foundEnd {
		t.Fatal("the documentation has no table of hedges")
	}
	english, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	counts := strings.Fields("750 799 800 900 949 950 995 999 1000 1001 1050 1051 1100 1101 1250 1251")
	n := measured(t, []boundCases{{agrees: strings.Join(counts, " ")}})
	agreeing := func(hedge string) []string {
		return slices.DeleteFunc(slices.Clone(counts), func(count string) bool {
			return len(figure.CheckClaim(claimOf(hedge+" 1,000"), n.values[count], n.scope)) > 0
		})
	}
	const width = 36 // of the left column
	rows := [][]string{nil}
	for line := range strings.Lines(table) {
		left, isRow := strings.CutPrefix(strings.TrimRight(line, "\n"), "//\t")
		if !isRow {
			continue
		}
		left = strings.TrimSpace(left[:min(width, len(left))])
		last := len(rows) - 1
		for phrase := range strings.SplitSeq(strings.TrimSuffix(left, ","), ", ") {
			rows[last] = append(rows[last], phrase)
		}
		if !strings.HasSuffix(left, ",") {
			rows = append(rows, nil)
		}
	}
	rows = rows[:len(rows)-1]
	if len(rows) != 7 {
		t.Errorf("the table has %d rows: %q", len(rows), rows)
	}
	for _, row := range rows {
		for _, hedge := range row {
			words := strings.Fields(hedge)
			if _, taken := english.ReadHedge(words); taken != len(words) {
				t.Errorf("%q is no hedge", hedge)
			}
			if got, want := agreeing(hedge), agreeing(row[0]); !slices.Equal(got, want) || len(got) < 2 {
				t.Errorf("%q allows %v, and %q %v", hedge, got, row[0], want)
			}
		}
	}
}
