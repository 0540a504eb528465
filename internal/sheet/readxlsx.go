package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"

	"bulletin/internal/diag"
)

// ReadXLSX reads a sheet of a workbook: the one with the name or, where that is empty,
// the first that is not hidden. A row ends with its last cell that is not empty, and
// rows without any are left out; [Row.Line] tells which row of the sheet it is.
//
// What stands in a cell is given as a person reads it there, but exactly: a number
// as its digits, of those that a calculation gave the 15 that spreadsheets show; a
// percentage as 28%, a date as 2023-03-31, a truth as true or false; of a formula, the
// value that was saved with it. An error in a cell, and a formula without a value, are in
// [Row.Flaws]: they matter where somebody asks for the cell.
//
// The file may be anybody's: however it is made, reading it takes no more than some
// hundred megabytes, and what is no workbook is a problem.
func ReadXLSX(name string, src []byte, sheetName string) ([]Row, diag.Problems) {
	var ps diag.Problems
	whole := diag.Pos{File: name}
	switch {
	case len(src) > maxArchive:
		ps.Errorf(whole, 0, rule, "split it into several files", "the workbook has %d MB, and at most %d are read", len(src)>>20, maxArchive>>20)
		return nil, ps
	case bytes.HasPrefix(src, []byte("\xd0\xcf\x11\xe0")):
		ps.Errorf(whole, 0, rule, "save it as .xlsx, without a password", "the workbook is of an old form (.xls), or has a password")
		return nil, ps
	case !bytes.HasPrefix(src, []byte("PK")):
		ps.Errorf(whole, 0, rule, "save it as .xlsx; a text file has the ending .csv", "the file is no workbook")
		return nil, ps
	}
	archive, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		ps.Errorf(whole, 0, rule, "save it once more as .xlsx", "the workbook cannot be read: %v", err)
		return nil, ps
	}
	w := &workbook{archive: archive, left: maxUnzipped}
	at, err := w.open(sheetName)
	if err != nil {
		w.report(err, whole, &ps)
		return nil, ps
	}
	s := &sheetReader{workbook: w, file: name}
	if err := s.read(at); err != nil {
		w.report(err, whole, &s.ps)
		return nil, s.ps
	}
	if len(s.rows) == 0 && len(s.ps) == 0 {
		s.ps.Errorf(whole, 0, rule, "its first row names the columns", "the sheet is empty")
	}
	return s.rows, s.ps
}

// Sheets are the names of the sheets of a workbook that are not hidden; none of what is
// no workbook.
func Sheets(src []byte) []string {
	archive, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil
	}
	w := &workbook{archive: archive, left: maxUnzipped}
	main, err := w.main()
	if err != nil {
		return nil
	}
	_, names, err := w.sheetID(main, "")
	if err != nil {
		return nil
	}
	return names
}

// Limits on a workbook: more is no table for people, or an attack.
const (
	maxArchive  = 64 << 20  // bytes of the file
	maxUnzipped = 512 << 20 // bytes of all parts that are read
	maxToken    = 4 << 20   // bytes of one tag, or one text
	maxCells    = 4 << 20   // cells, those between others included: a table of 16 columns with 260,000 rows; CSV may have more
)

// errTooLarge is that a limit was reached.
var errTooLarge = errors.New("it holds more than a table for people can")

// errProblems is that there are so many problems that nobody mends more at once.
var errProblems = errors.New("there are too many problems")

// noSheet is that a workbook lacks the sheet that was asked for.
type noSheet struct {
	name  string
	names []string
}

func (e noSheet) Error() string { return fmt.Sprintf("the workbook has no sheet %q", e.name) }

// report says what is wrong with a workbook.
func (w *workbook) report(err error, whole diag.Pos, ps *diag.Problems) {
	var missing noSheet
	switch {
	case errors.As(err, &missing):
		hint := "it has none with cells"
		if len(missing.names) > 0 {
			hint = diag.DidYouMean(missing.name, missing.names, "it has "+strings.Join(missing.names, ", "))
		}
		ps.Errorf(whole, 0, rule, hint, "%v", missing)
	case errors.Is(err, errProblems):
		ps.Errorf(whole, 0, rule, "mend those first", "there are %d problems, and what follows was not read", len(*ps))
	case errors.Is(err, errTooLarge):
		ps.Errorf(whole, 0, rule, "split it into several files", "the workbook is too large: %v", err)
	default:
		ps.Errorf(whole, 0, rule, "open it in a spreadsheet and save it as .xlsx", "the workbook cannot be read: %v", err)
	}
}
