package main

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// testPDFTypeface holds that the letters are those of typefaces: as drawings, which
// browsers make of variable fonts and of letters with an outline, they take four
// times the room.
func testPDFTypeface(t *testing.T, f printed, size int) {
	fonts := poppler(t, "pdffonts", f.path)
	if !strings.Contains(fonts, "+Inter-Regular") || !strings.Contains(fonts, "+Inter-SemiBold") {
		t.Errorf("the typeface is not embedded:\n%s", fonts)
	}
	if strings.Contains(fonts, "Type 3") {
		t.Errorf("letters are drawings:\n%s", fonts)
	}
	if most := 1_500_000; size > most {
		t.Errorf("%d bytes, more than %d", size, most)
	}
}

// testPDFStructure holds that the tags have one title, no level of headings left out,
// and heads in each table.
func testPDFStructure(t *testing.T, f printed) {
	tables, heads, above := 0, 0, 0
	for _, tag := range regexp.MustCompile(`(?m)^ *(H[1-6]|Table|TH)\b`).FindAllStringSubmatch(poppler(t, "pdfinfo", "-struct", f.path), -1) {
		switch tag[1] {
		case "Table":
			if tables > 0 && heads == 0 {
				t.Errorf("table %d has no heads", tables)
			}
			tables, heads = tables+1, 0
		case "TH":
			heads++
		default:
			level, err := strconv.Atoi(tag[1][1:])
			if err != nil || level > above+1 || level == 1 && above > 0 {
				t.Errorf("a heading of level %s behind one of level %d", tag[1][1:], above)
			}
			above = level
		}
	}
	if tables == 0 || heads == 0 || above == 0 {
		t.Errorf("%d tables, the last with %d heads, the last heading of level %d", tables, heads, above)
	}
}
