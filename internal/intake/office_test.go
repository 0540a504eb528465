package intake_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"bulletin/internal/intake"
)

// TestOfficeTables: tables as spreadsheets save them, with titles, heads in several rows,
// sums, remarks, empty lines, and Excel's own first line.
func TestOfficeTables(t *testing.T) {
	const two = "observations:\n  - {indicator: presence, area: serbia, period: 2022-Q4, source: office, value: 5}\n  - {indicator: presence, area: serbia, period: 2023-Q2, source: office, value: 6}\n"
	wide := intake.Options{Map: "area: Country", Wide: "period", Set: "indicator: presence, source: office", Head: 3, HeadEnd: 4, Skip: []string{"total"}}
	ignoring := wide
	ignoring.Map = "area: Country, ignore: [Rank of all]"
	for _, c := range []struct {
		name, table string
		o           intake.Options
		want        string
	}{
		{"heads in two rows", "A title\n\nCountry,2022,,2023\n,Q2,Q4,Q2\nSerbia,,5,6\nTotal,1,5,6\n\n", wide, two},
		{"a head in the upper row alone, beside one in the lower alone", "T\nT\nCountry,,2022,2023\n,Rank of all,Q4,Q2\nSerbia,1,5,6\n", ignoring, two},
		{"Excel's first line", "sep=;\r\narea;value\r\nserbia;5\r\n", intake.Options{Set: "indicator: arrivals, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - {indicator: arrivals, area: serbia, source: office, value: 5}\n"},
	} {
		plan, ps, err := small().bring(t, "in/t.csv", []byte(c.table), c.o)
		if err != nil || len(ps) > 0 {
			t.Errorf("%s: %v\n%s", c.name, err, told(ps))
			continue
		}
		if got := string(plan.Files[0].Text); got != begun+c.want {
			t.Errorf("%s:\n%s", c.name, got)
		}
	}
	plan, _, err := small().bring(t, "t.csv", []byte("A title\n\nCountry,2022,,2023\n,Q2,Q4,Q2\nSerbia,,5,6\nTotal,1,5,6\n\n"), wide)
	if err != nil || plan.Skipped != 1 || plan.Empty != 1 {
		t.Errorf("%v: %+v", err, plan)
	}
}

// TestOfficeProblems: every row that does not fit is told at once, those that cannot be
// read among them, each with what to do.
func TestOfficeProblems(t *testing.T) {
	o := intake.Options{Set: "indicator: arrivals, period: 2023, source: office"}
	for _, c := range []struct {
		table string
		wide  string
		want  []string // of each problem: the beginning, and a part of the hint
	}{
		{"area,value\nserbia\nTotal,5\nKosovo (UNSC 1244),5\ncote,6.404\n", "", []string{
			"t.csv:2: the row has 1 cell", "empty cell", `t.csv:3:1: there is no area "Total"`, `--skip "Total"`,
			`t.csv:4:1: there is no area "Kosovo (UNSC 1244)"`, `did you mean "kosovo"?`, "t.csv:5:6: 6.404 has a fraction", "--thousands point --decimal comma"}},
		{"area,value\nserbia,\"5.678,5\"\nkosovo,\"1 234,5\"\ncote,\"1,234,567\"\n", "", []string{
			`t.csv:2:8: "5.678,5" is no number`, "--thousands point --decimal comma", `t.csv:3:8: "1 234,5" is no number`, "--thousands space --decimal comma",
			`t.csv:4:6: "1,234,567" is no number`, "--thousands comma"}},
		{"area,2022,\nserbia,5,6\n", "period", []string{"t.csv:1:11: the column has values, but no head", "--head 3-4"}},
	} {
		o.Wide = c.wide
		o.Set = "indicator: arrivals, period: 2023, source: office"
		if c.wide != "" {
			o.Set = "indicator: arrivals, source: office"
		}
		plan, ps, err := small().bring(t, "t.csv", []byte(c.table), o)
		if err != nil || plan != nil || 2*len(ps) != len(c.want) {
			t.Errorf("%q: %v, %v\n%s", c.table, err, plan, told(ps))
			continue
		}
		for i, p := range ps {
			if got := p.Pos.String() + ": " + p.Message; !strings.HasPrefix(got, c.want[2*i]) || !strings.Contains(p.Hint, c.want[2*i+1]) {
				t.Errorf("%s\nhint: %s\nwant %s\nhint: %s", got, p.Hint, c.want[2*i], c.want[2*i+1])
			}
		}
	}
}

// TestErrorsInWorkbooks: an error in a cell is one of its row, and only where the column
// is read; other sheets are told.
func TestErrorsInWorkbooks(t *testing.T) {
	const cells = `<row r="1"><c r="A1" t="str"><v>area</v></c><c r="B1" t="str"><v>value</v></c><c r="C1" t="str"><v>Change</v></c></row>` +
		`<row r="2"><c r="A2" t="str"><v>serbia</v></c><c r="B2"><v>5</v></c><c r="C2" t="e"><v>#DIV/0!</v></c></row>` +
		`<row r="3"><c r="A3" t="str"><v>kosovo</v></c><c r="B3" t="e"><v>#N/A</v></c></row>` +
		`<row r="4"><c r="A4" t="str"><v>srbia</v></c><c r="B4"><v>5</v></c></row>`
	o := intake.Options{Set: "indicator: arrivals, period: 2023, source: office"}
	_, ps, err := small().bring(t, "t.xlsx", bookOf(t, cells), o)
	want := []string{"t.xlsx:3:2: cell B3: the value is the error #N/A", `t.xlsx:4:1: cell A4: there is no area "srbia"`}
	if err != nil || len(ps) != 2 || !strings.HasPrefix(told(ps[:1]), want[0]) || !strings.HasPrefix(told(ps[1:]), want[1]) {
		t.Errorf("%v\n%s", err, told(ps))
	}
	o.Empty, o.Skip = []string{"#N/A"}, []string{"srbia"}
	plan, ps, err := small().bring(t, "t.xlsx", bookOf(t, cells), o)
	if err != nil || len(ps) > 0 || plan.Added != 1 || plan.Empty != 1 || plan.Skipped != 1 || strings.Join(plan.Sheets, ",") != "Other" {
		t.Errorf("%v\n%s%+v", err, told(ps), plan)
	}
}

// bookOf is a workbook with rows in its first sheet, and another sheet.
func bookOf(t *testing.T, rows string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"_rels/.rels", `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/worksheet" Target="o.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns:r="x"><sheets><sheet name="A" r:id="a"/><sheet name="Other" r:id="b"/><sheet name="Hidden" state="hidden" r:id="b"/></sheets></workbook>`},
		{"xl/s.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}, {"xl/o.xml", "<worksheet/>"},
	} {
		f, err := w.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, part[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
