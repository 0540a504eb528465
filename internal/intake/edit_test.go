package intake_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
	"bulletin/internal/intake"
	"bulletin/internal/opendata"
)

const old = `# Counted by the office.
period: 2023-Q1
observations:

  # The first quarter
  - indicator: arrivals # as registered
    source: office
    values:
      serbia: 868 # checked twice
      kosovo: {value: 237, status: E}
  - indicator: arrivals
    area: cote
    source: office
    value: 50    # rounded
    note: 'It''s so.'
    by:
      age: {children: 20}
      sex:
        girls: 9
  - {indicator: presence, area: serbia, status: O, note: "None, yet."}
  - {indicator: rate, area: serbia, source: office, value: 12.50, by: {age: {adults: 3}}}
`

// TestUpdate: what differs is changed where it stands, and nothing else.
func TestUpdate(t *testing.T) {
	const head = "indicator,area,period,dimension,category,value,unit,status,source,note,complete\n"
	for _, c := range []struct{ name, rows, from, to string }{
		{"a number", "arrivals,serbia,2023-Q1,,,870,,,,,\n", "serbia: 868 #", "serbia: 870 #"},
		{"a number that gets a status and a note", "arrivals,serbia,2023-Q1,,,870,,P,,\"So, it is\",\n", "serbia: 868 #", "serbia: {value: 870, status: P, note: \"So, it is\"} #"},
		{"another source", "arrivals,serbia,2023-Q1,,,,,,,,\narrivals,kosovo,2023-Q1,,,237,,,other,,\n", "{value: 237, status: E}", "{value: 237, status: E, source: other}"},
		{"a status", "arrivals,kosovo,2023-Q1,,,237,,A,,,\n", "status: E}", "status: A}"},
		{"a value in a block", "arrivals,cote,2023-Q1,,,51,,,,,\n", "value: 50    #", "value: 51    #"},
		{"a note in quotes, and a status", "arrivals,cote,2023-Q1,,,50,,P,,Not so.,\n", "    note: 'It''s so.'\n    by:\n      age: {children: 20}\n      sex:\n        girls: 9\n", "    note: Not so.\n    status: P\n    by:\n      age: {children: {value: 20, status: A}}\n      sex:\n        girls: {value: 9, status: A}\n"},
		{"a status and a source that parts do not get", "arrivals,cote,2023-Q1,,,50,,P,other,,\narrivals,cote,2023-Q1,sex,girls,10,,A,,,\n", "    source: office\n    value: 50    # rounded\n    note: 'It''s so.'\n    by:\n      age: {children: 20}\n      sex:\n        girls: 9\n",
			"    source: other\n    value: 50    # rounded\n    note: 'It''s so.'\n    status: P\n    by:\n      age: {children: {value: 20, status: A, source: office}}\n      sex:\n        girls: {value: 10, status: A, source: office}\n"},
		{"a part", "arrivals,cote,2023-Q1,age,children,21,,,,,\n", "{children: 20}", "{children: 21}"},
		{"a part that is known as a share", "arrivals,cote,2023-Q1,sex,girls,18,% of total,,,,\n", "girls: 9", "girls: {share: 18}"},
		{"new parts of a dimension", "arrivals,cote,2023-Q1,age,adults,30,,,,,\n", "{children: 20}", "{children: 20, adults: 30}"},
		{"new parts on lines", "arrivals,cote,2023-Q1,sex,boys,8,,E,,,\n", "        girls: 9\n", "        girls: 9\n        boys: {value: 8, status: E}\n"},
		{"the first parts of a number", "arrivals,serbia,2023-Q1,sex,boys,8,,,,,\narrivals,serbia,2023-Q1,sex/age,boys/children,7,,,,,\n", "serbia: 868 #", "serbia: {value: 868, by: {sex: {boys: {value: 8, by: {age: {children: 7}}}}}} #"},
		{"the first parts of a mapping", "arrivals,kosovo,2023-Q1,,,240,,,,,\narrivals,kosovo,2023-Q1,sex,boys,8,,,,,\n", "{value: 237, status: E}", "{value: 240, status: E, by: {sex: {boys: 8}}}"},
		{"parts of a part", "arrivals,cote,2023-Q1,age/sex,children/girls,7,,,,,\n", "{children: 20}", "{children: {value: 20, by: {sex: {girls: 7}}}}"},
		{"a value where there was none", "presence,serbia,2023-Q1,,,5,,,office,,\n", "status: O, note: \"None, yet.\"", "status: A, note: \"None, yet.\", value: 5, source: office"},
		{"no value any more", "arrivals,kosovo,2023-Q1,,,,,Q,,,\n", "{value: 237, status: E}", "{status: Q}"},
		{"no value any more, in a block", "arrivals,cote,2023-Q1,,,,,L,,,\n", "    value: 50    # rounded", "    status: L    # rounded"},
		{"decimals", "rate,serbia,2023-Q1,,,12.5,,,,,\nrate,serbia,2023-Q1,age,adults,3.1,,,,,\n", "adults: 3", "adults: 3.1"},
		{"parts that add up", "arrivals,cote,2023-Q1,,,50,,,,,true\narrivals,cote,2023-Q1,age,adults,30,,,,,\narrivals,cote,2023-Q1,sex,boys,41,,,,,\n",
			"    note: 'It''s so.'\n    by:\n      age: {children: 20}\n      sex:\n        girls: 9\n", "    note: 'It''s so.'\n    complete: true\n    by:\n      age: {children: 20, adults: 30}\n      sex:\n        girls: 9\n        boys: 41\n"},
	} {
		for _, eol := range []string{"\n", "\r\n"} {
			before, want := strings.ReplaceAll(old, "\n", eol), strings.ReplaceAll(strings.Replace(old, c.from, c.to, 1), "\n", eol)
			if want == before {
				t.Fatalf("%s: the file does not hold %q", c.name, c.from)
			}
			plan, ps, err := site(before).bring(t, "t.csv", []byte(head+c.rows), intake.Options{Update: true})
			if err != nil || len(ps) > 0 || len(plan.Files) != 1 {
				t.Errorf("%s: %v\n%s%+v", c.name, err, told(ps), plan)
				continue
			}
			if d := cmp.Diff(want, string(plan.Files[0].Text)); d != "" {
				t.Errorf("%s (-want +got)\n%s", c.name, d)
			}
			after := site(before).with(plan)
			again, ps, err := after.bring(t, "t.csv", []byte(head+c.rows), intake.Options{})
			if err != nil || len(ps) > 0 || len(again.Files) > 0 {
				t.Errorf("%s, again: %v\n%s%+v", c.name, err, told(ps), again)
			}
		}
	}
}

// TestConflict: without Update what differs is reported with both places.
func TestConflict(t *testing.T) {
	_, ps, err := site(old).bring(t, "t.csv", []byte("area,value,status\nserbia,870,\nkosovo,237,A\ncote,50,\n"), intake.Options{Set: "indicator: arrivals, period: 2023-Q1"})
	want := `t.csv:2:8: arrivals, Serbia, 2023-Q1 has 870 here, but 868 at data/observations/old.yaml:9:15 [correct one of the two; to take over what the table says, add --update] [import]
t.csv:3:8: arrivals, Kosovo*, 2023-Q1 has status A here, but status E at data/observations/old.yaml:10:23 [correct one of the two; to take over what the table says, add --update] [import]
`
	if d := cmp.Diff(want, told(ps)); d != "" || err != nil {
		t.Errorf("%v %s", err, d)
	}
}

// TestByHand: what cannot be changed without changing what somebody has written otherwise
// is left, and said.
func TestByHand(t *testing.T) {
	const observations = "observations:\n  - indicator: arrivals\n    area: serbia\n    period: 2023\n    source: office\n    value: 5\n    note: >-\n      On several\n      lines.\n    by: {sex: {girls: 2}}\n"
	const o = "indicator: arrivals, period: 2023"
	for table, want := range map[string]string{
		"area,value,note\nserbia,5,Short.\n": "t.csv:2:8: arrivals, Serbia, 2023 stands in a form that cannot be changed from here [change it by hand, at data/observations/old.yaml:6:12, and import again] [import]\n",
	} {
		_, ps, err := site(observations).bring(t, "t.csv", []byte(table), intake.Options{Set: o, Update: true})
		if d := cmp.Diff(want, told(ps)); d != "" || err != nil {
			t.Errorf("%v %s", err, d)
		}
	}
}

// TestAppend: new entries go to the end of a file that is there.
func TestAppend(t *testing.T) {
	const table = "area,period,value\nserbia,2023-Q2,1\nkosovo,2023-Q1,2\n"
	for _, c := range []struct{ before, want string }{
		{"# Ours.\nperiod: 2023-Q1\nobservations:\n  - {indicator: presence, area: serbia, source: office, value: 5}", "  - {indicator: arrivals, area: kosovo, source: office, value: 2}\n  - {indicator: arrivals, area: serbia, period: 2023-Q2, source: office, value: 1}\n"},
		{"observations:\n- {indicator: presence, area: serbia, period: 2023, source: office, value: 5}\n\n\n", "- {indicator: arrivals, area: kosovo, period: 2023-Q1, source: office, value: 2}\n- {indicator: arrivals, area: serbia, period: 2023-Q2, source: office, value: 1}\n"},
		{"observations:\n  - indicator: presence\n    area: serbia\n    period: 2023\n    source: office\n    value: 5 # so\n  # the end\n", "  - {indicator: arrivals, area: kosovo, period: 2023-Q1, source: office, value: 2}\n  - {indicator: arrivals, area: serbia, period: 2023-Q2, source: office, value: 1}\n"},
		{"# Nothing yet.\n", "observations:\n  - {indicator: arrivals, area: kosovo, period: 2023-Q1, source: office, value: 2}\n  - {indicator: arrivals, area: serbia, period: 2023-Q2, source: office, value: 1}\n"},
	} {
		plan, ps, err := site(c.before).bring(t, "t.csv", []byte(table), intake.Options{Set: "indicator: arrivals, source: office", To: "old.yaml"})
		if err != nil || len(ps) > 0 || len(plan.Files) != 1 {
			t.Errorf("%v\n%s%+v", err, told(ps), plan)
			continue
		}
		if d := cmp.Diff(strings.TrimRight(c.before, "\n")+"\n"+c.want, string(plan.Files[0].Text)); d != "" {
			t.Error(d)
		}
	}
	for before, want := range map[string]string{
		"observations:\n  - {indicator: presence, area: serbia, source: office, value: 5}\nperiod: 2023-Q1\n": "the list of observations is not the last thing in it",
		"period: 2023-Q1\nobservations: [{indicator: presence, area: serbia, source: office, value: 5}]\n":    "its entries stand in brackets",
	} {
		_, ps, err := site(before).bring(t, "t.csv", []byte(table), intake.Options{Set: "indicator: arrivals, source: office", To: "old.yaml"})
		if err != nil || !strings.Contains(told(ps), want) || !strings.Contains(told(ps), "--to") {
			t.Errorf("%v\n%s", err, told(ps))
		}
	}
}

// TestUpdateOwnData: every value of this repository's own data can be changed where it
// stands: by one, or to another status, and all else stays.
func TestUpdateOwnData(t *testing.T) {
	registers, observations := ownFiles(t)
	whole := maps.Clone(registers)
	maps.Copy(whole, observations)
	set := whole.set(t)
	var table strings.Builder
	table.WriteString("indicator,area,period,dimension,category,value,unit,status\n")
	want := map[data.Cell]string{}
	for _, o := range set.Observations() {
		if o.Indicator.Example || len(o.Path) > 0 || !o.HasValue || len(set.Splits(o)) > 0 {
			continue
		}
		status := "E"
		if o.Status == data.Estimated {
			status = "P"
		}
		fmt.Fprintf(&table, "%s,%s,%s,,,%s,,%s\n", o.Indicator.ID, o.Area.ID, o.Period, o.Value, status)
		want[o.Cell()] = status
	}
	plan, ps, err := whole.bring(t, "t.csv", []byte(table.String()), intake.Options{Update: true})
	if err != nil || len(ps) > 0 {
		t.Fatalf("%v\n%s", err, told(ps))
	}
	if len(plan.Changed) != len(want) || len(want) < 500 {
		t.Errorf("%d of %d changed", len(plan.Changed), len(want))
	}
	after := whole.with(plan).set(t)
	for _, o := range set.Observations() {
		now, ok := after.Lookup(o.Cell())
		status, changed := want[o.Cell()]
		if !changed {
			status = o.Status.String()
		}
		if !ok || now.Status.String() != status || len(now.Accepts) != len(o.Accepts) || now.Note != o.Note {
			t.Errorf("%v: %+v, want status %s", o.Cell(), now, status)
		}
	}
	for name, text := range observations {
		for _, f := range plan.Files {
			if f.Name == name && strings.Count(text, "#") != strings.Count(string(f.Text), "#") {
				t.Errorf("%s: remarks were lost", name)
			}
		}
	}
}

// TestHostile: whatever notes hold comes back from each format, or is refused with its
// place.
func TestHostile(t *testing.T) {
	notes := []string{"=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2", "'=1", "a \"quoted\" text", "two\nlines", "a\ttab", "</script><!-- ]]> &amp;", "{{ arrivals }}", `back\slash`,
		"_x000D_", "_x0041_", "#", "- a: b", "true", "null", "~", "2023", "! &a *b %c @d `e", "é\u0301 😀 \u200d", " spaces ", "\u2067עברית\u2069", strings.Repeat("long ", 2000), "'", "''", ";=1", "：", "a: b # c", "key:", "|", ">-", "\u2028", "\u00a0x", "[x]", "{x}", ","}
	f := small()
	text := "- {indicator: arrivals, area: serbia, period: 2023, source: office, value: 1}\n"
	var rows strings.Builder
	rows.WriteString("observations:\n" + text)
	for i, note := range notes {
		fmt.Fprintf(&rows, "- {indicator: arrivals, area: serbia, period: %s, source: office, value: 1, note: %q}\n", fmt.Sprintf("%d-01", 1950+i), note)
	}
	whole := maps.Clone(f)
	whole["data/observations/a.yaml"] = rows.String()
	set, ps := data.Load(whole.fs())
	if len(ps) > 0 {
		t.Fatal(told(ps))
	}
	if len(set.Observations()) != len(notes)+1 {
		t.Fatalf("%d observations", len(set.Observations()))
	}
	roundTrip(t, f, whole, set)
	if _, err := opendata.NewMaker(set).CSV(opendata.Part{}); err != nil {
		t.Fatal(err)
	}
	for _, note := range []string{"\u202e reversed", "\u2067 open", "a\x01b"} {
		_, ps, err := small().bring(t, "t.csv", []byte("area,value,note\nserbia,1,"+note+"\n"), intake.Options{Set: "indicator: arrivals, period: 2023, source: office"})
		if err != nil || !strings.HasPrefix(told(ps), "t.csv:2:10: the note cannot be written: ") {
			t.Errorf("%q: %v\n%s", note, err, told(ps))
		}
	}
}
