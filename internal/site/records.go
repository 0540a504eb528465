package site

import (
	"strings"

	"bulletin/internal/content"
)

// placeRecords reports records of editions that there are not. An edition that is a
// draft keeps its record, and so does one whose opening page is missing, which is
// reported by itself.
func (a *assembly) placeRecords(documents []*content.Document) {
	there := map[string]bool{}
	var names []string
	for _, d := range documents {
		if d.Edition != "" && !there[d.Edition] {
			there[d.Edition] = true
			names = append(names, d.Edition)
		}
	}
	for _, r := range a.Set.Records() {
		if there[r.Edition] {
			continue
		}
		hint := "remove the file if the edition was withdrawn as a whole; else bring content/reports/" + r.Edition + "/ back"
		for _, name := range names {
			if strings.EqualFold(name, r.Edition) {
				hint = "name the file as the edition's folder: data/published/" + name + ".yaml, with edition: " + name
			}
		}
		a.problems.Errorf(r.Pos, r.Len, "edition", hint, "there is no edition %s", r.Edition)
	}
}
