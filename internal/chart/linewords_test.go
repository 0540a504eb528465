package chart_test

import (
	"slices"
	"testing"

	"bulletin/internal/chart"
)

func TestWordsOfLines(t *testing.T) {
	change := func(s *chart.Spec, how func(*chart.Spec)) *chart.Spec {
		how(s)
		return s
	}
	years := func(names []string, values ...[8]float64) *chart.Spec {
		var all []yearly
		for i, name := range names {
			all = append(all, yearly{name, values[i]})
		}
		return byYear(t, chart.Line, "Years", all)
	}
	rows := func(s *chart.Spec, names ...string) *chart.Spec {
		for i, name := range names {
			s.Rows[i].Label = name
		}
		return s
	}
	one := func(values ...float64) *chart.Spec { return simple(t, chart.Line, values...) }
	for _, c := range []struct {
		name string
		spec *chart.Spec
		want string
	}{
		{"peak", one(653, 19282, 90, 1170), "From Row 1 to Row 4, the figure rose from 653 to 1,170, by 79%. It was highest in Row 2 (19,282) and lowest in Row 3 (90)."},
		{"unit", change(one(653, 1170), func(s *chart.Spec) { s.Axis.Unit = "detections" }), "From Row 1 to Row 2, the number of detections rose from 653 to 1,170, by 79%."},
		{"days", rows(one(10, 21, 19), "4 June 2023", "11 June 2023", "18 June 2023"), "From 4 June 2023 to 18 June 2023, the figure rose from 10 to 19, by 90%. It was highest on 11 June 2023 (21) and lowest at the start."},
		{"spans", rows(one(10, 21, 19), "4 to 10 June 2023", "11 to 17 June 2023", "18 to 24 June 2023"), "From 4 to 10 June 2023 to 18 to 24 June 2023, the figure rose from 10 to 19, by 90%. It was highest in 11 to 17 June 2023 (21) and lowest at the start."},
		{"many times", one(79, 868), "From Row 1 to Row 2, the figure rose from 79 to 868, by a factor of 11."},
		{"some times", one(2, 7), "From Row 1 to Row 2, the figure rose from 2 to 7, by a factor of 3.5."},
		{"from zero", one(0, 7), "From Row 1 to Row 2, the figure rose from 0 to 7."},
		{"to zero", one(7, 0), "From Row 1 to Row 2, the figure fell from 7 to 0, by 100%."},
		{"nearly to zero", one(7000, 1), "From Row 1 to Row 2, the figure fell from 7,000 to 1, by more than 99%."},
		{"hardly", one(7000, 7001), "From Row 1 to Row 2, the figure rose from 7,000 to 7,001, by less than 1%."},
		{"same ends", one(5, 1, 9, 5), "From Row 1 to Row 4, the figure was 5 at both ends. It was highest in Row 3 (9) and lowest in Row 2 (1)."},
		{"twice highest", one(5, 9, 2, 9, 6), "From Row 1 to Row 5, the figure rose from 5 to 6, by 20%. It was highest first in Row 2 (9) and lowest in Row 3 (2)."},
		{"highest as at the end", one(5, 9, 2, 9), "From Row 1 to Row 4, the figure rose from 5 to 9, by 80%. It was highest in Row 2 (9, as at the end) and lowest in Row 3 (2)."},
		{"shares", change(one(28.5, 6), func(s *chart.Spec) { s.Axis.Percent = true }), "From Row 1 to Row 2, the figure fell from 28.5% to 6%, by 22.5 percentage points."},
		{"one point more", change(one(5, 6), func(s *chart.Spec) { s.Axis.Percent = true }), "From Row 1 to Row 2, the figure rose from 5% to 6%, by one percentage point."},
		{"labels", change(one(1234567, 2345678), func(s *chart.Spec) {
			s.Series[0].Points[0].Label, s.Series[0].Points[1].Label = "1.2 million", "2.3 million"
		}), "From Row 1 to Row 2, the figure rose from 1.2 million to 2.3 million, by 90%."},
		{"new series", broken(byYear(t, chart.Line, "Refugees", refugees()[5:6]), 4), "From 2018 to 2021, the figure fell from 30,944 to 25,644, by 17%. A new series begins in 2022; to 2025, it rose from 26,521 to 40,863, by 54%."},
		{"new series at the end", broken(one(1, 2, 3), 2), "From Row 1 to Row 2, the figure rose from 1 to 2, by 100%. A new series begins in Row 3 with 3."},
		{"two new series", broken(broken(one(1, 2, 3, 4, 5), 1), 3), "A new series begins in Row 4; to Row 5, the figure rose from 4 to 5, by 25%."},
		{"break before any value", broken(one(1, 2), 0), "From Row 1 to Row 2, the figure rose from 1 to 2, by 100%."},
		{"otherwise counted", change(one(1, 2), func(s *chart.Spec) { s.Series[0].Points[1].Differs = true }), "From Row 1 to Row 2, the figure rose from 1 to 2, which is not fully comparable. One value is not fully comparable."},
		{"two lines", routes(t, chart.Line), "From January 2019 to April 2025, Western Balkan route rose from 653 to 1,170, by 79%; Eastern Mediterranean route fell from 3,244 to 2,555, by 21%. Western Balkan route peaked in October 2022 (19,282) and Eastern Mediterranean route in September 2019 (13,140)."},
		{"nine lines", broken(byYear(t, chart.Line, "Refugees", refugees()), 4), "In 2025, the highest is Romania (206,671), followed by Greece (134,563); the lowest is Bosnia and Herzegovina (586). From 2022 to 2025, six of nine rose, most of all Romania, from 105,621 to 206,671, by 96%; three fell, most of all Bulgaria, from 176,297 to 105,596, by 40%. A new series begins in 2022, not comparable with what was before."},
		{"a break of one of two", change(years([]string{"A", "B"}, [8]float64{1, 2, 3, 4, 5, 6, 7, 8}, [8]float64{8, 7, 6, 5, 4, 3, 2, 1}), func(s *chart.Spec) { s.Series[1].Points[5].Break = true }), "A rose from 1 to 8, by a factor of 8 (2018 to 2025); B fell from 3 to 1, by 67% (2023 to 2025). A new series begins for B in 2023, not comparable with what was before."},
		{"four that stand still", years([]string{"A", "B", "C", "D"}, [8]float64{}, [8]float64{}, [8]float64{}, [8]float64{}), "In 2025, all four are 0."},
		{"ties", years([]string{"A", "B", "C", "D", "E", "F"}, [8]float64{7: 5}, [8]float64{7: 5}, [8]float64{}, [8]float64{}, [8]float64{}, [8]float64{}), "In 2025, the highest are A and B (5), the lowest are C and three others (0). From 2018 to 2025, two of six rose, most of all A, from 0 to 5."},
		{"holes in many", change(byYear(t, chart.Line, "Refugees", refugees()[:4]), func(s *chart.Spec) {
			for j := range s.Series {
				s.Series[j].Points[1+j].Missing = true
			}
		}), "In 2025, the highest is Greece (134,563), followed by Bulgaria (105,596); the lowest is Albania (4,673). From 2018 to 2025, all four rose, most of all Bulgaria, from 19,906 to 105,596, by a factor of 5.3. The highest value of all is that of Greece in 2023 (192,384). Four figures are missing for Greece, Bulgaria, North Macedonia and Albania."},
		{"names without", change(routes(t, chart.Line), func(s *chart.Spec) {
			for j := range s.Series {
				s.Series[j].Name = ""
				s.Series[j].Points = slices.Repeat([]chart.Point{{Value: 1}}, len(s.Rows))
			}
		}), "From January 2019 to April 2025, line 1 stayed at 1; line 2 stayed at 1."},
	} {
		if got := chart.Alternative(c.spec); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}
