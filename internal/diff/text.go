package diff

import (
	"fmt"
	"io"
	"strings"

	"bulletin/internal/diag"
)

// writeText writes for a terminal: a summary, then each observation with the
// places that show it, page by page.
func writeText(w io.Writer, r *Result) error {
	t := &textWriter{}
	if len(r.Changes) == 0 {
		t.line("no observation of %s differs from %s", r.After, r.Before)
	} else {
		t.line("%s; %s", counted(r), consequences(r))
	}
	if l := ledger(r); l != "" {
		t.line("%s", l)
	}
	if c := caveat(r); c != "" {
		t.line("note: %s", c)
	}
	for _, c := range r.Changes {
		t.change(c)
	}
	t.definitions(r.Definitions)
	t.revisions(r.Revisions)
	t.records(r.Records)
	_, err := io.WriteString(w, t.text.String())
	return err
}

type textWriter struct{ text strings.Builder }

func (t *textWriter) line(format string, args ...any) {
	t.text.WriteString(diag.Visible(fmt.Sprintf(format, args...)))
	t.text.WriteByte('\n')
}

func (t *textWriter) change(c *Change) {
	o := c.Now()
	t.line("")
	t.line("%s: %s: %s (%s, %s:%d)", c.Kind, c.Name, c.numbers(), orNoSource(sourceKey(o)), o.Pos.File, o.Pos.Line)
	for _, d := range c.details() {
		t.line("  %s: %s → %s", d.what, d.before, d.after)
	}
	if c.Published != nil {
		t.line("  %s", c.Published.words())
	}
	if len(c.Places) == 0 {
		t.line("  shown on the data page alone")
	}
	page := ""
	for _, p := range c.Places {
		if p.Page != page {
			page = p.Page
			t.line("  %s  %s", p.Page, p.PageTitle)
		}
		t.place(p)
	}
}

func orNoSource(key string) string {
	if key == "" {
		return "no source"
	}
	return key
}

func (t *textWriter) place(p Place) {
	t.line("    %s: %s", p.Pos, p.Kind.called())
	switch {
	case p.Gone:
		t.line("      - %s", p.Before)
	case p.New:
		t.line("      + %s", p.After)
	case p.Before == p.After:
		t.line("        %s", p.After)
	default:
		t.line("      - %s", p.Before)
		t.line("      + %s", p.After)
	}
	for _, c := range p.Claims {
		if c.Fails() {
			t.line("      ! %s: %s", verdict(c), c.Message)
		}
	}
	for _, m := range p.Missing {
		t.line("      ! {{ %s }} has no value any more", m.Source)
	}
	if p.Empty {
		t.line("      ! it shows nothing any more")
	}
}

// verdict is what became of a claim that fails.
func verdict(c Claim) string {
	switch {
	case !c.Before:
		return "does not hold"
	case c.Held:
		return "does not hold any more"
	}
	return "did not hold before either"
}

func (t *textWriter) definitions(all []Definition) {
	if len(all) == 0 {
		return
	}
	t.line("")
	t.line("indicators that read otherwise:")
	for _, d := range all {
		t.line("  %s, %s: %s → %s", d.Indicator, d.Key, orNone(d.Before), orNone(d.After))
	}
}

func (t *textWriter) revisions(all []*RevisionChange) {
	if len(all) == 0 {
		return
	}
	t.line("")
	t.line("revisions of published values:")
	for _, c := range all {
		if c.Kind == Changed {
			t.line("  %s: %s: %s", c.Kind, c.Name, entered(c.Before))
			t.line("    now %s", entered(c.After))
			continue
		}
		t.line("  %s: %s: %s", c.Kind, c.Name, entered(c.Now()))
	}
}

func (t *textWriter) records(all []RecordChange) {
	if len(all) == 0 {
		return
	}
	t.line("")
	t.line("records of what editions have published:")
	for _, c := range all {
		t.line("  %s: %s", c.Edition, c.counted("value"))
	}
}
