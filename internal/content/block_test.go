package content_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/content"
)

// words lists the scalars of a block with their places.
func words(b *content.Block) []string {
	var list []string
	add := func(name string, scalars ...content.Scalar) {
		for _, s := range scalars {
			if s.Value != "" {
				list = append(list, fmt.Sprintf("%s %s %d:%d+%d", name, s.Value, s.Pos.Line, s.Pos.Col, s.Len))
			}
		}
	}
	add("type", b.Type)
	add("indicator", b.Indicators...)
	add("area", b.Areas...)
	add("period", b.Period)
	add("periods", b.Periods...)
	add("compare", b.Compare)
	add("by", b.By)
	add("sort", b.Sort)
	return list
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name, src string
		want      []string
		title     string
		figures   []string
		note      string
	}{
		{"every field", front + "```chart\ntype: change\nindicator: headline # each country's\nareas: report\nperiod: 2023-Q1\ncompare: 2022-Q1\nby: age\nsort: name\n" +
			"title: \"Croatia: {{ asylum-applications croatia | rose }}\"\nnote: Not [4]{{ x }} *here*\n```\n",
			[]string{"type change 5:7+6", "indicator headline 6:12+8", "area report 7:8+6", "period 2023-Q1 8:9+7", "compare 2022-Q1 9:10+7", "by age 10:5+3", "sort name 11:7+4"},
			"Croatia: <asylum-applications croatia | rose>", []string{"asylum-applications croatia | rose @12:21"}, "Not <x> here"},
		{"lists", front + "```table\nindicators: [a, b]\nareas:\n  - c\n  - d\nperiods: 2022-01..2023-03\n```\n",
			[]string{"indicator a 5:14+1", "indicator b 5:17+1", "area c 7:5+1", "area d 8:5+1", "periods 2022-01..2023-03 9:10+16"}, "", nil, ""},
		{"in a list", front + "1. x\n\n   ```chart\n   type: bar\n   indicator: a\n   title: >-\n     Š {{ b }}\n     {{ c }}\n   ```\n",
			[]string{"type bar 7:10+3", "indicator a 8:15+1"}, "Š <b> <c>", []string{"b @10:11", "c @11:9"}, ""},
		{"in a quote", front + "> ```chart\n> type: bar\n>  \n> periods: last 8\n> ```\n", []string{"type bar 5:9+3", "periods last 8 7:12+6"}, "", nil, ""},
		{"in the front matter", "---\ntitle: A\nsummary: |\n    ```chart\n    type: bar\n    title: 'x {{ y }}'\n    ```\n---\n", []string{"type bar 5:11+3"}, "x <y>", []string{"y @6:18"}, ""},
		{"in folded double quotes", "---\ntitle: A\nsummary: \"```chart\\ntype: bar\\n\\\n  title: x {{ y }}\\n```\"\n---\n", []string{"type bar 3:27+3"}, "x <y>", []string{"y @4:15"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ps := content.Parse("content/pages/a.md", []byte(c.src))
			if len(ps) > 0 {
				t.Errorf("problems: %v", told(ps))
			}
			var m *content.Markdown
			for _, text := range d.Texts() {
				if len(text.Blocks) > 0 {
					m = text
				}
			}
			if m == nil {
				t.Fatal("no block")
			}
			b := m.Blocks[0]
			if diff := cmp.Diff(c.want, words(b)); diff != "" {
				t.Error(diff)
			}
			text := func(e *content.Expression) string { return "<" + e.Source + ">" }
			if content.Plain(b.Title, text) != c.title || content.Plain(b.Note, text) != c.note {
				t.Errorf("got title %q, note %q", content.Plain(b.Title, text), content.Plain(b.Note, text))
			}
			if b.Title != nil {
				if diff := cmp.Diff(c.figures, expressions(b.Title)); diff != "" {
					t.Error(diff)
				}
			}
			checkPositions(t, c.src, d, true)
		})
	}
}

func TestBlockProblems(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"```chart\ntyp: bar\n```", []string{`5:1+3 chart: a chart block has no "typ"`}},
		{"```chart\nindicator: a\n```", []string{`5:1+1 chart: a chart block needs "type"`}},
		{"```table\ntype: bar\ntitle: [a]\n```", []string{`6:8+1 chart: "title" must be a single value, but this is a list`}},
		{"```chart\n```", []string{"4:1+8 chart: the chart block is empty"}},
		{"- ```chart\n  - a\n  ```", []string{"5:3+1 chart: a chart block must be a mapping, but this is a list"}},
		{"> ```chart\n> type: bar\n> title: a {{ b\n> note: '{{ }}'\n> ```", []string{"6:12+2 markdown: {{ is not closed", "7:10+5 markdown: nothing stands between {{ and }}"}},
		{"```chart\ntype: bar\nindicator: a\nindicators: [b]\n```", []string{"7:14+1 chart: indicator and indicators both stand here"}},
		{"```chart\ntype: bar\nindicator: []\nclasses: []\nnote:\nid: \"\"\ntitle: ' '\n```", []string{"6:1+9 chart: indicator: is empty", "7:1+7 chart: classes: is empty",
			"8:1+4 chart: note: is empty", "9:1+2 chart: id: is empty", "10:1+5 chart: title: is empty"}},
		{"```table\ntype:\nareas: [a, '']\ntitle: []\n```", []string{"5:1+4 chart: type: is empty", `6:12+2 chart: an item of "areas" is empty`, `7:8+1 chart: "title" must be a single value, but this is a list`}},
		{"```chart\ntype: bar\n", []string{"4:1+3 markdown: this block is not closed"}},
		{"```charts\ntype: bar\n```", []string{`4:4+6 chart: unknown block "charts"`}},
	} {
		_, ps := page(c.text)
		if diff := cmp.Diff(c.want, told(ps)); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}
