package build_test

import (
	"fmt"
	"regexp"
	"strings"
)

const lawIndexes = `^content/reports/.*/_index\.md$`

// lawDraftEdits are edits of drafts: pages that become some or are none any more, marks of
// what is to be done that come and go, and values of an edition that are not there yet.
func lawDraftEdits() []lawEdit {
	return []lawEdit{
		{4, (*lawState).draftEdition},
		{8, (*lawState).withhold},
		{8, (*lawState).mark},
		swap(4, lawPages, `\{\{ TODO "[^"]*" \}\} `, func(*lawState, []string) string { return "" }),
		swap(2, lawPages, `(\{\{ TODO ")[^"]*`, func(s *lawState, m []string) string { return m[1] + s.word() }),
		swap(3, lawPages, `(?m)^(title|period|weight|type|indicator): `, func(s *lawState, m []string) string { return "# TODO: " + s.word() + "\n" + m[0] }),
		swap(2, `^data/.*\.yaml$`, `\A`, func(s *lawState, _ []string) string { return "# TODO: " + s.word() + "\n" }),
		swap(3, `^(content|data)/.*\.(md|yaml)$`, `(?m)^# TODO: .*\n`, func(*lawState, []string) string { return "" }),
	}
}

// mark puts a mark before a paragraph, a heading or an item: most often on a draft.
func (s *lawState) mark() string {
	name := s.pick(lawPages)
	if index := s.draftIndex(); index != "" && s.IntN(5) > 0 {
		name = s.pick("^" + regexp.QuoteMeta(strings.TrimSuffix(index, "_index.md")))
	}
	text := s.files[name]
	matches := regexp.MustCompile(`\n\n(?:## |- |> |\| )?[A-Z]`).FindAllStringIndex(text, -1)
	if len(matches) == 0 {
		return ""
	}
	at := matches[s.IntN(len(matches))][1] - 1
	word := s.word()
	s.set(name, text[:at]+`{{ TODO "`+word+`" }} `+text[at:])
	return fmt.Sprintf("%s: a mark came in at byte %d: %s", name, at, word)
}

// draftIndex is the opening page of an edition that is a draft, or "".
func (s *lawState) draftIndex() string {
	for range 8 {
		if name := s.pick(lawIndexes); strings.Contains(s.files[name], "\ndraft: true") {
			return name
		}
	}
	return ""
}

// draftEdition makes a draft of an edition, and asks for drafts; or, where it is one,
// makes it none.
func (s *lawState) draftEdition() string {
	name := s.pick(lawIndexes)
	if name == "" {
		return ""
	}
	if before := s.files[name]; strings.Contains(before, "\ndraft: true") {
		s.set(name, strings.Replace(before, "\ndraft: true", "", 1))
		return name + " is no draft any more"
	}
	s.set(name, strings.Replace(s.files[name], "---\n", "---\ndraft: true\n", 1))
	s.options.Drafts = true
	return name + " is a draft, and drafts are asked for"
}

// withhold takes values of a draft edition out of the data, as if they were not there
// yet: one, or all that stand in a row.
func (s *lawState) withhold() string {
	index := s.draftIndex()
	if index == "" {
		return s.draftEdition()
	}
	s.options.Drafts = true
	quarter := strings.ToUpper(regexp.MustCompile(`\d+-q\d`).FindString(index))
	name := "data/observations/" + quarter + ".yaml"
	pattern := `(?m)^      \w+: .*\n`
	if s.IntN(4) == 0 {
		pattern = `(?m)^  - .*\n(?:    .*\n)*`
	}
	matches := regexp.MustCompile(pattern).FindAllStringIndex(s.files[name], -1)
	if len(matches) < 2 {
		return ""
	}
	at := matches[s.IntN(len(matches))]
	gone := s.files[name][at[0]:at[1]]
	s.set(name, s.files[name][:at[0]]+s.files[name][at[1]:])
	return fmt.Sprintf("%s: not there yet: %q", name, gone)
}
