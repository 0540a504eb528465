package chart_test

import (
	"fmt"
	"testing"

	"bulletin/internal/chart"
)

// detections by month from January 2019, as Frontex published them on 3 June 2025.
func detections() (westernBalkan, easternMediterranean []float64) {
	return []float64{
			653, 969, 1173, 936, 869, 734, 897, 644, 982, 1002, 2478, 3790,
			2516, 2071, 1320, 90, 1203, 2505, 2166, 1800, 2537, 3811, 3195, 3704,
			2304, 3575, 2574, 3255, 3445, 3757, 4194, 6603, 9566, 8627, 7307, 6411,
			6021, 5663, 7345, 9545, 12596, 14697, 14783, 16540, 18877, 19282, 11228, 7541,
			5023, 3652, 6723, 7372, 8483, 7308, 10199, 14207, 16642, 17125, 1206, 1062,
			1927, 1938, 1897, 1478, 1849, 1452, 1626, 2445, 2477, 2103, 1403, 930,
			839, 639, 788, 1170,
		}, []float64{
			3244, 2756, 3806, 3811, 3931, 4886, 6615, 9980, 13140, 12230, 10883, 8051,
			4443, 3638, 3238, 139, 303, 681, 928, 1250, 1360, 1829, 1589, 882,
			836, 793, 1945, 2007, 1652, 1324, 1342, 1950, 1949, 3393, 3141, 2461,
			1340, 1748, 3527, 3455, 2598, 3185, 2968, 3924, 4538, 3892, 4551, 2964,
			2347, 1891, 2349, 1880, 2295, 3514, 4601, 8048, 12971, 8687, 5917, 6796,
			4410, 5355, 3878, 3871, 4662, 3631, 5562, 7478, 8732, 9130, 8200, 5045,
			3695, 2844, 3235, 2555,
		}
}

// yearly is a count of an area from 2018 to 2025 (UNHCR, refugee statistics database).
type yearly struct {
	area   string
	values [8]float64
}

// refugees at the end of the year; from 2022 those from Ukraine are among them, a break in the series.
func refugees() []yearly {
	return []yearly{
		{"Greece", [8]float64{61446, 80454, 103101, 119650, 160761, 192384, 116450, 134563}},
		{"Bulgaria", [8]float64{19906, 20438, 21113, 22830, 176297, 97618, 108747, 105596}},
		{"North Macedonia", [8]float64{413, 354, 303, 292, 7065, 18898, 20911, 20822}},
		{"Albania", [8]float64{132, 120, 105, 109, 2676, 5079, 9381, 4673}},
		{"Montenegro", [8]float64{727, 653, 166, 175, 32438, 64733, 18670, 12269}},
		{"Serbia and Kosovo*", [8]float64{30944, 26427, 26085, 25644, 26521, 29365, 36068, 40863}},
		{"Romania", [8]float64{4134, 3860, 3581, 4200, 105621, 87487, 184529, 206671}},
		{"Bosnia and Herzegovina", [8]float64{5227, 5241, 5232, 240, 274, 348, 495, 586}},
		{"Croatia", [8]float64{787, 916, 956, 1020, 20638, 25029, 28707, 29748}},
	}
}

// asylum applications of the first time; in Bulgaria from 2019 with the repeated ones.
func applications() []yearly {
	return []yearly{
		{"Greece", [8]float64{64958, 74897, 37822, 22498, 29074, 57875, 68980, 55361}},
		{"Bulgaria", [8]float64{2530, 2134, 3519, 10987, 20389, 22506, 12231, 3876}},
		{"North Macedonia", [8]float64{292, 450, 151, 91, 162, 598, 322, 169}},
		{"Albania", [8]float64{4352, 64, 12, 15, 29, 28, 16, 36}},
		{"Montenegro", [8]float64{3091, 1912, 538, 270, 163, 140, 117, 125}},
		{"Serbia and Kosovo*", [8]float64{909, 2318, 1539, 750, 884, 369, 406, 323}},
		{"Romania", [8]float64{2110, 2587, 6148, 9568, 12342, 10124, 2331, 1144}},
		{"Bosnia and Herzegovina", [8]float64{1557, 777, 240, 165, 141, 140, 220, 162}},
		{"Croatia", [8]float64{748, 1221, 1586, 2475, 2673, 1678, 1302, 1229}},
	}
}

// monthRows are rows for months from January 2019; each January has a tick.
func monthRows(n int) (rows []chart.Row) {
	names := []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	for i := range n {
		year, month := 2019+i/12, i%12
		row := chart.Row{Label: fmt.Sprint(names[month], " ", year), Short: fmt.Sprint(names[month][:3], " ", year), X: float64(2019*12 + i)}
		if month == 0 {
			row.Tick = fmt.Sprint(year)
		}
		rows = append(rows, row)
	}
	return rows
}

func series(name string, values ...float64) chart.Series {
	one := chart.Series{Name: name}
	for _, v := range values {
		one.Points = append(one.Points, chart.Point{Value: v})
	}
	return one
}

// routes are the detections on two routes, as lines or as panels.
func routes(t testing.TB, kind chart.Type) *chart.Spec {
	west, east := detections()
	return &chart.Spec{
		Type: kind, Title: "Detections by route", Locale: english(t), Axis: chart.Axis{Unit: "detections"}, Rows: monthRows(len(west)),
		Series: []chart.Series{series("Western Balkan route", west...), series("Eastern Mediterranean route", east...)},
	}
}

// byYear are lines or panels of yearly counts.
func byYear(t testing.TB, kind chart.Type, title string, of []yearly) *chart.Spec {
	s := &chart.Spec{Type: kind, Title: title, Locale: english(t)}
	for y := range 8 {
		year := fmt.Sprint(2018 + y)
		s.Rows = append(s.Rows, chart.Row{Label: year, Tick: year, X: float64(y)})
	}
	for _, one := range of {
		s.Series = append(s.Series, series(one.area, one.values[:]...))
	}
	return s
}

// broken marks a new series from a row on.
func broken(s *chart.Spec, row int) *chart.Spec {
	for j := range s.Series {
		s.Series[j].Points[row].Break = true
	}
	return s
}

// withRepeated marks Bulgaria's applications as counted otherwise.
func withRepeated(s *chart.Spec) *chart.Spec {
	for j := range s.Series {
		for i := 1; i < len(s.Rows) && s.Series[j].Name == "Bulgaria"; i++ {
			s.Series[j].Points[i].Differs = true
		}
	}
	return s
}

// holed has gaps of every kind: at both ends, alternating, and a value that stands alone; the last three are estimates.
func holed(t testing.TB, kind chart.Type) *chart.Spec {
	s := routes(t, kind)
	for i := range s.Rows {
		one, two := &s.Series[0].Points[i], &s.Series[1].Points[i]
		one.Missing = i < 5 || i > 19 && i < 27 && i != 23 || i > 70
		one.Estimated = i > 60
		two.Missing = i < 12 && i%2 == 0 || i > 40 && i < 50 && i%2 == 1
		two.Estimated = i > 72
	}
	return s
}

// twelve are as many lines as there can be, over two years of quarters.
func twelve(t testing.TB, kind chart.Type) *chart.Spec {
	s := &chart.Spec{Type: kind, Title: "Twelve nationalities", Locale: english(t)}
	for i := range 16 {
		row := chart.Row{Label: fmt.Sprintf("Q%d %d", i%4+1, 2021+i/4)}
		row.Tick = row.Label
		s.Rows = append(s.Rows, row)
	}
	names := []string{"Syria", "Afghanistan", "Türkiye", "Morocco", "Somalia", "Tunisia", "Democratic Republic of the Congo", "Pakistan", "Iraq", "India", "China", "Other"}
	for j, name := range names {
		one := chart.Series{Name: name, Rest: name == "Other"}
		for i := range 16 {
			one.Points = append(one.Points, chart.Point{Value: float64((12-j)*(12-j)*30 + (i*i*(j+3)*37)%(900/(j+1)) + i*10)})
		}
		s.Series = append(s.Series, one)
	}
	return s
}

func lineExamples(t testing.TB) []example {
	west, _ := detections()
	one := &chart.Spec{Type: chart.Line, Title: "Western Balkan route", Locale: english(t), Rows: monthRows(len(west)), Series: []chart.Series{series("", west...)}}
	below := simple(t, chart.Line, -5, 3, -12, 8, 2.5)
	below.Axis.Percent = true
	long := routes(t, chart.Line)
	long.Series[0].Name = "Detections of illegal border-crossing on what Frontex calls the Western Balkan route, as revised"
	long.Series[1].Name = "Verwaltungsgerichtsverfahrensbeschleunigungsgesetz"
	return append(multiplesExamples(t), []example{
		{"line", one}, {"line-four", several(t)}, {"line-routes", routes(t, chart.Line)}, {"line-gaps", holed(t, chart.Line)},
		{"line-new-series", broken(byYear(t, chart.Line, "Refugees", refugees()[5:6]), 4)},
		{"line-nine", broken(byYear(t, chart.Line, "Refugees", refugees()), 4)},
		{"line-differs", withRepeated(byYear(t, chart.Line, "Applications", applications()[1:]))},
		{"line-twelve", twelve(t, chart.Line)}, {"line-below-zero", below}, {"line-long-names", long},
		{"line-point", simple(t, chart.Line, 5)}, {"line-flat", simple(t, chart.Line, 5, 5, 5)}, {"line-zero", simple(t, chart.Line, 0, 0)},
	}...)
}

func multiplesExamples(t testing.TB) []example {
	free := broken(byYear(t, chart.Multiples, "Refugees", refugees()), 4)
	free.Free = true
	return []example{
		{"multiples", withRepeated(byYear(t, chart.Multiples, "Applications", applications()))},
		{"multiples-free", free},
		{"multiples-two", routes(t, chart.Multiples)},
		{"multiples-gaps", holed(t, chart.Multiples)},
		{"multiples-twelve", twelve(t, chart.Multiples)},
		{"multiples-one", byYear(t, chart.Multiples, "Refugees", refugees()[:1])},
	}
}
