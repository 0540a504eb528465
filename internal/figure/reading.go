package figure

import (
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/locale"
)

// reading is what an author's words say.
type reading struct {
	quantity quantity
	numbered bool      // there is a quantity
	from, to *quantity // of two periods
	sense    int       // of sign and words: 1, -1 or 0
	directed bool      // a sign or a word of direction was read, "unchanged" among them
	worded   string    // the word of direction that was read
	little   bool      // "little changed"
}

// reader reads the words of a claim from the left, item by item:
//
//	claim     = { item } .
//	item      = quantity | ( "of" | "by" ) quantity | ( "from" | "to" ) quantity
//	          | direction | level | filler | name .
//	quantity  = [ hedge ] [ article ] ( fraction | multiple | number [ scale ] [ unit ] ) .
type reader struct {
	reading
	v     Value
	l     *locale.Locale
	scope Scope
	words []string // that are left
	leads bool     // "of" may lead to what is counted: it stands behind a noun
}

// readClaim understands the words of a claim, or says which it does not.
func readClaim(text string, v Value, s Scope) (reading, error) {
	r := reader{v: v, l: s.Locale, scope: s}
	if v.Kind == Words {
		return r.reading, nil
	}
	var few [16]string
	for r.words = cutWords(text, few[:0]); len(r.words) > 0; {
		taken, err := r.item()
		if err != nil {
			return r.reading, err
		}
		r.words = r.words[taken:]
	}
	return r.reading, nil
}

// item reads one item, and says how many words it took.
func (r *reader) item() (taken int, err error) {
	leads := r.leads
	r.leads = false
	if little, n := r.l.ReadLevel(r.words); n > 0 {
		r.little = little
		return n, r.turn(0, strings.Join(r.words[:n], " "))
	}
	if q, n, err := readQuantity(r.words, r.l); n > 0 || err != nil {
		r.leads = q.sense != 0 || n > 0 && r.l.Counts(r.words[n-1]) // a doubling of arrivals, half the number of arrivals
		if err == nil {
			err = r.count(q, r.words[0])
		}
		return n, err
	}
	w := r.words[0]
	if n := r.l.None(r.words); n > 0 && r.v.Kind == Count {
		return n, r.count(quantity{den: 1, exactly: true}, w)
	}
	if n := r.l.Together(r.words); n > 0 && r.numbered {
		return n, nil
	}
	if d, speech := r.l.Direction(w); speech != locale.NoSpeech {
		r.leads = speech == locale.Noun
		return 1, r.turn(d, w)
	}
	switch role := r.l.Role(w); {
	case role == locale.From || role == locale.To:
		return r.period(role)
	case (role == locale.Of || role == locale.By) && r.changing():
		// 36% of something is a share, and no change.
		if _, n, err := readQuantity(r.words[1:], r.l); n > 0 || err != nil || role == locale.Of && leads {
			return 1, err
		}
		return 0, unclearf("", "no number stands behind %q", w)
	case role.Silent():
		r.leads = r.l.Counts(w)
		return 1, nil
	case role == locale.NoRole && isName(w, r.v, r.scope):
		return 1, nil
	}
	return 0, unclearf("", "%q is not understood here", w)
}

// changing tells whether the value compares two periods.
func (r *reader) changing() bool {
	return r.v.Kind == Change || r.v.Kind == Points || r.v.Kind == Times
}

// count notes a number, of which there is room for one.
func (r *reader) count(q quantity, word string) error {
	if r.numbered {
		return unclearf("give each number its own claim", "%q is a second number", word)
	}
	r.quantity, r.numbered = q, true
	if q.sign != 0 {
		if err := r.direct(q.sign, word); err != nil {
			return err
		}
	}
	if q.sense != 0 {
		return r.turn(q.sense, word)
	}
	return nil
}

// period reads "from 84" or "to 237".
func (r *reader) period(role locale.Role) (taken int, err error) {
	w := r.words[0]
	q, n, err := readQuantity(r.words[1:], r.l)
	if !r.v.HasBase && err == nil && n == 0 {
		return 0, unclearf("take it and the place or the group behind it out of the brackets", "no number stands behind %q", w)
	}
	if !r.v.HasBase {
		hint := "put | rose into the braces, or the brackets around the number alone"
		if r.v.Kind == Change {
			hint = "leave it out: the data has no counts for both periods"
		}
		return 0, unclearf(hint, "%q compares two periods", w)
	}
	switch {
	case err != nil:
		return 0, err
	case n == 0:
		return 0, unclearf("", "no number stands behind %q", w)
	case q.unit > percent || q.sign != 0:
		return 0, unclearf("", "behind %q there is no plain number", w)
	}
	end := &r.from
	if role == locale.To {
		end = &r.to
	}
	if *end != nil {
		return 0, unclearf("", "%q stands there twice", w)
	}
	*end = &q
	return 1 + n, nil
}

// turn notes a word of direction. There is room for one: a decline of a
// decrease is beyond us.
func (r *reader) turn(d int, word string) error {
	if r.worded != "" {
		return unclearf("", "%q is a second word of direction", word)
	}
	r.worded = word
	return r.direct(d, word)
}

// direct notes a direction; two that differ contradict each other.
func (r *reader) direct(d int, word string) error {
	switch {
	case r.directed && r.sense != d:
		return unclearf("", "%q contradicts the direction before it", word)
	case r.directed && r.quantity.sign < 0:
		return unclearf("leave the minus out", "%q and a minus say the same twice", r.worded)
	}
	r.directed, r.sense = true, d
	return nil
}

// unclear is what is wrong with a claim that cannot be understood, and what to
// do about it; no hint where the figure shows it best.
type unclear struct{ message, hint string }

func (u *unclear) Error() string { return u.message }

func unclearf(hint, format string, args ...any) error {
	return &unclear{diag.Messagef(format, args...), hint}
}
