package intake_test

import (
	"errors"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/intake"
)

// small is a site with two indicators, three areas and two dimensions.
func small() files {
	return files{
		"data/site.yaml":       "title: T\n",
		"data/areas.yaml":      "areas:\n  - {id: serbia, name: Serbia, code: SRB}\n  - {id: kosovo, name: \"Kosovo*\", code: XKX, naming: k}\n  - {id: cote, name: \"Côte, d'Ivoire\"}\ngroups:\n  - {id: both, name: Both, members: [serbia, kosovo]}\nnaming:\n  k: A note.\n",
		"data/indicators.yaml": "- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, definition: D.}\n- {id: presence, name: People present, unit: {one: person, other: people}, measure: stock, definition: P.}\n- {id: rate, name: Rate, measure: share, definition: R.}\n- {id: gain, name: Gain, measure: change, definition: G.}\n",
		"data/dimensions.yaml": "age: {name: Age group, categories: {children: Children, adults: Adults}}\nsex: {name: Sex, categories: {girls: Girls, boys: Boys}}\n",
		"data/sources.yaml":    "office: {publisher: Office, title: Count}\nother: {publisher: Other, title: Count}\n",
	}
}

const begun = "# Imported from t.csv.\n"

// TestPlan: what is written of tables of many forms.
func TestPlan(t *testing.T) {
	for _, c := range []struct {
		name, table string
		o           intake.Options
		want        string
	}{
		{"a long table", "indicator,area,period,value,source\narrivals,serbia,2023-Q1,868,office\narrivals,kosovo,2023-Q1,237,office\n", intake.Options{},
			"period: 2023-Q1\nobservations:\n  - {indicator: arrivals, source: office, values: {serbia: 868, kosovo: 237}}\n"},
		{"names and codes", "Indicator,Area,Period,Value,Source\nNEW ARRIVALS,SRB,Q1 2023,868,office\nnew  arrivals,Kosovo,Jan–Mar 2023,237,office\npeople present,\"Côte, d'Ivoire\",31 March 2023,5,other\n", intake.Options{},
			"observations:\n  - {indicator: arrivals, period: 2023-Q1, source: office, values: {serbia: 868, kosovo: 237}}\n  - {indicator: presence, area: cote, period: 2023-03-31, source: other, value: 5}\n"},
		{"columns that are named", "Country,Quarter,Persons,Rank\nSerbia,2023-Q1,868,1\n", intake.Options{Map: "area: Country, period: Quarter, value: persons, ignore: [Rank]", Set: "indicator: arrivals, source: office"},
			"period: 2023-Q1\nobservations:\n  - {indicator: arrivals, area: serbia, source: office, value: 868}\n"},
		{"wide by period", "area,2022,2023\nserbia,1,2\nkosovo,,4\n", intake.Options{Wide: "period", Set: "indicator: arrivals, source: office"},
			"observations:\n  - {indicator: arrivals, area: serbia, period: 2022, source: office, value: 1}\n  - {indicator: arrivals, period: 2023, source: office, values: {serbia: 2, kosovo: 4}}\n"},
		{"wide by area", "period,Serbia,XKX\n2023-01,1,2\n", intake.Options{Wide: "area", Set: "indicator: arrivals, source: office"},
			"period: 2023-01\nobservations:\n  - {indicator: arrivals, source: office, values: {serbia: 1, kosovo: 2}}\n"},
		{"wide by indicator", "area,New arrivals,Rate\nserbia,10,5.50\n", intake.Options{Wide: "indicator", Set: "period: 2023, source: office"},
			"period: 2023\nobservations:\n  - {indicator: arrivals, area: serbia, source: office, value: 10}\n  - {indicator: rate, area: serbia, source: office, value: 5.50}\n"},
		{"wide by category", "area,Total,Adults,children\nserbia,10,3,5\n", intake.Options{Wide: "age", Set: "indicator: arrivals, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - {indicator: arrivals, area: serbia, source: office, value: 10, by: {age: {children: 5, adults: 3}}}\n"},
		{"columns of dimensions", "area,Age group,sex,value\nserbia,,,10\nserbia,Children,,5\nserbia,Children,Girls,2\nserbia,Total,boys,4\n", intake.Options{Set: "indicator: arrivals, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - indicator: arrivals\n    area: serbia\n    source: office\n    value: 10\n    by:\n      age: {children: {value: 5, by: {sex: {girls: 2}}}}\n      sex: {boys: 4}\n"},
		{"a part of a part, however it is written", "area,dimension,category,value\nserbia,,,10\nserbia,sex,girls,5\nserbia,sex/age,girls/children,2\n", intake.Options{Set: "indicator: arrivals, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - indicator: arrivals\n    area: serbia\n    source: office\n    value: 10\n    by:\n      sex: {girls: {value: 5, by: {age: {children: 2}}}}\n"},
		{"a part beneath the total that there is", "area,dimension,category,value\nserbia,,,10\nserbia,sex,girls,5\nserbia,age/sex,children/girls,2\n", intake.Options{Set: "indicator: arrivals, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - indicator: arrivals\n    area: serbia\n    source: office\n    value: 10\n    by:\n      sex: {girls: {value: 5, by: {age: {children: 2}}}}\n"},
		{"shares of a total", "area,dimension,category,value,unit\nserbia,,,10,people\nserbia,age,children,28.5,% of total\nserbia,age,adults,71.5%,\n", intake.Options{Set: "indicator: arrivals, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - indicator: arrivals\n    area: serbia\n    source: office\n    value: 10\n    by:\n      age: {children: {share: 28.5}, adults: {share: 71.5}}\n"},
		{"statuses", "area,value,status,note\nserbia,10,e,Of the office\nkosovo,,missing,\"It says: none, yet\"\ncote,7,Provisional,\n", intake.Options{Set: "indicator: arrivals, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - indicator: arrivals\n    source: office\n    values:\n      serbia: {value: 10, status: E, note: Of the office}\n      kosovo: {status: O, note: \"It says: none, yet\"}\n      cote: {value: 7, status: P}\n"},
		{"one status for all", "area,value\nserbia,10\nkosovo,11\n", intake.Options{Set: "indicator: arrivals, period: 2023, source: office, status: P, note: First count."},
			"period: 2023\nobservations:\n  - {indicator: arrivals, source: office, status: P, note: First count., values: {serbia: 10, kosovo: 11}}\n"},
		{"a status for what is missing", "area,value\nserbia,10\nkosovo,\n", intake.Options{Set: "indicator: arrivals, period: 2023, source: office, status: O"},
			"period: 2023\nobservations:\n  - {indicator: arrivals, source: office, values: {serbia: 10, kosovo: {status: O}}}\n"},
		{"numbers as people group them", "area,value\nserbia,\"1,083,200\"\nkosovo,12\n", intake.Options{Thousands: "comma", Set: "indicator: arrivals, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - {indicator: arrivals, source: office, values: {serbia: 1083200, kosovo: 12}}\n"},
		{"semicolons and commas", "area;value\nserbia;1.083,25\nkosovo;−0,5\n", intake.Options{Separator: "semicolon", Thousands: "point", Decimal: "comma", Set: "indicator: gain, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - {indicator: gain, source: office, values: {serbia: 1083.25, kosovo: -0.5}}\n"},
		{"dates that are months", "area,period,value\nserbia,2023-01-31,5\nserbia,2023-02-28 00:00:00,6\n", intake.Options{Dates: "month", Set: "indicator: arrivals, source: office"},
			"observations:\n  - {indicator: arrivals, area: serbia, period: 2023-01, source: office, value: 5}\n  - {indicator: arrivals, area: serbia, period: 2023-02, source: office, value: 6}\n"},
		{"titles above the heads, empty rows, remarks below", "Arrivals by country,\n,\narea,value\nserbia,5\n,\nSource: the office,\n", intake.Options{Head: 3, Set: "indicator: arrivals, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - {indicator: arrivals, area: serbia, source: office, value: 5}\n"},
		{"texts that stand for nothing", "area,value\nserbia,5\nkosovo,:\ncote,n/a\n", intake.Options{Empty: []string{":", "n/a"}, Set: "indicator: arrivals, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - {indicator: arrivals, area: serbia, source: office, value: 5}\n"},
		{"strange notes", "area,value,note\nserbia,5,\"a \"\"b\"\"\n- c: {d} # e\"\nkosovo,6,\"true\"\ncote,7,'=1+1\n", intake.Options{Set: "indicator: arrivals, period: 2023, source: office"},
			"period: 2023\nobservations:\n  - indicator: arrivals\n    source: office\n    values:\n      serbia: {value: 5, note: \"a \\\"b\\\"\\n- c: {d} # e\"}\n      kosovo: {value: 6, note: \"true\"}\n      cote: {value: 7, note: \"=1+1\"}\n"},
		{"two sources, and a part with another", "area,dimension,category,value,source\nserbia,,,5,office\nkosovo,,,6,other\nkosovo,age,adults,4,office\n", intake.Options{Set: "indicator: arrivals, period: 2023"},
			"period: 2023\nobservations:\n  - {indicator: arrivals, area: serbia, source: office, value: 5}\n  - {indicator: arrivals, area: kosovo, source: other, value: 6, by: {age: {adults: {value: 4, source: office}}}}\n"},
	} {
		plan, ps, err := small().bring(t, "in/t.csv", []byte(c.table), c.o)
		if err != nil || len(ps) > 0 {
			t.Errorf("%s: %v\n%s", c.name, err, told(ps))
			continue
		}
		text := string(plan.Files[0].Text)
		if d := cmp.Diff(begun+c.want, text); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, d)
		}
		again, ps, err := small().with(plan).bring(t, "in/t.csv", []byte(c.table), c.o)
		if err != nil || len(ps) > 0 || len(again.Files) > 0 || again.Same != plan.Added || again.Empty != plan.Empty {
			t.Errorf("%s, again: %v\n%s%+v", c.name, err, told(ps), again)
		}
	}
}

// TestProblems: each row that does not fit is reported, with its place and what to do.
func TestProblems(t *testing.T) {
	const all = "indicator: arrivals, period: 2023, source: office"
	for _, c := range []struct {
		name, table string
		o           intake.Options
		want        string
	}{
		{"unknown names, all of them", "indicator,area,period,value,source\narivals,serbia,2023,1,office\narrivals,srbia,2023,1,offce\narrivals,kosovo,2o23,1e,office\n", intake.Options{},
			`t.csv:2:1: there is no indicator "arivals" [did you mean "arrivals"?]
t.csv:3:10: there is no area "srbia" [did you mean "serbia"?]
t.csv:3:23: there is no source "offce" [did you mean "office"?]
t.csv:4:17: "2o23" is no period [write a year (2023), quarter (2023-Q1, Q1 2023), month (2023-01, Jan 2023), day (2023-06-04) or span (2024-01..2024-02)]
t.csv:4:22: "1e" is no number [write the number alone; what is to be said of it goes into a column of its own, status or note]
`},
		{"values that cannot be, beside names that are unknown", "area,value\nserbia,-5\nkosovo,5.5\nsrbia,1\n", intake.Options{Set: all},
			`t.csv:2:8: a count cannot be negative: -5 [a change has an indicator of its own, with measure: change]
t.csv:3:8: 5.5 has a fraction, but people are counted one by one [give the number as it was counted; an average says so in its unit, such as {one: person a day, other: people a day}]
t.csv:4:1: there is no area "srbia" [did you mean "serbia"?]
`},
		{"grouped digits", "area,value\nserbia,\"1,083\"\nkosovo,1 083\ncote,1.083.200\nboth,\"1,5\"\n", intake.Options{Set: all},
			`t.csv:2:8: "1,083" is no number [write the digits alone, or say that the comma groups them with --thousands comma]
t.csv:3:8: "1 083" is no number [write the digits alone, or say that spaces group them with --thousands space]
t.csv:4:6: "1.083.200" is no number [write the digits alone, or say that the point groups them with --thousands point --decimal comma]
t.csv:5:6: "1,5" is no number [write a point before decimals, or say that a comma stands there with --decimal comma]
`},
		{"dates", "area,period,value\nserbia,2023-01-31,1\nserbia,01/02/2023,1\nserbia,44957,1\n", intake.Options{Set: "indicator: arrivals, source: office"},
			`t.csv:2:8: 2023-01-31 may be the day or the month, and arrivals is counted over time [say what dates stand for with --dates month, or quarter, year, day]
t.csv:3:8: "01/02/2023" is no period [day and month can be told apart in 2023-06-04; a month is 2023-06, a quarter 2023-Q2]
t.csv:4:8: "44957" is no period [it may be a date, 2023-01-31, that a spreadsheet keeps as a number: format the cells as dates, or as text]
`},
		{"one cell twice", "area,period,value\nserbia,2023-Q1,1\nserbia,2023-01..2023-03,1\n", intake.Options{Set: "indicator: presence, source: office"},
			"t.csv:3:25: presence, Serbia, 2023-01..2023-03 is given twice: first at t.csv:2:16 [keep one of the two]\n"},
		{"no source", "area,value,source\nserbia,1,office\nkosovo,2,\n", intake.Options{Set: "indicator: arrivals, period: 2023"},
			"t.csv:3:8: the value of arrivals, Kosovo*, 2023 has no source [name it in a column source, or for all with --set \"source: KEY\"; keys stand in data/sources.yaml]\n"},
		{"no total", "area,age,value\nserbia,children,5\n", intake.Options{Set: all, Map: "age: age"},
			"t.csv:2:17: arrivals, Serbia, 2023, age=children is a part of a total that neither the table nor data/ has [give the table a row for the total; where it is not known, one with the status O]\n"},
		{"parts above their total", "area,age,value\nserbia,,5\nserbia,children,4\nserbia,adults,2\n", intake.Options{Set: all, Map: "age: age"},
			"t.csv:3:17: the parts by age add up to 6, more than the total of 5 [correct a part or the total]\n"},
		{"statuses", "area,value,status\nserbia,5,Z\nkosovo,,A\ncote,7,O\n", intake.Options{Set: all},
			`t.csv:2:10: "Z" is no status [A normal, B break, D definition differs, E estimated, F forecast, I imputed, P provisional, U low reliability; without a value: L not collected, M cannot exist, O missing, Q suppressed]
t.csv:3:9: the status is A, but there is no value [give a value, or say why there is none: O missing, L not collected, M cannot exist, Q suppressed]
t.csv:4:6: the status O says "missing", but there is a value [remove the value, or the status]
`},
		{"a note on nothing", "area,value,note\nserbia,5,counted\nkosovo,,not yet counted\n", intake.Options{Set: all},
			"t.csv:3:9: there is a note, but no value that it is about [say in a column status why there is no value: O missing, L not collected, M cannot exist, Q suppressed; or empty the note, and the row is left out]\n"},
		{"units", "area,value,unit\nserbia,5,thousand people\nkosovo,5,%\ncote,5,person\n", intake.Options{Set: all},
			`t.csv:2:10: the unit of arrivals is people, not "thousand people" [convert the values, or correct the unit; data/indicators.yaml says what is counted]
t.csv:3:10: New arrivals are counted in people, not in per cent [only a part of a breakdown can be a share]
`},
		{"heads of a wide table", "area,2023,Total,Q1 2032x\nserbia,1,2,3\n", intake.Options{Set: "indicator: arrivals, source: office", Wide: "period"},
			`t.csv:1:11: "Total" is no period [if its cells are no values, leave the column out: --map "ignore: [Total]"]
t.csv:1:17: "Q1 2032x" is no period [if its cells are no values, leave the column out: --map "ignore: [Q1 2032x]"]
`},
		{"two columns of one name", "area,value,Value\nserbia,1,2\n", intake.Options{Set: all},
			"t.csv:1:12: two columns are called \"Value\": columns 2 and 3 [name the right one with --map, and leave the other out with ignore]\n"},
		{"breakdowns", "area,dimension,category,value\nserbia,,,5\nserbia,agee,children,1\nserbia,age,chldren,1\nserbia,age,,1\nserbia,age/sex,girls,1\nserbia,age/age,children/adults,1\n", intake.Options{Set: all},
			`t.csv:3:8: there is no dimension "agee" [did you mean "age"?]
t.csv:4:12: there is no category of age "chldren" [did you mean "children"?]
t.csv:5:12: the row has no category [a part has both, a total neither]
t.csv:6:16: "age/sex" names 2 dimensions, and "girls" 1 categories [name a category for each dimension: age/sex and children/girls]
t.csv:7:16: the row is split by age twice [a part has one category of a dimension]
`},
		{"a table that is cut off", "area,value\nserbia\n", intake.Options{Set: all}, "t.csv:2: the row has 1 cell, but the first has 2 [write an empty cell where there is nothing]\n"},
		{"another delimiter", "area;value\nserbia;5\n", intake.Options{Set: all}, "t.csv:1:1: the cells are parted by semicolons, not by commas [read it with --separator semicolon]\n"},
		{"numbers too long", "area,value\nserbia,33.333333333333\n", intake.Options{Set: "indicator: rate, period: 2023, source: office"},
			"t.csv:2:8: 33.333333333333: number too long: at most 12 digits before the point and 4 after it [round it in the table, and say so in the unit or a note]\n"},
	} {
		plan, ps, err := small().bring(t, "t.csv", []byte(c.table), c.o)
		var got strings.Builder
		for line := range strings.Lines(told(ps)) {
			got.WriteString(line[:strings.LastIndex(line, " [")] + "\n")
		}
		if d := cmp.Diff(c.want, got.String()); d != "" || err != nil || plan != nil {
			t.Errorf("%s: %v (-want +got)\n%s", c.name, err, d)
		}
	}
}

// TestUsage: options that make no sense, or do not fit the table.
func TestUsage(t *testing.T) {
	const table = "area,Persons,2023\nserbia,5,6\n"
	for _, c := range []struct {
		o    intake.Options
		want string
	}{
		{intake.Options{}, `the table has no column of values [the heads of its columns are periods: read it with --wide period]`},
		{intake.Options{Map: "value: Persns"}, `--map: the table has no column "Persns" [did you mean "Persons"?]`},
		{intake.Options{Map: "vale: Persons"}, `--map: there is no field "vale" [did you mean "value"?]`},
		{intake.Options{Map: "value: Persons"}, `nothing says which indicator the values are of [name its column with --map "indicator: …", or say it for all with --set "indicator: …"]`},
		{intake.Options{Map: "value: Persons, note: persons"}, `--map: the column "persons" is named twice [give each column one field]`},
		{intake.Options{Map: "value: [Persons, x]"}, `--map: value has no value, or several [write it as --map "area: Country, period: Quarter"]`},
		{intake.Options{Set: "indicator: arivals"}, `--set: there is no indicator "arivals" [did you mean "arrivals"?]`},
		{intake.Options{Set: "value: 5"}, `--set: a value is of one observation, not of all [name the column that holds the values with --map]`},
		{intake.Options{Set: "period: soon"}, `--set: "soon" is no period [want a year (2023), quarter (2023-Q1), month (2023-01), day (2023-06-04) or span (2024-01..2024-02)]`},
		{intake.Options{Wide: "perod"}, `--wide perod: heads of columns cannot be that [did you mean "period"?]`},
		{intake.Options{Wide: "note"}, `--wide note: heads of columns cannot be that [they can be period, area, indicator, or the id of a dimension]`},
		{intake.Options{Wide: "area"}, `--wide area: a column holds that already [leave --wide out, or name the column ignore in --map]`},
		{intake.Options{To: "../x.yaml"}, `--to ../x.yaml is no file of observations [name a .yaml file in data/observations/, such as --to 2023-Q1.yaml]`},
		{intake.Options{To: "data/areas.yaml"}, `--to data/areas.yaml is no file of observations [name a .yaml file in data/observations/, such as --to 2023-Q1.yaml]`},
		{intake.Options{Sheet: "A"}, `--sheet names a sheet of a workbook, and this is no .xlsx file [leave it out]`},
		{intake.Options{Thousands: "point"}, `one sign cannot both group digits and begin decimals [as in --thousands point --decimal comma]`},
	} {
		_, ps, err := small().bring(t, "t.csv", []byte(table), c.o)
		var usage *intake.UsageError
		if !errors.As(err, &usage) || usage.Message+" ["+usage.Hint+"]" != c.want {
			t.Errorf("%+v: %v %+v %s\nwant %s", c.o, err, usage, told(ps), c.want)
		}
	}
	if _, _, err := small().bring(t, "t.ods", nil, intake.Options{}); err == nil {
		t.Error("a file of an unknown kind is read")
	}
}

// TestJSON: lists of objects, and where their mistakes are.
func TestJSON(t *testing.T) {
	o := intake.Options{Set: "indicator: arrivals, period: 2023, source: office"}
	plan, ps, err := small().bring(t, "t.json", []byte("[{\"area\": \"serbia\", \"value\": 5},\n {\"value\": null, \"area\": \"cote\"}, {\"area\": \"kosovo\", \"value\": \"6\", \"note\": \"N\"}]"), o)
	if err != nil || len(ps) > 0 || plan.Added != 2 || plan.Empty != 1 {
		t.Errorf("%v %s %+v", err, told(ps), plan)
	}
	for src, want := range map[string]string{
		"[{\"area\": \"serbia\",\n  \"value\": \"x\"}]": `t.json:2:12: "x" is no number`,
		`{"rows": []}`:                       `t.json:1:1: there is no list of observations`,
		`{"observations": 5}`:                `t.json:1:18: "observations" is no list`,
		`[5]`:                                `t.json:1:2: an entry of the list is no object`,
		`[{"area": "serbia", "value": [1]}]`: `t.json:1:30: "value" is a list or an object, not a value`,
		`[{"area": "serbia", "value": 1, "value": 2}]`:             `t.json:1:33: "value" stands twice in one object`,
		`[{"area": "serbia", "value": 1}`:                          `t.json:1:32: this is no JSON: EOF`,
		`[{"area": "serbia", "value": 1}] x`:                       `t.json:1:34: this is no JSON: invalid character 'x'`,
		`[{"area": "Côte, d'Ivoire", "value": 1e3, "unit": "kg"}]`: `t.json:1:51: the unit of arrivals is people`,
		"\xff": `t.json:1:1: `,
	} {
		if _, ps, err := small().bring(t, "t.json", []byte(src), o); err != nil || !strings.HasPrefix(told(ps), want) {
			t.Errorf("%s: %v %swant %s", src, err, told(ps), want)
		}
	}
}

// site is small with observations.
func site(observations string) files {
	f := small()
	maps.Copy(f, files{"data/observations/old.yaml": observations})
	return f
}
