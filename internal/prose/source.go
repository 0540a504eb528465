package prose

import (
	"bytes"
	"html"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"bulletin/internal/content"
)

// typed adds words of the author, or code.
func (w *walk) typed(n *ast.Text, kind PieceKind) {
	segment := n.Segment
	src := segment.Value(w.m.Source)
	start := w.at()
	if n.IsRaw() || kind == Code || bytes.IndexByte(src, '\\') < 0 && bytes.IndexByte(src, '&') < 0 {
		w.linear(src, segment.Start)
	} else {
		w.escaped(src, segment.Start)
	}
	if w.claim != nil {
		kind = Words // code in the brackets is part of the words
	}
	w.source = max(w.source, segment.Stop)
	if n.SoftLineBreak() || n.HardLineBreak() {
		w.linear([]byte{' '}, segment.Stop)
	}
	w.piece(kind, w.claim, start)
}

// escaped adds text with backslash escapes and character references, as
// [content.Markdown.Text] resolves them.
func (w *walk) escaped(src []byte, at int) {
	plain := 0
	for i := 0; i < len(src); i++ {
		switch {
		case src[i] == '\\' && i+1 < len(src) && util.IsPunct(src[i+1]):
			w.linear(src[plain:i], at+plain)
			w.run(src[i+1:i+2], at+i, 2, true)
			i++
			plain = i + 1
		case src[i] == '&':
			end := bytes.IndexByte(src[i:min(len(src), i+34)], ';')
			if end < 0 {
				continue
			}
			reference := string(src[i : i+end+1])
			resolved := html.UnescapeString(reference)
			if resolved == reference {
				continue
			}
			w.linear(src[plain:i], at+plain)
			w.run([]byte(resolved), at+i, len(reference), true)
			i += end
			plain = i + 1
		}
	}
	w.linear(src[plain:], at+plain)
}

// linear adds text that stands in the source as it is.
func (w *walk) linear(text []byte, source int) { w.run(text, source, len(text), false) }

func (w *walk) run(text []byte, source, width int, fixed bool) {
	if len(text) == 0 {
		return
	}
	at := w.at()
	w.text = append(w.text, text...)
	if last := len(w.runs) - 1; last >= 0 && !fixed && at > 0 {
		if r := &w.runs[last]; !r.fixed && r.source+at-r.text == source {
			r.width += width
			return
		}
	}
	w.runs = append(w.runs, run{text: at, source: source, width: width, fixed: fixed})
}

// piece adds the piece of what was written since start, or adds that to the
// last one, where both are of a kind.
func (w *walk) piece(kind PieceKind, e *content.Expression, start int) {
	if e != nil && kind == Words {
		kind = Claim
		if e.Literal {
			kind = Literal
		}
	}
	if last := len(w.pieces) - 1; last >= 0 && start > 0 {
		if p := &w.pieces[last]; p.Kind == kind && p.Expression == e && p.Link == w.link && kind != Figure && p.Stop == start {
			p.Stop = w.at()
			return
		}
	}
	w.pieces = append(w.pieces, Piece{Kind: kind, Start: start, Stop: w.at(), Expression: e, Link: w.link})
}

// fixed adds text that stands for a stretch of the source as a whole.
func (w *walk) fixed(kind PieceKind, e *content.Expression, text string, source, width int) {
	start := w.at()
	w.run([]byte(text), source, width, true)
	w.source = max(w.source, source+width)
	w.piece(kind, e, start)
}

// note adds an empty piece: the mark itself is not written.
func (w *walk) note(n ast.Node) {
	w.trim()
	w.source = max(w.source, w.behind(max(n.Pos(), w.source), "]"))
	w.piece(Note, nil, w.at())
}

// mark adds a text for a sign in the source that goldmark gives no place: the
// next one like it.
func (w *walk) mark(kind PieceKind, text, sign []byte) {
	start := w.source
	if i := bytes.Index(w.m.Source[start:], sign); i >= 0 {
		start += i
	}
	w.fixed(kind, w.claim, string(text), start, len(sign))
}

// sign adds a typographic sign.
func (w *walk) sign(n *ast.String) {
	source := ""
	switch string(n.Value) {
	case "‘", "’":
		source = "'"
	case "“", "”":
		source = `"`
	case "–":
		source = "--"
	case "—":
		source = "---"
	case "…":
		source = "..."
	case "«":
		source = "<<"
	case "»":
		source = ">>"
	}
	w.mark(Words, n.Value, []byte(source))
}

// behind is the offset behind the next sign in the source from an offset on.
func (w *walk) behind(from int, sign string) int {
	if i := bytes.Index(w.m.Source[min(from, len(w.m.Source)):], []byte(sign)); i >= 0 {
		return from + i + len(sign)
	}
	return from
}

// behindLink is the offset behind a link or an image.
func (w *walk) behindLink(n ast.Node) int {
	at := w.behind(max(w.source, lastOffset(n), n.Pos()), "]")
	src := w.m.Source
	if at >= len(src) {
		return at
	}
	switch src[at] {
	case '[':
		return w.behind(at, "]")
	case '(':
		return at + closing(src[at:])
	}
	return at
}

// closing is the length of what stands in the parentheses that text begins
// with: an address and perhaps a title. Parentheses in an address need not be
// in pairs where a space ends it.
func closing(text []byte) int {
	i := spaces(text, 1)
	if i < len(text) && text[i] == '<' {
		i = quoted(text, i+1, '>')
	}
	depth := 0
	for ; i < len(text) && !util.IsSpace(text[i]); i++ {
		switch text[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return i + 1
			}
		}
	}
	if i = spaces(text, i); i < len(text) && bytes.IndexByte([]byte("\"'("), text[i]) >= 0 {
		end := text[i]
		if end == '(' {
			end = ')'
		}
		i = spaces(text, quoted(text, i+1, end))
	}
	if i < len(text) && text[i] == ')' {
		return i + 1
	}
	return 0
}

// spaces is the offset behind the spaces at an offset.
func spaces(text []byte, i int) int {
	for i < len(text) && util.IsSpace(text[i]) {
		i++
	}
	return i
}

// quoted is the offset behind the next sign that is not escaped.
func quoted(text []byte, i int, sign byte) int {
	for ; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case sign:
			return i + 1
		}
	}
	return len(text)
}

// lastOffset is where the last text below a node ends, or -1.
func lastOffset(n ast.Node) int {
	last := -1
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			last = max(last, t.Segment.Stop)
		} else {
			last = max(last, lastOffset(c))
		}
	}
	return last
}
