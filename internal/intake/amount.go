package intake

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"bulletin/internal/decimal"
)

// signs are the characters of Options.Thousands and Options.Decimal. A space is any of
// those with which digits are grouped.
func signs(word string) string {
	switch word {
	case "comma":
		return ","
	case "point":
		return "."
	case "space":
		return " \u00a0\u2009\u202f"
	case "apostrophe":
		return "'’"
	}
	return ""
}

// amount is a number of a table.
type amount struct {
	number  decimal.Decimal
	percent bool // it was written with a sign of per cent
}

// errThousands says that the digits are grouped, and nobody said how.
var errThousands = errors.New("grouped digits")

var (
	grouped  = regexp.MustCompile(`^-?\d{1,3}(?:[,.' ’\x{a0}\x{2009}\x{202f}]\d{3})+(?:[.,]\d+)?$`)
	floating = regexp.MustCompile(`^-?\d+(?:\.\d+)?[eE][+-]?\d+$`)
)

// readAmount reads a number as the options say that it is written.
func (o Options) readAmount(text string) (a amount, err error) {
	text, a.percent = strings.CutSuffix(text, "%")
	if a.percent {
		text = strings.TrimRight(text, " \u00a0\u202f")
	}
	if rest, minus := strings.CutPrefix(text, "−"); minus {
		text = "-" + rest
	}
	thousands, point := signs(o.Thousands), signs(o.Decimal)
	if point == "" {
		point = "."
	}
	if plain, ok := ungroup(text, thousands, point); ok {
		text = plain
	} else if grouped.MatchString(text) {
		return a, errThousands
	} else {
		return a, decimal.ErrSyntax
	}
	if floating.MatchString(text) {
		if f, err := strconv.ParseFloat(text, 64); err == nil {
			text = strconv.FormatFloat(f, 'f', -1, 64)
		}
	}
	a.number, err = decimal.Parse(text)
	return a, err
}

// ungroup takes the signs that group digits out of a number, and writes a point for its
// decimal sign. It is false where a sign stands elsewhere than before three digits.
func ungroup(text, thousands, point string) (plain string, ok bool) {
	whole, fraction, divided := strings.Cut(text, point)
	if thousands != "" && strings.ContainsAny(whole, thousands) {
		mark := func(r rune) bool { return strings.ContainsRune(thousands, r) }
		groups := splitFunc(strings.TrimPrefix(whole, "-"), mark)
		for i, group := range groups {
			if i > 0 && len(group) != 3 || i == 0 && (group == "" || len(group) > 3) {
				return "", false
			}
		}
		whole = whole[:len(whole)-len(strings.TrimPrefix(whole, "-"))] + strings.Join(groups, "")
	}
	if strings.ContainsAny(whole, ",'’ \u00a0\u2009\u202f") || strings.ContainsAny(fraction, ".,'’ \u00a0\u2009\u202f") || strings.Contains(whole, ".") {
		return "", false
	}
	if divided {
		whole += "." + fraction
	}
	return whole, true
}

// splitFunc parts a text at each of the characters.
func splitFunc(text string, mark func(rune) bool) []string {
	var groups []string
	for {
		at := strings.IndexFunc(text, mark)
		if at < 0 {
			return append(groups, text)
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		groups, text = append(groups, text[:at]), text[at+size:]
	}
}

// groupedHint tells how a number is read whose digits are grouped. The last sign is that
// of decimals where it is another than the first.
func groupedHint(text string) string {
	const alone = "write the digits alone, or say that "
	first := strings.IndexAny(text, ",.'’ \u00a0\u2009\u202f")
	decimals := ""
	if last := strings.LastIndexByte(text, ','); last > first {
		decimals = " --decimal comma"
	}
	switch sign, _ := utf8.DecodeRuneInString(text[first:]); sign {
	case ',':
		return alone + "the comma groups them with --thousands comma"
	case '.':
		return alone + "the point groups them with --thousands point --decimal comma"
	case '\'', '’':
		return alone + "the apostrophe groups them with --thousands apostrophe" + decimals
	}
	return alone + "spaces group them with --thousands space" + decimals
}

// amountHint tells what to do about a text that is no number.
func (o Options) amountHint(text string, err error) string {
	switch {
	case errors.Is(err, errThousands):
		return groupedHint(text)
	case errors.Is(err, decimal.ErrRange):
		return "round it in the table, and say so in the unit or a note"
	}
	if whole, fraction, ok := strings.Cut(text, ","); ok && o.Decimal != "comma" {
		if _, err := decimal.Parse(whole + "." + fraction); err == nil {
			return "write a point before decimals, or say that a comma stands there with --decimal comma"
		}
	}
	if strings.ContainsAny(text, "0123456789") {
		return "write the number alone; what is to be said of it goes into a column of its own, status or note"
	}
	return "leave the cell empty, or say why there is no value in a column status: O missing, L not collected, M cannot exist, Q suppressed; or read such cells as empty with --empty " + strconv.Quote(text)
}
