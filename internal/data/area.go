package data

import (
	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// Area is a country, a group of areas, or a place that a publisher counts by.
type Area struct {
	ID, Name string
	Code     string   // ISO 3166-1 alpha-3, or user-assigned (XAA to XZZ); may be empty
	Note     string   // its naming note, shown wherever the area is; may be empty
	Members  []string // of a group: ids of areas
	Covers   []string // ids of the areas that this one gives as one
	Group    bool
	Pos      diag.Pos

	order int32 // place among all areas
}

func (l *loader) readAreas(n *strictyaml.Node) {
	l.set.areas.whole = n != nil
	if n == nil || n.Kind == strictyaml.Null {
		return
	}
	r := strictyaml.Read(n, "the file", &l.ps)
	l.set.areas.whole = r.Has("areas")
	notes := r.Node("naming")
	if notes != nil && notes.Kind != strictyaml.Mapping {
		strictyaml.Read(notes, "naming", &l.ps)
		notes = nil
	}
	l.naming(notes)
	codes := map[string]*Area{}
	var references []reference
	for _, item := range r.List("areas") {
		area := strictyaml.Read(item, "an area", &l.ps)
		a := l.readArea(area, notes)
		l.code(area, a, codes)
		references = append(references, reference{a, area.Strings("covers"), "covers"})
		area.Done()
	}
	for _, item := range r.List("groups") {
		group := strictyaml.Read(item, "a group", &l.ps)
		a := l.readArea(group, notes)
		a.Group = true
		if members := group.Require("members"); members != nil {
			if ids := group.Strings("members"); len(ids) == 0 && !members.Broken {
				l.ps.Errorf(members.Pos, members.Len, rule, "name its areas: members: [serbia, kosovo]", "the group %q has no members", a.ID)
			} else {
				references = append(references, reference{a, ids, "members"})
			}
		}
		group.Done()
	}
	r.Done()
	l.resolve(references)
}

// naming checks the notes on names: text each.
func (l *loader) naming(notes *strictyaml.Node) {
	if notes == nil {
		return
	}
	for _, f := range notes.Fields {
		if (f.Value.Kind != strictyaml.Scalar || f.Value.Value == "") && !f.Value.Broken {
			l.ps.Errorf(f.Key.Pos, f.Key.Len, rule, "", "the naming note %q must be text", f.Key.Value)
		}
	}
}

// readArea reads what areas and groups have in common. It keeps an area that has
// an id.
func (l *loader) readArea(r *strictyaml.Reader, notes *strictyaml.Node) *Area {
	id := r.RequireScalar("id")
	a := &Area{Name: r.RequireString("name"), order: int32(len(l.set.areas.list))}
	if n := r.Scalar("naming"); n != nil {
		if note := notes.Field(n.Value); note != nil {
			a.Note = note.Value
		} else {
			var keys []string
			if notes != nil {
				keys = fieldKeys(notes)
			}
			l.ps.Errorf(n.Pos, n.Len, rule, diag.DidYouMean(n.Value, keys, "add it under naming: in data/areas.yaml"), "there is no naming note %q", n.Value)
		}
	}
	if id == nil {
		l.set.areas.whole = false
		return a
	}
	a.ID, a.Pos = id.Value, id.Pos
	checkID(id, "an area", &l.ps)
	if first, ok := l.set.areas.get(a.ID); ok {
		doubled(id, first.Pos, "the area", &l.ps)
		return a // its other fields are checked all the same
	}
	l.set.areas.add(a.ID, a)
	return a
}

// code reads the area's code.
func (l *loader) code(r *strictyaml.Reader, a *Area, codes map[string]*Area) {
	n := r.Scalar("code")
	if n == nil {
		return
	}
	a.Code = n.Value
	if !isCode(n.Value) {
		l.ps.Errorf(n.Pos, n.Len, rule, "write the three-letter code of ISO 3166-1, such as SRB, or one from XAA to XZZ that you assign", "%q is no area code", n.Value)
		return
	}
	first := codes[n.Value]
	switch {
	case first == nil:
		codes[n.Value] = a
	case first.ID != a.ID:
		l.ps.Errorf(n.Pos, n.Len, rule, "", "the code %s belongs to %q already, on line %d", n.Value, first.ID, first.Pos.Line)
	}
}

func isCode(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return len(s) == 3
}

// reference is a list of areas that an area names.
type reference struct {
	area *Area
	ids  []*strictyaml.Node
	key  string // members or covers
}

// resolve checks members and covers once all areas are known.
func (l *loader) resolve(references []reference) {
	for _, ref := range references {
		var ids []string
		seen := map[string]bool{}
		for _, n := range ref.ids {
			to, ok := l.set.areas.get(n.Value)
			switch {
			case !ok:
				l.unknownArea(n)
			case to.ID == ref.area.ID:
				l.ps.Errorf(n.Pos, n.Len, rule, "remove it", "%q names itself under %q", n.Value, ref.key)
			case to.Group:
				l.ps.Errorf(n.Pos, n.Len, rule, "name the areas of the group", "%q is a group, but %q lists areas", n.Value, ref.key)
			case ref.key == "covers" && l.covered(to, ref.area.ID, map[string]bool{}):
				l.ps.Errorf(n.Pos, n.Len, rule, "take covers: away from one of the two", "%q covers %q, and is covered by it", ref.area.ID, to.ID)
			case seen[to.ID]:
				l.ps.Errorf(n.Pos, n.Len, rule, "remove one of the two", "%q stands twice under %q", n.Value, ref.key)
			default:
				seen[to.ID] = true
				ids = append(ids, to.ID)
			}
		}
		if ref.key == "members" {
			ref.area.Members = ids
		} else {
			ref.area.Covers = ids
		}
	}
}

// covered tells whether an area covers the one with the id, at any remove.
func (l *loader) covered(a *Area, id string, seen map[string]bool) bool {
	for _, c := range a.Covers {
		if c == id {
			return true
		}
		if next, ok := l.set.areas.get(c); ok && !seen[c] {
			if seen[c] = true; l.covered(next, id, seen) {
				return true
			}
		}
	}
	return false
}

// unknownArea reports an area that data/areas.yaml does not have.
func (l *loader) unknownArea(n *strictyaml.Node) { unknownArea(l.set, n, &l.ps) }

func unknownArea(s *Set, n *strictyaml.Node, ps *diag.Problems) {
	if !s.areas.whole {
		return
	}
	ids := make([]string, 0, len(s.areas.list))
	for _, a := range s.areas.list {
		if a.Name == n.Value {
			ps.Errorf(n.Pos, n.Len, rule, "write the id: "+a.ID, "there is no area %q", n.Value)
			return
		}
		ids = append(ids, a.ID)
	}
	ps.Errorf(n.Pos, n.Len, rule, diag.DidYouMean(n.Value, ids, "add it to "+fileAreas), "there is no area %q", n.Value)
}

// fieldKeys lists the keys of a mapping.
func fieldKeys(n *strictyaml.Node) []string {
	keys := make([]string, 0, len(n.Fields))
	for _, f := range n.Fields {
		keys = append(keys, f.Key.Value)
	}
	return keys
}
