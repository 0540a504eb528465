package opendata

import (
	"crypto/sha256"
	"encoding/hex"

	"bulletin/internal/data"
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

// version names a state of the data: the first 8 hex digits of the SHA-256 of the CSV
// file of the same observations.
func version(sum [sha256.Size]byte) string { return hex.EncodeToString(sum[:4]) }
