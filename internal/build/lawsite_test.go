package build_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// lawAreas are the areas of a site of the law, with their codes.
var lawAreas = map[string]string{
	"albania": "ALB", "bulgaria": "BGR", "croatia": "HRV", "kosovo": "XKX", "montenegro": "MNE", "serbia": "SRB",
}

const (
	lawQuarters = "2022-Q1 2022-Q2 2023-Q1 2023-Q2"
	lawSources  = "office-a office-b office-c office-d office-e"
)

// lawSite writes the files of a site with everything in it that a page may depend on.
type lawSite struct {
	*rand.Rand
	files  map[string]string
	values map[string]int // of the totals: "arrivals serbia 2023-Q1"
}

// newLawSite writes a site that has no errors.
func newLawSite(random *rand.Rand) *lawSite {
	s := &lawSite{random, map[string]string{}, map[string]int{}}
	s.registries()
	for _, q := range strings.Fields(lawQuarters) {
		s.quarter(q)
	}
	s.months()
	s.edition("2023-q1")
	s.edition("2023-q2")
	s.others()
	s.uploads()
	s.published()
	return s
}

// one is one of several words.
func (s *lawSite) one(words string) string {
	all := strings.Fields(words)
	return all[s.IntN(len(all))]
}

func (s *lawSite) area() string {
	return s.one(strings.Join(slices.Sorted(maps.Keys(lawAreas)), " "))
}

func (s *lawSite) registries() {
	s.files["data/site.yaml"] = `title: The law
description: A site that changes.
language: en
baseURL: "https://example.org/law/"
publisher:
  name: Desk
  address: Example Street 1
  email: desk@example.org
accent: "#1f5fa8"
license: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
thresholds: {small_base: 100, small_count: 5}
`
	areas := "areas:\n"
	for _, a := range slices.Sorted(maps.Keys(lawAreas)) {
		line := fmt.Sprintf("  - {id: %s, name: %s, code: %s}\n", a, strings.ToUpper(a[:1])+a[1:], lawAreas[a])
		if a == "kosovo" {
			line = strings.Replace(line, "name: Kosovo, code: XKX", `name: "Kosovo*", code: XKX, naming: kosovo`, 1)
		}
		areas += line
	}
	s.files["data/areas.yaml"] = areas + `  - {id: route, name: The route}
groups:
  - {id: wb, name: Western Balkans, members: [albania, kosovo, montenegro, serbia]}
  - {id: eu, name: Members, members: [bulgaria, croatia]}
naming:
  kosovo: "References to Kosovo are to be read in line with the resolution."
`
	s.files["data/dimensions.yaml"] = `age: {name: Age, categories: {children: Children, adults: Adults}}
nationality: {name: Nationality, categories: {syria: Syria, pakistan: Pakistan, india: India}}
`
	s.files["data/indicators.yaml"] = `- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, add: all, definition: People who came., caveat: Some come twice.}
- {id: detections, name: Detections, unit: {one: detection, other: detections}, measure: flow, add: periods, definition: Crossings that were seen.}
- {id: presence, name: People present, unit: {one: person, other: people}, measure: stock, add: areas, definition: People who were there at the end.}
- {id: applications, name: Asylum applications, unit: {one: application, other: applications}, measure: flow, add: none, definition: Applications that were made.}
- {id: decisions, name: Decisions, unit: {one: decision, other: decisions}, measure: flow, add: none, of: applications, definition: Decisions that were taken.}
- {id: women-share, name: Share of women, measure: share, definition: Women among those who came.}
- {id: estimate-change, name: Change of the estimate, measure: change, definition: As its publisher gives it.}
- {id: example-flat, name: "Example: flat", example: true, unit: {one: case, other: cases}, measure: flow, definition: Invented.}
`
	for i, key := range strings.Fields(lawSources) {
		s.files["data/sources.yaml"] += fmt.Sprintf("%s: {publisher: Office %d, title: Count of kind %d, issued: 2024, URL: \"https://example.org/office/%d.pdf\", covers: [2022, 2023], note: Counted by hand.}\n", key, i/2, i, i)
	}
}

// quarter writes the values of a quarter.
func (s *lawSite) quarter(q string) {
	var b strings.Builder
	fmt.Fprintf(&b, "period: %s\nobservations:\n", q)
	for _, indicator := range []string{"arrivals", "presence", "decisions"} {
		fmt.Fprintf(&b, "  - indicator: %s\n    source: %s\n    values:\n", indicator, s.one(lawSources))
		for _, a := range slices.Sorted(maps.Keys(lawAreas)) {
			n := 300 + s.IntN(1500)
			s.values[indicator+" "+a+" "+q] = n
			switch s.IntN(6) {
			case 0:
				fmt.Fprintf(&b, "      %s: {value: %d, status: E, note: An estimate of the office.}\n", a, n)
			case 1:
				fmt.Fprintf(&b, "      %s: {value: %d, source: %s}\n", a, n, s.one(lawSources))
			default:
				fmt.Fprintf(&b, "      %s: %d\n", a, n)
			}
		}
	}
	for _, a := range slices.Sorted(maps.Keys(lawAreas)) {
		n := 3000 + s.IntN(3000)
		s.values["applications "+a+" "+q] = n
		fmt.Fprintf(&b, "  - indicator: applications\n    area: %s\n    source: %s\n    value: %d\n    by:\n      age: {children: %d, adults: %d}\n      nationality: {syria: %d, pakistan: %d}\n",
			a, s.one(lawSources), n, 100+s.IntN(900), 1000+s.IntN(900), 500+s.IntN(400), 200+s.IntN(400))
		fmt.Fprintf(&b, "  - {indicator: women-share, area: %s, source: %s, value: %d}\n", a, s.one(lawSources), 20+s.IntN(60))
	}
	s.files["data/observations/"+q+".yaml"] = b.String()
}

// months writes a series, and what stands apart.
func (s *lawSite) months() {
	var b strings.Builder
	b.WriteString("observations:\n")
	for i := range 18 {
		fmt.Fprintf(&b, "  - {indicator: detections, area: route, period: %d-%02d, source: office-b, value: %d}\n", 2022+i/12, 1+i%12, 1000+s.IntN(3000))
	}
	for i, a := range slices.Sorted(maps.Keys(lawAreas)) {
		fmt.Fprintf(&b, "  - {indicator: example-flat, area: %s, period: 2023, source: office-c, value: %d}\n", a, 50+i)
		fmt.Fprintf(&b, "  - {indicator: estimate-change, area: %s, period: 2023-Q1, source: office-e, value: %d}\n", a, s.IntN(40)-20)
	}
	s.files["data/observations/months.yaml"] = b.String()
}

// edition writes an edition with its chapters.
func (s *lawSite) edition(id string) {
	q := strings.ToUpper(id)
	areas := slices.Sorted(maps.Keys(lawAreas))
	s.Shuffle(len(areas), func(i, j int) { areas[i], areas[j] = areas[j], areas[i] })
	areas = areas[:2+s.IntN(3)]
	folder := "content/reports/" + id + "/"
	front := "title: Report {{ period }}\nperiod: " + q + "\nareas: [" + strings.Join(areas, ", ") + "]\nsummary: Words for the start.\n"
	if id == "2023-q1" {
		front += "published: 2023-06-01\ncredits: {publisher: Desk, authors: [A. Author]}\nacknowledgements: Thanks to all [@office-a].\n"
	}
	s.files[folder+"_index.md"] = page(front, s.blocks(3, lawPlace{area: areas[0], quarter: q, edition: true}),
		"```chart\nid: changes\ntype: change\nindicator: headline\nareas: report\ntitle: The counts changed\nnote: They count in different ways.\n```")
	for i, a := range areas {
		front := fmt.Sprintf("title: %s\narea: %s\nweight: %d\nsummary: \"It {{ arrivals | rose }} {{ period }}.\"\n", strings.ToUpper(a[:1])+a[1:], a, 10*i)
		if a == "kosovo" {
			front = strings.Replace(front, "title: Kosovo", `title: Kosovo\*`, 1)
		}
		if i == 0 || s.IntN(4) > 0 { // a chart shows the headlines of all
			front += "headline: {indicator: " + s.one("arrivals presence applications") + ", text: people were counted in the quarter}\n"
		}
		s.files[folder+a+".md"] = page(front, s.blocks(5, lawPlace{area: a, quarter: q, edition: true}))
	}
	s.files[folder+"trends.md"] = page("title: Trends\nweight: -5\n", s.blocks(4, lawPlace{area: s.area(), quarter: q, edition: true}), "## Terms\n\nWords about terms.")
	if s.IntN(2) == 0 {
		s.files[folder+"later.md"] = page("title: Later\nweight: 90\ndraft: true\n", s.blocks(2, lawPlace{area: s.area(), quarter: q, edition: true}))
	}
}

// others writes the pages beside the editions.
func (s *lawSite) others() {
	plain := func() lawPlace { return lawPlace{area: s.area(), quarter: s.one(lawQuarters)} }
	s.files["content/_index.md"] = page("title: Home\n", "Read the [first](/reports/2023-q1/) and the [second](reports/2023-q2/_index.md) report.")
	for _, month := range []string{"2023-03", "2023-06"} {
		place := plain()
		place.period = true
		s.files["content/snapshots/"+month+".md"] = page("title: \"Snapshot, {{ period }}\"\nperiod: "+month+"\nareas: [wb]\nsummary: Words of the month.\n", s.blocks(3, place))
	}
	s.files["content/news/first.md"] = page("title: First\ndate: 2023-04-01\nlocation: Town\nsource: office-a\ncontacts: [{name: Desk, email: desk@example.org}]\n", s.blocks(2, plain()))
	s.files["content/news/second.md"] = page("title: Second\ndate: 2023-05-02\n", s.blocks(2, plain()))
	s.files["content/pages/about.md"] = page("title: About\nmenu: main\nweight: 10\naliases: [/about-us/]\n", s.blocks(3, plain()), "See [terms](/reports/2023-q1/trends/#terms) and [methods](methods.md).")
	s.files["content/pages/methods.md"] = page("title: Methods\nmenu: footer\nweight: 20\n", s.blocks(3, plain()), "## Words\n\nWords about words.")
	s.files["content/pages/methods/more.md"] = page("title: More\n", s.blocks(2, plain()))
	s.files["content/pages/idea.md"] = page("title: Idea\ndraft: true\n", s.blocks(1, plain()))
	place := plain()
	s.files["content/pages/regions/balkans.md"] = page(fmt.Sprintf(`name: Balkans
summary: About the region.
areas: [albania, kosovo, serbia]
overview: |-
  People came {{ arrivals %s %s }} times [@office-b].

  `+"```chart\n  id: over\n  type: bar\n  indicator: arrivals\n  areas: wb\n  period: 2023-Q1\n  title: More came\n  ```"+`
governmentResponse: Words on it [@office-c].
newsUpdates:
  title: Updates
  visibleCount: 1
  updates:
    - {title: Old, date: 2023-01-02, content: Words.}
    - {title: New, date: 2023-02-03, content: "Of {{ presence %s %s }}.", pinned: true}
stayInformed: {title: Links, links: [{label: Office, url: "https://example.org/"}]}
subregions: [content/pages/regions/balkans/north.md]
`, place.area, place.quarter, place.area, place.quarter))
	s.files["content/pages/regions/balkans/north.md"] = page("name: North\nareas: [croatia, serbia]\noverview: Words.\n")
}

func (s *lawSite) uploads() {
	s.files["content/uploads/note.txt"] = "A note.\n"
	s.files["content/uploads/pic.png"] = s.picture()
}

// published writes the record of the first edition, with a value that was revised.
func (s *lawSite) published() {
	s.files["data/published/2023-q1.yaml"] = "edition: 2023-q1\ncells:\n"
	for i, a := range []string{"albania", "bulgaria", "serbia"} {
		was := s.values["arrivals "+a+" 2023-Q1"]
		if i == 0 {
			was -= 7
			s.files["data/revisions.yaml"] = fmt.Sprintf("- {indicator: arrivals, area: %s, period: 2023-Q1, was: %d, now: %d, date: 2023-07-01, reason: Counted again.}\n", a, was, was+7)
		}
		s.files["data/published/2023-q1.yaml"] += fmt.Sprintf("  - {indicator: arrivals, area: %s, period: 2023-Q1, value: %d, date: 2023-06-01}\n", a, was)
	}
}

// page is the text of a document.
func page(front string, blocks ...string) string {
	return "---\n" + front + "---\n\n" + strings.Join(blocks, "\n\n") + "\n"
}
