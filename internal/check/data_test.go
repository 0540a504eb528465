package check_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"bulletin/internal/diag"
)

// found runs the rules over the base site with files changed, and writes what
// one of them finds: file without folder and suffix, line, message.
func found(t *testing.T, rule string, change map[string]string) string {
	t.Helper()
	files := base()
	for name, text := range change {
		files[name] = text
	}
	var all []string
	for _, p := range run(t, files) {
		if p.Rule != rule {
			continue
		}
		if p.Severity != diag.Accepted && p.Hint == "" {
			t.Errorf("%s: no hint: %s", rule, p.Message)
		}
		name := p.Pos.File[strings.LastIndexByte(p.Pos.File, '/')+1:]
		line := fmt.Sprintf("%s:%d %s", strings.TrimSuffix(name, ".yaml"), p.Pos.Line, p.Message)
		if p.Severity == diag.Accepted {
			line += " (accepted: " + p.Reason + ")"
		}
		all = append(all, line)
	}
	return strings.Join(all, "; ")
}

const (
	sourcesFile    = "data/sources.yaml"
	indicatorsFile = "data/indicators.yaml"
	moreFile       = "data/observations/more.yaml"
)

// registry is the indicators that the data of these tests is of.
const registry = `- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, add: none, definition: People who came.}
- {id: presence, name: People present, unit: {one: person, other: people}, measure: stock}
- {id: arrivals-per-day, name: Arrivals a day, unit: {one: person a day, other: people a day}, measure: flow}
- {id: detections, name: Detections, unit: {one: detection, other: detections}, measure: flow}
- {id: crossings, name: Crossings, unit: {one: crossing, other: crossings}, measure: flow, add: all}
- {id: uasc-present, name: Unaccompanied, unit: {one: child, other: children}, measure: stock}
- {id: shares, name: Share of the region, measure: share}
- {id: claims, name: Claims, unit: {one: claim, other: claims}, measure: flow}
- {id: decisions, name: Decisions, unit: {one: decision, other: decisions}, measure: flow, of: claims}
- {id: positive, name: Positive decisions, unit: {one: decision, other: decisions}, measure: flow, of: decisions}
- {id: negative, name: Negative decisions, unit: {one: decision, other: decisions}, measure: flow, of: decisions}
- {id: closed, name: Closed claims, unit: {one: decision, other: decisions}, measure: flow, of: claims}
`

const splits = `age: {name: Age, categories: {children: Children, adults: Adults, old: "65 and more"}}
accompaniment: {name: Accompaniment, categories: {uasc: Alone, other: Others}}
years: {name: Age in years, categories: {first: 0 to 4, teens: 14–17, under: Under 18, from: 14 and older, adults: 18 to 64, grown: 18}}
sex: {name: Sex, categories: {female: Girls and women, male: Men}}
`

// TestDataRules has, for each rule over the data, what it finds and what it
// leaves alone. The items stand from line 3 on.
func TestDataRules(t *testing.T) {
	census := func(words string) string {
		return "census: {publisher: Office, title: Count, URL: \"https://example.org/count.pdf\", " + words + "}\n"
	}
	for _, c := range []struct {
		rule, name, sources, items string
		want                       string
	}{
		{"source-period", "a source that does not say", census("note: N"), "{indicator: arrivals, area: albania, period: 2030-Q1, value: 5}", ""},
		{"source-period", "a source that covers it", census("covers: [2022-Q1, 2023-Q1]"), "{indicator: arrivals, area: albania, period: 2023-Q1, value: 5}", ""},
		{"source-period", "a month of it", census("covers: [2022-Q1, 2023-Q1]"), "{indicator: arrivals, area: albania, period: 2023-02, value: 5}", ""},
		{"source-period", "more than it", census("covers: [2022-Q1, 2023-Q1]"), "{indicator: arrivals, area: albania, period: 2023-01..2023-04, value: 5}", "more:3 source census covers 2022-Q1, 2023-Q1, not 2023-01..2023-04"},
		{"source-period", "two that follow each other", census("covers: [2022-Q1, 2023-02, 2023-03, 2023-01]"), "{indicator: arrivals, area: albania, period: 2023-Q1, value: 5}", ""},
		{"source-period", "two with a gap", census("covers: [2022, 2023-01, 2023-03]"), "{indicator: arrivals, area: albania, period: 2023-Q1, value: 5}",
			"a:3 source census covers 2022, 2023-01, 2023-03, not 2023-Q1 (so with 1 more value)"},
		{"source-period", "the end of March from a report on February", census("covers: [2022-Q1, 2023-01, 2023-02, 2023-Q1]") + "february: {publisher: O, title: T, URL: \"https://example.org/f\", covers: 2023-02}\n",
			"{indicator: presence, area: albania, source: february, period: 2023-03, value: 5}", "more:3 source february covers 2023-02, not 2023-03 (taken on 2023-03-31)"},
		{"source-period", "the end of February", census("covers: [2022-Q1, 2023-Q1]") + "february: {publisher: O, title: T, URL: \"https://example.org/f\", covers: 2023-02}\n",
			"{indicator: presence, area: albania, source: february, period: 2023-01..2023-02, value: 5}", ""},
		{"source-period", "a forecast", census("covers: [2022-Q1, 2023-Q1], issued: 2023-04"), "{indicator: arrivals, area: albania, period: 2024, value: 5, status: F}", ""},
		{"source-period", "a value that is missing", census("covers: [2022-Q1, 2023-Q1], issued: 2023-04"), "{indicator: arrivals, area: albania, period: 2024, status: O}", ""},
		{"source-period", "the day of publication", census("issued: 2023-04-30"), "{indicator: arrivals, area: albania, period: 2023-04-01..2023-04-30, value: 5}", ""},
		{"source-period", "the day after publication", census("issued: 2023-04-30"), "{indicator: arrivals, area: albania, period: 2023-04-01..2023-05-01, value: 5}", "more:3 source census was published in 2023-04-30, before 2023-04-01..2023-05-01 was over"},
		{"source-period", "the year of publication", census("issued: 2023"), "{indicator: arrivals, area: albania, period: 2023, value: 5}", ""},
		{"source-period", "many values of one cause", census("covers: [2022-Q1, 2023-Q1]"),
			"{indicator: presence, period: 2022-12, values: {albania: 5, serbia: {value: 6, by: {age: {old: 1, adults: 2}}}}}", "more:3 source census covers 2022-Q1, 2023-Q1, not 2022-12 (taken on 2022-12-31) (so with 3 more values)"},
		{"source-period", "with a reason", census("covers: [2022-Q1, 2023-Q1]"), "{indicator: presence, period: 2022-12, values: {albania: {value: 5, accept: {source-period: said so on the telephone}}, serbia: 6}}",
			"more:3 source census covers 2022-Q1, 2023-Q1, not 2022-12 (taken on 2022-12-31) (accepted: said so on the telephone); more:3 source census covers 2022-Q1, 2023-Q1, not 2022-12 (taken on 2022-12-31)"},
		{"source-period", "read before it was published", census("issued: 2024-04-15, accessed: 2024-01-01"), "{indicator: arrivals, area: albania, period: 2023-Q1, value: 5}",
			"sources:1 source census was read in 2024-01-01, before it was published in 2024-04-15"},
		{"source-period", "read in the month of publication", census("issued: 2024-04-15, accessed: 2024-04"), "{indicator: arrivals, area: albania, period: 2023-Q1, value: 5}", ""},
		{"source-period", "read in the year before", census("issued: 2024-04, accessed: 2023"), "{indicator: arrivals, area: albania, period: 2023-Q1, value: 5}",
			"sources:1 source census was read in 2023, before it was published in 2024-04"},
		{"source-period", "read before, with a reason", census("issued: 2024-04, accessed: 2023, accept: {source-period: the draft was read}"), "{indicator: arrivals, area: albania, period: 2023-Q1, value: 5}",
			"sources:1 source census was read in 2023, before it was published in 2024-04 (accepted: the draft was read)"},

		{"outcomes", "as many", "", "{indicator: claims, area: albania, value: 9}\n- {indicator: decisions, area: albania, value: 9}", ""},
		{"outcomes", "more", "", "{indicator: claims, area: albania, value: 9}\n- {indicator: decisions, area: albania, value: 10}",
			"more:4 decisions is 10, more than the 9 of claims in Albania that they are of, at data/observations/more.yaml:3"},
		{"outcomes", "more together", "", "{indicator: claims, area: albania, value: 42}\n- {indicator: positive, area: albania, value: 17}\n- {indicator: negative, area: albania, value: 7}\n- {indicator: closed, area: albania, value: 24}",
			"more:4 positive, negative and closed add up to 48, more than the 42 of claims in Albania that they are of, at data/observations/more.yaml:3"},
		{"outcomes", "a sum that has a value of its own is not added again", "", "{indicator: claims, area: albania, value: 42}\n- {indicator: decisions, area: albania, value: 30}\n- {indicator: positive, area: albania, value: 17}\n- {indicator: negative, area: albania, value: 13}", ""},
		{"outcomes", "at a lower step", "", "{indicator: claims, area: albania, value: 42}\n- {indicator: decisions, area: albania, value: 30}\n- {indicator: positive, area: albania, value: 31}",
			"more:5 positive is 31, more than the 30 of decisions in Albania that they are of, at data/observations/more.yaml:4"},
		{"outcomes", "with a note", "", "{indicator: claims, area: albania, value: 9}\n- {indicator: positive, area: albania, value: 3}\n- {indicator: negative, area: albania, value: 8, note: Of earlier claims.}", ""},
		{"outcomes", "a note on the claims alone says nothing of them", "", "{indicator: claims, area: albania, value: 9, note: Two persons.}\n- {indicator: decisions, area: albania, value: 10}",
			"more:4 decisions is 10, more than the 9 of claims in Albania that they are of, at data/observations/more.yaml:3"},
		{"outcomes", "of a category", "", "{indicator: claims, area: albania, value: 90, by: {age: {adults: 9}}}\n- {indicator: decisions, area: albania, value: 80, by: {age: {adults: 10}}}",
			"more:4 decisions is 10, more than the 9 of claims in Albania that they are of, at data/observations/more.yaml:3"},
		{"outcomes", "of another period", "", "{indicator: claims, area: albania, value: 9}\n- {indicator: decisions, area: albania, period: 2022-Q4, value: 10}", ""},
		{"outcomes", "with a reason", "", "{indicator: claims, area: albania, value: 9}\n- {indicator: decisions, area: albania, value: 10, accept: {outcomes: as printed}}",
			"more:4 decisions is 10, more than the 9 of claims in Albania that they are of, at data/observations/more.yaml:3 (accepted: as printed)"},

		{"stock-span", "a stock of a quarter, taken at its end", "", "{indicator: presence, area: albania, period: 2024-Q1, value: 5}", ""},
		{"stock-span", "a stock of a day", "", "{indicator: presence, area: albania, period: 2024-02-29, value: 5}", ""},
		{"stock-span", "a stock of a span", "", "{indicator: presence, period: 2024-01..2024-02, values: {albania: {value: 5, by: {age: {adults: 4}}}, serbia: 6}}",
			"more:3 presence is a stock, counted on one day, but given for the span 2024-01..2024-02 (so with 1 more value)"},
		{"stock-span", "a flow of a span", "", "{indicator: arrivals, area: albania, period: 2024-01..2024-02, value: 5}", ""},
		{"stock-span", "a flow of a day", "", "{indicator: arrivals, area: albania, period: 2024-02-29, value: 5}", "more:3 arrivals is a flow, counted over a stretch of time, but given for the day 2024-02-29"},
		{"stock-span", "flows at the ends of two months", "", "{indicator: arrivals, area: albania, period: 2024-02-29, value: 5}\n- {indicator: arrivals, area: albania, period: 2024-03-31, value: 5}",
			"more:3 arrivals is a flow, counted over a stretch of time, but given for the day 2024-02-29; more:4 arrivals is a flow, counted over a stretch of time, but given for the day 2024-03-31"},
		{"stock-span", "flows of two days of a week", "", "{indicator: arrivals, area: albania, period: 2024-02-22, value: 5}\n- {indicator: arrivals, area: serbia, period: 2024-02-29, value: 5}", ""},
		{"stock-span", "flows of two days further apart", "", "{indicator: arrivals, area: albania, period: 2024-02-21, value: 5}\n- {indicator: arrivals, area: albania, period: 2024-02-29, value: 5, accept: {stock-span: a report on one day}}",
			"more:3 arrivals is a flow, counted over a stretch of time, but given for the day 2024-02-21; more:4 arrivals is a flow, counted over a stretch of time, but given for the day 2024-02-29 (accepted: a report on one day)"},
		{"stock-span", "a flow a day", "", "{indicator: arrivals-per-day, area: albania, period: 2024-02-29, value: 5}", ""},
		{"stock-span", "a share on a day", "", "{indicator: shares, area: albania, period: 2024-02-29, value: 5}", ""},

		{"jump", "ten times", "", "{indicator: arrivals, area: albania, value: 790}\n- {indicator: arrivals, area: albania, period: 2022-Q1, value: 79}", ""},
		{"jump", "eleven times", "", "{indicator: arrivals, area: albania, value: 868}\n- {indicator: arrivals, area: albania, period: 2022-Q1, value: 79}", "more:3 arrivals, Albania, 2023-Q1 is 868, more than ten times the 79 of 2022-Q1, at data/observations/more.yaml:4"},
		{"jump", "a tenth", "", "{indicator: arrivals, area: albania, value: 79}\n- {indicator: arrivals, area: albania, period: 2022-Q1, value: 790}", ""},
		{"jump", "less than a tenth", "", "{indicator: arrivals, area: albania, value: 79}\n- {indicator: arrivals, area: albania, period: 2022-Q1, value: 791}", "more:3 arrivals, Albania, 2023-Q1 is 79, less than a tenth of the 791 of 2022-Q1, at data/observations/more.yaml:4"},
		{"jump", "small numbers", "", "{indicator: arrivals, area: albania, value: 99}\n- {indicator: arrivals, area: albania, period: 2022-Q1, value: 2}", ""},
		{"jump", "from nothing", "", "{indicator: arrivals, area: albania, value: 9900}\n- {indicator: arrivals, area: albania, period: 2022-Q1, value: 0}", ""},
		{"jump", "to nothing", "", "{indicator: arrivals, area: albania, value: 0}\n- {indicator: arrivals, area: albania, period: 2022-Q1, value: 9900}", "more:3 arrivals, Albania, 2023-Q1 is 0, less than a tenth of the 9,900 of 2022-Q1, at data/observations/more.yaml:4"},
		{"jump", "with a note on one", "", "{indicator: arrivals, area: albania, value: 868}\n- {indicator: arrivals, area: albania, period: 2022-Q1, value: 79, note: The border was closed.}", ""},
		{"jump", "with a reason on one", "", "{indicator: arrivals, area: albania, value: 868}\n- {indicator: arrivals, area: albania, period: 2022-Q1, value: 79, accept: {jump: as printed}}",
			"more:3 arrivals, Albania, 2023-Q1 is 868, more than ten times the 79 of 2022-Q1, at data/observations/more.yaml:4 (accepted: as printed)"},
		{"jump", "over another length", "", "{indicator: arrivals, area: albania, period: 2023, value: 868}\n- {indicator: arrivals, area: albania, period: 2022-Q1, value: 79}", ""},
		{"jump", "over a length written otherwise", "", "{indicator: arrivals, area: albania, period: 2023-01..2023-03, value: 868}\n- {indicator: arrivals, area: albania, period: 2022-Q1, value: 79}", "more:3 arrivals, Albania, 2023-01..2023-03 is 868, more than ten times the 79 of 2022-Q1, at data/observations/more.yaml:4"},
		{"jump", "of a category", "", "{indicator: presence, area: albania, value: 5000, by: {age: {adults: 4000}}}\n- {indicator: presence, area: albania, period: 2022-Q4, value: 5000, by: {age: {adults: 400}}}\n- {indicator: presence, area: albania, period: 2022-Q3, value: 5000, by: {age: {adults: 39}}}",
			"more:4 presence, Albania, 2022-Q4, age=adults is 400, more than ten times the 39 of 2022-Q3, at data/observations/more.yaml:5"},
		{"jump", "a digit too many, and back", "", "{indicator: presence, area: albania, period: 2022-10, value: 16216}\n- {indicator: presence, area: albania, period: 2022-11, value: 162170}\n- {indicator: presence, area: albania, period: 2022-12, value: 16218}\n- {indicator: presence, area: albania, period: 2023-11, value: 16218}",
			"more:4 presence, Albania, 2022-11 is 162,170, more than ten times the 16,216 of 2022-10, at data/observations/more.yaml:3"},
		{"jump", "to stay there", "", "{indicator: presence, area: albania, period: 2022-01, value: 100}\n- {indicator: presence, area: albania, period: 2022-02, value: 110}\n- {indicator: presence, area: albania, period: 2022-12, value: 5000}\n- {indicator: presence, area: albania, period: 2023-01, value: 5000}\n- {indicator: presence, area: albania, period: 2023-02, value: 5000}",
			"more:5 presence, Albania, 2022-12 is 5,000, more than ten times the 110 of 2022-02, at data/observations/more.yaml:4"},
		{"jump", "step by step over a year, once", "", "{indicator: presence, area: albania, period: 2022-01, value: 100}\n- {indicator: presence, area: albania, period: 2022-02, value: 110}\n- {indicator: presence, area: albania, period: 2022-09, value: 700}\n- {indicator: presence, area: albania, period: 2023-01, value: 1500}\n- {indicator: presence, area: albania, period: 2023-02, value: 1600}",
			"more:6 presence, Albania, 2023-01 is 1,500, more than ten times the 100 of 2022-01, at data/observations/more.yaml:3"},
		{"jump", "of a share", "", "{indicator: shares, area: albania, value: 100}\n- {indicator: shares, area: albania, period: 2022-Q1, value: 3}", ""},

		{"small-count", "four children", "", "{indicator: arrivals, area: albania, value: 50, by: {age: {children: 4}}}", "more:3 arrivals, Albania, 2023-Q1, age=children is 4: so few children might be recognised"},
		{"small-count", "five children", "", "{indicator: arrivals, area: albania, value: 50, by: {age: {children: 5}}}", ""},
		{"small-count", "no child", "", "{indicator: arrivals, area: albania, value: 50, by: {age: {children: 0}}}", ""},
		{"small-count", "four adults", "", "{indicator: arrivals, area: albania, value: 50, by: {age: {adults: 4}}}", ""},
		{"small-count", "four in all", "", "{indicator: uasc-present, area: albania, value: 4}", ""},
		{"small-count", "of children, by anything", "", "{indicator: uasc-present, area: albania, value: 50, by: {age: {old: 1}}}", "more:3 uasc-present, Albania, 2023-Q1, age=old is 1: so few children might be recognised"},
		{"small-count", "a part of children", "", "{indicator: arrivals, area: albania, value: 50, by: {age: {children: {value: 20, by: {sex: {male: 2}}}}}}", "more:3 arrivals, Albania, 2023-Q1, age=children, sex=male is 2: so few children might be recognised"},
		{"small-count", "by its id", "", "{indicator: arrivals, area: albania, value: 50, by: {accompaniment: {uasc: 1}}}", "more:3 arrivals, Albania, 2023-Q1, accompaniment=uasc is 1: so few children might be recognised"},
		{"small-count", "by its name", "", "{indicator: arrivals, area: albania, value: 50, by: {sex: {female: 1}}}", "more:3 arrivals, Albania, 2023-Q1, sex=female is 1: so few children might be recognised"},
		{"small-count", "by years", "", "{indicator: arrivals, area: albania, value: 50, by: {years: {first: 1, teens: 2, under: 3, from: 4, adults: 4, grown: 3}}}",
			"more:3 arrivals, Albania, 2023-Q1, years=first is 1: so few children might be recognised; more:3 arrivals, Albania, 2023-Q1, years=teens is 2: so few children might be recognised; more:3 arrivals, Albania, 2023-Q1, years=under is 3: so few children might be recognised"},
		{"small-count", "a share", "", "{indicator: shares, area: albania, value: 50, by: {age: {children: 1}}}", ""},
		{"small-count", "suppressed", "", "{indicator: arrivals, area: albania, value: 50, by: {age: {children: {status: Q}, adults: {status: Q}}}}", ""},
		{"small-count", "a share of a few", "", "{indicator: arrivals, area: albania, value: 100, by: {age: {children: {share: 3}}}}", "more:3 arrivals, Albania, 2023-Q1, age=children is 3% of 100: so few children might be recognised"},
		{"small-count", "a share that may be five", "", "{indicator: arrivals, area: albania, value: 100, by: {age: {children: {share: 4.5}}}}", "more:3 arrivals, Albania, 2023-Q1, age=children is 4.5% of 100: so few children might be recognised"},
		{"small-count", "a share that rounds up to five", "", "{indicator: arrivals, area: albania, value: 111, by: {age: {children: {share: 4}}}}", "more:3 arrivals, Albania, 2023-Q1, age=children is 4% of 111: so few children might be recognised"},
		{"small-count", "a share that may well be more", "", "{indicator: arrivals, area: albania, value: 112, by: {age: {children: {share: 4}}}}", ""},
		{"small-count", "a share of many", "", "{indicator: arrivals, area: albania, value: 4000, by: {age: {children: {share: 0.1}}}}", ""},
		{"small-count", "a smaller share of many", "", "{indicator: arrivals, area: albania, value: 4000, by: {age: {children: {share: 0.05}}}}", "more:3 arrivals, Albania, 2023-Q1, age=children is 0.05% of 4,000: so few children might be recognised"},
		{"small-count", "no share", "", "{indicator: arrivals, area: albania, value: 100, by: {age: {children: {share: 0}}}}", ""},
		{"small-count", "a share of adults", "", "{indicator: arrivals, area: albania, value: 100, by: {age: {adults: {share: 3}}}}", ""},
		{"small-count", "what adults leave", "", "{indicator: arrivals, area: albania, value: 120, by: {accompaniment: {other: 118}}}", "more:3 arrivals, Albania, 2023-Q1: its parts by accompaniment leave 2: so few children might be recognised"},
		{"small-count", "what adults leave, five", "", "{indicator: arrivals, area: albania, value: 123, by: {accompaniment: {other: 118}}}", ""},
		{"small-count", "what children leave", "", "{indicator: arrivals, area: albania, value: 120, by: {accompaniment: {uasc: 118}}}", ""},
		{"small-count", "what may be adults", "", "{indicator: arrivals, area: albania, value: 120, by: {age: {adults: 118}}}", ""},
		{"small-count", "what is left of children", "", "{indicator: arrivals, area: albania, value: 120, by: {age: {children: {value: 60, by: {sex: {male: 57}}}}}}", "more:3 arrivals, Albania, 2023-Q1, age=children: its parts by sex leave 3: so few children might be recognised"},
		{"small-count", "nothing is left of children", "", "{indicator: arrivals, area: albania, value: 120, by: {age: {children: {value: 60, by: {sex: {male: 60}}}}}}", ""},
		{"small-count", "what is left, with a reason at the part", "", "{indicator: arrivals, area: albania, value: 120, by: {accompaniment: {other: {value: 118, accept: {small-count: the office published it}}}}}",
			"more:3 arrivals, Albania, 2023-Q1: its parts by accompaniment leave 2: so few children might be recognised (accepted: the office published it)"},
		{"totals", "a month above its quarter, of another source", census("note: N") + "other: {publisher: O, title: T, URL: \"https://example.org/o\"}\n",
			"{indicator: crossings, area: albania, value: 1500}\n- {indicator: crossings, area: albania, period: 2023-02, source: other, value: 1501}",
			"more:4 crossings, Albania, 2023-02 is 1,501, more than the 1,500 of 2023-Q1 that it lies in, at data/observations/more.yaml:3"},
		{"totals", "as many", census("note: N") + "other: {publisher: O, title: T, URL: \"https://example.org/o\"}\n",
			"{indicator: crossings, area: albania, value: 1500}\n- {indicator: crossings, area: albania, period: 2023-02, source: other, value: 1500}", ""},
		{"totals", "months together", "", "{indicator: crossings, area: albania, value: 1500}\n- {indicator: crossings, area: albania, period: 2023-02, value: 1000}\n- {indicator: crossings, area: albania, period: 2023-01, value: 501}",
			"more:3 crossings, Albania, 2023-Q1 is 1,500, but 2023-01 (501) and 2023-02 (1,000) come to 1,501"},
		{"totals", "months together, with a note", "", "{indicator: crossings, area: albania, value: 1500, note: As first announced.}\n- {indicator: crossings, area: albania, period: 2023-02, value: 1000}\n- {indicator: crossings, area: albania, period: 2023-01, value: 501}", ""},
		{"totals", "months together, with a reason", "", "{indicator: crossings, area: albania, value: 1500}\n- {indicator: crossings, area: albania, period: 2023-02, value: 1000}\n- {indicator: crossings, area: albania, period: 2023-01, value: 501, accept: {totals: each is rounded}}",
			"more:3 crossings, Albania, 2023-Q1 is 1,500, but 2023-01 (501) and 2023-02 (1,000) come to 1,501 (accepted: each is rounded)"},
		{"small-count", "with a reason for all parts", "", "{indicator: arrivals, area: albania, value: 50, accept: {small-count: the office published it}, by: {age: {children: 1}}}",
			"more:3 arrivals, Albania, 2023-Q1, age=children is 1: so few children might be recognised (accepted: the office published it)"},
	} {
		items := strings.ReplaceAll("\n- "+c.items, "\n- {", "\n- {source: census, ")
		items = regexp.MustCompile(`source: census, (.*source:)`).ReplaceAllString(items, "$1")
		change := map[string]string{indicatorsFile: registry, "data/dimensions.yaml": splits, moreFile: "period: 2023-Q1\nobservations:" + items + "\n"}
		if c.sources != "" {
			change[sourcesFile] = c.sources
		} else {
			change[sourcesFile] = census("note: N")
		}
		if got := withoutColumns(found(t, c.rule, change)); got != c.want {
			t.Errorf("%s, %s:\n got %s\nwant %s", c.rule, c.name, got, c.want)
		}
	}
}

// withoutColumns leaves the columns of places in a message out.
func withoutColumns(s string) string {
	return regexp.MustCompile(`(\.yaml:\d+):\d+`).ReplaceAllString(s, "$1")
}

// TestAcceptedAtTheRegister: a reason beside an indicator, or beside a source,
// holds for what is said of its values.
func TestAcceptedAtTheRegister(t *testing.T) {
	const items = "period: 2023-Q1\nobservations:\n- {indicator: arrivals, source: census, area: albania, value: 9000}\n- {indicator: arrivals, source: census, period: 2021-Q4, area: albania, value: 200}\n"
	got := found(t, "jump", map[string]string{moreFile: items, indicatorsFile: strings.Replace(registry, "measure: flow", "accept: {jump: the route moves}, measure: flow", 1)})
	if !strings.HasSuffix(got, "(accepted: the route moves)") {
		t.Errorf("beside the indicator: %q", got)
	}
	got = found(t, "source-period", map[string]string{moreFile: items, sourcesFile: "census: {publisher: Office, title: Count, URL: \"https://example.org/a\", covers: [2022-Q1, 2023-Q1], accept: {source-period: has an annex}}\n"})
	if !strings.HasSuffix(got, "(accepted: has an annex)") {
		t.Errorf("beside the source: %q", got)
	}
}

// TestSmallCountThreshold follows the site.
func TestSmallCountThreshold(t *testing.T) {
	change := map[string]string{"data/dimensions.yaml": splits, moreFile: "period: 2023-Q1\nobservations:\n- {indicator: arrivals, source: census, area: albania, value: 50, by: {age: {children: 9}}}\n"}
	for limit, want := range map[int]string{9: "", 10: "more:3 arrivals, Albania, 2023-Q1, age=children is 9: so few children might be recognised"} {
		change["data/site.yaml"] = fmt.Sprintf("title: T\nthresholds: {small_count: %d}\n", limit)
		if got := found(t, "small-count", change); got != want {
			t.Errorf("%d: got %q", limit, got)
		}
	}
}
