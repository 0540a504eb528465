package data

import (
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// Todo is a mark of what is still to be done in a comment of a file: # TODO: why.
type Todo struct {
	Reason string // may be empty
	Pos    diag.Pos
	Len    int
}

// todoWord begins a mark.
const todoWord = "TODO"

// Todos lists the marks in the comments of registers, observations and revisions.
func (s *Set) Todos() []Todo {
	s.trace.all(OnTexts)
	return s.todos
}

// todos are those of the file whose tree begins with n.
func todos(n *strictyaml.Node) []Todo {
	var all []Todo
	for _, c := range n.Comments(todoWord) {
		all = append(all, Todo{strings.TrimSpace(strings.TrimLeft(c.Text[len(todoWord):], ": ")), c.Pos, c.Len})
	}
	return all
}
