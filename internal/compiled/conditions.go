package compiled

import (
	"reflect"
	"text/template/parse"
)

// condition compiles whether a pipe is true.
func (c *compiler) condition(s *scope, pipe *parse.PipeNode) condition {
	if len(pipe.Cmds) != 1 || len(pipe.Decl) > 0 {
		c.stuck = true
		return nil
	}
	cmd := pipe.Cmds[0]
	if name, ok := cmd.Args[0].(*parse.IdentifierNode); ok && name.Ident != "len" {
		return c.function(s, name.Ident, cmd.Args[1:])
	}
	return c.holds(c.command(s, cmd))
}

func (c *compiler) holds(v value) condition {
	truth := c.truth(v.typ)
	return func(r *run, dot reflect.Value) bool { return truth(v.get(r, dot)) }
}

// argument compiles whether an argument of and, or and not is true.
func (c *compiler) argument(s *scope, n parse.Node) condition {
	if pipe, ok := n.(*parse.PipeNode); ok {
		return c.condition(s, pipe)
	}
	return c.holds(c.operand(s, n))
}

// function compiles whether what a built-in function gives is true.
func (c *compiler) function(s *scope, name string, args []parse.Node) condition {
	switch {
	case (name == "and" || name == "or") && len(args) > 0:
		var all []condition
		for _, a := range args {
			all = append(all, c.argument(s, a))
		}
		ends := name == "or" // and ends with the first that is false, or with the first that is true
		return func(r *run, dot reflect.Value) bool {
			for _, holds := range all {
				if holds(r, dot) == ends {
					return ends
				}
			}
			return !ends
		}
	case name == "not" && len(args) == 1:
		holds := c.argument(s, args[0])
		return func(r *run, dot reflect.Value) bool { return !holds(r, dot) }
	case len(args) == 2:
		return c.comparison(name, c.operand(s, args[0]), c.operand(s, args[1]))
	}
	c.stuck = true
	return nil
}

// comparison compiles that of two strings or two numbers.
func (c *compiler) comparison(name string, x, y value) condition {
	switch {
	case x.typ.Kind() == reflect.String && y.typ.Kind() == reflect.String && (name == "eq" || name == "ne"):
		equal := name == "eq"
		return func(r *run, dot reflect.Value) bool {
			return (x.get(r, dot).String() == y.get(r, dot).String()) == equal
		}
	case isInt(x.typ) && isInt(y.typ):
		if holds := ordering(name); holds != nil {
			return func(r *run, dot reflect.Value) bool { return holds(x.get(r, dot).Int(), y.get(r, dot).Int()) }
		}
	}
	c.stuck = true
	return nil
}

// ordering is a comparison of two numbers, or nil.
func ordering(name string) func(x, y int64) bool {
	switch name {
	case "eq":
		return func(x, y int64) bool { return x == y }
	case "ne":
		return func(x, y int64) bool { return x != y }
	case "lt":
		return func(x, y int64) bool { return x < y }
	case "le":
		return func(x, y int64) bool { return x <= y }
	case "gt":
		return func(x, y int64) bool { return x > y }
	case "ge":
		return func(x, y int64) bool { return x >= y }
	}
	return nil
}

// truth is that of values of a type, as text/template's IsTrue has it.
func (c *compiler) truth(typ reflect.Type) func(reflect.Value) bool {
	switch kind := typ.Kind(); {
	case kind == reflect.Slice || kind == reflect.String:
		return func(v reflect.Value) bool { return v.Len() > 0 }
	case kind == reflect.Bool:
		return reflect.Value.Bool
	case kind == reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }
	case isInt(typ):
		return func(v reflect.Value) bool { return v.Int() != 0 }
	case kind == reflect.Struct:
		return func(reflect.Value) bool { return true }
	}
	c.stuck = true
	return func(reflect.Value) bool { return false }
}

// isInt tells whether values of a type are signed whole numbers.
func isInt(typ reflect.Type) bool {
	switch typ.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return true
	}
	return false
}
