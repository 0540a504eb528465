package compiled

import (
	"reflect"
	"strconv"
	"text/template/parse"
)

// giveUp gives up, with a value that stands for any.
func (c *compiler) giveUp() value {
	c.stuck = true
	return constant(reflect.ValueOf(""))
}

func constant(v reflect.Value) value {
	return value{v.Type(), func(*run, reflect.Value) reflect.Value { return v }}
}

// pipe compiles the value of a pipe of one command.
func (c *compiler) pipe(s *scope, pipe *parse.PipeNode) value {
	if len(pipe.Cmds) != 1 {
		return c.giveUp()
	}
	return c.command(s, pipe.Cmds[0])
}

// command compiles a value, or a function that gives one.
func (c *compiler) command(s *scope, cmd *parse.CommandNode) value {
	name, function := cmd.Args[0].(*parse.IdentifierNode)
	switch {
	case !function && len(cmd.Args) == 1:
		return c.operand(s, cmd.Args[0])
	case function && name.Ident == "len" && len(cmd.Args) == 2:
		return c.length(c.operand(s, cmd.Args[1]))
	}
	return c.giveUp()
}

// length compiles the built-in len.
func (c *compiler) length(v value) value {
	if kind := v.typ.Kind(); kind != reflect.Slice && kind != reflect.String {
		return c.giveUp()
	}
	return value{reflect.TypeFor[int](), func(r *run, dot reflect.Value) reflect.Value { return reflect.ValueOf(v.get(r, dot).Len()) }}
}

// operand compiles a value that is no function.
func (c *compiler) operand(s *scope, n parse.Node) value {
	switch n := n.(type) {
	case *parse.DotNode:
		return c.point(s)
	case *parse.FieldNode:
		return c.fields(c.point(s), n.Ident)
	case *parse.VariableNode:
		return c.fields(c.known(s, n.Ident[0]), n.Ident[1:])
	case *parse.ChainNode:
		return c.fields(c.operand(s, n.Node), n.Field)
	case *parse.PipeNode:
		if len(n.Decl) == 0 {
			return c.pipe(s, n)
		}
	case *parse.StringNode:
		return constant(reflect.ValueOf(n.Text))
	case *parse.NumberNode:
		if n.IsInt && n.Text == strconv.FormatInt(n.Int64, 10) {
			return constant(reflect.ValueOf(int(n.Int64)))
		}
	}
	return c.giveUp()
}

func (c *compiler) point(s *scope) value {
	if s.dot == nil {
		return c.giveUp()
	}
	return value{s.dot, func(_ *run, dot reflect.Value) reflect.Value { return dot }}
}

// known is a variable that the place can see.
func (c *compiler) known(s *scope, name string) value {
	for i := len(s.variables) - 1; i >= 0; i-- {
		if v := s.variables[i]; v.name == name {
			return value{v.typ, func(r *run, _ reflect.Value) reflect.Value { return r.vars[r.frame+v.slot] }}
		}
	}
	return c.giveUp()
}

// fields compiles the way over fields, and methods without arguments.
func (c *compiler) fields(v value, names []string) value {
	for _, name := range names {
		if c.stuck {
			return v
		}
		v = c.field(v, name)
	}
	return v
}

func (c *compiler) field(v value, name string) value {
	if v.typ.Kind() == reflect.Pointer && v.typ.Elem().Kind() == reflect.Struct {
		v = pointed(v)
	}
	if v.typ.Kind() != reflect.Struct {
		return c.giveUp()
	}
	if m, ok := v.typ.MethodByName(name); ok {
		return c.method(v, m)
	}
	if _, ok := reflect.PointerTo(v.typ).MethodByName(name); ok {
		return c.giveUp() // it depends on where the value stands
	}
	f, ok := v.typ.FieldByName(name)
	if !ok || !f.IsExported() || f.Type.Kind() == reflect.Interface {
		return c.giveUp()
	}
	if len(f.Index) == 1 {
		i := f.Index[0]
		return value{f.Type, func(r *run, dot reflect.Value) reflect.Value { return v.get(r, dot).Field(i) }}
	}
	typ := v.typ
	for _, i := range f.Index[:len(f.Index)-1] {
		if typ = typ.Field(i).Type; typ.Kind() != reflect.Struct {
			return c.giveUp() // an embedded pointer
		}
	}
	return value{f.Type, func(r *run, dot reflect.Value) reflect.Value { return v.get(r, dot).FieldByIndex(f.Index) }}
}

// pointed is what a pointer leads to. A nil one has no fields: that is an error.
func pointed(v value) value {
	typ := v.typ.Elem()
	return value{typ, func(r *run, dot reflect.Value) reflect.Value {
		to := v.get(r, dot).Elem()
		if !to.IsValid() {
			r.failed = true
			return reflect.Zero(typ)
		}
		return to
	}}
}

// method compiles the call of a method that gives one value.
func (c *compiler) method(v value, m reflect.Method) value {
	if m.Type.NumIn() != 1 || m.Type.NumOut() != 1 || m.Type.Out(0).Kind() == reflect.Interface {
		return c.giveUp()
	}
	return value{m.Type.Out(0), func(r *run, dot reflect.Value) reflect.Value {
		if r.failed {
			return reflect.Zero(m.Type.Out(0)) // it may hold on to more than its zero value has
		}
		return v.get(r, dot).Method(m.Index).Call(nil)[0]
	}}
}
