package compiled

import (
	"html/template"
	"reflect"
	"text/template/parse"
)

// compiler compiles a template and those that it calls. It is stuck when it comes
// upon anything that it does not know.
type compiler struct {
	templates *template.Template
	programs  map[entry]*program
	stuck     bool
}

// scope are the variables that a place in a template can see.
type scope struct {
	dot       reflect.Type // of the point; nil where there is none
	variables []variable   // the innermost last
	program   *program
}

type variable struct {
	name string
	typ  reflect.Type
	slot int
}

// program compiles a template for the type of its point. Those that call each other
// in a circle find the one that is not finished.
func (c *compiler) program(key entry) *program {
	if p, known := c.programs[key]; known {
		return p
	}
	p := &program{vars: 1}
	c.programs[key] = p
	t := c.templates.Lookup(key.name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil { // one that is executed in an unusual place has no tree here
		c.stuck = true
		return p
	}
	p.body = c.list(&scope{dot: key.dot, variables: []variable{{"$", key.dot, 0}}, program: p}, t.Tree.Root)
	return p
}

// list compiles nodes, whose variables end with them.
func (c *compiler) list(s *scope, list *parse.ListNode) (steps []step) {
	if list == nil {
		return nil
	}
	inner := *s
	for _, n := range list.Nodes {
		if c.stuck {
			return nil
		}
		if one := c.node(&inner, n); one != nil {
			steps = append(steps, one)
		}
	}
	return steps
}

func (c *compiler) node(s *scope, n parse.Node) step {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(r *run, _ reflect.Value) { r.out = append(r.out, text...) }
	case *parse.CommentNode:
		return nil
	case *parse.ActionNode:
		return c.action(s, n.Pipe)
	case *parse.IfNode:
		return c.conditional(s, &n.BranchNode)
	case *parse.WithNode:
		return c.with(s, &n.BranchNode)
	case *parse.RangeNode:
		return c.loop(s, &n.BranchNode)
	case *parse.TemplateNode:
		return c.call(s, n)
	}
	c.stuck = true
	return nil
}

// action compiles what is written, or a variable that is set.
func (c *compiler) action(s *scope, pipe *parse.PipeNode) step {
	if len(pipe.Decl) == 0 {
		return c.written(s, pipe)
	}
	v := c.pipe(s, pipe)
	slot := c.declare(s, pipe, v.typ)
	return func(r *run, dot reflect.Value) { r.vars[r.frame+slot] = v.get(r, dot) }
}

// declare gives the one variable of a pipe its place.
func (c *compiler) declare(s *scope, pipe *parse.PipeNode, typ reflect.Type) int {
	if len(pipe.Decl) != 1 || pipe.IsAssign {
		c.stuck = true
		return 0
	}
	return c.variable(s, pipe.Decl[0].Ident[0], typ)
}

func (c *compiler) variable(s *scope, name string, typ reflect.Type) int {
	slot := s.program.vars
	s.program.vars++
	s.variables = append(s.variables[:len(s.variables):len(s.variables)], variable{name, typ, slot})
	return slot
}

func (c *compiler) conditional(s *scope, n *parse.BranchNode) step {
	if len(n.Pipe.Decl) > 0 {
		c.stuck = true
		return nil
	}
	holds, then, otherwise := c.condition(s, n.Pipe), c.list(s, n.List), c.list(s, n.ElseList)
	return func(r *run, dot reflect.Value) {
		if holds(r, dot) {
			r.do(then, dot)
		} else {
			r.do(otherwise, dot)
		}
	}
}

func (c *compiler) with(s *scope, n *parse.BranchNode) step {
	v := c.pipe(s, n.Pipe)
	holds, inner, slot := c.truth(v.typ), *s, -1
	if len(n.Pipe.Decl) > 0 {
		slot = c.declare(&inner, n.Pipe, v.typ)
	}
	otherwise := c.list(&inner, n.ElseList)
	inner.dot = v.typ
	then := c.list(&inner, n.List)
	return func(r *run, dot reflect.Value) {
		point := v.get(r, dot)
		if slot >= 0 {
			r.vars[r.frame+slot] = point
		}
		if holds(point) {
			r.do(then, point)
		} else {
			r.do(otherwise, dot)
		}
	}
}

// loop compiles a range over a slice.
func (c *compiler) loop(s *scope, n *parse.BranchNode) step {
	if n.Pipe.IsAssign || len(n.Pipe.Decl) > 2 {
		c.stuck = true
		return nil
	}
	v := c.pipe(s, n.Pipe)
	if c.stuck || v.typ.Kind() != reflect.Slice {
		c.stuck = true
		return nil
	}
	inner, index, element := *s, -1, -1
	switch names := n.Pipe.Decl; len(names) {
	case 1:
		element = c.variable(&inner, names[0].Ident[0], v.typ.Elem())
	case 2:
		index = c.variable(&inner, names[0].Ident[0], reflect.TypeFor[int]())
		element = c.variable(&inner, names[1].Ident[0], v.typ.Elem())
	}
	otherwise := c.list(s, n.ElseList)
	inner.dot = v.typ.Elem()
	body := c.list(&inner, n.List)
	return func(r *run, dot reflect.Value) {
		all := v.get(r, dot)
		if all.Len() == 0 {
			r.do(otherwise, dot)
		}
		for i := range all.Len() {
			point := all.Index(i)
			if index >= 0 {
				r.vars[r.frame+index] = reflect.ValueOf(i)
			}
			if element >= 0 {
				r.vars[r.frame+element] = point
			}
			r.do(body, point)
		}
	}
}

// call compiles the execution of another template.
func (c *compiler) call(s *scope, n *parse.TemplateNode) step {
	if n.Pipe == nil || len(n.Pipe.Decl) > 0 {
		c.stuck = true
		return nil
	}
	v := c.pipe(s, n.Pipe)
	if c.stuck {
		return nil
	}
	p := c.program(entry{n.Name, v.typ})
	return func(r *run, dot reflect.Value) { r.call(p, v.get(r, dot)) }
}
