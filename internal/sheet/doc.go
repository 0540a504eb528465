// Package sheet holds tables as files that others read: CSV and XLSX.
//
// A [Table] is written with a head and rows of cells; a cell is a text or an exact
// decimal. What is read back is a list of rows of texts, each with its place, for
// messages.
//
// CSV is that of RFC 4180: commas, CRLF, quotes doubled; in UTF-8. A spreadsheet that
// opens it would run a text that begins with = as a formula, so texts are guarded on
// the way out and freed on the way in: see [Guard].
//
// XLSX is that of ECMA-376, which Excel, LibreOffice and others read. Its texts are
// texts, never formulae, so nothing is guarded. Characters that XML cannot hold are
// written as Excel does, _x0001_, and a text that looks like that is written so that
// it stays what it is. Excelize makes the workbook, with styles, panes and filters; the
// rows are written and read here, exactly and with bounds: see [WriteXLSX], [ReadXLSX].
// Many workbooks of the same sheets are written with one [Form], which it makes once.
//
// Both files are the same bytes for the same tables.
package sheet
