package opendata

import (
	"encoding/hex"
	"fmt"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

// title is that of a file.
func title(set *data.Set, of Part) string {
	switch {
	case of.Indicator != nil:
		return of.Indicator.Name + " – " + set.Site.Title
	case of.Area != nil:
		return of.Area.Name + " – " + set.Site.Title
	}
	return set.Site.Title
}

// description is what a file is about.
func description(set *data.Set, of Part) string {
	if of.Indicator != nil && of.Indicator.Definition != "" {
		return of.Indicator.Definition
	}
	return set.Site.Description
}

// terms are a licence, or a publisher, with its address.
type terms struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// licence is that of the site; nil where it names none.
func licence(set *data.Set) *terms {
	if l := set.Site.License; l.Name != "" {
		return &terms{l.Name, l.URL}
	}
	return nil
}

// publisher is that of the site; nil where it names none.
func publisher(set *data.Set) *terms {
	if p := set.Site.Publisher; p.Name != "" {
		return &terms{p.Name, p.URL}
	}
	return nil
}

// Version names a state of a part: the day on which one of its values was last published
// or revised, and the first 8 hex digits of the SHA-256 of its CSV file, in the form that
// the standard of data packages asks for (Semantic Versioning 2.0.0):
// "2026.11.21+1a2b3c4d"; "0.0.0+1a2b3c4d" where no day is known.
func (m *Maker) Version(of Part) (string, error) {
	m.ask(of)
	file, err := m.csvOf(of)
	if err != nil {
		return "", err
	}
	mark := hex.EncodeToString(file.sum[:4])
	day := newest(m.set, of)
	if day == 0 {
		return "0.0.0+" + mark, nil
	}
	year, month, dayOf := day.Civil()
	return fmt.Sprintf("%d.%d.%d+%s", year, month, dayOf, mark), nil
}

// newest is the latest day that the data knows of for a part: on which a value was
// published, or revised; 0 without any.
func newest(set *data.Set, of Part) (day period.Day) {
	see := func(c data.Cell, on period.Day) {
		if (of.Indicator == nil || c.Indicator == of.Indicator.ID) && (of.Area == nil || c.Area == of.Area.ID) {
			day = max(day, on)
		}
	}
	for _, r := range set.Records() {
		for _, e := range r.Entries {
			see(e.Cell, e.Date)
		}
	}
	for _, r := range set.Revisions() {
		see(r.Cell, r.Date)
	}
	return day
}
