package build_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// randomSite writes the files of a site.
type randomSite struct {
	*rand.Rand
	files map[string]string
	area  string // that figures are of
}

// make writes all files, and gives the titles of each edition's sections in
// reading order: by weight; of one weight, sections by file name before chapters
// as the edition lists their areas.
func (r *randomSite) make() map[string][]string {
	areas := strings.Fields("albania bulgaria croatia greece montenegro romania serbia")
	r.files["data/site.yaml"] = "title: Random\n"
	r.files["data/areas.yaml"] = "areas:\n"
	for _, a := range areas {
		r.files["data/areas.yaml"] += "  - {id: " + a + ", name: " + strings.ToUpper(a[:1]) + a[1:] + "}\n"
	}
	r.files["data/dimensions.yaml"] = "age: {name: Age, categories: {children: Children, adults: Adults}}\n"
	for i := range 4 {
		r.files["data/indicators.yaml"] += fmt.Sprintf("- {id: count-%d, name: Count %d, unit: {one: person, other: people}, measure: flow, add: none, definition: People of kind %d.}\n", i, i, i)
		r.files["data/sources.yaml"] += fmt.Sprintf("source-%d: {publisher: Office %d, title: Count %d, issued: 2023, URL: \"https://example.org/%d.pdf\", covers: [2023]}\n", i, i, i, i)
		values := ""
		for j, a := range areas {
			values += fmt.Sprintf("    %s: %d\n", a, 1000+100*i+j)
		}
		r.files["data/observations/a.yaml"] += fmt.Sprintf("  - indicator: count-%d\n    source: source-%d\n    values:\n%s", i, i, strings.ReplaceAll(values, "    ", "      "))
	}
	all := ""
	for _, quarter := range []string{"2023-Q1", "2023-Q2"} {
		r.files["data/observations/"+quarter+".yaml"] = "period: " + quarter + "\nobservations:\n" + r.files["data/observations/a.yaml"]
	}
	delete(r.files, "data/observations/a.yaml")
	want := map[string][]string{}
	for _, edition := range []string{"2023-q1", "2023-q2"} {
		want["/reports/"+edition+"/"] = r.edition(edition, areas)
		all += " [" + edition + "](/reports/" + edition + "/)"
	}
	r.files["content/_index.md"] = "---\ntitle: Home\n---\nRead" + all + ".\n"
	return want
}

func (r *randomSite) edition(id string, areas []string) []string {
	listed := slices.Clone(areas)
	r.Shuffle(len(listed), func(i, j int) { listed[i], listed[j] = listed[j], listed[i] })
	listed = listed[:1+r.IntN(len(listed))]
	r.area = listed[0]
	folder := "content/reports/" + id + "/"
	r.files[folder+"_index.md"] = "---\ntitle: Report " + id + "\nperiod: " + strings.ToUpper(id) + "\nareas: [" + strings.Join(listed, ", ") + "]\nsummary: \"Words " + r.cite() + "\"\n---\n" + r.body()
	type section struct {
		weight, place int
		file, title   string
	}
	var all []section
	for i, a := range listed {
		all = append(all, section{r.weight(), i, a, strings.ToUpper(a[:1]) + a[1:]})
	}
	for i := range r.IntN(6) {
		all = append(all, section{r.weight(), -1, fmt.Sprintf("section-%d", i), []string{"Method & *more*", "Trends: {{ count-1 " + listed[0] + " }}", "Thanks", "Thanks"}[r.IntN(4)]})
	}
	var titles []string
	slices.SortFunc(all, func(x, y section) int {
		switch {
		case x.weight != y.weight:
			return x.weight - y.weight
		case x.place != y.place:
			return x.place - y.place
		}
		return strings.Compare(x.file, y.file)
	})
	for _, s := range all {
		front := fmt.Sprintf("title: '%s'\nweight: %d\n", s.title, s.weight)
		if s.place >= 0 {
			front += "area: " + s.file + "\n"
			if r.IntN(2) == 0 {
				front += fmt.Sprintf("headline: {indicator: count-%d, text: people came}\n", r.IntN(4))
			}
		}
		if r.IntN(2) == 0 {
			front += "summary: \"Words " + r.cite() + "\"\n"
		}
		draft := s.place < 0 && r.IntN(3) == 0
		if draft {
			front += "draft: true\n"
		}
		r.files[folder+s.file+".md"] = "---\n" + front + "---\n" + r.body()
		if !draft {
			title := strings.NewReplacer("*", "", "{{ count-1 "+listed[0]+" }}", fmt.Sprintf("1,%d", 100+slices.Index(areas, listed[0]))).Replace(s.title)
			titles = append(titles, title)
		}
	}
	return titles
}

func (r *randomSite) weight() int { return []int{-5, 0, 0, 0, 10, 20}[r.IntN(6)] }

// cite is a citation or a figure, which brings its source.
func (r *randomSite) cite() string {
	switch n := r.IntN(4); r.IntN(3) {
	case 0:
		return fmt.Sprintf("[@source-%d]", n)
	case 1:
		return fmt.Sprintf("[@source-%d, p. %d; @source-%d]", n, 1+r.IntN(9), (n+1)%4)
	default:
		return fmt.Sprintf("{{ count-%d %s }}", n, r.area)
	}
}

// body is a text of blocks of every kind, with notes in them.
func (r *randomSite) body() string {
	text := "Words.\n\n"
	remarks := 0
	cite := func() string {
		if r.IntN(5) == 0 {
			remarks++
			return fmt.Sprintf("[^r%d]", remarks)
		}
		return r.cite()
	}
	for i := range 1 + r.IntN(8) {
		switch r.IntN(8) {
		case 0:
			text += fmt.Sprintf("## Part %d, {{ count-%d %s }}\n\n", i, r.IntN(4), r.area)
		case 1:
			text += "> Said " + cite() + ".\n>\n> - Item " + cite() + "\n\n"
		case 2:
			text += "| A " + cite() + " | B |\n|:--|--:|\n| c | " + cite() + " |\n\n"
		case 3:
			text += fmt.Sprintf("```chart\ntype: bar\nindicator: count-%d\nareas: [albania, serbia, greece]\ntitle: More came\nnote: Counted %s\n```\n\n", r.IntN(4), r.plain())
		case 4:
			text += fmt.Sprintf("```table\nindicator: count-%d\nareas: [albania, serbia]\ntitle: More came\n```\n\n", r.IntN(4))
		case 5:
			text += "1. First " + cite() + "\n\n   More " + cite() + "\n2. Second *" + cite() + "*\n\n"
		default:
			text += "Words " + cite() + ", more " + cite() + " and [a link " + r.cite() + "](https://example.org/).\n\n"
		}
	}
	for i := range remarks {
		text += fmt.Sprintf("[^r%d]: A remark %s.\n\n", i+1, r.cite())
	}
	return text
}

// plain is a citation without a place, which stands in YAML unquoted.
func (r *randomSite) plain() string { return fmt.Sprintf("[@source-%d]", r.IntN(4)) }
