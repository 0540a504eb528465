package content

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// TodoNode is a mark of what is still to be done, {{ TODO "why" }}. It stands before
// the words that it is about, and has no children: in plain text it is nothing.
type TodoNode struct {
	ast.BaseInline
	Expression *Expression
}

// Kind is KindTodo.
func (n *TodoNode) Kind() ast.NodeKind { return KindTodo }

// Dump writes the node for debugging.
func (n *TodoNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Source": n.Expression.Source}, nil)
}

// Todo is a mark of what is still to be done in a comment of YAML: # TODO: why.
type Todo struct {
	Reason string // may be empty
	Pos    diag.Pos
	Len    int
}

// TodoWord begins a mark, in Markdown and in comments of YAML.
const TodoWord = "TODO"

// todos are the marks in the comments of the document whose root n is.
func todos(n *strictyaml.Node) []Todo {
	var all []Todo
	for _, c := range n.Comments(TodoWord) {
		all = append(all, Todo{strings.TrimSpace(strings.TrimLeft(c.Text[len(TodoWord):], ": ")), c.Pos, c.Len})
	}
	return all
}

// isTodo tells whether braces hold a mark. No indicator is called so: their names are
// in small letters.
func (s *scan) isTodo(b braces) bool {
	for _, l := range b.lines {
		words := bytes.TrimLeft(s.m.Source[l.start:l.stop], " \t\n")
		if len(words) == 0 {
			continue
		}
		rest, ok := bytes.CutPrefix(words, []byte(TodoWord))
		return ok && (len(rest) == 0 || bytes.IndexByte([]byte(" \t\n\""), rest[0]) >= 0)
	}
	return false
}

// todo makes the node of a mark that was taken. The space behind the mark, which keeps
// it apart from the words that it is about, belongs to it: without the mark the text
// is what it was.
func (s *scan) todo(b braces, parent ast.Node, block text.Reader) ast.Node {
	n := &TodoNode{Expression: &Expression{whole: b.whole, at: s.m.at}}
	n.SetPos(b.whole.start)
	if first := parent.Lines().At(0).Start; b.whole.start > first && !opens(s.m.Source[b.whole.start-1]) {
		return n
	}
	line, segment := block.PeekLine()
	rest := bytes.TrimLeft(line, " \t")
	number, _ := block.Position()
	switch {
	case number > b.last: // the mark ends its line
	case len(rest) == 0 || rest[0] == '\n':
		block.AdvanceLine()
	default:
		block.SetPosition(number, segment.WithStart(segment.Stop-len(rest)))
	}
	return n
}

// opens tells whether words may begin behind a character.
func opens(c byte) bool { return unicode.IsSpace(rune(c)) || strings.IndexByte("([|>", c) >= 0 }

// reason reads {{ TODO "why" }}.
func (s *scan) reason(e *Expression) {
	rest, ok := strings.CutPrefix(e.Source, TodoWord)
	if !ok || rest != "" && strings.IndexByte(" \t\"", rest[0]) < 0 {
		return
	}
	e.Todo = true
	rest = strings.TrimSpace(rest)
	quoted := strings.Trim(rest, `"`)
	e.TodoReason = strings.Join(strings.Fields(quoted), " ")
	const hint = `write {{ TODO "what is to be done" }} before the words that it is about`
	switch {
	case e.Claim:
		e.Broken = true
		s.problems.Errorf(e.Whole, e.Len, "figure", hint, "TODO stands before words, and not behind brackets")
	case rest == "" || e.TodoReason == "":
		s.problems.Errorf(e.Whole, e.Len, "figure", hint, "TODO says what is to be done, and this one does not")
	case len(rest) < 2 || rest[0] != '"' || rest[len(rest)-1] != '"' || strings.Contains(quoted, `"`):
		s.problems.Errorf(e.Pos, len([]rune(e.Source)), "figure", hint, "what is to be done stands in double quotes")
	}
}
