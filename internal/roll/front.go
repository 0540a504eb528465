package roll

import (
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// frontMatter changes what the front matter says of the edition: its period, what it
// compares with, that it is a draft. What belongs to the old one alone is taken out.
func (f *filing) frontMatter(d *content.Document) {
	f.readFront()
	switch {
	case d.Report != nil:
		f.word("period", f.step.From, f.step.To)
		f.word("compare", f.step.Base, f.step.NewBase())
		f.draft()
	case d.Snapshot != nil:
		f.word("period", f.step.From, f.step.To)
		f.draft()
	}
	for _, key := range []string{"published", "updated", "aliases"} {
		f.drop(key)
	}
	f.title()
}

// readFront reads the YAML between the lines of hyphens.
func (f *filing) readFront() {
	text := strings.ReplaceAll(strings.TrimPrefix(f.sheet.src.Text(), "\ufeff"), "\r\n", "\n")
	first, rest, _ := strings.Cut(text, "\n")
	if strings.TrimRight(first, " \t") != "---" {
		return
	}
	var yaml strings.Builder
	for line := range strings.Lines(rest) {
		if strings.TrimRight(line, " \t\n") == "---" {
			break
		}
		yaml.WriteString(line)
	}
	f.front, _ = strictyaml.Parse(diag.Pos{File: "", Line: 2, Col: 1}, []byte(yaml.String()))
	f.enter(f.front, diag.Pos{})
}

// enter notes at which keys texts stand.
func (f *filing) enter(n *strictyaml.Node, key diag.Pos) {
	switch n.Kind {
	case strictyaml.Scalar:
		f.keys[f.named(n.PosAt(0))] = f.named(key)
	case strictyaml.List:
		for _, item := range n.Items {
			at := key
			if item.Kind == strictyaml.Scalar && item.Pos.Line != n.Pos.Line {
				at = item.Pos
			}
			f.enter(item, at)
		}
	case strictyaml.Mapping:
		for _, field := range n.Fields {
			f.enter(field.Value, field.Key.Pos)
		}
	}
}

// named is a place without its file, which the old one has another name for.
func (f *filing) named(p diag.Pos) diag.Pos { p.File = ""; return p }

// word puts the new period in the place of the old one, where a key names it.
func (f *filing) word(key string, was, is period.Period) {
	n := f.front.Field(key)
	if n == nil || n.Kind != strictyaml.Scalar {
		return
	}
	p, err := period.Parse(n.Value)
	if err != nil {
		return // year-before
	}
	f.scalar(content.Scalar{Value: n.Value, Pos: n.Pos}, is.String(), p.Same(was))
}

// draft makes the page one.
func (f *filing) draft() {
	if n := f.front.Field("draft"); n != nil {
		if n.Value != "true" {
			f.sheet.replace(n.Pos, n.Value, "true")
		}
		return
	}
	after := f.front.Field("period")
	if after == nil {
		return
	}
	f.sheet.insert(f.sheet.lineStop(f.sheet.src.Offset(after.Pos)), "draft: true"+f.sheet.lineEnd())
}

// drop takes a key of the front matter out, with all its lines: those that are
// indented further, and the items of its list.
func (f *filing) drop(key string) {
	if f.front == nil {
		return
	}
	for _, field := range f.front.Fields {
		if field.Key.Value != key || field.Key.Pos.Col != 1 {
			continue
		}
		start := f.sheet.lineStart(f.sheet.src.Offset(field.Key.Pos))
		stop := f.sheet.lineStop(start)
		for stop < len(f.sheet.src.Text()) {
			line := f.sheet.src.Text()[stop:f.sheet.lineStop(stop)]
			if bare := strings.TrimLeft(line, " "); strings.TrimSpace(line) == "---" || len(bare) == len(line) && !strings.HasPrefix(line, "- ") && !strings.HasPrefix(line, "]") || bare[0] == '#' || strings.TrimSpace(line) == "" {
				break
			}
			stop = f.sheet.lineStop(stop)
		}
		f.sheet.edits = append(f.sheet.edits, edit{start, stop, ""})
		f.plan.Dropped = append(f.plan.Dropped, Change{From: diag.Pos{File: f.old, Line: field.Key.Pos.Line, Col: 1}, Was: key})
	}
}

// title moves the words for the old period in a title, where they stand as
// Bulletin writes them: January to March 2023, Q1 2023.
func (f *filing) title() {
	n := f.front.Field("title")
	if n == nil || n.Kind != strictyaml.Scalar {
		return
	}
	l := f.reader.locale
	for _, words := range []func(period.Period) string{l.PeriodInText, l.Period, l.Months, l.PeriodShort, period.Period.String} {
		was, is := words(f.step.From), words(f.step.To)
		for _, form := range [][2]string{{was, is}, {strings.ReplaceAll(was, " to ", "–"), strings.ReplaceAll(is, " to ", "–")}} {
			at := strings.Index(n.Value, form[0])
			if at < 0 || bounded(n.Value, at, form[0]) {
				continue
			}
			if f.sheet.replace(n.PosAt(at), form[0], form[1]) {
				f.plan.Moved = append(f.plan.Moved, Change{diag.Pos{File: f.old, Line: n.Pos.Line, Col: n.Pos.Col}, form[0], form[1]})
				f.titled = true
				return
			}
		}
	}
}

// bounded tells whether letters or digits stand around a stretch: it is part of
// another word then.
func bounded(text string, at int, part string) bool {
	inWord := func(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-' }
	stop := at + len(part)
	return at > 0 && inWord(text[at-1]) || stop < len(text) && inWord(text[stop])
}
