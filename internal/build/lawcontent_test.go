package build_test

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

const lawPages = `^content/.*\.md$`

// lawContentEdits are edits of texts and front matter.
func lawContentEdits() []lawEdit {
	front := func(weight int, files, line string) lawEdit {
		return swap(weight, files, `\A---\n`, func(s *lawState, _ []string) string {
			return "---\n" + strings.ReplaceAll(line, "WORD", s.word()) + "\n"
		})
	}
	return []lawEdit{
		swap(6, lawPages, `\b[Ww]ords\b`, func(s *lawState, _ []string) string { return s.word() }),
		swap(4, lawPages, `(?m)^(title|name): "?`, func(s *lawState, m []string) string { return m[0] + s.word() + " " }),
		swap(2, lawPages, `(?m)^title: (\w[\w ]*)$`, func(s *lawState, m []string) string {
			return fmt.Sprintf(`title: "%s {{ arrivals %s %s }}"`, m[1], s.area(), s.one(lawQuarters))
		}),
		swap(2, lawPages, `(?m)^summary: (Words[\w .]*)$`, func(s *lawState, m []string) string {
			return fmt.Sprintf(`summary: "%s {{ presence %s %s | rose 2022-Q1 }}"`, m[1], s.area(), s.one("2022-Q2 2023-Q1 2023-Q2"))
		}),
		swap(1, lawPages, `(?m)^## (Terms|Words|Part \d+)`, func(s *lawState, _ []string) string { return "## " + s.one("Terms Words") }),
		swap(2, lawPages, `(?m)^summary: "?`, func(s *lawState, m []string) string { return m[0] + s.word() + " " }),
		swap(2, lawPages, `(?m)^weight: .*`, func(s *lawState, _ []string) string { return fmt.Sprint("weight: ", s.IntN(60)-5) }),
		swap(2, lawPages, `(?m)^draft: true\n`, func(*lawState, []string) string { return "" }),
		swap(2, lawPages, `(?m)^(menu: .*|published: .*|updated: .*|description: .*|compare: .*|aliases: .*|location: .*|source: .*)\n`, func(*lawState, []string) string { return "" }),
		swap(3, `^content/reports/`, `headline: \{indicator: \w+`, func(s *lawState, _ []string) string {
			return "headline: {indicator: " + s.one("arrivals presence applications")
		}),
		swap(2, `^content/reports/`, `(text: people)( \w+)`, func(s *lawState, m []string) string { return m[1] + " of " + s.word() + m[2] }),
		swap(2, `^content/reports/.*/_index.md`, `areas: \[(\w+), (\w+)`, func(_ *lawState, m []string) string { return "areas: [" + m[2] + ", " + m[1] }),
		swap(4, lawPages, `\[@office-\w`, func(s *lawState, _ []string) string { return "[@" + s.one(lawSources) }),
		swap(2, lawPages, `(\{\{ (?:arrivals|presence) )(albania|bulgaria|croatia|kosovo|montenegro|serbia)`, func(s *lawState, m []string) string { return m[1] + s.area() }),
		swap(2, lawPages, `(?m)^(title: )(Many|More|From|On|Side|In a)`, func(s *lawState, m []string) string { return m[1] + s.word() }),
		swap(1, lawPages, `(?m)^type: (bar|donut)`, func(s *lawState, _ []string) string { return "type: " + s.one("bar donut stacked") }),
		swap(1, lawPages, `\A---\n`, func(s *lawState, _ []string) string { return "---\n# " + s.word() + "\n" }),
		swap(1, lawPages, `\z`, func(s *lawState, _ []string) string { return []string{"\n", " ", "\u00a0"}[s.IntN(3)] }),
		swap(1, lawPages, `\n`, func(*lawState, []string) string { return "\r\n" }),
		front(1, lawPages, "description: About WORD."),
		front(1, lawPages, "aliases: [/old/WORD/]"),
		front(1, lawPages, "draft: true"),
		front(1, lawPages, "params: {colour: WORD}"),
		front(2, lawPages, "nonsense: WORD"),
		front(2, lawPages, "title: ["),
		front(1, `^content/pages/[^/]*.md$`, "menu: main"),
		front(1, `^content/pages/[^/]*.md$`, "menu: footer"),
		front(1, `^content/news/`, "location: WORD"),
		front(1, `^content/reports/.*/_index.md`, "updated: 2023-09-01"),
		front(1, `^content/reports/.*/_index.md`, "compare: previous"),
		front(1, `^content/reports/.*/_index.md`, "published: 2023-08-02"),
		front(1, `^content/(reports|snapshots)/.*/_index.md`, "citation: Somebody, *WORD*."),
		{10, (*lawState).addBlock},
		{4, (*lawState).cutBlock},
		{3, (*lawState).moveBlock},
		{5, (*lawState).breakBody},
	}
}

// place is where a page's blocks stand.
func (s *lawState) placeOf(name string) lawPlace {
	at := lawPlace{area: s.area(), quarter: s.one(lawQuarters)}
	if m := regexp.MustCompile(`^content/reports/(\d+-q\d)/(\w+)`).FindStringSubmatch(name); m != nil {
		at.edition, at.quarter = true, strings.ToUpper(m[1])
		if lawAreas[m[2]] != "" {
			at.area = m[2]
		}
	}
	return at
}

// parts are a page's front matter and its blocks.
func (s *lawState) parts(name string) []string { return strings.Split(s.files[name], "\n\n") }

func (s *lawState) addBlock() string {
	name := s.pick(lawPages)
	parts := s.parts(name)
	at := 1 + s.IntN(len(parts))
	if strings.Contains(parts[0], "overview: |") {
		at = len(parts)
	}
	block := strings.TrimSuffix(s.block(s.placeOf(name)), "\n")
	s.set(name, strings.Join(slices.Insert(parts, at, block), "\n\n"))
	return fmt.Sprintf("%s: a block came in as number %d: %q", name, at, block)
}

func (s *lawState) cutBlock() string {
	name := s.pick(lawPages)
	parts := s.parts(name)
	if len(parts) < 3 || strings.Contains(parts[0], "overview: |") {
		return ""
	}
	at := 1 + s.IntN(len(parts)-1)
	block := parts[at]
	s.set(name, strings.Join(slices.Delete(parts, at, at+1), "\n\n"))
	return fmt.Sprintf("%s: block %d was cut: %q", name, at, block)
}

func (s *lawState) moveBlock() string {
	name := s.pick(lawPages)
	parts := s.parts(name)
	if len(parts) < 4 || strings.Contains(parts[0], "overview: |") {
		return ""
	}
	at := 1 + s.IntN(len(parts)-2)
	parts[at], parts[at+1] = parts[at+1], parts[at]
	s.set(name, strings.Join(parts, "\n\n"))
	return fmt.Sprintf("%s: blocks %d and %d changed places", name, at, at+1)
}

func (s *lawState) breakBody() string {
	name := s.pick(lawPages)
	words := []string{"{{ nonsense }}", "[99]{{ arrivals serbia 2023-Q1 }}", "[Nowhere](/no/where/)", "{{ arrivals atlantis 2023-Q1 }}", "[@office-x]", "<b>bold</b>", "#### Deep", "```chart\ntype: pie\n```"}[s.IntN(8)]
	s.set(name, s.files[name]+"\n"+words+"\n")
	return name + " ends in " + words
}

// lawPageEdits are pages and files that come, go and move.
func lawPageEdits() []lawEdit {
	return []lawEdit{
		{4, (*lawState).addPage},
		{2, func(s *lawState) string {
			name := s.pick(`^content/(pages|news|snapshots)/.*\.md$`)
			if name == "" {
				return ""
			}
			delete(s.files, name)
			return name + " removed"
		}},
		{3, (*lawState).movePage},
		{2, (*lawState).addChapter},
		{2, (*lawState).otherEdition},
		{1, (*lawState).cutChapter},
		{2, func(s *lawState) string {
			s.set("content/uploads/pic.png", s.picture())
			return "the picture changed"
		}},
		{1, func(s *lawState) string {
			name := fmt.Sprintf("content/uploads/file-%d.txt", s.IntN(3))
			if _, ok := s.files[name]; ok && s.IntN(2) == 0 {
				delete(s.files, name)
				return name + " removed"
			}
			s.set(name, s.word())
			return name + " written"
		}},
		{1, func(s *lawState) string {
			s.set("content/uploads/note.txt", s.word())
			return "the note changed"
		}},
	}
}

func (s *lawState) addPage() string {
	n := s.IntN(50)
	name, front := "", ""
	switch s.IntN(4) {
	case 0:
		name, front = fmt.Sprintf("content/pages/page-%d.md", n), "title: Page "+s.word()+"\n"+s.one("menu:~main menu:~footer weight:~3")+"\n"
	case 1:
		name, front = fmt.Sprintf("content/news/news-%d.md", n), fmt.Sprintf("title: News %s\ndate: 2023-0%d-11\n", s.word(), 1+s.IntN(9))
	case 2:
		name, front = fmt.Sprintf("content/snapshots/2022-%02d.md", 1+n%12), fmt.Sprintf("title: Then\nperiod: 2022-%02d\nareas: [serbia]\n", 1+n%12)
	default:
		name, front = fmt.Sprintf("content/pages/methods/more-%d.md", n), "title: Deeper "+s.word()+"\n"
	}
	if s.files[name] != "" {
		return ""
	}
	s.set(name, page(strings.ReplaceAll(front, "~", " "), s.blocks(1+s.IntN(3), s.placeOf(name))))
	return fmt.Sprintf("%s added: %q", name, s.files[name])
}

// movePage renames a page, and mostly the links to it.
func (s *lawState) movePage() string {
	from := s.pick(`^content/(pages|news)/.*\.md$`)
	if from == "" {
		return ""
	}
	base := strings.TrimSuffix(path.Base(from), ".md")
	to := path.Dir(from) + "/" + strings.ToLower(s.word()) + ".md"
	said := s.rename("^"+regexp.QuoteMeta(from)+"$", to)
	if said == "" || s.IntN(4) == 0 {
		return said
	}
	link := regexp.MustCompile(`\b` + regexp.QuoteMeta(base) + `(\.md|/)`)
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		if path.Ext(name) == ".md" {
			if text := link.ReplaceAllString(s.files[name], strings.TrimSuffix(path.Base(to), ".md")+"$1"); text != s.files[name] {
				s.set(name, text)
			}
		}
	}
	return said + ", with the links to it"
}

// otherEdition adds an edition, or removes it.
func (s *lawState) otherEdition() string {
	id := s.one("2022-q1 2022-q2")
	if s.pick("^content/reports/"+id+"/") == "" {
		s.edition(id)
		return "the edition " + id + " added"
	}
	maps.DeleteFunc(s.files, func(name, _ string) bool { return strings.HasPrefix(name, "content/reports/"+id+"/") })
	return "the edition " + id + " removed"
}

// addChapter takes an area into an edition.
func (s *lawState) addChapter() string {
	index := s.pick(`^content/reports/.*/_index.md$`)
	if index == "" {
		return ""
	}
	area := s.area()
	name := path.Dir(index) + "/" + area + ".md"
	if s.files[name] != "" || !strings.Contains(s.files[index], "areas: [") {
		return ""
	}
	s.set(index, strings.Replace(s.files[index], "areas: [", "areas: ["+area+", ", 1))
	s.set(name, page("title: "+s.word()+"\narea: "+area+"\nheadline: {indicator: arrivals, text: people came}\n", s.blocks(2, s.placeOf(name))))
	return name + " added"
}

// cutChapter takes an area out of an edition.
func (s *lawState) cutChapter() string {
	name := s.pick(`^content/reports/.*/(albania|bulgaria|croatia|kosovo|montenegro|serbia).md$`)
	if name == "" {
		return ""
	}
	index, area := path.Dir(name)+"/_index.md", strings.TrimSuffix(path.Base(name), ".md")
	before := s.files[index]
	s.set(index, strings.Replace(strings.Replace(before, ", "+area, "", 1), "["+area+", ", "[", 1))
	delete(s.files, name)
	return name + " removed"
}
