package compiled

import (
	"bytes"
	"html/template"
	"io"
	"reflect"
	"sync"
)

// Set are the templates of an html/template set. It is safe for many workers.
type Set struct {
	templates *template.Template

	mu       sync.RWMutex
	programs map[entry]*program
}

// entry is a template, and the type of what it is executed with.
type entry struct {
	name string
	dot  reflect.Type
}

// New makes a set of parsed templates, which must not be changed any more.
func New(templates *template.Template) *Set {
	return &Set{templates: templates, programs: map[entry]*program{}}
}

// Execute appends what the named template makes of a view to out. After an error,
// which is that of html/template, out is as it was.
func (s *Set) Execute(out []byte, name string, view any) ([]byte, error) {
	dot := reflect.ValueOf(view)
	if p := s.program(name, dot); p != nil {
		if made, ok := p.execute(out, dot); ok {
			return made, nil
		}
	}
	b := bytes.NewBuffer(out)
	if err := s.templates.ExecuteTemplate(b, name, view); err != nil {
		return out, err
	}
	return b.Bytes(), nil
}

// Compiles tells whether a template need not be left to html/template for a view.
func (s *Set) Compiles(name string, view any) bool {
	return s.program(name, reflect.ValueOf(view)) != nil
}

// program is the compiled template, or nil where there cannot be one.
func (s *Set) program(name string, dot reflect.Value) *program {
	if !dot.IsValid() {
		return nil
	}
	key := entry{name, dot.Type()}
	s.mu.RLock()
	p, known := s.programs[key]
	s.mu.RUnlock()
	if known {
		return p
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if p, known = s.programs[key]; !known {
		p = s.compile(key)
		s.programs[key] = p
	}
	return p
}

// compile compiles a template and those that it calls, or gives up.
func (s *Set) compile(key entry) *program {
	// html/template escapes the trees when it executes them first. Without a view it
	// stops at the first field; whatever else is wrong, it says when it is left to it.
	_ = s.templates.ExecuteTemplate(io.Discard, key.name, nil)
	c := &compiler{templates: s.templates, programs: map[entry]*program{}}
	p := c.program(key)
	if c.stuck {
		return nil
	}
	return p
}
