package data_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
)

// TestFiles: what can be wrong in a file, or between files.
func TestFiles(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"no site", map[string]string{"site": ""}, []string{`site.yaml site.yaml is missing [it names the site: title: My report]`}},
		{"no areas", map[string]string{"areas": "", "observations/a": "period: 2023\nobservations:\n- {indicator: arrivals, area: x, source: unhcr, value: 1}\n"},
			[]string{`areas.yaml areas.yaml is missing [it lists the areas that figures are about: areas: [{id: serbia, name: Serbia, code: SRB}]]`}},
		{"no dimensions", map[string]string{"dimensions": ""}, nil},
		{"unread file", map[string]string{"source": "a: b"}, []string{`source.yaml nothing reads this file [did you mean "sources.yaml"?]`}},
		{"unread folder", map[string]string{"observation/x": "a: b"}, []string{`observation warning: nothing reads this folder [did you mean "observations"?]`}},
		{"empty site", map[string]string{"site": "\n"}, []string{`site.yaml:1 «» the site must be a mapping, but this is empty [write it as keys and values]`}},
		{"empty observations", map[string]string{"observations/a": "# nothing yet\n"}, []string{`observations/a.yaml warning: the file is empty [fill it or remove it]`}},
		{"observations that wait for their values", map[string]string{"observations/a": "period: 2023\nobservations:\n  # - {indicator: arrivals, area: serbia, value: , source: }\n"}, nil},
		{"sources that wait for the first", map[string]string{"sources": "# my-office-2023: {publisher: , title: }\n"}, nil},
		{"empty sources", map[string]string{"sources": "\n"}, []string{`sources.yaml warning: the file is empty [fill it or remove it]`}},
		{"no observations", map[string]string{"observations/a": "period: 2023\n"}, []string{`observations/a.yaml:1 «p» the file needs "observations" [add observations]`}},
		{"empty areas", map[string]string{"areas": "# nothing yet\n", "observations/a": "period: 2023\nobservations:\n- {indicator: arrivals, area: x, source: unhcr, value: 1}\n"},
			[]string{`areas.yaml the file is empty [it lists the areas that figures are about: areas: [{id: serbia, name: Serbia, code: SRB}]]`}},
		{"null for indicators", map[string]string{"indicators": "null\n", "observations/a": "period: 2023\nobservations:\n- {indicator: arrivals, area: serbia, source: unhcr, value: 1}\n"},
			[]string{`indicators.yaml the file is empty [it lists what is measured: - {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow}]`}},
		{"broken areas give no further problems", map[string]string{"areas": "areas: [\n", "observations/a": "period: 2023\nobservations:\n- {indicator: arrivals, area: x, source: unhcr, value: 1}\n"},
			[]string{`areas.yaml:1 «[» this [ is not closed, or an entry inside is not followed by a comma [end the list with ]; quote text that begins with []`}},
		{"mistyped id of an area", map[string]string{"areas": "areas:\n  - {ib: serbia, name: Serbia}\n", "observations/a": "period: 2023\nobservations:\n- {indicator: arrivals, area: serbia, source: unhcr, value: 1}\n"},
			[]string{`areas.yaml:2 «ib» an area has no "ib" [did you mean "id"?]`}},
		{"mistyped list of areas", map[string]string{"areas": "area: []\n", "observations/a": "period: 2023\nobservations:\n- {indicator: arrivals, area: serbia, source: unhcr, value: 1}\n"},
			[]string{`areas.yaml:1 «area» the file has no "area" [did you mean "areas"?]`}},
		{"site", map[string]string{"site": `title: T
tilte: U
language: [en]
baseURL: ftp://example.org/
accent: blue
publisher: {name: P, email: "me at example.org", url: "javascript:alert(1)", social: [{name: X, url: "//example.org"}, {name: Y}]}
license: {url: "https://example.org/a b"}
nextRelease: 2023-02-30
thresholds: {small_base: -1, small_count: few}
`}, []string{
			`site.yaml:2 «tilte» the site has no "tilte" [did you mean "title"?]`,
			`site.yaml:3 «[» "language" must be a single value, but this is a list [quote text that begins with []`,
			`site.yaml:4 «ftp://example.org/» "ftp://example.org/" is no web address [an address begins with https:// or http://]`,
			`site.yaml:5 «blue» "blue" is no colour [write it as "#1f5fa8", in quotes]`,
			`site.yaml:6 «"me at example.org"» "me at example.org" is no email address [write the address alone: desk@example.org]`,
			`site.yaml:6 «"javascript:alert(1)"» "javascript:alert(1)" is no web address [an address begins with https:// or http://]`,
			`site.yaml:6 «"//example.org"» "//example.org" is no web address [an address begins with https:// or http://]`,
			`site.yaml:6 «{» a social link needs "url" [add url]`,
			`site.yaml:7 «{» the license needs "name" [add name]`,
			`site.yaml:7 « » the address has a space [write %20 for a space that belongs to the address, or remove it]`,
			`site.yaml:8 «2023-02-30» "2023-02-30" is no date: there is no day 2023-02-30 [write it as 2023-06-01]`,
			`site.yaml:9 «-1» "small_base" must not be negative []`,
			`site.yaml:9 «few» "small_count" must be a whole number, not "few" [write digits only, without quotes]`,
		}},
		{"site address", map[string]string{"site": "title: T\nbaseURL: https://example.org/?x\n"}, []string{`site.yaml:2 «https://example.org/?x» the site's address has a query or a fragment [leave out what follows ? or #]`}},
		{"site address with two slashes", map[string]string{"site": "title: T\nbaseURL: https://example.org//evil.example/\n"}, []string{`site.yaml:2 «https://example.org//evil.example/» the site's address has two slashes in its path [write single slashes]`}},
		{"areas", map[string]string{"areas": `areas:
  - {id: Serbia, name: Serbia, code: RS}
  - {id: kosovo, name: Kosovo, code: XKX, naming: kosvo}
  - {id: kosovo, name: Again, code: XKX}
  - {id: other, code: XKX, covers: [kosovo, kosovo, other, all, albania]}
  - {id: "2023", name: A year, weather: sunny}
  - {id: previous, name: P}
groups:
  - {id: all, name: All, members: [other, albania, othr]}
  - {id: none, name: None, members: []}
  - {id: one, name: One}
naming: {kosovo: N, x: }
`}, []string{
			`areas.yaml:2 «Serbia» "Serbia" is no id for an area [write serbia]`,
			`areas.yaml:2 «RS» "RS" is no area code [write the three-letter code of ISO 3166-1, such as SRB, or one from XAA to XZZ that you assign]`,
			`areas.yaml:3 «kosvo» there is no naming note "kosvo" [did you mean "kosovo"?]`,
			`areas.yaml:4 «kosovo» the area "kosovo" stands twice: first on line 3 [remove one of the two, or give it another id]`,
			`areas.yaml:5 «{» an area needs "name" [add name]`,
			`areas.yaml:5 «XKX» the code XKX belongs to "kosovo" already, on line 3 []`,
			`areas.yaml:5 «kosovo» "kosovo" stands twice under "covers" [remove one of the two]`,
			`areas.yaml:5 «other» "other" names itself under "covers" [remove it]`,
			`areas.yaml:5 «all» "all" is a group, but "covers" lists areas [name the areas of the group]`,
			`areas.yaml:5 «albania» there is no area "albania" [add it to data/areas.yaml]`,
			`areas.yaml:6 «"2023"» the id "2023" of an area would be read as a period [add a letter]`,
			`areas.yaml:6 «weather» an area has no "weather" [known here: id, name, naming, code, covers]`,
			`areas.yaml:7 «previous» the id "previous" of an area is a word with a meaning of its own [choose another id]`,
			`areas.yaml:9 «albania» there is no area "albania" [add it to data/areas.yaml]`,
			`areas.yaml:9 «othr» there is no area "othr" [did you mean "other"?]`,
			`areas.yaml:10 «[» the group "none" has no members [name its areas: members: [serbia, kosovo]]`,
			`areas.yaml:11 «{» a group needs "members" [add members]`,
			`areas.yaml:12 «x» the naming note "x" must be text []`,
		}},
		{"indicators", map[string]string{"indicators": `- {id: a, name: A, unit: {one: x, other: y}, measure: flows}
- {id: b, name: B, measure: flow, add: area}
- {id: a, name: A, measure: change}
- {id: c, measure: share, unit: {one: x}}
- {id: d, name: D}
- text
`}, []string{
			`indicators.yaml:1 «flows» "flows" is no measure [did you mean "flow"?]`,
			`indicators.yaml:2 «{» an indicator needs "unit" [add unit]`,
			`indicators.yaml:2 «area» "area" is no way to add [did you mean "areas"?]`,
			`indicators.yaml:3 «a» the indicator "a" stands twice: first on line 1 [remove one of the two, or give it another id]`,
			`indicators.yaml:4 «{» an indicator needs "name" [add name]`,
			`indicators.yaml:4 «{» a unit needs "other" [add other]`,
			`indicators.yaml:5 «{» an indicator needs "measure" [add measure]`,
			`indicators.yaml:6 «text» an indicator must be a mapping, but this is a single value [write it as keys and values]`,
		}},
		{"indicators as a mapping", map[string]string{"indicators": "arrivals: {name: A}\n"}, []string{`indicators.yaml:1 «a» the file must be a list of indicators, but this is a mapping [begin each indicator with - id:]`}},
		{"dimensions", map[string]string{"dimensions": `age: {name: Age, categories: {Children: C, adults: }}
sex: {name: Sex}
age: {name: Again, categories: {x: y}}
place: {categories: [a]}
`}, []string{
			`dimensions.yaml:1 «Children» "Children" is no id for a category [write children]`,
			`dimensions.yaml:1 «adults» the category "adults" needs a name [write adults: Its name]`,
			`dimensions.yaml:2 «{» a dimension needs "categories" [add categories]`,
			`dimensions.yaml:3 «age» "age" stands twice: first on line 1 [remove one of the two]`,
			`dimensions.yaml:4 «{» a dimension needs "name" [add name]`,
			`dimensions.yaml:4 «[» categories must be a mapping, but this is a list [write it as keys and values]`,
		}},
		{"sources", map[string]string{"sources": `a: {publisher: P, title: T, issued: 2023-Q1, accessed: yesterday, URL: "data:text/html,x", covers: 2023-Q9, url: x}
b: {title: T}
c d: {publisher: P, title: T}
`}, []string{
			`sources.yaml:1 «2023-Q1» "2023-Q1" is no date [write a year, month or day: 2023, 2023-04 or 2023-04-30]`,
			`sources.yaml:1 «yesterday» "yesterday" is no date [write a year, month or day: 2023, 2023-04 or 2023-04-30]`,
			`sources.yaml:1 «"data:text/html,x"» "data:text/html,x" is no web address [an address begins with https:// or http://]`,
			`sources.yaml:1 «2023-Q9» "2023-Q9" is no period: a quarter is Q1, Q2, Q3 or Q4 []`,
			`sources.yaml:1 «url» a source has no "url" [did you mean "URL"?]`,
			`sources.yaml:2 «{» a source needs "publisher" [add publisher]`,
			`sources.yaml:3 «c d» "c d" is no id for a source [write c-d]`,
		}},
		{"a source over several lines", map[string]string{"sources": "a: {publisher: \"P\\nQ\", title: \"T\\u2028U\"}\nb:\n  publisher: P\n  title: >\n    T\n    U\n"}, []string{
			`sources.yaml:1 «"P\nQ"» "publisher" has more than one line, but sources are cited on one [write it on one line]`,
			`sources.yaml:1 «"T\u2028U"» "title" has more than one line, but sources are cited on one [write it on one line]`,
		}},
		{"period of a file", map[string]string{"observations/a": "period: 2023-Q0\nobservations:\n- {indicator: arrivals, area: serbia, source: unhcr, value: 1}\n"},
			[]string{`observations/a.yaml:1 «2023-Q0» "2023-Q0" is no period: a quarter is Q1, Q2, Q3 or Q4 []`}},
		{"no period", map[string]string{"observations/a": "observations:\n- {indicator: arrivals, area: serbia, source: unhcr, value: 1}\n"},
			[]string{`observations/a.yaml:2 «{» an observation needs "period" [add period: here, or once at the head of the file]`}},
		{"no observations", map[string]string{"observations/a": "observation: []\n"},
			[]string{`observations/a.yaml:1 «observation» the file has no "observation" [did you mean "observations"?]`}},
		{"a list as a file", map[string]string{"observations/a": "- a\n"}, []string{`observations/a.yaml:1 «-» the file must be a mapping, but this is a list [write it as keys and values]`}},
		{"doubled cells", map[string]string{
			"observations/a": "period: 2023-Q1\nobservations:\n- {indicator: presence, area: serbia, source: unhcr, value: 1}\n- {indicator: arrivals, source: unhcr, values: {kosovo: {value: 5, by: {age: {children: 1}}}}}\n",
			"observations/b": "period: 2023-03\nobservations:\n- {indicator: presence, area: serbia, source: unhcr, value: 2}\n- {indicator: arrivals, area: kosovo, period: 2023-01..2023-03, source: unhcr, value: 5, by: {age: {children: 1}}}\n- {indicator: arrivals, area: kosovo, source: unhcr, value: 5}\n",
		}, []string{
			`observations/b.yaml:3 «2» presence, serbia, 2023-03 is given twice: first at data/observations/a.yaml:3:61 [keep one of the two; where publishers disagree, say so in its note]`,
			`observations/b.yaml:4 «5» arrivals, kosovo, 2023-01..2023-03 is given twice: first at data/observations/a.yaml:4:65 [keep one of the two; where publishers disagree, say so in its note]`,
		}},
		{"doubled cells of a breakdown", map[string]string{"observations/a": "period: 2023-Q1\nobservations:\n- {indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: {value: 5, by: {sex: {girls: 1}}}}, sex: {girls: {value: 3, by: {age: {children: 1}}}}}}\n"},
			[]string{`observations/a.yaml:3 «1» arrivals, serbia, 2023-Q1, age=children sex=girls is given twice: first at data/observations/a.yaml:3:114 [keep one of the two; where publishers disagree, say so in its note]`}},
		{"all at once, in order", map[string]string{
			"areas": "areas:\n  - {id: serbia, nam: Serbia, name: Serbia}\n",
			"observations/a": `period: 2023-Q1
observations:
  - {indicator: arrivals, area: serba, source: unhcr, value: 1}
  - {indicator: arrivals, area: serbia, source: unhcr, value: 1,083}
`,
			"observations/b": "observations: {}\n",
		}, []string{
			`areas.yaml:2 «nam» an area has no "nam" [did you mean "name"?]`,
			`observations/a.yaml:3 «serba» there is no area "serba" [did you mean "serbia"?]`,
			`observations/a.yaml:4 «1,083» a number has no thousands separator: 1,083 [write 1083]`,
			`observations/b.yaml:1 «{» "observations" must be a list, but this is a mapping [begin each item with - or put them in [ ]]`,
		}},
	} {
		fsys := base(c.files)
		set, ps := data.Load(fsys)
		if set == nil {
			t.Fatalf("%s: no set", c.name)
		}
		if diff := cmp.Diff(c.want, list(fsys, ps)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestNoData(t *testing.T) {
	set, ps := data.Load(fstest.MapFS{})
	if set == nil || len(ps) != 1 || ps[0].Pos.String() != "data" || ps[0].Message != "data is missing" || ps[0].Hint == "" {
		t.Errorf("got %v", ps)
	}
	if len(set.Observations()) > 0 || set.Areas() != nil {
		t.Error("something is in it")
	}
	if _, ok := set.Lookup(data.Cell{Indicator: "a", Area: "b", Period: at(t, "2023")}); ok || set.History("a", "b", "") != nil {
		t.Error("something is found")
	}
}

// TestOtherFiles: files that are no YAML are named in observations/, and
// hidden ones left alone.
func TestOtherFiles(t *testing.T) {
	fsys := base(nil)
	fsys["data/README.md"] = &fstest.MapFile{}
	fsys["data/.hidden.yaml"] = &fstest.MapFile{}
	fsys["data/observations/.DS_Store"] = &fstest.MapFile{}
	fsys["data/observations/.git/x.yaml"] = &fstest.MapFile{Data: []byte("x")}
	fsys["data/observations/more.csv"] = &fstest.MapFile{}
	_, ps := data.Load(fsys)
	if diff := cmp.Diff([]string{"observations/more.csv warning: nothing reads this file [write figures in .yaml files]"}, list(fsys, ps)); diff != "" {
		t.Error(diff)
	}
}
