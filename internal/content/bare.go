package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// bareParser finds addresses that stand in the text without brackets. goldmark's own
// is asked at every word: here only where one can begin.
type bareParser struct{ parser.InlineParser }

func newBareParser() bareParser { return bareParser{extension.NewLinkifyParser()} }

// Parse implements goldmark's parser.InlineParser.
func (p bareParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); !mayBeAddress(line) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// mayBeAddress tells whether a bare address may begin at the beginning of a text, or
// behind its first character, which may be one that words begin behind. It begins with
// http:, https:, ftp: or www., or it has an @ behind a name of at most 64 bytes.
func mayBeAddress(line []byte) bool {
	const longest = 64
	begins := func(c byte) bool { return c == 'h' || c == 'f' || c == 'w' }
	return len(line) > 0 && begins(line[0]) || len(line) > 1 && begins(line[1]) ||
		bytes.IndexByte(line[:min(len(line), 1+longest+1)], '@') >= 0
}
