package locale_test

import (
	"math"
	"slices"
	"testing"

	"bulletin/internal/decimal"
	"bulletin/internal/locale"
	"bulletin/internal/period"
)

func english(t *testing.T) *locale.Locale {
	t.Helper()
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestFor(t *testing.T) {
	if l, err := locale.For("en-GB"); err != nil || l.Tag() != "en-GB" {
		t.Errorf("en-GB: %v, %v", l, err)
	}
	for _, tag := range []string{"", "sr", "english"} {
		if _, err := locale.For(tag); err == nil {
			t.Errorf("%q is accepted", tag)
		}
	}
}

func TestNumbers(t *testing.T) {
	l := english(t)
	for _, c := range []struct{ in, number, percent, signed string }{
		{"16216", "16,216", "16,216%", "+16,216%"},
		{"-57", "−57", "−57%", "−57%"},
		{"0", "0", "0%", "0%"},
		{"5.0", "5.0", "5.0%", "+5.0%"},
		{"-1234567.25", "−1,234,567.25", "−1,234,567.25%", "−1,234,567.25%"},
		{"999", "999", "999%", "+999%"},
		{"1000", "1,000", "1,000%", "+1,000%"},
	} {
		d, err := decimal.Parse(c.in)
		if err != nil {
			t.Fatal(err)
		}
		if n, p, s := l.Number(d), l.Percent(d), l.SignedPercent(d); n != c.number || p != c.percent || s != c.signed {
			t.Errorf("%s: got %q, %q, %q", c.in, n, p, s)
		}
	}
	if got := l.Points(decimal.FromInt(-1)); got != "−1\u00a0percentage point" {
		t.Errorf("points: %q", got)
	}
	if got := l.Points(decimal.FromInt(5)); got != "5\u00a0percentage points" {
		t.Errorf("points: %q", got)
	}
}

func TestFloats(t *testing.T) {
	l := english(t)
	for _, c := range []struct {
		v        float64
		decimals int
		float    string
		compact  string
	}{
		{20000, 0, "20,000", "20k"}, {1500000, 0, "1,500,000", "1.5m"}, {math.Copysign(0, -1), 0, "0", "0"}, {-0.04, 1, "0.0", "0.0"},
		{-250, 0, "−250", "−250"}, {2.5, 1, "2.5", "2.5"}, {3e9, 0, "3,000,000,000", "3bn"}, {999999, 0, "999,999", "1.0m"},
	} {
		if f, k := l.Float(c.v, c.decimals), l.Compact(c.v); f != c.float || k != c.compact {
			t.Errorf("%v: got %q, %q", c.v, f, k)
		}
	}
}

func TestPeriods(t *testing.T) {
	l := english(t)
	for _, c := range []struct{ in, period, inText, months, short string }{
		{"2023", "2023", "2023", "January to December 2023", "2023"},
		{"2023-Q1", "first quarter of 2023", "the first quarter of 2023", "January to March 2023", "Q1 2023"},
		{"2022-Q4..2023-Q1", "fourth quarter of 2022 to first quarter of 2023", "the fourth quarter of 2022 to the first quarter of 2023", "October 2022 to March 2023", "Q4 2022–Q1 2023"},
		{"2023-Q1..2023-Q2", "first quarter to second quarter of 2023", "the first quarter of 2023 to the second quarter of 2023", "January to June 2023", "Q1–Q2 2023"},
		{"2023-01", "January 2023", "January 2023", "January 2023", "Jan 2023"},
		{"2024-01..2024-02", "January to February 2024", "January to February 2024", "January to February 2024", "Jan–Feb 2024"},
		{"2022-11..2023-01", "November 2022 to January 2023", "November 2022 to January 2023", "November 2022 to January 2023", "Nov 2022–Jan 2023"},
		{"2023-06-04", "4\u00a0June 2023", "4\u00a0June 2023", "4\u00a0June 2023", "4\u00a0Jun 2023"},
		{"2016-12-01..2017-01-24", "1\u00a0December 2016 to 24\u00a0January 2017", "1\u00a0December 2016 to 24\u00a0January 2017", "1\u00a0December 2016 to 24\u00a0January 2017", "1\u00a0Dec 2016–24\u00a0Jan 2017"},
	} {
		p, err := period.Parse(c.in)
		if err != nil {
			t.Fatal(err)
		}
		got := []string{l.Period(p), l.PeriodInText(p), l.Months(p), l.PeriodShort(p)}
		if want := []string{c.period, c.inText, c.months, c.short}; !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", c.in, got, want)
		}
	}
	if l.Period(period.Period{}) != "" || l.PeriodShort(period.Period{}) != "" || l.Months(period.Period{}) != "" {
		t.Error("no period has words")
	}
}

func TestListAndOrder(t *testing.T) {
	l := english(t)
	for want, items := range map[string][]string{"": nil, "A": {"A"}, "A and B": {"A", "B"}, "A, B and C": {"A", "B", "C"}} {
		if got := l.List(items); got != want {
			t.Errorf("%v: got %q", items, got)
		}
	}
	names := []string{"Tutin", "Šid", "Sjenica", "sid"}
	slices.SortFunc(names, l.Compare)
	if want := []string{"sid", "Šid", "Sjenica", "Tutin"}; !slices.Equal(names, want) {
		t.Errorf("got %v, want %v", names, want)
	}
}
