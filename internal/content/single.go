package content

import (
	"bytes"

	"bulletin/internal/diag"
)

// ParseBlock reads the YAML of a chart or table block that stands in no
// Markdown, as in a template. at is the place of its first character; with a
// line of 0, all that is known is the file, and lines count from the first of
// the YAML. The block is never nil.
func (p *Parser) ParseBlock(kind BlockKind, at diag.Pos, yaml []byte) (*Block, diag.Problems) {
	var problems diag.Problems
	src, usable := clean(at.File, yaml, &problems)
	if !usable {
		return &Block{Kind: kind, Pos: at, Broken: true}, problems
	}
	fence := bytes.Repeat([]byte("`"), 3)
	for bytes.Contains(src, fence) {
		fence = append(fence, '`')
	}
	var text []byte
	for _, part := range [][]byte{fence, []byte(kind), {'\n'}, src, {'\n'}, fence, {'\n'}} {
		text = append(text, part...)
	}
	lines := diag.NewLines(at.File, text)
	place := func(offset int) diag.Pos {
		pos := lines.At(offset)
		pos.Line += max(at.Line, 1) - 2 // the fence is a line of ours
		if pos.Line < max(at.Line, 1) {
			return at
		}
		return pos
	}
	m := p.markdown(text, place, false, &problems)
	if len(m.Blocks) == 0 {
		return &Block{Kind: kind, Pos: at, Broken: true}, problems
	}
	return m.Blocks[0], problems
}
