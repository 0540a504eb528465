package chart

import "testing"

// TestMarksOnCards: an estimate and another definition are marked on a card, and the marks are explained.
func TestMarksOnCards(t *testing.T) {
	for _, c := range []struct {
		name        string
		point       Point
		value, note string
	}{
		{"firm", Point{Value: 5, Label: "5"}, "5", ""},
		{"estimate", Point{Value: 5, Label: "5", Estimated: true}, "5\u00a0e", "e: estimate"},
		{"another definition", Point{Value: 5, Label: "5", Differs: true}, "5\u00a0d", "d: not fully comparable"},
		{"both", Point{Value: 5, Label: "5", Estimated: true, Differs: true}, "5\u00a0e,\u00a0d", "e: estimate · d: not fully comparable"},
	} {
		s := &Spec{Type: Change, Rows: []Row{{Label: "A"}}, Series: []Series{{Points: []Point{c.point}}}}
		rows, more := (&Card{Trend: s}).rows()
		if len(rows) != 1 || rows[0].value != c.value || rowsNote(rows, more) != c.note {
			t.Errorf("%s: %+v, %q", c.name, rows, rowsNote(rows, more))
		}
	}
}
