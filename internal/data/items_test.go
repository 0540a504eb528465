package data_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// list writes problems as place, the text that is underlined, message and hint;
// places without data/ and without column, which the text stands for.
func list(fsys fstest.MapFS, ps diag.Problems) []string {
	var all []string
	for _, p := range ps {
		where := p.Pos.File
		if p.Pos.Line > 0 {
			line := []rune(strings.Split(string(fsys[p.Pos.File].Data), "\n")[p.Pos.Line-1])
			where += fmt.Sprintf(":%d «%s»", p.Pos.Line, string(line[p.Pos.Col-1:min(p.Pos.Col-1+p.Len, len(line))]))
		}
		if p.Severity == diag.Warning {
			where += " warning:"
		}
		all = append(all, fmt.Sprintf("%s %s [%s]", strings.TrimPrefix(where, "data/"), p.Message, p.Hint))
	}
	return all
}

// TestItems: each wrong observation has its one problem, and the sound one
// beside it has none. The item stands on line 3.
func TestItems(t *testing.T) {
	const place = "observations/a.yaml:3 "
	for _, c := range []struct {
		name, item string
		want       []string
	}{
		{"sound", "indicator: arrivals, area: serbia, source: unhcr, value: 1", nil},
		{"unknown key", "indicator: arrivals, area: serbia, sorce: unhcr, source: unhcr, value: 1", []string{`«sorce» an observation has no "sorce" [did you mean "source"?]`}},
		{"unknown area", "indicator: arrivals, area: srebia, source: unhcr, value: 1, by: {age: {children: 1}}", []string{`«srebia» there is no area "srebia" [did you mean "serbia"?]`}},
		{"area by name", "indicator: arrivals, area: Serbia, source: unhcr, value: 1", []string{`«Serbia» there is no area "Serbia" [write the id: serbia]`}},
		{"area from nowhere", "indicator: arrivals, area: atlantis, source: unhcr, value: 1", []string{`«atlantis» there is no area "atlantis" [add it to data/areas.yaml]`}},
		{"unknown area among values", "indicator: arrivals, source: unhcr, values: {serbia: 1, kosvo: 2}", []string{`«kosvo» there is no area "kosvo" [did you mean "kosovo"?]`}},
		{"unknown indicator", "indicator: arivals, area: serbia, source: unhcr, value: 1", []string{`«arivals» there is no indicator "arivals" [did you mean "arrivals"?]`}},
		{"unknown source", "indicator: arrivals, area: serbia, source: uhncr, value: 1, by: {age: {children: 1}}", []string{`«uhncr» there is no source "uhncr" [did you mean "unhcr"?]`}},
		{"unknown dimension", "indicator: arrivals, area: serbia, source: unhcr, value: 1, by: {aeg: {children: 1}}", []string{`«aeg» there is no dimension "aeg" [did you mean "age"?]`}},
		{"unknown category", "indicator: arrivals, area: serbia, source: unhcr, value: 1, by: {age: {childern: 1}}", []string{`«childern» age has no category "childern" [did you mean "children"?]`}},
		{"category of another dimension", "indicator: arrivals, area: serbia, source: unhcr, value: 1, by: {age: {girls: 1}}", []string{`«girls» age has no category "girls" [it is a category of sex]`}},
		{"unknown status", "indicator: arrivals, area: serbia, source: unhcr, value: 1, status: X", []string{`«X» "X" is no status [A normal, B break, D definition differs, E estimated, F forecast, I imputed, P provisional, U low reliability; without a value: L not collected, M cannot exist, O missing, Q suppressed]`}},
		{"small status", "indicator: arrivals, area: serbia, source: unhcr, value: 1, status: e", []string{`«e» "e" is no status [write E]`}},
		{"status in words", "indicator: arrivals, area: serbia, source: unhcr, value: 1, status: estimate", []string{`«estimate» "estimate" is no status [write E for estimated]`}},
		{"bad period", "indicator: arrivals, area: serbia, period: 2023-Q5, source: unhcr, value: 1", []string{`«2023-Q5» "2023-Q5" is no period: a quarter is Q1, Q2, Q3 or Q4 []`}},
		{"no number", "indicator: arrivals, area: serbia, source: unhcr, value: many", []string{`«many» "many" is no number [write digits, with a point before decimals: 2528, 5.5]`}},
		{"quoted number", `indicator: arrivals, area: serbia, source: unhcr, value: "12"`, []string{`«"12"» a number must not be quoted: "12" [remove the quotes]`}},
		{"thousands", "indicator: arrivals, area: serbia, source: unhcr, value: 1,083", []string{`«1,083» a number has no thousands separator: 1,083 [write 1083]`}},
		{"thousands among categories", "indicator: arrivals, area: serbia, source: unhcr, value: 2000, by: {nationality: {syria: 1,083, pakistan: 2}}", []string{`«1,083» a number has no thousands separator: 1,083 [write 1083]`}},
		{"thousands with a space", "indicator: arrivals, area: serbia, source: unhcr, value: 1 083", []string{`«1 083» "1 083" is no number [write 1083]`}},
		{"per cent sign", "indicator: presence-share, area: serbia, source: unhcr, value: 12%", []string{`«12%» "12%" is no number [write 12]`}},
		{"about", "indicator: arrivals, area: serbia, source: unhcr, value: about 150", []string{`«about 150» "about 150" is no number [write {value: 150, status: E, note: how it was written}]`}},
		{"not available", "indicator: arrivals, area: serbia, source: unhcr, value: n/a", []string{`«n/a» "n/a" is no number [give a value, or say why there is none: {status: O} missing, L not collected, M cannot exist, Q suppressed]`}},
		{"octal is decimal", "indicator: arrivals, area: serbia, source: unhcr, value: 0o17", []string{`«0o17» "0o17" is no number [write digits, with a point before decimals: 2528, 5.5]`}},
		{"exponent", "indicator: arrivals, area: serbia, source: unhcr, value: 1e3", []string{`«1e3» "1e3" is no number [write digits, with a point before decimals: 2528, 5.5]`}},
		{"too long", "indicator: arrivals, area: serbia, source: unhcr, value: 1234567890123", []string{`«1234567890123» 1234567890123: number too long: at most 12 digits before the point and 4 after it []`}},
		{"value is a list", "indicator: arrivals, area: serbia, source: unhcr, value: [1]", []string{`«[» a number is expected, but this is a list []`}},
		{"negative count", "indicator: arrivals, area: serbia, source: unhcr, value: -1", []string{`«-1» a count cannot be negative: -1 [a change has an indicator of its own, with measure: change]`}},
		{"negative change", "indicator: arrivals-change, area: serbia, source: unhcr, value: -1", nil},
		{"share over 100", "indicator: presence-share, area: serbia, source: unhcr, value: 100.1", []string{`«100.1» a share lies between 0 and 100 per cent, not at 100.1 []`}},
		{"share of a part over 100", "indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: {share: 101}}}", []string{`«101» a share lies between 0 and 100 per cent, not at 101 []`}},
		{"no source", "indicator: arrivals, area: serbia, value: 1", []string{`«1» this value has no source [add source: with a key of data/sources.yaml]`}},
		{"missing needs no source", "indicator: arrivals, area: serbia, status: O", nil},
		{"missing with a value", "indicator: arrivals, area: serbia, source: unhcr, value: 1, status: Q", []string{`«Q» the status Q says "suppressed", but there is a value [remove the value, or the status]`}},
		{"missing for all, value for one", "indicator: arrivals, source: unhcr, status: O, values: {serbia: 1, kosovo: }", []string{`«O» the status O says "missing", but there is a value [remove the value, or the status]`}},
		{"neither value nor status", "indicator: arrivals, area: serbia, source: unhcr", []string{`«{» there is neither a value nor a status that says why [give a value, or say why there is none: {status: O} missing, L not collected, M cannot exist, Q suppressed]`}},
		{"breakdown without total", "indicator: arrivals, area: serbia, source: unhcr, by: {age: {children: 1}}", []string{`«{» there is neither a value nor a status that says why [give a value, or say why there is none: {status: O} missing, L not collected, M cannot exist, Q suppressed]`}},
		{"breakdown of a missing total", "indicator: arrivals, area: serbia, source: unhcr, status: O, by: {age: {children: 1, adults: {share: 4}}}", nil},
		{"empty value of an area", "indicator: arrivals, source: unhcr, values: {serbia: , kosovo: 1}", []string{`«serbia» "serbia" has no value [give a value, or say why there is none: {status: O} missing, L not collected, M cannot exist, Q suppressed]`}},
		{"area and values", "indicator: arrivals, area: serbia, source: unhcr, values: {serbia: 1}", []string{`«area» "area" has no place beside "values" [give either area and value, or values: {area: value}]`}},
		{"neither area nor values", "indicator: arrivals, source: unhcr, value: 1", []string{`«{» an observation needs "area" or "values" [give either area and value, or values: {area: value}]`}},
		{"values as a list", "indicator: arrivals, source: unhcr, values: [1]", []string{`«[» "values" must be a mapping, but this is a list [write it as keys and values]`}},
		{"value and share", "indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: {value: 1, share: 5}}}", []string{`«share» "share" has no place beside "value" [where the value is known, the share is computed]`}},
		{"share of a total", "indicator: arrivals, area: serbia, source: unhcr, share: 5", []string{`«share» only a part of a breakdown has a share [write value:]`}},
		{"same dimension within", "indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: {value: 1, by: {age: {adults: 1}}}}}", []string{`«age» a part of age=children is split by age again [put all categories of a dimension side by side]`}},
		{"parts above the total", "indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: 8, adults: 2}}", []string{`«age» the parts by age add up to 10, more than the total of 9 [correct a part or the total]`}},
		{"parts of a part above it", "indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: {value: 3, by: {sex: {girls: 4}}}}}", []string{`«sex» the parts by sex add up to 4, more than the total of 3 [correct a part or the total]`}},
		{"parts of two dimensions", "indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: 8}, sex: {girls: 8}}", nil},
		{"complete", "indicator: arrivals, area: serbia, source: unhcr, value: 9, complete: true, by: {age: {children: 7, adults: 2}}", nil},
		{"complete is not", "indicator: arrivals, area: serbia, source: unhcr, value: 9, complete: true, by: {age: {children: 6, adults: 2}}", []string{`«age» the parts by age add up to 8, but the complete total is 9 [correct a number, add what is left out, or remove complete]`}},
		{"complete with missing parts", "indicator: arrivals, area: serbia, source: unhcr, value: 9, complete: true, by: {age: {children: 6, adults: {status: O}}}", nil},
		{"complete without a breakdown", "indicator: arrivals, area: serbia, source: unhcr, value: 9, complete: true", []string{`«true» nothing is broken down here that could be complete [add by:, or remove complete]`}},
		{"complete without a total", "indicator: arrivals, area: serbia, source: unhcr, status: O, complete: true, by: {age: {children: 6}}", []string{`«age» the breakdown by age is complete, but its total has no value [give the total, or remove complete]`}},
		{"complete of an area", "indicator: arrivals, source: unhcr, values: {serbia: {value: 9, complete: true, by: {age: {children: 6}}}}", []string{`«age» the parts by age add up to 6, but the complete total is 9 [correct a number, add what is left out, or remove complete]`}},
		{"complete of a part", "indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: {value: 3, complete: true, by: {sex: {girls: 2}}}}}", []string{`«sex» the parts by sex add up to 2, but the complete total is 3 [correct a number, add what is left out, or remove complete]`}},
		{"shares add up within rounding", "indicator: arrivals, area: serbia, source: unhcr, value: 9, complete: true, by: {nationality: {syria: {share: 33}, pakistan: {share: 33}, bangladesh: {share: 33}}}", nil},
		{"shares do not add up", "indicator: arrivals, area: serbia, source: unhcr, value: 9, complete: true, by: {nationality: {syria: {share: 33}, pakistan: {share: 33}, bangladesh: {share: 32}}}", []string{`«nationality» the shares by nationality add up to 98, but a complete breakdown has 100 [correct a share, add what is left out, or remove complete]`}},
		{"shares above 100", "indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: {share: 60}, adults: {share: 42}}}", []string{`«age» the shares by age add up to 102, more than 100 [correct a share]`}},
		{"fine shares above 100", "indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: {share: 60.1}, adults: {share: 40.1}}}", []string{`«age» the shares by age add up to 100.2, more than 100 [correct a share]`}},
		{"values of a share above it", "indicator: presence-share, area: serbia, source: unhcr, value: 50, by: {age: {children: 30, adults: 22}}", []string{`«age» the parts by age add up to 52, more than the total of 50 [correct a part or the total]`}},
		{"values of a share, rounded", "indicator: presence-share, area: serbia, source: unhcr, value: 50, complete: true, by: {age: {children: 30, adults: 21}}", nil},
		{"one suppressed part", "indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {age: {children: {status: Q}, adults: 7}}", []string{`«Q» the only suppressed part by age can be computed from the published total [suppress a second part as well, or the total]`}},
		{"two suppressed parts", "indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {nationality: {syria: {status: Q}, pakistan: {status: Q}, bangladesh: 1}}", nil},
		{"suppressed with its total", "indicator: arrivals, area: serbia, source: unhcr, status: Q, by: {age: {children: {status: Q}, adults: 7}}", nil},
		{"text as complete", "indicator: arrivals, area: serbia, source: unhcr, value: 9, complete: yes, by: {age: {children: 9}}", []string{`«yes» "complete" must be true or false, not "yes" [write true or false]`}},
		{"alias", "indicator: arrivals, area: serbia, source: *x, value: 9", []string{`«*x» aliases are not allowed: *x [write the value out, or quote text that begins with *]`}},
		{"empty area", "indicator: arrivals, area: , source: unhcr, value: 9", []string{`«,» "area" is empty, but an observation needs it [write a value after area:]`}},
		{"two mistakes", "indicator: arivals, area: serbia, source: unhcr, value: x, by: {age: {childern: -}}", []string{`«arivals» there is no indicator "arivals" [did you mean "arrivals"?]`, `«x» "x" is no number [write digits, with a point before decimals: 2528, 5.5]`, `«childern» age has no category "childern" [did you mean "children"?]`, `«-» "-" is no number [give a value, or say why there is none: {status: O} missing, L not collected, M cannot exist, Q suppressed]`}},
	} {
		text := "period: 2023-Q1\nobservations:\n  - {" + c.item + "}\n  - {indicator: presence, area: romania, source: igi, value: 1}\n"
		fsys := base(map[string]string{"observations/a": text})
		_, ps := data.Load(fsys)
		var got []string
		for _, line := range list(fsys, ps) {
			got = append(got, strings.TrimPrefix(line, place))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}
