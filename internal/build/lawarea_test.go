package build_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

const lawRegister = `^data/areas.yaml$`

// lawAreaEdits are edits of what areas are to each other: groups and their members,
// what an area covers, and the notes on names.
func lawAreaEdits() []lawEdit {
	return []lawEdit{
		{3, (*lawState).otherMember},
		{2, (*lawState).otherGroup},
		{2, (*lawState).otherCover},
		{1, (*lawState).together},
		swap(1, lawRegister, `(  - \{id: (?:wb|eu|route)\b.*\n)(  - \{id: .*\n)`, func(_ *lawState, m []string) string { return m[2] + m[1] }),
		swap(2, lawRegister, `(  - \{id: (?:albania|bulgaria|serbia|wb|eu), name: [\w ]+)`, func(_ *lawState, m []string) string {
			return m[1] + ", naming: kosovo"
		}),
		swap(2, lawRegister, `, naming: \w+`, func(*lawState, []string) string { return "" }),
		swap(2, lawRegister, `(naming:\n)`, func(s *lawState, m []string) string {
			return m[1] + "  other: \"The name of " + s.word() + " is disputed.\"\n"
		}),
		swap(1, lawRegister, `naming: kosovo\b`, func(*lawState, []string) string { return "naming: other" }),
	}
}

// otherMember takes an area into a group, or out of it; or changes their order.
func (s *lawState) otherMember() string {
	const name = "data/areas.yaml"
	all := regexp.MustCompile(`members: \[([^]]*)\]`).FindAllStringSubmatchIndex(s.files[name], -1)
	if len(all) == 0 {
		return ""
	}
	at := all[s.IntN(len(all))]
	before := s.files[name][at[2]:at[3]]
	members, area := strings.Split(before, ", "), s.area()
	switch i := slices.Index(members, area); {
	case s.IntN(3) == 0:
		s.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
	case i < 0:
		members = append(members, area)
	case len(members) > 1:
		members = slices.Delete(members, i, i+1)
	}
	after := strings.Join(members, ", ")
	if before == after {
		return ""
	}
	s.set(name, s.files[name][:at[2]]+after+s.files[name][at[3]:])
	return fmt.Sprintf("a group of [%s] is one of [%s]", before, after)
}

// otherGroup adds a group, which may be of areas or of groups, or removes it.
func (s *lawState) otherGroup() string {
	const name = "data/areas.yaml"
	if m := regexp.MustCompile(`  - \{id: more-\w+.*members.*\n`).FindString(s.files[name]); m != "" {
		s.set(name, strings.Replace(s.files[name], m, "", 1))
		return "the group removed: " + m
	}
	one, other := s.area(), s.area()
	line := fmt.Sprintf("groups:\n  - {id: more-%s, name: Group %s, members: [%s, %s]}\n", strings.ToLower(s.word()), s.word(), one, other)
	text := strings.Replace(s.files[name], "groups:\n", line, 1)
	if one == other || text == s.files[name] {
		return ""
	}
	s.set(name, text)
	return "a group added: " + line
}

// otherCover lets an area cover others, or no longer.
func (s *lawState) otherCover() string {
	const name = "data/areas.yaml"
	if text := regexp.MustCompile(`, covers: \[[^]]*\]`).ReplaceAllString(s.files[name], ""); text != s.files[name] && s.IntN(2) == 0 {
		s.set(name, text)
		return "no area covers others"
	}
	at := regexp.MustCompile(`  - \{id: (route|both)\b[^}]*`).FindStringSubmatchIndex(s.files[name])
	if at == nil || strings.Contains(s.files[name][at[0]:at[1]], "covers:") {
		return ""
	}
	covers := fmt.Sprintf(", covers: [%s]", s.one("albania serbia,kosovo croatia,serbia serbia"))
	s.set(name, s.files[name][:at[1]]+strings.ReplaceAll(covers, ",", ", ")+s.files[name][at[1]:])
	return s.files[name][at[2]:at[3]] + covers
}

// together adds an area that covers two others, with values of its own, or removes both.
func (s *lawState) together() string {
	const register, values = "data/areas.yaml", "data/observations/both.yaml"
	if s.files[values] != "" {
		delete(s.files, values)
		s.set(register, regexp.MustCompile(`  - \{id: both\b.*\n`).ReplaceAllString(s.files[register], ""))
		return "the area of both removed"
	}
	text := strings.Replace(s.files[register], "  - {id: route,", "  - {id: both, name: Serbia and Kosovo*, naming: kosovo, covers: [serbia, kosovo]}\n  - {id: route,", 1)
	if text == s.files[register] {
		return ""
	}
	s.set(register, strings.Replace(text, "name: Serbia and Kosovo*", `name: "Serbia and Kosovo*"`, 1))
	s.set(values, fmt.Sprintf("period: %s\nobservations:\n  - {indicator: arrivals, area: both, source: %s, value: %d}\n", s.one(lawQuarters), s.one(lawSources), 3000+s.IntN(900)))
	return "an area of both added, with values"
}
