package build_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
)

// lawEdit is a kind of edit. It says what it did, or nothing where there was nothing
// to do.
type lawEdit struct {
	weight int
	do     func(s *lawState) string
}

// lawEdits are all kinds of edits.
func lawEdits() []lawEdit {
	return slices.Concat(lawDataEdits(), lawAreaEdits(), lawDayEdits(), lawContentEdits(), lawDraftEdits(), lawPageEdits(), lawThemeEdits(), lawSettings(), lawFolderEdits())
}

// edit does an edit at random, sometimes several, and says what it did. A site with
// errors is mostly mended.
func (s *lawState) edit() string {
	if !s.good && s.IntN(4) > 0 {
		s.files, s.options = maps.Clone(s.last), s.before
		return "mended: as it was before the errors"
	}
	n := 1
	if s.IntN(5) == 0 {
		n = 2 + s.IntN(3)
	}
	edits := lawEdits()
	total := 0
	for _, e := range edits {
		total += e.weight
	}
	var done []string
	for len(done) < n {
		at := s.IntN(total)
		for _, e := range edits {
			if at -= e.weight; at < 0 {
				if said := e.do(s); said != "" {
					done = append(done, said)
				}
				break
			}
		}
	}
	return strings.Join(done, "\n     and ")
}

// pick is a file of the site whose name matches a pattern, or "".
func (s *lawState) pick(pattern string) string {
	var found []string
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		if regexp.MustCompile(pattern).MatchString(name) {
			found = append(found, name)
		}
	}
	if len(found) == 0 {
		return ""
	}
	return found[s.IntN(len(found))]
}

// set changes a file. Now and then it gets a date that is not now, as from an
// archive.
func (s *lawState) set(name, text string) {
	s.files[name] = text
	if s.IntN(8) == 0 {
		s.dates[name] = time.Now().Add(time.Duration(s.IntN(4000)-3000) * time.Minute)
	}
}

// swap is an edit that replaces one match of a pattern, which may have groups, in
// the files of a pattern.
func swap(weight int, files, pattern string, with func(s *lawState, match []string) string) lawEdit {
	return lawEdit{weight, func(s *lawState) string {
		name := s.pick(files)
		if name == "" {
			return ""
		}
		text := s.files[name]
		matches := regexp.MustCompile(pattern).FindAllStringSubmatchIndex(text, -1)
		if len(matches) == 0 {
			return ""
		}
		at := matches[s.IntN(len(matches))]
		var groups []string
		for i := 0; i < len(at); i += 2 {
			if at[i] < 0 {
				groups = append(groups, "")
				continue
			}
			groups = append(groups, text[at[i]:at[i+1]])
		}
		after := with(s, groups)
		if after == groups[0] {
			return ""
		}
		s.set(name, text[:at[0]]+after+text[at[1]:])
		return fmt.Sprintf("%s:%d: %q became %q", name, 1+strings.Count(text[:at[0]], "\n"), groups[0], after)
	}}
}

// word is a word that is new to the site, most likely.
func (s *lawState) word() string {
	return s.one("Amber Basalt Cedar Dune Ember Flint Garnet Heath Indigo Juniper") + s.one("wood ford field stone bridge well")
}

// lawDataEdits are edits of the data.
func lawDataEdits() []lawEdit {
	const observations = `^data/observations/`
	return []lawEdit{
		swap(12, observations, `(: )(\d{2,5})([,}\n])`, func(s *lawState, m []string) string {
			var n int
			_, _ = fmt.Sscan(m[2], &n) // it is digits
			return m[1] + fmt.Sprint(n*(70+s.IntN(60))/100) + m[3]
		}),
		swap(3, observations, `(?m)^      (\w+): (\d+)$`, func(s *lawState, m []string) string {
			return fmt.Sprintf("      %s: {value: %s, %s}", m[1], m[2], []string{"status: E", "status: P, note: Not yet firm.", "status: D, note: Counted otherwise.", "status: B", "accept: {jump: it is so}", "note: Counted twice.",
				"status: D, accept: {unlike: it is so}", "status: B, accept: {unlike: it is so}", "accept: {small-base: it is so}"}[s.IntN(9)])
		}),
		swap(1, observations, `(?m)^      (\w+): (\d+)$`, func(_ *lawState, m []string) string { return "      " + m[1] + ": {status: O, note: Not known.}" }),
		swap(2, observations, `\{value: (\d+), .*\}`, func(_ *lawState, m []string) string { return m[1] }),
		swap(2, observations, `note: [A-Z][^.]*\.`, func(s *lawState, _ []string) string { return "note: The " + s.word() + " says so." }),
		swap(3, observations, `source: office-\w`, func(s *lawState, _ []string) string { return "source: " + s.one(lawSources) }),
		swap(3, observations, `(?m)^      \w+: \d+\n`, func(*lawState, []string) string { return "" }),
		swap(1, observations, `nationality: \{syria: `, func(s *lawState, m []string) string {
			return fmt.Sprintf("nationality: {india: %d, syria: ", 10+s.IntN(90))
		}),
		swap(2, `^data/.*\.yaml$`, `\A`, func(s *lawState, _ []string) string { return "# " + s.word() + "\n" }),
		swap(2, `^data/.*\.yaml$`, `\n`, func(*lawState, []string) string { return "\nnonsense: [\n" }),
		swap(1, observations, `\n`, func(*lawState, []string) string { return "\r\n" }),
		swap(2, `^data/areas.yaml$`, `name: "?(\w+)`, func(s *lawState, m []string) string { return m[0] + " " + s.word() }),
		swap(1, `^data/areas.yaml$`, `, code: \w+`, func(*lawState, []string) string { return "" }),
		swap(1, `^data/areas.yaml$`, `members: \[\w+, `, func(*lawState, []string) string { return "members: [" }),
		swap(1, `^data/areas.yaml$`, `(References to)( Kosovo)`, func(s *lawState, m []string) string { return m[1] + " " + s.word() + m[2] }),
		swap(3, `^data/indicators.yaml$`, `(name: "?|definition: |caveat: )(\w+)`, func(s *lawState, m []string) string { return m[1] + s.word() + " " + m[2] }),
		swap(1, `^data/indicators.yaml$`, `other: (\w+)`, func(*lawState, []string) string { return "other: heads" }),
		swap(1, `^data/indicators.yaml$`, `add: \w+`, func(s *lawState, _ []string) string { return "add: " + s.one("none areas periods all") }),
		swap(1, `^data/(indicators|sources).yaml$`, `(?m)^(.*\n)(.*\n)`, func(_ *lawState, m []string) string { return m[2] + m[1] }),
		swap(2, `^data/dimensions.yaml$`, `(: )([A-Z]\w+)`, func(s *lawState, m []string) string { return m[1] + s.word() }),
		swap(4, `^data/sources.yaml$`, `(publisher: |title: |note: )(\w+)`, func(s *lawState, m []string) string { return m[1] + s.word() + " " + m[2] }),
		swap(2, `^data/sources.yaml$`, `/office/\w+`, func(s *lawState, _ []string) string { return "/office/" + s.word() }),
		swap(1, `^data/sources.yaml$`, `issued: \d+`, func(s *lawState, _ []string) string { return fmt.Sprint("issued: ", 2020+s.IntN(5)) }),
		swap(1, `^data/sources.yaml$`, `covers: \[[^]]*\]`, func(s *lawState, _ []string) string { return "covers: [" + s.one("2021 2022 2023 2023-Q1") + "]" }),
		swap(1, `^data/sources.yaml$`, `\z`, func(s *lawState, _ []string) string {
			return fmt.Sprintf("%s: {publisher: Office, title: Unused, issued: 2023, URL: \"https://example.org/unused.pdf\", covers: [2023]}\n", strings.ToLower(s.word()))
		}),
		swap(2, `^data/revisions.yaml$`, `reason: [^}]*`, func(s *lawState, _ []string) string { return "reason: The " + s.word() + " was wrong." }),
		swap(1, `^data/published/`, `date: 2023-06-0\d`, func(s *lawState, _ []string) string { return fmt.Sprintf("date: 2023-06-0%d", 1+s.IntN(9)) }),
		{3, (*lawState).revise},
		{2, (*lawState).moreData},
		{1, func(s *lawState) string {
			return s.rename(observations, "data/observations/"+strings.ToLower(s.word())+".yaml")
		}},
	}
}

// revise changes a published value and says why.
func (s *lawState) revise() string {
	const name = "data/observations/2023-Q1.yaml"
	area := s.one("albania bulgaria serbia")
	at := regexp.MustCompile(`(?m)^      ` + area + `: (?:\{value: )?(\d+)`).FindStringSubmatchIndex(s.files[name])
	if at == nil || s.files["data/revisions.yaml"] == "" {
		return ""
	}
	was, now := s.files[name][at[2]:at[3]], fmt.Sprint(300+s.IntN(1500))
	s.set(name, s.files[name][:at[2]]+now+s.files[name][at[3]:])
	s.set("data/revisions.yaml", s.files["data/revisions.yaml"]+fmt.Sprintf("- {indicator: arrivals, area: %s, period: 2023-Q1, was: %s, now: %s, date: 2023-08-%02d, reason: Counted anew.}\n", area, was, now, 1+s.IntN(28)))
	return fmt.Sprintf("arrivals %s 2023-Q1 revised from %s to %s", area, was, now)
}

// moreData adds a file of observations, which may be one too many.
func (s *lawState) moreData() string {
	name := fmt.Sprintf("data/observations/more-%d.yaml", s.IntN(4))
	if _, ok := s.files[name]; ok {
		delete(s.files, name)
		return name + " removed"
	}
	s.set(name, fmt.Sprintf("period: %s\nobservations:\n  - indicator: %s\n    source: %s\n    values: {%s: %d, %s: %d}\n",
		s.one("2021-Q1 2021-Q2 2021-Q4 2022-Q3 2022-Q4 2022 2022-Q1..2022-Q2 2023-04 2023-Q1"), s.one("arrivals presence decisions"), s.one(lawSources),
		s.one("albania serbia kosovo wb"), 300+s.IntN(9000), s.one("croatia bulgaria eu route"), 300+s.IntN(9000)))
	return name + " added: " + s.files[name]
}

// rename gives a file another name.
func (s *lawState) rename(files, to string) string {
	from := s.pick(files)
	if from == "" || s.files[to] != "" {
		return ""
	}
	s.set(to, s.files[from])
	delete(s.files, from)
	return from + " renamed to " + to
}
