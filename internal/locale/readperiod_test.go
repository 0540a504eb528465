package locale_test

import (
	"testing"

	"bulletin/internal/locale"
	"bulletin/internal/period"
)

func TestReadPeriod(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"2023": "2023", "2023-Q1": "2023-Q1", "2023-q1": "2023-Q1", "2024-01..2024-02": "2024-01..2024-02",
		"Q1 2023": "2023-Q1", "q4/2023": "2023-Q4", "2023Q1": "2023-Q1", "2023 Q3": "2023-Q3", "Q2-2021": "2021-Q2", "Quarter 1 2023": "2023-Q1",
		"first quarter of 2023": "2023-Q1", "4th quarter 2023": "2023-Q4", "Second  Quarter 2023": "2023-Q2", "third quarter 1999": "1999-Q3",
		"Jan 2023": "2023-01", "January 2023": "2023-01", "Sept. 2023": "2023-09", "2023 Dec": "2023-12", "may-2023": "2023-05",
		"2023M01": "2023-01", "2023-M12": "2023-12", "01/2023": "2023-01", "9/2023": "2023-09",
		"Jan–Mar 2023": "2023-Q1", "Jan - Feb 2023": "2023-01..2023-02", "January to December 2023": "2023", "Feb-Apr 2023": "2023-02..2023-04",
		"H1 2023": "2023-Q1..2023-Q2", "2023-S2": "2023-Q3..2023-Q4", "4 June 2023": "2023-06-04", "31 Dec 2023": "2023-12-31", "04. Jun. 2023": "2023-06-04",
	} {
		if p, ok := l.ReadPeriod(text); !ok || p.String() != want {
			t.Errorf("%q is %s (%v), want %s", text, p, ok, want)
		}
	}
	for _, text := range []string{"", "Q5 2023", "2023-13", "Jan-23", "01/02/2023", "31 June 2023", "Mar–Jan 2023", "2022/23", "Serbia 2023", "13/2023", "45016", "Q1", "May", "Total", "Q1 23", "2023.0"} {
		if p, ok := l.ReadPeriod(text); ok {
			t.Errorf("%q is read as %s", text, p)
		}
	}
}

func FuzzReadPeriod(f *testing.F) {
	for _, text := range []string{"Q1 2023", "Jan–Mar 2023", "2023M01", "4 June 2023", "H2 1999"} {
		f.Add(text)
	}
	l, err := locale.For("en")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, ok := l.ReadPeriod(text)
		if ok == p.IsZero() {
			t.Fatalf("%q: %s, %v", text, p, ok)
		}
		if again, err := period.Parse(p.String()); ok && (err != nil || again != p) {
			t.Fatalf("%q: %s is read as %s, %v", text, p, again, err)
		}
	})
}
