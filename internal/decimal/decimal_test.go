package decimal_test

import (
	"regexp"
	"testing"

	"bulletin/internal/decimal"
)

func parse(t *testing.T, s string) decimal.Decimal {
	t.Helper()
	d, err := decimal.Parse(s)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return d
}

func TestParse(t *testing.T) {
	for _, s := range []string{"0", "5.0", "-57", "16216", "-0.5", "999999999999.9999", "007"} {
		want := s
		if s == "007" {
			want = "7"
		}
		if got := parse(t, s).String(); got != want {
			t.Errorf("%s: got %s", s, got)
		}
	}
	for _, s := range []string{"", "-", "1,083", "1e3", "0x1", ".5", "5.", "+5", " 5", "1_000", "1234567890123", "0.12345", "٣"} {
		if d, err := decimal.Parse(s); err == nil {
			t.Errorf("%q is read as %s", s, d)
		}
	}
}

func TestRound(t *testing.T) {
	for _, c := range []struct {
		in    string
		scale int
		want  string
	}{
		{"0.5", 0, "1"}, {"-0.5", 0, "-1"}, {"2.5", 0, "3"}, {"-2.5", 0, "-3"}, {"2.4999", 0, "2"}, {"1.005", 2, "1.01"},
		{"16216", -3, "16000"}, {"16500", -3, "17000"}, {"-15", -1, "-20"}, {"5", 1, "5.0"}, {"0.05", 1, "0.1"},
	} {
		got, ok := parse(t, c.in).Round(c.scale)
		if !ok || got.String() != c.want {
			t.Errorf("%s to %d: got %s, want %s", c.in, c.scale, got, c.want)
		}
	}
}

func TestMulDiv(t *testing.T) {
	for _, c := range []struct {
		part, whole string
		scale       int
		want        string
	}{
		{"5843", "10373", 1, "56.3"}, {"-1332", "3663", 0, "-36"}, {"789", "79", 0, "999"}, {"1", "3", 1, "33.3"}, {"1", "8", 0, "13"},
		{"-1", "8", 0, "-13"}, {"2.5", "0.5", 0, "500"},
	} {
		got, ok := decimal.MulDiv(parse(t, c.part), 100, parse(t, c.whole), c.scale)
		if !ok || got.String() != c.want {
			t.Errorf("%s of %s: got %s, want %s", c.part, c.whole, got, c.want)
		}
	}
	if _, ok := decimal.MulDiv(decimal.FromInt(1), 100, decimal.FromInt(0), 0); ok {
		t.Error("a division by zero gives a result")
	}
}

func TestArithmetic(t *testing.T) {
	sum, ok := parse(t, "0.1").Add(parse(t, "0.20"))
	if !ok || sum.String() != "0.30" || sum.Cmp(parse(t, "0.3")) != 0 {
		t.Errorf("0.1 + 0.20 = %s", sum)
	}
	if d, ok := parse(t, "3").Sub(parse(t, "4.5")); !ok || d.String() != "-1.5" || d.Sign() != -1 {
		t.Errorf("3 - 4.5 = %s", d)
	}
	if n, ok := parse(t, "12.0").Int(); !ok || n != 12 {
		t.Errorf("12.0 as an integer: %d, %v", n, ok)
	}
	if _, ok := parse(t, "12.5").Int(); ok {
		t.Error("12.5 is an integer")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1", "-1.5", "1e5", "00.0", "--1"} {
		f.Add(s)
	}
	grammar := regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
	f.Fuzz(func(t *testing.T, s string) {
		d, err := decimal.Parse(s)
		if err != nil {
			return
		}
		if !grammar.MatchString(s) {
			t.Fatalf("%q is read as %s", s, d)
		}
		again, err := decimal.Parse(d.String())
		if err != nil || again.Cmp(d) != 0 {
			t.Fatalf("%q: %s is read back as %s, %v", s, d, again, err)
		}
	})
}
