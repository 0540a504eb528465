package intake

import (
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// standing is where an observation stands in a file: behind a key, or as an item of the
// list.
type standing struct {
	key  *strictyaml.Node // an area or a category; nil for an item
	node *strictyaml.Node // a number, or a mapping
}

// standings finds where the observations of a file stand.
type standings struct {
	set *data.Set
	of  map[*data.Observation]standing
}

// standingsIn reads a file that has no problems.
func standingsIn(set *data.Set, name string, src []byte) *standings {
	s := &standings{set, map[*data.Observation]standing{}}
	n, ps := strictyaml.Parse(diag.Pos{File: name, Line: 1, Col: 1}, src)
	list := n.Field("observations")
	if len(ps) > 0 || list == nil {
		return s
	}
	period := n.Field("period")
	for _, item := range list.Items {
		of := item.Field("period")
		if of == nil {
			of = period
		}
		s.item(item, of)
	}
	return s
}

// item enters what an item says of an area, or of several.
func (s *standings) item(item, of *strictyaml.Node) {
	indicator := item.Field("indicator")
	if indicator == nil || of == nil {
		return
	}
	p, err := period.Parse(of.Value)
	if err != nil {
		return
	}
	cell := data.Cell{Indicator: indicator.Value, Period: p}
	if area := item.Field("area"); area != nil {
		cell.Area = area.Value
		s.enter(cell, nil, standing{nil, item})
	}
	if values := item.Field("values"); values != nil {
		for _, f := range values.Fields {
			cell.Area = f.Key.Value
			s.enter(cell, nil, standing{f.Key, f.Value})
		}
	}
}

// enter enters an observation and its parts.
func (s *standings) enter(cell data.Cell, path []data.CategoryRef, at standing) {
	cell.Categories = data.CategoriesKey(path)
	if o, ok := s.set.Lookup(cell); ok {
		s.of[o] = at
	}
	by := at.node.Field("by")
	if by == nil {
		return
	}
	for _, dimension := range by.Fields {
		for _, category := range dimension.Value.Fields {
			step := data.CategoryRef{Dimension: dimension.Key.Value, ID: category.Key.Value}
			s.enter(cell, append(path[:len(path):len(path)], step), standing{category.Key, category.Value})
		}
	}
}

// source is a file whose places are known as offsets.
type source struct {
	text  string
	lines []int // where each begins
}

func newSource(src []byte) *source {
	s := &source{text: string(src), lines: []int{0}}
	for i := range len(s.text) {
		if s.text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// offset is the byte at a place.
func (s *source) offset(pos diag.Pos) int {
	at := s.lines[pos.Line-1]
	if pos.Line == 1 && strings.HasPrefix(s.text, "\ufeff") {
		at += len("\ufeff")
	}
	return s.forth(at, pos.Col-1)
}

// forth is the byte so many characters further on.
func (s *source) forth(at, characters int) int {
	for i := range s.text[at:] {
		if characters == 0 {
			return at + i
		}
		characters--
	}
	return len(s.text)
}

// end is the byte behind a node, and whether that can be told: of a text over several
// lines it cannot, unless it stands in quotes.
func (s *source) end(n *strictyaml.Node) (int, bool) {
	start := s.offset(n.Pos)
	switch {
	case n.Kind == strictyaml.Null:
		return start, false
	case n.Kind == strictyaml.Scalar && n.Quoted:
		return s.closed(start)
	case n.Kind == strictyaml.Scalar:
		stop := s.forth(start, n.Len)
		return stop, s.text[start:stop] == n.Value
	case s.bracketed(n):
		return s.balanced(start)
	case n.Kind == strictyaml.Mapping && len(n.Fields) > 0:
		return s.end(n.Fields[len(n.Fields)-1].Value)
	case n.Kind == strictyaml.List && len(n.Items) > 0:
		return s.end(n.Items[len(n.Items)-1])
	}
	return start, false
}

// bracketed tells whether a mapping or a list stands in brackets.
func (s *source) bracketed(n *strictyaml.Node) bool {
	at := s.offset(n.Pos)
	return at < len(s.text) && (s.text[at] == '{' || s.text[at] == '[')
}

// closed is the byte behind a text in quotes.
func (s *source) closed(start int) (int, bool) {
	if start >= len(s.text) || s.text[start] != '"' && s.text[start] != '\'' {
		return start, false // a block
	}
	mark := s.text[start]
	for i := start + 1; i < len(s.text); i++ {
		switch {
		case mark == '"' && s.text[i] == '\\':
			i++
		case s.text[i] == mark && mark == '\'' && i+1 < len(s.text) && s.text[i+1] == mark:
			i++
		case s.text[i] == mark:
			return i + 1, true
		}
	}
	return start, false
}

// balanced is the byte behind the bracket that closes the one at start.
func (s *source) balanced(start int) (int, bool) {
	depth := 0
	for i := start; i < len(s.text); i++ {
		before := s.text[i-min(i, 1)]
		switch c := s.text[i]; {
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i + 1, true
			}
		case (c == '"' || c == '\'') && strings.IndexByte(" {[,\n", before) >= 0:
			stop, ok := s.closed(i)
			if !ok {
				return start, false
			}
			i = stop - 1
		case c == '#' && (before == ' ' || before == '\n'):
			if stop := strings.IndexByte(s.text[i:], '\n'); stop > 0 {
				i += stop
			}
		}
	}
	return start, false
}
