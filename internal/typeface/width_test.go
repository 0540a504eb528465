package typeface_test

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bulletin/internal/typeface"
	"bulletin/templates"
)

// css are the weights as CSS numbers them.
var css = map[string]typeface.Weight{"400": typeface.Regular, "600": typeface.SemiBold, "700": typeface.Bold}

// TestWidthIsThatOfChromium compares with what Chromium 156 measured (getComputedTextLength of SVG text of 2048 px in the
// site's stylesheets and its variable fonts), one line each: weight, width, text. The variable fonts round differently
// from those of fixed weight that the tables are from, by one unit a glyph at most.
func TestWidthIsThatOfChromium(t *testing.T) {
	src, err := os.ReadFile("testdata/widths.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(src)), "\n")
	if len(lines) < 250 {
		t.Errorf("only %d lines", len(lines))
	}
	for _, line := range lines {
		field := strings.SplitN(line, "\t", 3)
		want, err := strconv.Atoi(field[1])
		if err != nil {
			t.Fatal(err)
		}
		got := typeface.Width(field[2], css[field[0]])
		if off := math.Abs(float64(got - want)); off > float64(len([]rune(field[2]))) {
			t.Errorf("%q in %s is %d units wide, not %d", field[2], field[0], got, want)
		}
	}
}

func TestWidth(t *testing.T) {
	width := func(s string) int { return typeface.Width(s, typeface.Regular) }
	equal := [][2]string{
		{"1,111", "8,088"}, {"−5", "+5"}, {"10:45", "22:00"}, // tabular
		{"e\u0301", "é"}, {"s\u030c", "š"}, {"o\u0308\u0304", "ȫ"}, {"x\u0301x", "xx"}, {"Ж\u0301", "Ж"}, // marks
		{"so\u00adft", "soft"}, {"a\u200bb", "ab"}, {"\u2066a\u2069", "a"}, // what cannot be seen
		{"a\tb", "a b"}, {"10x20", "10×20"}, {"\xff", "\ufffd"},
	}
	for _, pair := range equal {
		if a, b := width(pair[0]), width(pair[1]); a != b {
			t.Errorf("%q is %d units wide, %q %d", pair[0], a, pair[1], b)
		}
	}
	parts := func(s string) (sum int) {
		for _, r := range s {
			units, _ := typeface.Advance(r, typeface.Regular)
			sum += units
		}
		return sum
	}
	for _, kerned := range []string{"AV", "To", "Ty", "Wa", "LT", "ГА", "ΑΥ", "AVATAR"} {
		if width(kerned) >= parts(kerned) {
			t.Errorf("%q is %d units wide, its characters %d: it is not kerned", kerned, width(kerned), parts(kerned))
		}
	}
	for _, apart := range []string{"Tš", "AЖ", "中中", "", "7", "nn"} {
		if width(apart) != parts(apart) {
			t.Errorf("%q is %d units wide, its characters %d", apart, width(apart), parts(apart))
		}
	}
	if heavy := typeface.Weight(200); typeface.Width("Serbia", heavy) != typeface.Width("Serbia", typeface.Bold) {
		t.Error("a weight that does not exist is not the heaviest one")
	}
	long := strings.Repeat("AV (2022–2023) ", 1000)
	if got, want := width(long+long), 2*width(long); math.Abs(float64(got-want)) > 100 {
		t.Errorf("twice a long text is %d units wide, not %d", got, want)
	}
}

func TestWidthAllocatesNothing(t *testing.T) {
	for _, text := range []string{"Bosnia and Herzegovina", "1,234 (+12.5%), 2022–2023", "Скопје -> Αθήνα"} {
		if n := testing.AllocsPerRun(100, func() { typeface.Width(text, typeface.SemiBold) }); n != 0 {
			t.Errorf("%q: %v allocations", text, n)
		}
	}
}

func TestAdvance(t *testing.T) {
	// The numbers are those of hmtx in Inter 4.001; figures, the space and signs among them are the tabular ones.
	for _, c := range []struct {
		char          rune
		regular, bold int
		ok            bool
	}{
		{'A', 1413, 1529, true}, {'0', 1328, 1324, true}, {'1', 1328, 1324, true}, {' ', 550, 550, true},
		{'\u0301', 0, 0, true}, {'\u00ad', 0, 0, true}, {'\u202f', 275, 275, true},
		{'\u030c', 0, 0, false}, {'→', 2200, 2200, false}, {'א', 1536, 1536, false}, {'漢', 2048, 2048, false}, {'😀', 2800, 2800, false},
	} {
		for w, want := range map[typeface.Weight]int{typeface.Regular: c.regular, typeface.Bold: c.bold} {
			if got, ok := typeface.Advance(c.char, w); got != want || ok != c.ok {
				t.Errorf("%q in %d: %d, %v, not %d, %v", c.char, w, got, ok, want, c.ok)
			}
		}
	}
}

func TestMissing(t *testing.T) {
	for text, want := range map[string]string{
		"": "",
		"š č ć ž đ ë ș ț ü ő ż İ ğ ş ı":        "",
		"Скопје, Ђаково, Косово*, Ѓ ќ ґ є ї ў": "",
		"Αθήνα, Ιωάννινα, ᾧ ἀ ΐ":               "",
		"1,234 − 5 % – “a” … € № × ½ → b → c":  "→",
		"漢a中b漢😀":                                "漢中😀",
		"a\tb\nc\u200b\u200d\u00ad\u202f\ufeff": "",
		"e\u0301 s\u030c":                       "",
		"x\u030c":                               "\u030c",
		"≤ \xff":                                "≤\ufffd",
	} {
		if got := string(typeface.Missing(text)); got != want {
			t.Errorf("of %q is missing %q, not %q", text, got, want)
		}
	}
}

// What is said to be in Inter must be in the files that the site serves, as site.css tells a browser.
func TestCharactersAreServed(t *testing.T) {
	src, err := templates.FS.ReadFile("assets/site.css")
	if err != nil {
		t.Fatal(err)
	}
	served := map[rune]bool{}
	for _, list := range regexp.MustCompile(`unicode-range: ([^;]+);`).FindAllStringSubmatch(string(src), -1) {
		for _, m := range regexp.MustCompile(`U\+([0-9A-F]+)(?:-([0-9A-F]+))?`).FindAllStringSubmatch(list[1], -1) {
			first, err := strconv.ParseInt(m[1], 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			last := first
			if m[2] != "" {
				if last, err = strconv.ParseInt(m[2], 16, 32); err != nil {
					t.Fatal(err)
				}
			}
			for r := first; r <= last; r++ {
				served[rune(r)] = true
			}
		}
	}
	known := 0
	for r := rune('!'); r <= 0xffff; r++ {
		units, ok := typeface.Advance(r, typeface.Regular)
		if !ok || units == 0 || len(typeface.Missing(string(r))) > 0 || r >= 0x2000 && r <= 0x200a || r == 0x3000 || r == 0x202f || r == 0x205f || r == 0x1680 {
			continue
		}
		known++
		if !served[r] {
			t.Errorf("%q (U+%04X) is in the table, but no file of site.css has it", r, r)
		}
	}
	if known < 1400 {
		t.Errorf("only %d characters", known)
	}
}
