package build_test

import (
	"fmt"
	"regexp"
	"strings"
)

// lawDayEdits are edits of days: when pages were published and changed, when values
// were revised, when the next edition comes; and of addresses that pages once had.
func lawDayEdits() []lawEdit {
	const reports, settings = `^content/reports/.*/_index.md$`, `^data/site.yaml$`
	day := func(s *lawState) string {
		return fmt.Sprintf("%d-%02d-%02d", 2023+s.IntN(2), 1+s.IntN(12), 1+s.IntN(28))
	}
	return []lawEdit{
		swap(2, lawPages, `(?m)^(published|updated|date): .*`, func(s *lawState, m []string) string { return m[1] + ": " + day(s) }),
		swap(2, reports, `\A---\n`, func(s *lawState, m []string) string { return m[0] + s.one("published updated") + ": " + day(s) + "\n" }),
		swap(1, `^content/snapshots/`, `\A---\n`, func(s *lawState, m []string) string { return m[0] + "published: " + day(s) + "\n" }),
		swap(2, settings, `(?m)^nextRelease: .*`, func(s *lawState, _ []string) string { return "nextRelease: " + day(s) }),
		swap(2, settings, `\z`, func(s *lawState, _ []string) string { return "nextRelease: " + day(s) + "\n" }),
		swap(2, `^data/(revisions|published/.*).yaml$`, `date: 2\S+\d`, func(s *lawState, _ []string) string { return "date: " + day(s) }),
		{2, (*lawState).withdraw},
		{2, (*lawState).unrevise},
		{2, (*lawState).recordMore},
		{4, (*lawState).moveAlias},
	}
}

// withdraw takes back a published value that no page need show, and says why.
func (s *lawState) withdraw() string {
	const name, revisions = "data/observations/2023-Q1.yaml", "data/revisions.yaml"
	at := regexp.MustCompile(`(?m)^      (albania|bulgaria|serbia): (?:\{value: )?(\d+).*\n`).FindStringSubmatch(s.files[name])
	if at == nil || s.files[revisions] == "" || !strings.Contains(s.files["data/published/2023-q1.yaml"], "area: "+at[1]) {
		return ""
	}
	s.set(name, strings.Replace(s.files[name], at[0], "", 1))
	s.set(revisions, s.files[revisions]+fmt.Sprintf("- {indicator: arrivals, area: %s, period: 2023-Q1, was: %s, now: none, date: 2023-09-%02d, reason: It was withdrawn.}\n", at[1], at[2], 1+s.IntN(28)))
	return "arrivals " + at[1] + " 2023-Q1 withdrawn"
}

// unrevise takes back the last revision, and what it changed.
func (s *lawState) unrevise() string {
	const name, revisions = "data/observations/2023-Q1.yaml", "data/revisions.yaml"
	all := regexp.MustCompile(`(?m)^- \{indicator: arrivals, area: (\w+), period: 2023-Q1, was: (\d+), now: (\d+),.*\n`).FindAllStringSubmatch(s.files[revisions], -1)
	if len(all) < 2 { // the first belongs to the site
		return ""
	}
	last := all[len(all)-1]
	value := regexp.MustCompile(`(?m)^(      ` + last[1] + `: (?:\{value: )?)` + last[3] + `\b`)
	at := value.FindStringSubmatchIndex(s.files[name])
	if at == nil {
		return ""
	}
	s.set(name, s.files[name][:at[3]]+last[2]+s.files[name][at[1]:])
	s.set(revisions, strings.Replace(s.files[revisions], last[0], "", 1))
	return "no longer revised: " + last[0]
}

// recordMore writes a record of the second edition, or removes it, or adds to the
// first.
func (s *lawState) recordMore() string {
	area := s.area()
	if s.IntN(2) == 0 {
		const name = "data/published/2023-q2.yaml"
		if s.files[name] != "" {
			delete(s.files, name)
			return name + " removed"
		}
		s.set(name, fmt.Sprintf("edition: 2023-q2\ncells:\n  - {indicator: arrivals, area: %s, period: 2023-%s, value: %d, date: 2023-0%d-01}\n", area, s.one("Q1 Q2"), s.values["arrivals "+area+" 2023-Q1"], 5+s.IntN(4)))
		return name + " added"
	}
	const name = "data/published/2023-q1.yaml"
	if s.files[name] == "" || strings.Contains(s.files[name], "presence, area: "+area) {
		return ""
	}
	s.set(name, s.files[name]+fmt.Sprintf("  - {indicator: presence, area: %s, period: 2023-Q1, value: %d, date: 2023-06-0%d}\n", area, s.values["presence "+area+" 2023-Q1"], 1+s.IntN(9)))
	return name + " has presence " + area
}

// moveAlias gives a page an alias that it has not, maybe one of another page, or
// where one is, or takes one away.
func (s *lawState) moveAlias() string {
	name := s.pick(lawPages)
	line := regexp.MustCompile(`(?m)^aliases: .*\n`)
	if at := line.FindString(s.files[name]); at != "" && s.IntN(2) == 0 {
		s.set(name, strings.Replace(s.files[name], at, "", 1))
		return name + " lost its " + at
	}
	text := line.ReplaceAllString(s.files[name], "")
	alias := s.one("/this/ /that/ /there/ /old/ /old/first/ /about-us/ /reports/2022-q1/ /news/old/ /data/old/ /Old/Case /areas/old/ /šid/ /search/more/index.html")
	text = strings.Replace(text, "---\n", "---\naliases: ["+alias+"]\n", 1)
	if text == s.files[name] {
		return ""
	}
	s.set(name, text)
	return name + " has the alias " + alias
}
