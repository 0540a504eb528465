package intake_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
	"bulletin/internal/intake"
	"bulletin/internal/period"
)

const published = `edition: 2023-q1
cells:
  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 868, date: 2023-06-01}
  - {indicator: arrivals, area: cote, period: 2023-Q1, part: [sex=girls], value: 9, date: 2023-06-01}
  - {indicator: presence, area: serbia, period: 2023-Q1, value: none, date: 2023-06-01}
`

// recorded is the site of TestUpdate, with a record of some of its values.
func recorded() files {
	f := site(old)
	f["data/published/2023-q1.yaml"] = published
	return f
}

// correct finds a value and corrects it.
func (f files) correct(t *testing.T, name string, c intake.Correction) (*intake.Corrected, error) {
	t.Helper()
	set := f.set(t)
	var err error
	if c.Of, err = intake.Find(set, name); err != nil {
		return nil, err
	}
	if c.Day == 0 {
		c.Day = period.Date(2023, 9, 1)
	}
	done, ps, err := intake.Correct(f.fs(), set, c)
	if err == nil && len(ps) > 0 {
		err = errors.New(told(ps))
	}
	return done, err
}

// TestCorrect: the value is changed where it stands, and its reason is added.
func TestCorrect(t *testing.T) {
	const entry = "- {indicator: arrivals, area: serbia, period: 2023-Q1, was: 868, now: 871, date: 2023-09-01, reason: Counted anew.}"
	for _, c := range []struct {
		name, cell string
		c          intake.Correction
		from, to   string // in the observations
		before     string // data/revisions.yaml
		want       string // what is added to it; "" where nothing is
	}{
		{"a number", "arrivals serbia 2023-Q1", intake.Correction{Value: "871", Reason: "Counted anew."}, "serbia: 868 #", "serbia: 871 #", "- {indicator: arrivals, area: serbia, period: 2022-Q1, was: 1, now: 2, date: 2023-07-01, reason: More.}\n", entry + "\n"},
		{"in any order, by name and code", "2023-q1 SRB arrivals", intake.Correction{Value: " 871 ", Reason: " Counted anew. "}, "serbia: 868 #", "serbia: 871 #", "# Ours.", "\n" + entry + "\n"},
		{"under entries that stand in", "arrivals serbia 2023-Q1", intake.Correction{Value: "871", Reason: "Counted anew."}, "serbia: 868 #", "serbia: 871 #", "  - {indicator: arrivals, area: serbia, period: 2022-Q1, was: 1, now: 2, date: 2023-07-01, reason: More.}", "\n  " + entry + "\n"},
		{"what was not published", "arrivals kosovo 2023-Q1", intake.Correction{Value: "240", Reason: "Counted anew."}, "value: 237", "value: 240", "", ""},
		{"a source and a note", "arrivals kosovo 2023-Q1", intake.Correction{Value: "237", Source: "other", Note: "It's so."}, "{value: 237, status: E}", "{value: 237, status: E, source: other, note: \"It's so.\"}", "", ""},
		{"a part", "arrivals cote 2023-Q1 sex=girls", intake.Correction{Value: "10", Reason: "So."}, "girls: 9", "girls: 10", "# Ours.\n", "- {indicator: arrivals, area: cote, period: 2023-Q1, part: [sex=girls], was: 9, now: 10, date: 2023-09-01, reason: So.}\n"},
		{"a value where there was none", "presence serbia 2023-03", intake.Correction{Value: "5", Source: "office", Reason: "It came in."}, "status: O, note: \"None, yet.\"", "status: A, note: \"None, yet.\", value: 5, source: office", "# Ours.\n", "- {indicator: presence, area: serbia, period: 2023-Q1, was: none, now: 5, date: 2023-09-01, reason: It came in.}\n"},
		{"a rate, with its sign", "rate serbia 2023-Q1", intake.Correction{Value: "12.75 %"}, "12.50", "12.75", "", ""},
		{"a long reason", "arrivals serbia 2023-Q1", intake.Correction{Value: "871", Reason: "The ministry: three more, of its \"own\" accord."}, "serbia: 868 #", "serbia: 871 #", "# Ours.\n",
			"- {indicator: arrivals, area: serbia, period: 2023-Q1, was: 868, now: 871,\n   date: 2023-09-01, reason: \"The ministry: three more, of its \\\"own\\\" accord.\"}\n"},
	} {
		for _, eol := range []string{"\n", "\r\n"} {
			lines := func(text string) string { return strings.ReplaceAll(text, "\n", eol) }
			f := recorded()
			const at = "data/observations/old.yaml"
			f[at] = lines(f[at])
			if c.before != "" {
				f["data/revisions.yaml"] = lines(c.before)
			}
			want := f.with(&intake.Plan{})
			want[at] = strings.Replace(f[at], c.from, c.to, 1)
			if c.want != "" {
				want["data/revisions.yaml"] = lines(c.before + c.want)
				if !strings.Contains(c.before, "\n") { // which says nothing of its line ends
					want["data/revisions.yaml"] = c.before + c.want
				}
			}
			done, err := f.correct(t, c.cell, c.c)
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			after := f.with(&intake.Plan{Files: done.Files})
			if d := cmp.Diff(want, after); d != "" {
				t.Errorf("%s: %s", c.name, d)
			}
			o, err := intake.Find(after.set(t), c.cell)
			if err != nil || !data.PrintedOf(o).Same(done.Now) {
				t.Errorf("%s: %v, and the set has %v", c.name, err, o)
			}
		}
	}
}

// TestCorrectNothing: of what is there already nothing is written, nor of a published
// value without a reason.
func TestCorrectNothing(t *testing.T) {
	same, err := recorded().correct(t, "arrivals serbia 2023-Q1", intake.Correction{Value: "868.0", Reason: "So."})
	if err != nil || len(same.Files) > 0 || same.Changed || same.Wanting || same.Published == nil {
		t.Errorf("%+v, %v", same, err)
	}
	wanting, err := recorded().correct(t, "arrivals serbia 2023-Q1", intake.Correction{Value: "871"})
	if err != nil || len(wanting.Files) != 1 || !wanting.Wanting || wanting.Revision != "" {
		t.Errorf("%+v, %v", wanting, err)
	}
}

// TestCannotCorrect: what cannot be meant is refused, with what can.
func TestCannotCorrect(t *testing.T) {
	for _, c := range []struct {
		cell string
		c    intake.Correction
		want string
	}{
		{"arivals serbia 2023-Q1", intake.Correction{}, `there is no indicator "arivals" [did you mean "arrivals"?]`},
		{"arrivals srbia 2023-Q1", intake.Correction{}, `there is no area "srbia" [did you mean "serbia"?]`},
		{"arrivals serbia kosovo 2023-Q1", intake.Correction{}, "kosovo is a second area, beside serbia"},
		{"arrivals serbia 2023-Q1 2023", intake.Correction{}, "2023 is a second period, beside 2023-Q1"},
		{"arrivals presence serbia 2023-Q1", intake.Correction{}, "presence is a second indicator, beside arrivals"},
		{"arrivals cote 2023-Q1 sexx=girls", intake.Correction{}, `there is no dimension "sexx" [did you mean "sex"?]`},
		{"arrivals cote 2023-Q1 sex=girls sex=boys", intake.Correction{}, "sex is given twice"},
		{"arrivals cote 2023-Q1 sex=boys", intake.Correction{}, "there is no arrivals, Côte, d'Ivoire, 2023-Q1, sex=boys [there is arrivals cote 2023-Q1 age=children, arrivals cote 2023-Q1 sex=girls]"},
		{"arrivals serbia", intake.Correction{}, "the name has no period [name one of them in full: arrivals serbia 2023-Q1]"},
		{"arrivals both 2023-Q1", intake.Correction{}, "arrivals, Both, 2023-Q1 is a sum of other values [correct the one that has changed: arrivals serbia 2023-Q1, arrivals kosovo 2023-Q1]"},
		{"arrivals serbia 2023", intake.Correction{}, "arrivals, Serbia, 2023 stands nowhere: it is made of values of shorter periods"},
		{"gain serbia 2023", intake.Correction{}, "there is no gain, Serbia, 2023 [a value that is new is entered in data/observations/"},
		{"arrivals serbia 2023-Q1", intake.Correction{Value: "12.34567"}, `"12.34567" has too many digits`},
		{"arrivals serbia 2023-Q1", intake.Correction{Value: "1,000"}, `"1,000" is no number`},
		{"arrivals serbia 2023-Q1", intake.Correction{Value: "40%"}, "is counted in people, not in per cent"},
		{"arrivals serbia 2023-Q1", intake.Correction{Value: "8.5", Reason: "So."}, "data/observations/old.yaml:9:15: "},
		{"arrivals serbia 2023-Q1", intake.Correction{Value: "870", Reason: "…"}, "the reason cannot be entered in data/revisions.yaml: the revision gives no reason"},
		{"arrivals serbia 2023-Q1", intake.Correction{Value: "870", Reason: "So.", Day: period.Date(2023, 5, 31)}, "was published on 2023-06-01, and this correction would be of 2023-05-31, before it"},
		{"arrivals serbia 2023-Q1", intake.Correction{Value: "870", Reason: "A\u202eB."}, "the reason cannot be "},
		{"presence serbia 2023-Q1", intake.Correction{Value: "5", Reason: "So."}, "the value of presence, Serbia, 2023-Q1 has no source"},
		{"arrivals cote 2023-Q1 sex=girls", intake.Correction{Value: "51", Reason: "So."}, "the parts by sex add up to 51, more than the total of 50"},
	} {
		done, err := recorded().correct(t, c.cell, c.c)
		got := fmt.Sprint(err)
		if wrong := (*intake.UsageError)(nil); errors.As(err, &wrong) {
			got = wrong.Message + " [" + wrong.Hint + "]"
		}
		if err == nil || !strings.Contains(got, c.want) {
			t.Errorf("%s %+v:\n got %s\nwant %s (%+v)", c.cell, c.c, got, c.want, done)
		}
	}
}
