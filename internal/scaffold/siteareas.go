package scaffold

import (
	"fmt"
	"strings"
)

// Area is an area of a new site.
type Area struct {
	ID   string // as in addresses: bosnia-and-herzegovina
	Name string // with the mark of its naming note: Kosovo*
	Code string // of ISO 3166-1 alpha-3, or XKX, or one that is assigned by the user
	Note string // its naming note; may be empty
}

// areaFile is data/areas.yaml.
func areaFile(areas []Area) []byte {
	var b, notes strings.Builder
	b.WriteString(`# The areas that figures are about. An id is also the name of the area's chapters, and stands
# in addresses. By its code, of ISO 3166-1 alpha-3, maps find a country.
areas:
`)
	for _, a := range areas {
		naming := ""
		if a.Note != "" {
			naming = ", naming: " + a.ID
			fmt.Fprintf(&notes, "  %s: %s\n", a.ID, quoted(a.Note))
		}
		fmt.Fprintf(&b, "  - {id: %s, name: %s, code: %s%s}\n", a.ID, quoted(a.Name), a.Code, naming)
	}
	b.WriteString(`
# Areas that are often named together. A chart takes a group as it takes an area.
# groups:
#   - {id: neighbours, name: Neighbours, members: [` + someIDs(areas) + `]}
`)
	if notes.Len() > 0 {
		b.WriteString("\n# What is said of a name wherever it stands.\nnaming:\n" + notes.String())
	}
	return []byte(b.String())
}

// emptyCells is a file of observations with an empty entry for each area and indicator,
// as comments. It can be read as it is.
func emptyCells(areas []Area, period string, indicators ...string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `# The values of %s, none of which is there yet. Take the # away from an entry, and write
# its source, a key of data/sources.yaml, and its value. Where a source has no number, write
# status: O in place of the value. An estimate has status: E beside it.
period: %[1]s
observations:
`, period)
	for _, a := range areas {
		fmt.Fprintf(&b, "\n  # %s\n", a.Name)
		for _, indicator := range indicators {
			fmt.Fprintf(&b, "  # - indicator: %s\n  #   area: %s\n  #   source:\n  #   value:\n", indicator, a.ID)
		}
	}
	return []byte(b.String())
}

// idLines are the ids of areas as a list of YAML.
func idLines(areas []Area) string {
	var b strings.Builder
	for _, a := range areas {
		b.WriteString("\n  - " + a.ID)
	}
	return b.String()
}

// someIDs are those of the first two areas.
func someIDs(areas []Area) string {
	var ids []string
	for _, a := range areas[:min(2, len(areas))] {
		ids = append(ids, a.ID)
	}
	return strings.Join(ids, ", ")
}

// quoted is a text of one line as YAML, in double quotes.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// inMarkdown is a name as Markdown, which takes a star for emphasis.
func inMarkdown(name string) string { return strings.ReplaceAll(name, "*", `\*`) }
