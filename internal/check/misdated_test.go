package check_test

import (
	"strings"
	"testing"
)

// TestMisdated has sentences of a chapter about the first quarter of 2023 in
// which periods and figures agree, and others in which they do not.
func TestMisdated(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"In the first six months of the year it was calm.", "late-date first six months of the year"},
		{"In the first six months {{ arrivals }} came.", "late-date first six months"},
		{"In the last three months of the year it was calm.", "stale-period last three months of the year"},
		{"During the second half of the year it was calm.", "stale-period second half of the year"},
		{"In the quarter from October to December it was calm.", "stale-period October to December"},
		{"From October to December it was calm.", "stale-period October to December"},
		{"In the last quarter of the year it was calm.", "stale-period last quarter of the year"},
		{"In Q1/2022 it was calm.", "stale-period Q1/2022"},
		{"In the fourth quarter, {{ arrivals }} came; compared with 2022, it is more.", "stale-period fourth quarter"},
		{"The rise that began in autumn 2022 went on: {{ arrivals }} came.", ""},
		{"The trend of the last quarter of 2022 went on, with {{ arrivals }} arrivals.", ""},
		{"In the summer of 2023 it was calm.", "late-date summer of 2023"},
		{"From January to March 2022 there were {{ arrivals }}.", "stale-period January to March 2022"},
		{"In the first half of 2023 there were {{ arrivals }}.", "stale-period first half of 2023"},
		{"In January 2022 there were {{ arrivals }}.", "stale-period January 2022"},
		{"In January there were {{ arrivals }}.", ""},
		{"On 31 December 2022 there were {{ presence }}.", "stale-period 31 December 2022"},
		{"At the end of February there were {{ presence }}.", "stale-period February"},
		{"On 4 June 2023 a centre was closed.", "late-date 4 June 2023"},
		{"In the first quarter of 2023, {{ arrivals albania year-before }} people arrived.", "stale-period {{ arrivals albania year-before }}"},
		{"In the first quarter of 2023, [84]{{ arrivals albania year-before }} people arrived.", "stale-period 84"},
		{"This year, [200]{{ arrivals year-before }} people came.", "stale-period 200"},
		{"Last year, [300]{{ arrivals }} people came.", "stale-period Last year"},
		{"A year earlier, [300]{{ arrivals }} people came.", "stale-period A year earlier"},
		{"A year earlier {{ arrivals }} people came.", "stale-period A year earlier"},
		{"In January 2022 there were {{ arrivals }}.", "stale-period January 2022"},
		{"In the previous quarter, {{ arrivals }} people came.", "stale-period previous quarter"},
		{"There were {{ arrivals year-before }} people.", "stale-period {{ arrivals year-before }}"},
		{"They counted [200]{{ arrivals year-before }} in 2023, after [300]{{ arrivals }} a year earlier.", "stale-period 200|stale-period 300"},
		{"Compared with the previous quarter, arrivals {{ arrivals | rose }}.", "stale-period {{ arrivals | rose }}"},
		{"Compared with 2021, arrivals {{ arrivals | rose }}.", "stale-period {{ arrivals | rose }}"},
		{"There were {{ arrivals }} people last year.", "stale-period last year"},
		{"In the same period of 2022, {{ arrivals }} people came.", "stale-period 2022"},
		{"Now [200]{{ arrivals year-before }} people come.", "stale-period 200"},
		{"In March, [1,404]{{ presence 2023-05 }} people were there.", "stale-period 1,404"},
		{"On 31 March 2023, {{ presence 2023-05 }} people were there.", "stale-period {{ presence 2023-05 }}"},
		{"In March (2023), {{ presence albania 2023-02 }} people were there.", "stale-period March (2023)"},
		{"They counted [300]{{ arrivals }} in 2023, after [200]{{ arrivals year-before }} a year earlier.", ""},
		{"Compared with the first quarter of 2022, {{ arrivals }} people came.", ""},
		{"Compared with the same quarter of 2022, {{ arrivals }} people came.", ""},
		{"In {{ period }}, {{ arrivals }} people came, after {{ arrivals year-before }} in the same months a year earlier: {{ arrivals | increase }}.", ""},
		{"Last year, {{ arrivals year-before }} people came.", ""},
		{"A year earlier there were fewer; now they are {{ arrivals }}.", ""},
		{"There were more than a year earlier, {{ arrivals }} in all.", ""},
		{"There were {{ arrivals }} people, up from {{ arrivals year-before }}.", ""},
		{"Arrivals {{ arrivals | rose }}, but stayed lower than in 2019.", ""},
		{"Arrivals in the first quarter {{ arrivals | rose }} against the same months of last year.", ""},
		{"Since 2015 the route has been closed; {{ arrivals }} came.", ""},
		{"For 2022 the office gives {{ arrivals 2022 }}.", ""},
		{"The year before, it was {{ arrivals year-before }}.", ""},
		{"In 2022 {{ arrivals 2022 }} people came. Of {{ arrivals year-before }} it is known when.", ""},
		{"In the first quarter of 2022 and of 2023, {{ arrivals year-before }} and {{ arrivals }} people came.", ""},
		{"It rose to {{ arrivals }} from the same period of 2022.", ""},
		{"It stood at {{ arrivals }}, against the {{ arrivals year-before }} of 2022.", ""},
		{"In the first quarter the number was {{ arrivals }}, from a base of {{ arrivals year-before }}.", ""},
		{"In the same months of 2022 it was {{ arrivals year-before }}.", ""},
		{"Twelve months earlier it was {{ arrivals year-before }}.", ""},
		{"The number had been {{ arrivals year-before }} a year before.", ""},
		{"At the end of March, {{ presence }} people were there.", ""},
		{"By the end of the quarter, {{ presence }} people were there.", ""},
		{"Most of the {{ presence }} people who had come last year were there.", ""},
		{"In January the camp burnt; {{ presence }} people had to move.", ""},
		{"On 1 January 2023 Croatia joined, and {{ arrivals }} people came.", ""},
		{"In 2022, when the war began, few came; this year {{ arrivals }} did.", ""},
		{"The year 2022 had {{ arrivals 2022 }} arrivals, the first quarter alone {{ arrivals year-before }}.", ""},
		{"In contrast to last year, {{ arrivals }} people came.", ""},
		{"As last year, {{ arrivals }} people came.", ""},
		{"For the first time since 2019, more than before came: {{ arrivals }}.", ""},
		{"Unlike in 2022, {{ arrivals }} people came.", ""},
		{"The {{ arrivals }} people of this year are more than the {{ arrivals year-before }} of last year.", ""},
		{"Of {{ arrivals 2022 }} arrivals in 2022, {{ arrivals year-before }} were in the first quarter.", ""},
		{"In 2022 the office changed its method; {{ arrivals }} people came.", ""},
		{"After a law adopted last year, {{ arrivals }} people came.", ""},
		{"Under the law adopted in December 2022 {{ arrivals }} people were sent back.", ""},
		{"They were {{ arrivals }} in the quarter and {{ arrivals year-before }} a year earlier.", ""},
		{"Arrivals: {{ arrivals }} (a year earlier: {{ arrivals year-before }}).", ""},
		{"Arrivals: {{ arrivals }} (2022: {{ arrivals year-before }}).", ""},
		{"Arrivals fell in 2022, but this year {{ arrivals }} came.", ""},
		{"## In the first quarter of 2022\n\nThere were {{ arrivals year-before }} people.", ""},
		{"In the first quarter of 2022:\n\n- boys: {{ arrivals year-before }} people", ""},
		{"The count rose within a year to {{ arrivals }}.", ""},
		{"In the year to March 2023, {{ arrivals }} people came.", ""},
		{"Between April 2022 and March 2023 {{ arrivals }} people came.", "stale-period April 2022 and March 2023"},
		{"Last year saw {{ arrivals 2022 }} arrivals; this quarter saw {{ arrivals }}.", ""},
		{"While {{ arrivals year-before }} came in early 2022, {{ arrivals }} came in early 2023.", ""},
		{"Of those who came last year: {{ arrivals year-before }}. Of those of this year: {{ arrivals }}.", ""},
		{"There were {{ arrivals }}, the highest number in a first quarter since 2019.", ""},
		{"Last year's law led to {{ arrivals }} departures.", ""},
		{"It has {{ presence }} people and was rebuilt last year.", ""},
		{"The camp, rebuilt last year, has {{ presence }} people.", ""},
		{"Last year the camp was rebuilt. It has {{ presence }} people.", ""},
		{"Arrivals were up on last year, with {{ arrivals }} people.", ""},
		{"With {{ arrivals }} arrivals, the quarter was busier than the last quarter of 2022.", ""},
		{"At the end of last year there were {{ presence }}.", "stale-period last year"},
		{"In Albania, {{ arrivals albania 2022-Q4 }} people came.", "stale-period {{ arrivals albania 2022-Q4 }}"},
		{"In the quarter before, {{ arrivals albania 2022-Q4 }} people came to Albania.", ""},
		{"Relative to the fourth quarter of 2022, arrivals {{ arrivals | rose }}.", "stale-period {{ arrivals | rose }}"},
		{"Compared to the previous year, arrivals {{ arrivals | rose }}.", ""},
		{"Arrivals {{ arrivals | rose }} on the first quarter of 2022.", ""},
		{"Between the first quarter of 2022 and the first quarter of 2023 arrivals {{ arrivals | rose }}.", ""},
		{"In 2022 [300]{{ arrivals }} came and in 2023 [200]{{ arrivals year-before }}.", "stale-period 300|stale-period 200"},
	} {
		if got := saidOf(t, c.body); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.body, got, c.want)
		}
	}
}

// TestLateDateHint has what is to be done about a date past the end, where a
// number stands beside it and where none does.
func TestLateDateHint(t *testing.T) {
	for body, want := range map[string]string{
		"On 4 June 2023 a centre was closed.":                      "literal",
		"On 4 June 2023 {{ arrivals }} people were in the centre.": "bind the number",
		"As of June {{ arrivals }} people were in the centre.":     "give the year",
	} {
		found := false
		for _, p := range run(t, proseSite(body+"\n\nThere are {{ arrivals }} of them [@later].")) {
			found = found || p.Rule == "late-date" && strings.Contains(p.Hint, want)
		}
		if !found {
			t.Errorf("%s: no hint of %q", body, want)
		}
	}
}
