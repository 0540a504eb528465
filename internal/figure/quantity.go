package figure

import (
	"strings"

	"bulletin/internal/locale"
)

// unit is what the number of a claim is a number of.
type unit uint8

const (
	bare     unit = iota
	percent       // per cent
	points        // percentage points
	fraction      // of a whole; num/den is in per cent
	ofBase        // of what was before, "half as many"; in per cent
	multiple      // of what was before
)

// quantity is a number as a claim gives it: num/den, to a precision of
// step/den.
type quantity struct {
	num, den, step int64
	unit           unit
	hedge          locale.Hedging
	hedged         string // the words of the hedge
	sign           int    // that is written: -1, 1 or 0
	sense          int    // the direction that the word has in itself: doubled 1, halved -1
	folded         bool   // tenfold: of a rise
	exactly        bool   // it is not rounded
	halved         bool   // so many and a half
}

// most is the largest number, times its denominator, that is compared.
const most = 1_000_000_000_000_000

// readQuantity reads a number with its hedge and its unit, if one stands first,
// and says how many words it took.
func readQuantity(words []string, l *locale.Locale) (q quantity, taken int, err error) {
	hedge, hedges := l.ReadHedge(words)
	if hedges == 0 {
		if colours := l.Colours(words); colours > 0 || len(words) > 0 && l.Exactly(words[0]) {
			return readColoured(words, colours, l)
		}
	}
	rest := words[hedges:]
	if q, taken, err = readAmount(rest, l); err != nil {
		return q, 0, err
	}
	if taken == 0 && hedges > 0 && len(rest) > 1 && l.Role(rest[0]) == locale.Article { // about a 56% increase
		if q, taken, err = readAmount(rest[1:], l); taken > 0 {
			taken++
		}
	}
	switch {
	case err != nil || taken == 0 && hedges == 0:
		return q, 0, err
	case taken == 0:
		hint := ""
		if strings.EqualFold(words[hedges-1], "than") {
			hint = "take than and what stands behind it out of the brackets"
		}
		return q, 0, unclearf(hint, "no number stands behind %q", strings.Join(words[:hedges], " "))
	}
	q.hedge = hedge
	if hedges > 0 {
		q.hedged = strings.Join(words[:hedges], " ")
		switch {
		case q.num == 0:
			return q, 0, unclearf("say that there were none", "zero cannot be hedged by %q", q.hedged)
		case q.sign < 0 && hedge != locale.About && hedge != locale.Estimated:
			return q, 0, unclearf("say a decrease, and its size without the minus", "%q before a minus can be read in two ways", q.hedged)
		}
	}
	return q, hedges + taken, nil
}

// readColoured reads a number behind words that leave it what it is: "only 61",
// "exactly 61". Without a number they are not understood.
func readColoured(words []string, colours int, l *locale.Locale) (q quantity, taken int, err error) {
	exactly := colours == 0
	if exactly {
		colours = 1
	}
	q, taken, err = readQuantity(words[colours:], l)
	switch {
	case err != nil || taken == 0:
		return q, 0, err
	case exactly && q.hedge != locale.NoHedge:
		return q, 0, unclearf("leave one of them out", "%q and %q contradict each other", words[0], q.hedged)
	}
	q.exactly = q.exactly || exactly
	return q, colours + taken, nil
}

// readAmount reads a fraction, a multiple or a number with its unit.
func readAmount(words []string, l *locale.Locale) (q quantity, taken int, err error) {
	if len(words) == 0 {
		return q, 0, nil
	}
	if n, how := l.Manifold(words[0]); how != locale.NoManifold {
		return readManifold(words, n, how, l)
	}
	if part, whole, n := l.ReadFraction(words); n > 0 {
		q = quantity{num: 100 * part, den: whole, unit: fraction}
		if many := l.ReadAsMany(words[n:]); many > 0 {
			q.unit, n = ofBase, n+many
		}
		return q, n, nil
	}
	first, fold := l.CutFold(words[0])
	per := false
	if !fold {
		if first, per = l.CutPercent(words[0]); !per {
			first = words[0]
		}
	}
	q, unitRead, ok := readDigits(first)
	taken = 1
	if !ok {
		n, read := l.ReadNumberWords(words)
		if fold || per {
			n, read = l.ReadNumberWords([]string{first})
		}
		if read == 0 {
			if strings.ContainsAny(words[0], "0123456789½⅓⅔¼¾") {
				return q, 0, unclearf("", "%q is no number that can be read", words[0])
			}
			return q, 0, nil
		}
		q, taken = quantity{num: n, den: 1, step: 1}, read
		if behind := words[min(read, len(words)):]; !fold && !per && l.AndHalf(behind) {
			q, taken = quantity{num: 10*n + 5, den: 10, step: 1, halved: true}, read+3
		}
	}
	if fold {
		q.unit, q.folded = multiple, true
		return q, taken, nil
	}
	if per {
		q.unit = percent
		return q, taken, nil
	}
	if zeros := l.Scale(at(words, taken)); zeros > 0 && !unitRead {
		if q, ok = q.scaled(zeros); !ok {
			return q, 0, unclearf("", "%q is too large a number", strings.Join(words[:taken+1], " "))
		}
		taken++
	}
	if unitRead {
		return q, taken, nil
	}
	n, err := q.readUnit(words[taken:], l)
	return q, taken + n, err
}

// readManifold reads what belongs to a word that is a multiple by itself.
func readManifold(words []string, n int64, how locale.Manifold, l *locale.Locale) (quantity, int, error) {
	if how == locale.Halved { // fell by half
		return quantity{num: 100, den: n, unit: fraction, sense: -1}, 1, nil
	}
	q := quantity{num: n, den: 1, step: 1, unit: multiple}
	if how == locale.Grown {
		q.sense = 1
		return q, 1, nil
	}
	if err := ambiguous(words[0], words[1:], l); err != nil {
		return q, 0, err
	}
	return q, 1 + l.ReadAsMany(words[1:]), nil
}

// readUnit reads what stands behind a number in words.
func (q *quantity) readUnit(words []string, l *locale.Locale) (taken int, err error) {
	u, taken := l.ReadUnit(words)
	switch u {
	case locale.UnitPercent:
		q.unit = percent
	case locale.UnitPoints:
		q.unit = points
	case locale.UnitPoint:
		return 0, unclearf("write percentage points", "%q is not understood without percentage", words[0])
	case locale.UnitTimes:
		if err := ambiguous("times", words[1:], l); err != nil {
			return 0, err
		}
		q.unit = multiple
		taken += l.ReadAsMany(words[1:])
	}
	return taken, nil
}

// ambiguous refuses "three times more": four times as many, or three?
func ambiguous(multiple string, behind []string, l *locale.Locale) error {
	if _, speech := l.Direction(at(behind, 0)); speech == locale.Adjective {
		return unclearf("write as many, as in three times as many", "%q can be read in two ways", multiple+" "+behind[0])
	}
	return nil
}

// at is one of the words, or nothing.
func at(words []string, i int) string {
	if i < len(words) {
		return words[i]
	}
	return ""
}

// scaled is the number with zeros behind it: thousand keeps a whole number
// exact, what is larger is as precise as it is written.
func (q quantity) scaled(zeros int) (quantity, bool) {
	exact := zeros == 3 && q.den == 1
	for range zeros {
		q.num *= 10
		q.step *= 10
		if q.num > most*10 {
			return q, false
		}
	}
	if exact {
		q.step = 1
	}
	return q, q.num <= most
}

// readDigits reads a number in digits: 2,331, −36%, 5.5. Thousands are
// separated by commas, all of them or none.
func readDigits(w string) (q quantity, unitRead, ok bool) {
	for _, m := range [...]string{"−", "-", "–", "+"} {
		if rest, found := strings.CutPrefix(w, m); found {
			w, q.sign = rest, -1
			if m == "+" {
				q.sign = 1
			}
			break
		}
	}
	if rest, found := strings.CutSuffix(w, "%"); found {
		w, q.unit, unitRead = rest, percent, true
	} else if rest, found := strings.CutSuffix(w, "pp"); found {
		w, q.unit, unitRead = rest, points, true
	}
	before, decimals, point := strings.Cut(w, ".")
	if point && (decimals == "" || len(decimals) > maxDecimals) {
		return q, false, false
	}
	q.den, q.step, ok = 1, 1, before != "" && len(before) <= maxDigits && (before[0] != '0' || before == "0")
	comma := strings.IndexByte(before, ',')
	ok = ok && (comma < 0 || comma > 0 && comma <= 3)
	for i := 0; ok && i < len(before); i++ {
		if comma >= 0 && i >= comma && (i-comma)%4 == 0 {
			ok = before[i] == ',' && (len(before)-i)%4 == 0
			continue
		}
		ok = q.digit(before[i])
	}
	for i := 0; ok && i < len(decimals); i++ {
		ok = q.digit(decimals[i])
		q.den *= 10
	}
	return q, unitRead, ok && q.num <= most
}

// A number is read up to a length that no count reaches.
const (
	maxDigits   = 15 // with separators: 999,999,999,999
	maxDecimals = 4
)

// digit puts one more behind the number.
func (q *quantity) digit(c byte) bool {
	q.num = q.num*10 + int64(c-'0')
	return c >= '0' && c <= '9'
}
