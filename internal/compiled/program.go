package compiled

import "reflect"

// program is a compiled template.
type program struct {
	body []step
	vars int // how many variables it has at the most; the first is $
}

// step does what a node of a template says, with the value of the point.
type step func(r *run, dot reflect.Value)

// value reads a value of a type that is known.
type value struct {
	typ reflect.Type
	get func(r *run, dot reflect.Value) reflect.Value
}

// condition is whether a value is true, as if and with ask it.
type condition func(r *run, dot reflect.Value) bool

// run is an execution.
type run struct {
	out    []byte
	vars   []reflect.Value // of the templates that are being executed
	frame  int             // where those of the current one begin
	depth  int
	failed bool // html/template must say what is wrong
}

// deepest is how deep templates may call each other here; text/template lets them go
// deeper.
const deepest = 1000

// execute appends what the template makes to out, unless there is an error.
func (p *program) execute(out []byte, dot reflect.Value) ([]byte, bool) {
	r := &run{out: out, vars: make([]reflect.Value, 0, 32)}
	r.call(p, dot)
	return r.out, !r.failed
}

// call executes a template within another.
func (r *run) call(p *program, dot reflect.Value) {
	if r.depth == deepest {
		r.failed = true
	}
	if r.failed {
		return
	}
	r.depth++
	frame, top := r.frame, len(r.vars)
	r.frame = top
	for range p.vars {
		r.vars = append(r.vars, reflect.Value{})
	}
	r.vars[top] = dot
	r.do(p.body, dot)
	r.vars, r.frame = r.vars[:top], frame
	r.depth--
}

func (r *run) do(steps []step, dot reflect.Value) {
	for _, s := range steps {
		s(r, dot)
	}
}
