package locale

import (
	"fmt"
	"strings"
)

// Locale is a language as its readers write it. It holds no state and may be
// used by many goroutines.
type Locale struct {
	tag string
}

// For is the locale of a language tag (BCP 47): en, or an English of some
// region, such as en-GB. For another language the error names those there are.
func For(language string) (*Locale, error) {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	if primary != "en" {
		return nil, fmt.Errorf("there is no language %q yet: the languages are en", language)
	}
	return &Locale{tag: language}, nil
}

// Tag is the language tag, for the lang attribute of a page.
func (l *Locale) Tag() string { return l.tag }

// List joins items: "A", "A and B", "A, B and C".
func (l *Locale) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " and " + items[last]
}
