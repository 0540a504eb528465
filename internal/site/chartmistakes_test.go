package site_test

import (
	"strings"
	"testing"

	"bulletin/internal/site"
)

// TestMistakesInCharts has, for each mistake in a block, the one problem that
// is reported: the field and word at which it stands, words of the message and
// of the hint. Every block but those that say otherwise has a title.
func TestMistakesInCharts(t *testing.T) {
	const long = "[serbia, greece, kosovo, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10]"
	for _, c := range []struct{ block, at, message, hint string }{
		// Words that a field does not know.
		{"type: bra\nindicator: arrivals", "bra", `unknown chart type "bra"`, `did you mean "bar"?`},
		{"type: spark\nindicator: arrivals", "spark", "only templates draw it", "type: line"},
		{"type: bar\nindicator: arrivals\nsort: size", "size", `unknown order "size"`, "value, name and given"},
		{"type: donut\nindicator: asked\nby: nationality\nvalues: percents", "percents", "unknown kind of values", `did you mean "percent"?`},
		{"type: multiples\nindicator: arrivals\nperiods: last 2\nscale: fre", "fre", "unknown scale", `did you mean "free"?`},
		{"type: map\nindicator: arrivals\nareas: both\nstyle: bubbles", "bubbles", "unknown style of map", "symbols and shades"},
		{"type: bar\nindicator: asked\nby: nationality\ncategories: [a, xanadu]", "xanadu]", `nationality has no category "xanadu"`, "data/dimensions.yaml"},
		{"type: bar\nindicator: headlin\nareas: both", "headlin", `unknown indicator "headlin"`, `did you mean "headline"?`},
		{"type: bar\nindicator: arrivals\npart: children", "children", "is no part", "age=children"},
		{"type: bar\nindicator: arrivals\npart: ages=children", "ages=", `unknown dimension "ages"`, `did you mean "age"?`},
		{"type: bar\nindicator: arrivals\npart: age=kids", "age=kids", `age has no category "kids"`, "data/dimensions.yaml"},
		{"type: bar\nindicator: arrivals\npart: [age=children, age=adults]", "age=adults", "nothing is in both", "remove one"},
		{"type: change\nindicator: arrivals\ncompare: yesterday", "yesterday", "is no period", "year-before"},
		{"type: bar\nindicator: arrivals\nid: My Chart", "My Chart", "cannot be a chart's id", "arrivals-by-country"},
		{"type: bar\nindicator: arrivals\nid: -x", "-x", "cannot be a chart's id", ""},
		{"type: bar\nindicator: arrivals\nid: card", "card", "a file of that name is something else", ""},
		{"type: bar\nindicator: arrivals\nid: index", "index", "a file of that name is something else", ""},
		{"type: bar\nindicator: arrivals\nid: lpt1", "lpt1", "a file of that name is something else", ""},

		// Fields without a value: nothing else is said of their block.
		{"type: bar\nindicator: []", "indicator: []", "indicator: is empty", "remove it"},
		{"type: bar\nindicator: arrivals\nareas: []", "areas: []", "areas: is empty", ""},
		{"type: map\nindicator: rate\nclasses: []", "classes: []", "classes: is empty", ""},
		{"type: bar\nindicator: arrivals\nindicators: [tents]", "tents]", "both stand here", "keep one"},

		// Fields without an effect.
		{"type: bar\nindicator: arrivals\nvalues: percent", "percent", "values: has no effect here: a bar chart is not of parts", "remove it"},
		{"type: bar\nindicator: arrivals\nscale: free", "free", "scale: has no effect", ""},
		{"type: bar\nindicator: arrivals\nstyle: shades", "shades", "style: has no effect", ""},
		{"type: bar\nindicator: rate\nclasses: [10]", "10]", "classes: has no effect", ""},
		{"type: bar\nindicator: asked\ncategories: [a]", "a]", "categories: has no effect", "add by:"},
		{"type: map\nindicator: arrivals\nareas: both\nby: age", "age", "by: has no effect", ""},
		{"type: map\nindicator: arrivals\nareas: both\nclasses: [10]", "10]", "symbols have no classes", ""},
		{"type: line\nindicator: arrivals\nperiods: last 3\nsort: name", "name", "sort: has no effect", ""},
		{"type: donut\nindicator: asked\nby: nationality\ncompare: previous", "previous", "compare: has no effect", ""},
		{"type: stacked\nindicator: asked\nby: nationality\nperiods: [2022-Q1, 2023-Q1]\nsort: name", "name", "rows run over time", ""},

		// Periods that a type cannot show.
		{"type: line\nindicator: arrivals", "line", "does not say which", "periods: last 8"},
		{"type: line\nindicator: arrivals\nperiod: 2023-Q1", "2023-Q1", "period: names one", "periods: last 8"},
		{"type: line\nindicator: arrivals\nperiods: [2022-Q1, 2022]", "2022]", "of another than 2022-Q1", "name quarters"},
		{"type: donut\nindicator: asked\nby: nationality\nperiods: [2022-Q1, 2023-Q1]", "2023-Q1]", "a donut shows one period, not 2", "period: 2023-Q1"},
		{"type: map\nindicator: arrivals\nareas: both\nperiods: last 4", "last 4", "a map shows one period, not 4", ""},
		{"type: dumbbell\nindicator: arrivals\nareas: both\nperiods: last 3", "last 3", "a dumbbell chart compares two periods, not 3", ""},
		{"type: dumbbell\nindicator: arrivals\nareas: both\ncompare: 2023-Q1", "2023-Q1", "compared with itself", "earlier"},
		{"type: change\nindicator: arrivals\nareas: both\nperiod: 2022-Q1\ncompare: 2023-Q1", "2023-Q1", "2022-Q1 is compared with 2023-Q1, which does not end before", "earlier"},
		{"type: change\nindicator: arrivals\nareas: both\ncompare: 2023", "2023", "does not end before it begins", "earlier"},
		{"type: dumbbell\nindicator: arrivals\nareas: both\nperiods: [2023-Q1, 2022-Q1]", "2022-Q1]", "2022-Q1 is compared with 2023-Q1", "the earlier period first"},
		{"type: line\nindicator: arrivals\nperiods: 1900-01-01..2023-01-01", "1900-01-01..2023-01-01", "more than 3660 periods", ""},

		// Selections of nothing.
		{"type: bar\nindicator: tents\nperiod: 2019-Q1", "2019-Q1", "shows nothing", "the data has 2023-Q1"},
		{"type: bar\nindicator: beds\nareas: greece", "greece", "shows nothing", "values for serbia"},
		{"type: bar\nindicator: tents\nby: age", "age", "shows nothing", "not split in this way"},
		{"type: bar\nindicator: beds\nareas: [greece, kosovo]", "greece,", "shows nothing", ""},
		{"type: stacked\nindicator: no\nby: age", "age", "shows nothing", ""},
		{"type: change\nindicator: beds", "beds", "no row has values for both 2022-Q1 and 2023-Q1", "compare:"},
		{"type: dumbbell\nindicator: arrivals\ncompare: 2019-Q1\nareas: greece\nperiod: 2022-Q1", "2022-Q1", "shows nothing", "2023-Q1"},

		// A type that does not fit the data.
		{"type: donut\nindicator: balance\nby: age", "balance", "is a change, which may be negative", "bars"},
		{"type: donut\nindicator: yes\nareas: greece\nby: age", "yes", "a total of zero", ""},
		{"type: donut\nindicator: asked\nareas: both\nby: nationality", "both", "a donut is of one area, not 2", "type: stacked"},
		{"type: donut\nindicator: tents\nareas: [serbia, kosovo, own]", "serbia,", "Our own has no value", "bars"},
		{"type: donut\nindicator: tents\nareas: [serbia, pair]", "pair]", "serbia and pair both hold Serbia, which would be counted twice", "either the whole or its parts"},
		{"type: stacked\nindicator: tents\nareas: [pair, kosovo]\nperiods: last 2", "kosovo]", "pair and kosovo both hold Kosovo", ""},
		{"type: donut\nindicator: arrivals\nareas: both", "arrivals", "may not be summed over areas", ""},
		{"type: donut\nindicator: asked", "donut", "the block names none", "add by:"},
		{"type: donut\nindicator: headline\nby: age", "headline", "parts of a whole are of one indicator", ""},
		{"type: donut\nindicator: asked\nby: age\nvalues: counts", "counts", "published as shares alone", "percent"},
		{"type: stacked\nindicators: [yes, never]", "never]", "may not be added up", "“One person calls often.”"},
		{"type: stacked\nindicators: [beds, bunks]", "bunks]", "beds and bunks are not known to be parts of one whole", "of: in data/indicators.yaml"},
		{"type: stacked\nindicators: [asked, queue]", "queue]", "queue is a stock and asked is a flow", "bars"},
		{"type: stacked\nindicators: [asked, yes]", "yes]", "among those of asked", "either the whole or its parts"},
		{"type: stacked\nindicators: [tents, asked]", "asked]", "different units", ""},
		{"type: stacked\nindicator: asked\nby: nationality\ncategories: [a, b, c, d, e, f]", "f]", "6 parts are too many", "Other"},
		{"type: map\nindicator: rate\nareas: both\nstyle: symbols", "symbols", "rate is in per cent", "style: shades"},
		{"type: map\nindicator: arrivals\nareas: both\nstyle: shades", "shades", "in shades a large country looks like a large number", "style: symbols"},
		{"type: map\nindicator: headline\nareas: both\nstyle: shades", "shades", "headline figures are counts", ""},
		{"type: map\nindicators: [arrivals, tents]\nareas: both", "tents]", "a map shows one indicator, not 2", ""},
		{"type: map\nindicator: rate\nareas: both\nclasses: [20, 10]", "10]", "10 does not come after 20", "smallest first"},
		{"type: map\nindicator: rate\nareas: both\nclasses: [a]", "a]", `"a" is no number`, ""},
		{"type: map\nindicator: rate\nareas: both\nclasses: [1, 2, 3, 4, 5]", "5]", "5 bounds make 6 classes", ""},
		{"type: map\nindicator: arrivals\nareas: [serbia, nowhere]", "serbia,", "QQQ", ""},
		{"type: map\nindicator: arrivals\nareas: own", "own", "none of these has one", ""},
		{"type: map\nindicator: arrivals\nareas: route", "route", "none of these has one", "code:"},
		{"type: change\nindicator: rate", "rate", "in per cent", ""},
		{"type: change\nindicators: [arrivals, tents]", "tents]", "shows one indicator, not 2", ""},
		{"type: dumbbell\nindicators: [yes, no]\nareas: both", "no]", "shows one indicator, not 2", "name one area"},

		// Units and measures on one axis.
		{"type: bar\nindicators: [arrivals, tents]", "tents]", "different units, which one axis cannot show", "type: multiples"},
		{"type: multiples\nindicators: [arrivals, tents]\nperiods: last 2", "tents]", "one scale cannot show", "scale: free"},
		{"type: multiples\nindicators: [arrivals, rate]\nperiods: last 2\nscale: free", "rate]", "rate is in per cent and arrivals is not", ""},

		// What came in periods of two lengths.
		{"type: change\nindicator: arrivals\nareas: both\ncompare: 2022", "2022", "2023-Q1 is compared with 2022, which is longer or shorter", "the same length"},
		{"type: dumbbell\nindicator: arrivals\nareas: both\nperiods: [2022-12, 2023-Q1]", "2022-12,", "2023-Q1 is compared with 2022-12", ""},
		{"type: bar\nindicator: arrivals\nareas: both\nperiods: [2022-Q1, 2022, 2023-Q1]", "2022, ", "2022 is longer or shorter than 2022-Q1", "one length"},

		// Splits.
		{"type: line\nindicator: arrivals\nareas: both\nperiods: last 2\nby: age", "age", "leaves room for one area, not 2", ""},
		{"type: dumbbell\nindicator: asked\nareas: both\nby: nationality", "nationality", "leaves room for one area, not 2", ""},
		{"type: bar\nindicator: asked\npart: age=children\nby: age", "age\n", "part: names one category of age already", ""},
		{"type: bar\nindicator: headline\nareas: both\npart: age=children", "age=children", "part: wants one indicator", ""},

		// Too many.
		{"type: line\nindicator: arrivals\nareas: " + long + "\nperiods: last 2", "serbia,", "13 lines are too many to tell apart: 12 at most", "fewer"},
		{"type: multiples\nindicator: arrivals\nareas: " + long + "\nperiods: last 2", "serbia,", "13 panels are too many", ""},
		{"type: bar\nindicator: arrivals\nareas: both\nperiods: last 13", "last 13", "13 bars for each row", ""},
		{"type: bar\nindicator: asked\nareas: both\nby: nationality", "nationality", "too many", ""},
		{"type: bar\nindicator: arrivals\nperiods: last 101", "last 101", "101 rows are too many to read", ""},
	} {
		files := chartSite()
		areas := ""
		for _, id := range []string{"a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10"} {
			areas += "  - {id: " + id + ", name: Area " + id + "}\n"
		}
		files["data/indicators.yaml"] += "- {id: queue, name: Waiting, unit: {one: application, other: applications}, measure: stock, add: areas, definition: Waiting.}\n- {id: bunks, name: Bunks, unit: {one: bed, other: beds}, measure: stock, add: areas, definition: Bunks.}\n"
		files["data/areas.yaml"] = strings.Replace(files["data/areas.yaml"], "groups:", areas+"  - {id: nowhere, name: Nowhere, code: QQQ}\n  - {id: own, name: Our own, code: XAB}\n  - {id: pair, name: The pair, covers: [serbia, kosovo]}\ngroups:", 1)
		const file = "content/reports/2023-q1/serbia.md"
		files[file] += "\n```chart\n" + c.block + "\ntitle: T\n```\n"
		at := strings.Index(files[file], c.block) + strings.LastIndex(c.block+"\n", c.at)
		before := files[file][:at]
		line, column := 1+strings.Count(before, "\n"), at-strings.LastIndexByte(before, '\n')
		_, problems := assemble(t, files, site.Config{})
		if len(problems) != 1 {
			t.Errorf("%s: want one problem, got %v", c.block, problems)
			continue
		}
		p := problems[0]
		if p.Pos.Line != line || p.Pos.Col != column || p.Len == 0 {
			t.Errorf("%s: the problem stands at %s, not at %d:%d", c.block, p.Pos, line, column)
		}
		if !strings.Contains(p.Message, c.message) || !strings.Contains(p.Hint, c.hint) || p.Hint == "" {
			t.Errorf("%s: got %q (hint: %s)", c.block, p.Message, p.Hint)
		}
	}
}

// TestNamesOfCharts: each chart of a page has a name of its own, which the id:
// of another never changes.
func TestNamesOfCharts(t *testing.T) {
	block := func(fields string) string {
		return "\n```chart\ntype: bar\nindicator: arrivals\ntitle: T\n" + fields + "```\n"
	}
	files := chartSite()
	files["content/reports/2023-q1/serbia.md"] += block("") + block("id: bar-arrivals-2\n") + block("") + block("by: age\n") + "\n```table\nindicator: arrivals\n```\n"
	s, problems := assemble(t, files, site.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var names []string
	serbia := page(t, s, "/reports/2023-q1/serbia/")
	for _, c := range serbia.Text(serbia.Document.Body).Charts {
		names = append(names, c.Name)
	}
	if got, want := strings.Join(names, " "), "bar-arrivals bar-arrivals-2 bar-arrivals-3 bar-arrivals-age table-arrivals"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}

	files = chartSite()
	files["content/reports/2023-q1/serbia.md"] += block("id: x\n") + block("id: x\n")
	_, problems = assemble(t, files, site.Config{})
	if len(problems) != 1 || problems[0].Pos.Line != 21 || !strings.Contains(problems[0].Message, `"x" is taken by the chart at line 14`) {
		t.Error(problems)
	}
}
