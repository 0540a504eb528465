package roll

import (
	"testing"

	"bulletin/internal/period"
)

func parse(t testing.TB, text string) period.Period {
	t.Helper()
	p, err := period.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestMove moves periods by steps of all kinds. Where nothing is written behind the
// arrow the period stays.
func TestMove(t *testing.T) {
	for _, step := range []struct {
		from, base, to string
		moves          map[string]string
	}{
		{"2023-Q1", "2022-Q1", "2023-Q2", map[string]string{
			"2023-Q1": "2023-Q2", "2022-Q1": "2022-Q2", "2023-03": "2023-06", "2023-01": "2023-04", "2022-02": "2022-05",
			"2023-03-31": "2023-06-30", "2022-03-31": "2022-06-30", "2023-01-01": "2023-04-01", "2023-01-31": "2023-04-30", "2023-02-28": "2023-05-31", "2023-02-14": "2023-05-14",
			"2023-01..2023-02": "2023-04..2023-05", "2023-01..2023-03": "2023-04..2023-06", "2022-Q1..2023-Q1": "2022-Q2..2023-Q2", "2022-03..2023-03": "2022-06..2023-06",
			"2021-05..2023-03": "2021-05..2023-06", "2022-02-24..2023-03-31": "2022-02-24..2023-06-30", "2023-01-01..2023-03-31": "2023-04-01..2023-06-30",
			"2022-02-24..2023-05-31": "", "2022-Q4": "", "2022-12": "", "2023": "", "2022": "", "2021": "", "2023-06-04": "", "2023-Q2": "", "2022-Q2": "", "2023-04": "", "2023-01..2023-04": "",
		}},
		{"2022-Q4", "2021-Q4", "2023-Q1", map[string]string{ // across a year's end
			"2022-Q4": "2023-Q1", "2021-Q4": "2022-Q1", "2022-12": "2023-03", "2022-12-31": "2023-03-31", "2022-11": "2023-02", "2022-11-30": "2023-02-28",
			"2022": "2023", "2021": "", "2020": "", "2021-12..2022-12": "2022-03..2023-03",
		}},
		{"2022-Q4", "2021-Q4", "2023-Q2", map[string]string{ // that skips a quarter
			"2022-Q4": "2023-Q2", "2021-Q4": "2022-Q2", "2022-12": "2023-06", "2022-10": "2023-04", "2022": "2023", "2022-12-31": "2023-06-30", "2022-12-30": "2023-06-30",
		}},
		{"2023-Q1", "2022-Q4", "2023-Q2", map[string]string{ // compared with the quarter before
			"2022-Q4": "2023-Q1", "2022-12": "2023-03", "2022-Q1": "", "2023": "",
		}},
		{"2022", "2021", "2023", map[string]string{ // yearly editions
			"2022": "2023", "2021": "2022", "2022-12": "2023-12", "2021-Q4": "2022-Q4", "2022-06-30": "2023-06-30", "2020": "", "2023-01": "",
		}},
		{"2023", "2022", "2024", map[string]string{"2023-02-28": "2024-02-29", "2022-02-28": "2023-02-28"}},
		{"2023-11", "2022-11", "2024-01", map[string]string{"2023-11": "2024-01", "2023-11-30": "2024-01-31", "2022-11": "2023-01", "2023": "2024", "2023-12": ""}},
		{"2024-01..2024-02", "2023-01..2023-02", "2024-03..2024-04", map[string]string{
			"2024-01..2024-02": "2024-03..2024-04", "2023-01..2023-02": "2023-03..2023-04", "2024-02": "2024-04", "2024-02-29": "2024-04-30", "2024": "",
		}},
		{"2024-01-01..2024-01-07", "2023-01-01..2023-01-07", "2024-01-08..2024-01-14", map[string]string{
			"2024-01-07": "2024-01-14", "2023-01-05": "2023-01-12", "2024-01": "", "2024-01-08": "",
		}},
		{"2023-Q2", "2022-Q2", "2023-Q1", map[string]string{"2023-06": "2023-03", "2023-06-30": "2023-03-31", "2023": ""}}, // backwards
	} {
		s := NewStep(parse(t, step.from), parse(t, step.base), parse(t, step.to))
		for was, want := range step.moves {
			is, moves := s.Move(parse(t, was))
			switch {
			case moves != (want != ""):
				t.Errorf("%s to %s: %s becomes %s, want %q", step.from, step.to, was, is, want)
			case moves && is.String() != want:
				t.Errorf("%s to %s: %s becomes %s, want %s", step.from, step.to, was, is, want)
			case !moves && is != parse(t, was):
				t.Errorf("%s to %s: %s stays, but as %s", step.from, step.to, was, is)
			}
		}
	}
}

// TestMoveRange moves what charts write: years may be a range there.
func TestMoveRange(t *testing.T) {
	quarter := NewStep(parse(t, "2022-Q4"), parse(t, "2021-Q4"), parse(t, "2023-Q1"))
	year := NewStep(parse(t, "2022"), parse(t, "2021"), parse(t, "2023"))
	for _, try := range []struct {
		step    Step
		was, is string
		moves   bool
	}{
		{quarter, "2018..2022", "2018..2023", true},
		{quarter, "2018..2021", "2018..2021", false},
		{year, "2018..2022", "2018..2023", true},
		{year, "2021..2022", "2022..2023", true},
		{quarter, "2019-01..2022-12", "2019-01..2023-03", true},
		{quarter, "2019-01..2025-04", "2019-01..2025-04", false},
		{quarter, "spring..2022", "spring..2022", false},
		{quarter, "2022-Q4", "2023-Q1", true},
	} {
		if is, moves := try.step.MoveRange(try.was); moves != try.moves || moves && is != try.is {
			t.Errorf("%s becomes %s (%v), want %s", try.was, is, moves, try.is)
		}
	}
}

// TestTwice moves each month and quarter of an edition by one quarter twice, and by two
// at once: both lead to the same.
func TestTwice(t *testing.T) {
	for q := parse(t, "2019-Q1"); q.Last() < parse(t, "2026-Q4").Last(); q = q.Next() {
		first := NewStep(q, q.YearBefore(), q.Next())
		second := NewStep(q.Next(), first.NewBase(), q.Next().Next())
		both := NewStep(q, q.YearBefore(), q.Next().Next())
		for _, of := range []period.Period{q, q.YearBefore()} {
			months, _ := of.Split(period.Month)
			for _, p := range append(months, of) {
				once, _ := first.Move(p)
				twice, ok := second.Move(once)
				if at, _ := both.Move(p); !ok || twice != at {
					t.Errorf("%s of %s: %s by way of %s, %s at once", p, q, twice, once, at)
				}
			}
		}
	}
}
