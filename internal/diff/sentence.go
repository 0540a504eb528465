package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"bulletin/internal/content"
	"bulletin/internal/site"
)

// sentence is a sentence with a figure or a claim in it.
type sentence struct {
	text   string // plain, its figures written out
	shape  string // the same, but for what stands in the place of figures and claims: their sources
	inside []within
}

// within is a figure or claim of a sentence, with the words around it.
type within struct {
	expression    *content.Expression
	before, after string
}

// mark stands for a figure while sentences are told apart. Nobody types it, and
// where somebody did, the text counts as one sentence.
const mark = '\x01'

// sentences are those of a text that hold figures or claims, in reading order.
func sentences(t *site.Text) []sentence {
	var all []sentence
	done := map[ast.Node]bool{}
	visit := func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.(type) {
		case *content.FigureNode, *content.ClaimNode:
			if block := blockOf(n); entering && !done[block] {
				done[block] = true
				all = append(all, sentencesOf(t, block)...)
			}
		}
		return ast.WalkContinue, nil
	}
	if len(t.Markdown.Expressions) == 0 {
		return nil
	}
	_ = ast.Walk(t.Markdown.Root, visit) // visit fails nowhere
	for _, r := range t.Markdown.Remarks {
		_ = ast.Walk(r.Node, visit)
	}
	return all
}

// blockOf is the paragraph, heading or cell of a table that a node stands in.
func blockOf(n ast.Node) ast.Node {
	for n.Type() == ast.TypeInline && n.Parent() != nil {
		n = n.Parent()
	}
	return n
}

// sentencesOf splits a block, and leaves out sentences without figures.
func sentencesOf(t *site.Text, block ast.Node) []sentence {
	var expressions []*content.Expression
	plain := content.PlainNode(t.Markdown, block, func(e *content.Expression) string {
		expressions = append(expressions, e)
		return string(mark)
	})
	if strings.Count(plain, string(mark)) != len(expressions) {
		whole := content.PlainNode(t.Markdown, block, func(e *content.Expression) string { return words(t, e) })
		s := sentence{text: whole, shape: whole}
		for _, e := range expressions {
			s.inside = append(s.inside, within{expression: e})
		}
		return []sentence{s}
	}
	var all []sentence
	for _, part := range split(plain) {
		n := strings.Count(part, string(mark))
		if n > 0 {
			all = append(all, fill(t, part, expressions[:n]))
		}
		expressions = expressions[n:]
	}
	return all
}

// fill puts figures in the place of their marks.
func fill(t *site.Text, marked string, expressions []*content.Expression) sentence {
	var s sentence
	pieces := strings.Split(marked, string(mark))
	for i, e := range expressions {
		s.text += pieces[i] + words(t, e)
		s.shape += pieces[i] + string(mark) + e.Source + string(mark)
		s.inside = append(s.inside, within{expression: e, before: strings.TrimSuffix(s.text, words(t, e))})
	}
	s.text += pieces[len(pieces)-1]
	s.shape += pieces[len(pieces)-1]
	for i := range s.inside {
		w := &s.inside[i]
		w.after = s.text[len(w.before)+len(words(t, w.expression)):]
	}
	return s
}

// words is what a figure reads: one that failed shows its source.
func words(t *site.Text, e *content.Expression) string {
	if text := t.Words(e); text != "" || e.Claim {
		return strings.Join(strings.Fields(text), " ")
	}
	return "{{ " + e.Source + " }}"
}

// split cuts a plain text into sentences: behind a full stop, a question or an
// exclamation mark, with what closes brackets and quotations, before a space
// and anything but a small letter.
func split(text string) []string {
	var all []string
	start := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if r != '.' && r != '!' && r != '?' && r != '…' {
			continue
		}
		end := i
		for end < len(text) {
			closing, size := utf8.DecodeRuneInString(text[end:])
			if !strings.ContainsRune(".!?…)]\"'’”»", closing) {
				break
			}
			end += size
		}
		next, ok := strings.CutPrefix(text[end:], " ")
		if first, _ := utf8.DecodeRuneInString(next); !ok || unicode.IsLower(first) || r == '.' && abbreviated(text[start:i-1]) {
			continue
		}
		all = append(all, text[start:end])
		start, i = end+1, end+1
	}
	if start < len(text) {
		all = append(all, text[start:])
	}
	return all
}

// abbreviated tells whether the last word before a full stop is cut short, so
// that the stop ends no sentence: "No. 7", "U. N.".
func abbreviated(before string) bool {
	word := strings.TrimLeft(before[strings.LastIndexByte(before, ' ')+1:], "([\"'‘“«")
	switch strings.ToLower(word) {
	case "no", "nos", "art", "arts", "para", "paras", "mr", "mrs", "ms", "dr", "prof", "st", "vs", "cf", "p", "pp", "e.g", "i.e", "approx", "ca", "fig", "vol":
		return true
	}
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r)
}
