package intake

import (
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
