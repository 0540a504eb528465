package scaffold

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/geo"
	"bulletin/internal/search"
	"bulletin/internal/sheet"
)

// rule is that of tables: see [sheet.ReadCSV].
const rule = "table"

// columns are where the fields of an area stand; -1 for one that no column has.
type columns struct {
	codes      []int // of any of the ways to write one
	name, note int
}

// heads are the words that head the columns, as [search.Words] gives them.
var (
	codeHeads = []string{"code", "codes", "iso", "iso code", "country code", "area code", "iso2", "iso3", "iso 2", "iso 3", "alpha 2", "alpha 3", "alpha2", "alpha3",
		"alpha 2 code", "alpha 3 code", "iso alpha 2", "iso alpha 3", "iso 3166", "iso 3166 1", "iso 3166 1 alpha 2", "iso 3166 1 alpha 3", "geo"}
	nameHeads = []string{"name", "area", "country", "country name", "area name", "country or area", "territory"}
	noteHeads = []string{"naming note", "naming", "note", "footnote"}
)

// ReadAreas reads a list of areas, a CSV file whose first line names the columns: a code of ISO
// 3166-1 with two letters or three, a name, a naming note. One of the first two is enough: a code
// has its name in English, and a name its code. Each row that does not fit is an error with
// its place, and then there are no areas. Cells may be parted by commas, semicolons or tabs.
func ReadAreas(name string, src []byte) ([]Area, diag.Problems) {
	rows, ps := sheet.ReadDelimited(name, src, sheet.Dialect{Delimiter: delimiter(src), Gaps: true})
	if len(rows) == 0 {
		return nil, ps
	}
	list := areaList{file: name, known: theCountries(), rows: map[string]sheet.Row{}, ps: ps}
	if !list.read(rows[0]) {
		return nil, list.ps
	}
	for _, row := range rows[1:] {
		if slices.ContainsFunc(row.Cells, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
			list.add(row)
		}
	}
	if len(list.areas) == 0 && len(list.ps) == 0 {
		list.ps.Errorf(diag.Pos{File: name}, 0, rule, "write a row for each area below the heads", "the list has no areas")
	}
	if len(list.ps) > 0 {
		list.ps.Sort()
		return nil, list.ps
	}
	return list.areas, nil
}

// delimiter is what parts the cells of the first line: spreadsheets write semicolons
// where the comma is the decimal sign.
func delimiter(src []byte) byte {
	head, _, _ := bytes.Cut(src, []byte("\n"))
	for _, mark := range []byte{',', ';', '\t'} {
		if bytes.IndexByte(head, mark) >= 0 {
			return mark
		}
	}
	return ','
}

// areaList is a list as far as it was read.
type areaList struct {
	file  string
	known countries
	cols  columns
	areas []Area
	rows  map[string]sheet.Row // of each code and id, where it stands
	ps    diag.Problems
}

// read finds the columns by their heads.
func (l *areaList) read(head sheet.Row) bool {
	before := len(l.ps)
	l.cols = columns{name: -1, note: -1}
	for i, text := range head.Cells {
		words, column := search.Words(text), (*int)(nil)
		switch {
		case slices.Contains(codeHeads, words):
			l.cols.codes = append(l.cols.codes, i)
			continue
		case slices.Contains(nameHeads, words):
			column = &l.cols.name
		case slices.Contains(noteHeads, words):
			column = &l.cols.note
		default:
			continue // populations, capitals: not ours to read
		}
		if *column >= 0 {
			l.wrong(head, i, "rename one of them, or take it out", "%q and %q both head a column of the same kind", head.Cells[*column], text)
		}
		*column = i
	}
	if len(l.cols.codes) == 0 && l.cols.name < 0 {
		l.wrong(head, 0, "head a column code, for codes of ISO 3166-1 such as AL or ALB, or name", "no column is headed as one of codes or names")
	}
	return len(l.ps) == before
}

// add reads the area of a row.
func (l *areaList) add(row sheet.Row) {
	wrongs := len(l.ps)
	code := l.code(row)
	if len(l.ps) > wrongs {
		return
	}
	a := Area{Code: code, Name: cell(row, l.cols.name), Note: cell(row, l.cols.note)}
	if a.Name == "" {
		a.Name = geo.Name(code)
	}
	a.ID = content.Slug(a.Name)
	switch {
	case a.Name == "":
		l.wrong(row, l.written(row), "write its name in a column headed name", "the code %s has no name in the table of countries", code)
	case !fitsName(a.Name):
		l.wrong(row, l.cols.name, "a name has letters, spaces, hyphens and the like; a star at its end leads to its naming note", "%q is no name of an area", a.Name)
	case a.ID == "" || a.ID == "index":
		l.wrong(row, l.cols.name, "write it with letters of the Latin alphabet; the name can be changed in data/areas.yaml afterwards", "the name %q gives no address", a.Name)
	case strings.HasSuffix(a.Name, "*") && a.Note == "":
		l.wrong(row, l.cols.name, "write the note in a column headed naming note, or take the star away", "the star of %q leads to no note", a.Name)
	case strings.ContainsFunc(a.Note, func(r rune) bool { return unicode.IsControl(r) || diag.Steers(r) }):
		l.wrong(row, l.cols.note, "write it on one line, without invisible characters", "the naming note has characters that no line has")
	}
	for _, key := range []string{"code " + a.Code, "id " + a.ID} {
		if first, is := l.rows[key]; is && len(l.ps) == wrongs {
			l.wrong(row, 0, "keep one of the two", "%q stands on line %d already", strings.TrimPrefix(strings.TrimPrefix(key, "code "), "id "), first.Line)
		}
	}
	if len(l.ps) > wrongs {
		return
	}
	l.rows["code "+a.Code], l.rows["id "+a.ID] = row, row
	if a.Note != "" && !strings.HasSuffix(a.Name, "*") {
		a.Name += "*"
	}
	l.areas = append(l.areas, a)
}

// code is the code of a row: that of its cells, which agree, or that of its name.
func (l *areaList) code(row sheet.Row) string {
	code := ""
	for _, i := range l.cols.codes {
		text := cell(row, i)
		if text == "" {
			continue
		}
		found, hint := l.known.code(text)
		switch {
		case found == "":
			l.wrong(row, i, hint, "%q is no code of ISO 3166-1", text)
			return ""
		case code != "" && code != found:
			l.wrong(row, i, "correct one of the two", "%q is %s, but a cell before it says %s", text, geo.Name(found), geo.Name(code))
			return ""
		}
		code = found
	}
	if code != "" {
		return code
	}
	name := cell(row, l.cols.name)
	if name == "" {
		l.wrong(row, 0, "write its code of ISO 3166-1, as AL or ALB", "the row has neither a code nor a name")
		return ""
	}
	code, hint := l.known.called(name)
	if code == "" {
		l.wrong(row, l.cols.name, hint, "no country is called %q", name)
	}
	return code
}

// written is the first column of codes that has one.
func (l *areaList) written(row sheet.Row) int {
	for _, i := range l.cols.codes {
		if cell(row, i) != "" {
			return i
		}
	}
	return -1
}

// wrong reports a row at one of its cells.
func (l *areaList) wrong(row sheet.Row, i int, hint, format string, args ...any) {
	l.ps.Errorf(row.At(l.file, i), len([]rune(cell(row, i))), rule, hint, format, args...)
}

// cell is the text of a cell; "" for one that the row or the list lacks.
func cell(row sheet.Row, i int) string {
	if i < 0 || i >= len(row.Cells) {
		return ""
	}
	return strings.TrimSpace(row.Cells[i])
}

// fitsName tells whether a name is one that Markdown and YAML take for what it is.
func fitsName(name string) bool {
	name = strings.TrimSuffix(name, "*")
	for i, r := range name {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
		case i > 0 && strings.ContainsRune(" .,'’()-–/&", r):
		default:
			return false
		}
	}
	return true
}
