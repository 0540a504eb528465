package data

import (
	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// Dimension is a way to split an observation: by nationality, by age.
type Dimension struct {
	ID, Name   string
	Categories []Category // in file order
	Pos        diag.Pos

	order int32
	index map[string]int32 // a category's place in Categories
}

// Category is one part of a dimension.
type Category struct{ ID, Name string }

// Category is the category with the id.
func (d *Dimension) Category(id string) (Category, bool) {
	i, ok := d.index[id]
	if !ok {
		return Category{}, false
	}
	return d.Categories[i], true
}

func (l *loader) readDimensions(n *strictyaml.Node) {
	l.set.dimensions.whole = n != nil
	if n == nil || n.Kind == strictyaml.Null {
		return
	}
	if strictyaml.Read(n, "the file", &l.ps).Empty() {
		l.set.dimensions.whole = false
		return
	}
	for _, f := range n.Fields {
		checkID(f.Key, "a dimension", &l.ps)
		d := &Dimension{ID: f.Key.Value, Pos: f.Key.Pos, order: int32(len(l.set.dimensions.list)), index: map[string]int32{}}
		r := strictyaml.Read(f.Value, "a dimension", &l.ps)
		d.Name = r.RequireString("name")
		l.shown(r, nil, "name")
		categories := r.Require("categories")
		if strictyaml.Read(categories, "categories", &l.ps).Empty() {
			d.index = nil // unknown: what refers to them stays silent
		} else {
			l.readCategories(d, categories)
		}
		r.Done()
		l.set.dimensions.add(d.ID, d)
	}
}

func (l *loader) readCategories(d *Dimension, n *strictyaml.Node) {
	for _, f := range n.Fields {
		checkID(f.Key, "a category", &l.ps)
		if (f.Value.Kind != strictyaml.Scalar || f.Value.Value == "") && !f.Value.Broken {
			l.ps.Errorf(f.Key.Pos, f.Key.Len, rule, "write "+f.Key.Value+": Its name", "the category %q needs a name", f.Key.Value)
		}
		l.set.texts = append(l.set.texts, text(f.Value, nil)...)
		d.index[f.Key.Value] = int32(len(d.Categories))
		d.Categories = append(d.Categories, Category{ID: f.Key.Value, Name: f.Value.Value})
	}
}
