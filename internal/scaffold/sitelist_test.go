package scaffold_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/diag"
	"bulletin/internal/geo"
	"bulletin/internal/scaffold"
)

func TestReadAreas(t *testing.T) {
	t.Parallel()
	serbia := scaffold.Area{ID: "serbia", Name: "Serbia", Code: "SRB"}
	for _, c := range []struct {
		name, src string
		want      []scaffold.Area
	}{
		{"two letters", "code\nRS\n", []scaffold.Area{serbia}},
		{"three letters, in lower case", "ISO 3166-1\nsrb\n", []scaffold.Area{serbia}},
		{"a name alone", "Country\nserbia\n", []scaffold.Area{{ID: "serbia", Name: "serbia", Code: "SRB"}}},
		{"both codes, one of them empty", "alpha-2,alpha-3\n,SRB\nHR,\n", []scaffold.Area{serbia, {ID: "croatia", Name: "Croatia", Code: "HRV"}}},
		{"tabs, a mark before them, CRLF, and empty lines", "\ufeffISO2\tname\r\n\r\nRS\tSerbia\r\n\t\r\n", []scaffold.Area{serbia}},
		{"a name with a comma", "name,code\n\"Korea, Republic of\",KR\n", []scaffold.Area{{ID: "korea-republic-of", Name: "Korea, Republic of", Code: "KOR"}}},
		{"a note adds the star", "code,note\nRS,A note.\n", []scaffold.Area{{ID: "serbia", Name: "Serbia*", Code: "SRB", Note: "A note."}}},
	} {
		got, ps := scaffold.ReadAreas("a.csv", []byte(c.src))
		if d := cmp.Diff(c.want, got); d != "" || len(ps) > 0 {
			t.Errorf("%s: %v (-want +got)\n%s", c.name, ps, d)
		}
	}
	for src, want := range map[string]string{
		"":                                   "a.csv:0:0: error: the file is empty",
		"code,code,name,area\nRS,,a,b\n":     "a.csv:1:16: error: \"name\" and \"area\" both head a column of the same kind",
		"code\nRS\nSRB\n":                    "a.csv:3:1: error: \"SRB\" stands on line 2 already",
		"code,name\nRS,Serbia\nXAA,SERBIA\n": "a.csv:3:1: error: \"serbia\" stands on line 2 already",
		"code\n688\n":                        "a.csv:2:1: error: \"688\" is no code of ISO 3166-1",
		"code,name\nRS,Србија\n":             "a.csv:2:4: error: the name \"Србија\" gives no address",
		"code,name\nRS,[x](y)\n":             "a.csv:2:4: error: \"[x](y)\" is no name of an area",
		"code,note\nRS,\"a\nb\"\n":           "a.csv:2:4: error: the naming note has characters that no line has",
		"code,note\nRS,a\u202eb\n":           "the naming note has characters that no line has",
		"name,note\n,x\n":                    "a.csv:2:1: error: the row has neither a code nor a name",
	} {
		areas, ps := scaffold.ReadAreas("a.csv", []byte(src))
		if len(areas) > 0 || len(ps) != 1 || !strings.Contains(told(ps[0]), want) || ps[0].Hint == "" {
			t.Errorf("%q gives %v, %v, want %s", src, areas, ps, want)
		}
	}
}

func told(p diag.Problem) string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", p.Pos.File, p.Pos.Line, p.Pos.Col, p.Severity, p.Message)
}

// TestCodes: each alpha-3 code that maps know has its alpha-2 code in the table.
func TestCodes(t *testing.T) {
	t.Parallel()
	// ISO 3166-1 gives these, and the two lists are independent of each other.
	for two, three := range map[string]string{"AL": "ALB", "BA": "BIH", "CH": "CHE", "DE": "DEU", "EH": "ESH", "HR": "HRV", "ME": "MNE", "MK": "MKD", "SS": "SSD", "UA": "UKR", "XK": "XKX"} {
		areas, ps := scaffold.ReadAreas("a.csv", []byte("code\n"+two+"\n"))
		if len(ps) > 0 || areas[0].Code != three || areas[0].Name != geo.Name(three) {
			t.Errorf("%s: %v, %v", two, areas, ps)
		}
	}
	known := scaffold.Alpha3Codes()
	if d := cmp.Diff(geo.Codes(), known); d != "" {
		t.Errorf("codes (-of maps +of the table)\n%s", d)
	}
}
