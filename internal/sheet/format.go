package sheet

import (
	"archive/zip"
	"encoding/xml"
	"math"
	"strconv"
	"strings"
)

// format is what the number of a cell is shown as.
type format uint8

const (
	plain format = iota
	percentage
	date
)

// epoch is the day 0 of dates, which cells have as numbers (ECMA-376, part 1, 18.17.4.1).
type epoch bool

const from1904 epoch = true // of old workbooks from a Mac: 1 January 1904; others count from 30 December 1899

// readStyles reads the formats of cells.
func (w *workbook) readStyles(f *zip.File) error {
	custom := map[string]format{}
	styles := false // within the element cellXfs
	return w.tokens(f, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "numFmt":
				custom[attribute(t, "numFmtId")] = formatOf(attribute(t, "formatCode"))
			case "cellXfs":
				styles = true
			case "xf":
				if !styles {
					break
				}
				id := attribute(t, "numFmtId")
				f, ok := custom[id]
				if !ok {
					f = builtIn(id)
				}
				if len(w.formats) >= maxCells {
					return errTooLarge
				}
				w.formats = append(w.formats, f)
			}
		case xml.EndElement:
			if t.Name.Local == "cellXfs" {
				styles = false
			}
		}
		return nil
	})
}

// builtIn is the format that a number has without a code (part 1, 18.8.30).
func builtIn(id string) format {
	n, err := strconv.Atoi(id)
	switch {
	case err != nil:
		return plain
	case n == 9 || n == 10:
		return percentage
	case n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 31 || n == 36 || n >= 50 && n <= 54 || n == 57 || n == 58:
		return date
	}
	return plain
}

// formatOf is what the code of a format shows (part 1, 18.8.31): a year, a month or a
// day make it a date, a per cent sign a percentage, where they are not quoted. Only its
// first section counts, which is for numbers above zero.
func formatOf(code string) format {
	found := plain
	code = strings.ToLower(code)
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return found
		case '\\', '_', '*':
			i++ // and the character behind it
		case '"', '[':
			closing := `"`
			if c == '[' {
				closing = "]"
			}
			end := strings.Index(code[i+1:], closing)
			if end < 0 {
				return found
			}
			i += 1 + end
		case 'g':
			if strings.HasPrefix(code[i:], "general") {
				i += len("general") - 1
			}
		case '%':
			found = percentage
		case 'y', 'd':
			return date
		case 'm':
			if !strings.ContainsAny(code, "hs") { // else minutes
				return date
			}
		}
	}
	return found
}

// decimalOf is a number of a workbook as digits: those it has, where a person can have
// typed them; else, of what a calculation has given, the 15 that spreadsheets show.
func decimalOf(text string) (string, bool) {
	if isNumber(text) && len(strings.TrimLeft(strings.Replace(strings.TrimPrefix(text, "-"), ".", "", 1), "0")) <= 16 {
		return text, true
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return "", false
	}
	shortest := strconv.FormatFloat(f, 'e', -1, 64)
	if digits, _, _ := strings.Cut(shortest, "e"); len(strings.Trim(digits, "-")) > 16 { // one of which is the point
		f, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'e', 14, 64), 64) // a float, written
	}
	return strconv.FormatFloat(f, 'f', -1, 64), true
}

// shown is a number as a person reads it in the cell.
func (w *workbook) shown(text string, style int) string {
	digits, ok := decimalOf(text)
	if !ok {
		return text
	}
	if style >= 0 && style < len(w.formats) {
		switch w.formats[style] {
		case percentage:
			return hundredfold(digits) + "%"
		case date:
			if day, ok := w.from.day(digits); ok {
				return day
			}
		}
	}
	return digits
}

// hundredfold is a decimal with its point two digits further: 28.5 of 0.285.
func hundredfold(digits string) string {
	number, negative := strings.CutPrefix(digits, "-")
	whole, fraction, _ := strings.Cut(number, ".")
	for len(fraction) < 2 {
		fraction += "0"
	}
	whole, fraction = strings.TrimLeft(whole+fraction[:2], "0"), strings.TrimRight(fraction[2:], "0")
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if negative && whole != "0" {
		whole = "-" + whole
	}
	return whole
}
