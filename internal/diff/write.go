package diff

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"bulletin/internal/data"
)

// Format is a way to write a result down.
type Format string

// The formats.
const (
	Text     Format = "text"
	JSON     Format = "json"
	Markdown Format = "markdown"
)

// Write writes the result in the format.
func Write(w io.Writer, format Format, r *Result) error {
	switch format {
	case Text:
		return writeText(w, r)
	case JSON:
		return writeJSON(w, r)
	case Markdown:
		_, err := io.WriteString(w, markdown(r, mostMarkdown))
		return err
	}
	return fmt.Errorf("unknown format %q: want text, json or markdown", format)
}

// counted is "3 observations changed, 1 added, 0 withdrawn".
func counted(r *Result) string {
	return fmt.Sprintf("%s changed, %d added, %d withdrawn", plural(r.Count(Changed), "observation"), r.Count(Added), r.Count(Withdrawn))
}

// consequences is "9 pages show them, 2 claims no longer hold".
func consequences(r *Result) string {
	var parts []string
	verb := "show"
	if r.Pages() == 1 {
		verb = "shows"
	}
	parts = append(parts, plural(r.Pages(), "page")+" "+verb+" them")
	if n := len(r.Broken()); n == 1 {
		parts = append(parts, "1 claim does not hold any more")
	} else if n > 1 {
		parts = append(parts, fmt.Sprintf("%d claims do not hold any more", n))
	}
	if n := len(r.Missing()); n == 1 {
		parts = append(parts, "1 figure has no value any more")
	} else if n > 1 {
		parts = append(parts, fmt.Sprintf("%d figures have no value any more", n))
	}
	if n := len(r.Silent()); n > 0 {
		verb := "have"
		if n == 1 {
			verb = "has"
		}
		parts = append(parts, plural(n, "published value")+" "+verb+" no reason given")
	}
	return strings.Join(parts, ", ")
}

// caveat says what may not be as it looks.
func caveat(r *Result) string {
	var sides []string
	for _, side := range r.Incomplete {
		name := r.After
		if side == "before" {
			name = r.Before
		}
		sides = append(sides, name)
	}
	if len(sides) == 0 {
		return ""
	}
	return "not every observation of " + strings.Join(sides, " and of ") + " could be read: what is called added or withdrawn may be one of those"
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// numbers is the value of a change: "16,216 → 17,216".
func (c *Change) numbers() string {
	switch {
	case c.Kind == Added:
		return c.Is
	case c.Kind == Withdrawn || c.Was == c.Is && !c.differs("value") && !c.differs("share"):
		return c.Was
	}
	return c.Was + " → " + c.Is
}

func (c *Change) differs(what string) bool { return slices.Contains(c.Differs, what) }

// detail is something that differs beside the number.
type detail struct{ what, before, after string }

// details are what differs beside the number.
func (c *Change) details() []detail {
	if c.Kind != Changed {
		return nil
	}
	var all []detail
	for _, d := range []detail{
		{"status", c.Before.Status.Name(), c.After.Status.Name()},
		{"source", orNone(sourceKey(c.Before)), orNone(sourceKey(c.After))},
		{"note", orNone(c.Before.Note), orNone(c.After.Note)},
		{"complete", complete(c.Before), complete(c.After)},
	} {
		if c.differs(d.what) {
			all = append(all, d)
		}
	}
	return all
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

func complete(o *data.Observation) string {
	if o.Complete {
		return "its parts add up to it"
	}
	return "its parts need not add up to it"
}

// called is a kind of place in words.
func (k PlaceKind) called() string {
	switch k {
	case ClaimIn:
		return "sentence with a claim"
	case Title:
		return "title of the page"
	case KeyFigure:
		return "key figure"
	case Overview:
		return "row of the key figures"
	}
	return string(k)
}
