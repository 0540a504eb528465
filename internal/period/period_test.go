package period_test

import (
	"testing"
	"time"

	"bulletin/internal/period"
)

func parse(t *testing.T, s string) period.Period {
	t.Helper()
	p, err := period.Parse(s)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return p
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, first, last string }{
		{"2023", "2023-01-01", "2023-12-31"},
		{"2023-Q1", "2023-01-01", "2023-03-31"},
		{"2024-Q4", "2024-10-01", "2024-12-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2023-06-04", "2023-06-04", "2023-06-04"},
		{"2024-01..2024-02", "2024-01-01", "2024-02-29"},
		{"2022-Q4..2023-Q1", "2022-10-01", "2023-03-31"},
		{"2016-11-30..2017-01-24", "2016-11-30", "2017-01-24"},
	} {
		p := parse(t, c.in)
		if p.String() != c.in || p.First().String() != c.first || p.Last().String() != c.last {
			t.Errorf("%s: got %s, %s to %s", c.in, p, p.First(), p.Last())
		}
	}
	for _, s := range []string{"", "23", "2023-Q5", "2023-13", "2023-00", "2023-02-29", "2023-1", "2023-q1", "2022..2023", "2023-02..2023-01", "2023-01..2023-Q2", "2023-01..", "1066", "2023-Q1-01", "2023-01-01-01", "2023-01..2023-02..2023-03"} {
		if p, err := period.Parse(s); err == nil {
			t.Errorf("%q is read as %s", s, p)
		}
	}
}

func TestShift(t *testing.T) {
	for _, c := range []struct{ in, before, previous, next string }{
		{"2023-Q1", "2022-Q1", "2022-Q4", "2023-Q2"},
		{"2024-01..2024-02", "2023-01..2023-02", "2023-11..2023-12", "2024-03..2024-04"},
		{"2024-02-29", "2023-02-28", "2024-02-28", "2024-03-01"},
		{"2023", "2022", "2022", "2024"},
		{"2023-01", "2022-01", "2022-12", "2023-02"},
	} {
		p := parse(t, c.in)
		if b, v, n := p.YearBefore().String(), p.Previous().String(), p.Next().String(); b != c.before || v != c.previous || n != c.next {
			t.Errorf("%s: got %s, %s, %s", c.in, b, v, n)
		}
	}
}

func TestSameAndCovers(t *testing.T) {
	quarter, span, month := parse(t, "2023-Q1"), parse(t, "2023-01..2023-03"), parse(t, "2023-03")
	if !quarter.Same(span) || quarter == span || quarter.Same(month) {
		t.Error("a quarter and its span of months are one stretch, a month is not")
	}
	if !quarter.Covers(month) || month.Covers(quarter) || (period.Period{}).Covers(month) {
		t.Error("a quarter covers its month and not the other way round")
	}
}

func TestSplitAndRange(t *testing.T) {
	parts, ok := parse(t, "2023-Q1").Split(period.Month)
	if !ok || len(parts) != 3 || parts[2].String() != "2023-03" {
		t.Errorf("got %v, %v", parts, ok)
	}
	if _, ok := parse(t, "2023-01").Split(period.Quarter); ok {
		t.Error("a month splits into quarters")
	}
	all, err := period.Range(parse(t, "2022-11"), parse(t, "2023-02"))
	if err != nil || len(all) != 4 || all[1].String() != "2022-12" {
		t.Errorf("got %v, %v", all, err)
	}
	if _, err := period.Range(parse(t, "2023-01"), parse(t, "2023-Q2")); err == nil {
		t.Error("a range over two units is accepted")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2023", "2023-Q1", "2023-01", "2023-06-04", "2024-01..2024-02", "2024-02-30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := period.Parse(s)
		if err != nil {
			return
		}
		if p.String() != s || p.First() > p.Last() || p.Len() < 1 {
			t.Fatalf("%q: %s, %s to %s", s, p, p.First(), p.Last())
		}
	})
}

// TestDate goes through all days of the years that a period may lie in, and
// some more.
func TestDate(t *testing.T) {
	for at := time.Date(1890, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2210; at = at.AddDate(0, 0, 1) {
		year, month, day := at.Date()
		d := period.Date(year, int(month), day)
		if int64(d)*86400 != at.Unix() {
			t.Fatalf("%s: got day %d", at.Format(time.DateOnly), d)
		}
		if y, m, dd := d.Civil(); y != year || m != int(month) || dd != day {
			t.Fatalf("%s: got %d-%d-%d", at.Format(time.DateOnly), y, m, dd)
		}
	}
}
