package roll

import (
	"slices"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/prose"
	"bulletin/internal/site"
)

// Mark is a sentence that somebody has to look at.
type Mark struct {
	File    string   // of the new edition
	Line    int      // there
	From    diag.Pos // where the sentence begins in the old edition
	Words   string   // its first words, figures written out
	Reasons []Reason

	at int // in the old file
}

// Why is the reasons in one line.
func (m Mark) Why() string {
	var all []string
	for _, r := range m.Reasons {
		all = append(all, r.String())
	}
	return strings.Join(all, "; ")
}

// marked finds the sentences of a page that have to be looked at, and puts a mark
// at each: before it in the body, as a comment above its key in YAML.
func (f *filing) marked(p *site.Page) {
	for _, t := range p.Texts() {
		if t == nil {
			continue
		}
		m := t.Markdown
		above, inYAML := f.keyOf(p.Document, m)
		headline := p.Document.Section != nil && p.Document.Section.Headline != nil && p.Document.Section.Headline.Text == m
		var marks []Mark
		last := -1 // where the last passage began that is no image
		for _, passage := range f.prose.Read(m, t.Words) {
			found := f.passage(m, &passage, headline)
			if passage.Kind != prose.Image {
				last = f.sheet.src.Offset(passage.Pos(0))
			} else if last >= 0 && !inYAML {
				f.besides(found, last)
			}
			if m == p.Document.Title && f.titled {
				found = slices.DeleteFunc(found, func(m Mark) bool { return len(m.Reasons) == 1 && m.Reasons[0].Kind == Date })
			}
			marks = append(marks, found...)
		}
		for _, mark := range marks {
			if inYAML {
				f.comment(above, mark)
			} else {
				f.before(mark)
			}
		}
		f.marks = append(f.marks, marks...)
	}
	f.prose.Forget()
}

// besides puts the marks of an image that stands within a word before the passage that
// it is in.
func (f *filing) besides(marks []Mark, passage int) {
	text := f.sheet.src.Text()
	for i, m := range marks {
		if at := opening(text, m.at); at > 0 && strings.IndexByte(" \t\r\n|>", text[at-1]) < 0 {
			marks[i].at = passage
		}
	}
}

// passage finds them in a passage.
func (f *filing) passage(m *content.Markdown, p *prose.Passage, headline bool) []Mark {
	var marks []Mark
	sentences := f.reader.sentences(p)
	for i, s := range sentences {
		start := f.sheet.src.Offset(p.Pos(s.start))
		if f.hasMark(start) {
			continue
		}
		next := f.sheet.src.Offset(p.Pos(max(s.stop-1, s.start))) + 1
		if i+1 < len(sentences) {
			next = f.sheet.src.Offset(p.Pos(s.stop))
		} else {
			next = f.end(m, p, next)
		}
		if padded := strings.TrimRight(f.sheet.src.Text()[:start], " \t\r\n>"); s.opensCode() && strings.HasSuffix(padded, "`") {
			start = len(padded) // code may begin with white space
		}
		reasons := f.reader.judge(s)
		if headline { // which the key figure stands before
			reasons = without(reasons, Event)
		}
		reasons = append(reasons, f.bound(s)...)
		for _, c := range m.Citations {
			if at := f.sheet.src.Offset(c.Pos); start <= at && at < next {
				reasons = append(reasons, f.cited(c)...)
			}
		}
		if len(reasons) > 0 {
			inOrder(reasons)
			marks = append(marks, Mark{File: f.name, From: p.Pos(s.start), Words: firstWords(p.Text[s.start:s.stop]), Reasons: reasons, at: start})
		}
	}
	return marks
}

// end is where the source of a passage ends: a citation behind its last word belongs
// to it.
func (f *filing) end(m *content.Markdown, p *prose.Passage, from int) int {
	text := f.sheet.src.Text()
	for at := from; at < len(text); at++ {
		rest := text[at:]
		switch {
		case strings.HasPrefix(rest, "[@"), strings.HasPrefix(rest, "[-@"):
			if stop := strings.IndexByte(rest, ']'); stop > 0 {
				return at + stop + 1
			}
			return at
		case !strings.ContainsRune(" \t\r\n>.,;:!?)*_\"'”’", rune(rest[0])) && rest[0] < 0x80:
			return at
		}
	}
	return len(text)
}

// bound finds what stands in the sentence besides its words: dates, numbers that
// nothing binds, categories beside figures.
func (f *filing) bound(s *sentence) []Reason {
	var all []Reason
	date := f.reader.dateOf(s)
	if date != "" {
		all = append(all, Reason{Date, date})
	}
	for _, n := range s.passage.Numbers {
		words := s.passage.Text[n.Start:n.Stop]
		if n.Start >= s.start && n.Start < s.stop && s.passage.Pieces[n.Piece].Kind == prose.Words && words != date {
			all = append(all, Reason{Number, words})
			break
		}
	}
	if words := f.beside(s); words != "" {
		all = append(all, Reason{Category, words})
	}
	return all
}

// cited finds the sources of the old period in a citation.
func (f *filing) cited(c *content.Citation) []Reason {
	var all []Reason
	for _, item := range c.Items {
		source, ok := f.set.Source(item.Key)
		if !ok {
			continue
		}
		old, covers := false, false
		for _, p := range source.Covers {
			old, covers = old || f.step.inside(p), covers || p.Covers(f.step.To)
		}
		if old && !covers {
			all = append(all, Reason{Source, item.Key})
		}
	}
	return all
}

// beside finds the name of a category directly behind a figure that names another, or
// none of its dimension, and whose indicator does not count just these.
func (f *filing) beside(s *sentence) string {
	for i, w := range s.words {
		if w.figure == nil || w.figure.parsed == nil || w.figure.period || w.figure.parsed.Tells() != "" {
			continue
		}
		indicator, _, categories := w.figure.parsed.About()
		next := s.at(i + 1)
		if next.is("of") && s.at(i+2).is("them", "these") {
			next = s.at(i + 3)
		}
		if next.typed && !next.sign && f.category(next.lower, indicator, categories) {
			return next.text
		}
	}
	return ""
}

// category tells whether a word is the whole name of a category, and nothing in the
// figure's categories nor in the words for its indicator says the same.
func (f *filing) category(word, indicator, categories string) bool {
	named := false
	for _, d := range f.set.Dimensions() {
		for _, c := range d.Categories {
			name := strings.ToLower(c.Name)
			if strings.Contains(" "+categories+" ", " "+d.ID+"="+c.ID+" ") && strings.Contains(name, word) {
				return false
			}
			named = named || name == word
		}
	}
	if i, ok := f.set.Indicator(indicator); ok {
		for _, text := range []string{i.Name, i.Unit.One, i.Unit.Other} {
			if strings.Contains(strings.ToLower(text), word) {
				return false
			}
		}
	}
	return named
}

// hasMark tells whether a mark stands before a sentence already.
func (f *filing) hasMark(at int) bool {
	before := strings.TrimRight(f.sheet.src.Text()[:at], " \t\r\n[*_~!")
	open := strings.LastIndex(before, "{{")
	return strings.HasSuffix(before, "}}") && strings.HasPrefix(strings.TrimLeft(before[open+2:], " \t\r\n"), "TODO")
}

// firstWords is how a sentence begins.
func firstWords(text string) string {
	words := strings.Fields(text)
	if len(words) > 8 {
		return strings.Join(words[:8], " ") + " …"
	}
	return strings.Join(words, " ")
}
