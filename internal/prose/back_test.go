package prose_test

import (
	"strings"
	"testing"

	"bulletin/internal/locale"
	"bulletin/internal/prose"
)

// TestBacks has sentences, and the words in them that lead to another note.
func TestBacks(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	r := prose.NewReader(l, nil)
	for _, c := range []struct{ body, want string }{
		{"Ibid.", "Ibid"},
		{"UNHCR, ibidem, p. 4.", "ibidem"},
		{"UNHCR, op. cit., p. 4.", "op. cit"},
		{"UNHCR, op.cit. and Op cit; loc. cit.", "op.cit|Op cit|loc. cit"},
		{"See note 5.", "note 5"},
		{"It rose (see also footnote 12).", "footnote 12"},
		{"See also notes 3–5 and supra note 3; supra, note 4.", "notes 3–5|note 3|note 4"},
		{"Cf. endnote 7; note 8 above; footnote 9, supra (note 10) [fn 11].", "endnote 7|note 8|footnote 9|note 10|fn 11"},
		{"See the note 5.", "note 5"},
		{"> Said, ibid.\n\n- ibid\n\n| A |\n|--|\n| Ibid |", "ibid|ibid|Ibid"},
		{"Text[^a].\n\n[^a]: Ibid.", "Ibid"},
		{"[ibid.]{{ literal \"quoted\" }}", "ibid"},
		// Words that lead nowhere.
		{"", ""},
		{"The office took note 5 times.", ""},
		{"See note 5 of the report, and footnote 3 in the annex.", ""},
		{"See the note below the chart. A note of 2023 follows.", ""},
		{"Note 5 people. Please note the five above.", ""},
		{"See note 2023.", ""},
		{"The op was cited; at the loc, and forbid it.", ""},
		{"Write `ibid.` never, and `see note 5` neither.", ""},
		{"The above notes are 5.", ""},
		{"See https://example.org/ibid for it.", ""},
	} {
		r.Forget()
		_, d := parse(t, c.body)
		var got []string
		for _, p := range r.Read(d.Body, written) {
			for _, b := range p.Backs {
				got = append(got, p.Text[b.Start:b.Stop])
			}
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.body, joined, c.want)
		}
	}
}

// TestOrdered tells the items of numbered lists from those of others.
func TestOrdered(t *testing.T) {
	var got []string
	for _, p := range passages(t, "Words.\n\n1. one\n\n   more\n   - two\n2. three\n\n- four\n  1. five\n") {
		if p.Ordered {
			got = append(got, p.Text)
		}
	}
	if joined := strings.Join(got, " "); joined != "one more three five" {
		t.Errorf("in numbered lists: %s", joined)
	}
}
