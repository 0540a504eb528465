package data

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// readObservations reads every file under data/observations, in the order of
// their names.
func (l *loader) readObservations() []filed {
	var names []string
	err := fs.WalkDir(l.fsys, folderObservations, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil && name == folderObservations:
			return err
		case err != nil:
			l.set.lost = true
			l.unreadable(name, err, "")
		case strings.HasPrefix(path.Base(name), ".") && e.IsDir():
			return fs.SkipDir
		case e.IsDir() || strings.HasPrefix(path.Base(name), "."):
		case isYAML(name):
			names = append(names, name)
		default:
			l.ps.Warnf(diag.Pos{File: name}, 0, rule, "write figures in .yaml files", "nothing reads this file")
		}
		return nil
	})
	if err != nil {
		l.set.lost = true
		l.unreadable(folderObservations, err, "make the folder; it may be empty while there are no figures")
	}
	slices.Sort(names)
	files := l.readFiles(names)
	l.set.index(&l.ps)
	return files
}

// observationFile reads one file of observations. It only reads from the set,
// so that files can be read side by side.
type observationFile struct {
	set          *Set
	ps           diag.Problems
	period       period.Period // for items that name none
	periodBroken bool
	paths        map[step][]CategoryRef
	unknown      *Source // stands for sources that there are not, so that nobody misses one beside
	observations []*Observation
	accepts      []*Acceptance
	texts        []Text
	todos        []Todo
	lost         bool          // one was refused before its cell was known
	unsourced    bool          // the item has no source, which was reported
	room         []Observation // not in use yet
}

// step is a category under a path, which is known by its first element.
type step struct {
	parent   *CategoryRef
	category CategoryRef
}

func (s *Set) readFile(name string, src []byte) *observationFile {
	f := &observationFile{set: s, paths: map[step][]CategoryRef{}, unknown: &Source{}}
	n := parse(name, src, &f.ps)
	f.todos = todos(n)
	if n.Kind == strictyaml.Null {
		f.lost = n.Broken
		return f
	}
	r := strictyaml.Read(n, "the file", &f.ps)
	if at := r.Scalar("period"); at != nil {
		f.period, f.periodBroken = f.readPeriod(at)
	}
	if !r.Has("observations") || r.Refused("observations") {
		r.Require("observations") // which may hold comments alone: cells that wait for their values
	}
	items := r.List("observations")
	f.lost = f.ps.Errors() > 0 || !r.Has("observations")
	for _, item := range items {
		f.item(strictyaml.Read(item, "an observation", &f.ps), item)
	}
	r.Done()
	f.pack()
	return f
}

// item reads one entry of a file: an area with its value, or values for
// several areas.
func (f *observationFile) item(r *strictyaml.Reader, n *strictyaml.Node) {
	if r.Empty() {
		f.lost = true
		return
	}
	f.unsourced = false
	f.misplaced(r, n)
	o := f.start(Observation{Status: Normal, Pos: n.Pos, Len: n.Len})
	o.Indicator = f.indicator(r.RequireScalar("indicator"))
	if at := r.Scalar("period"); at != nil {
		o.Period, _ = f.readPeriod(at)
	} else if o.Period = f.period; o.Period.IsZero() && !f.periodBroken && !r.Has("period") {
		f.ps.Errorf(n.Pos, n.Len, rule, "add period: here, or once at the head of the file", `an observation needs "period"`)
	}
	switch {
	case r.Has("values"):
		for _, key := range []string{"area", "value", "share", "by"} {
			if r.Has(key) {
				f.ps.Errorf(r.Key(key).Pos, r.Key(key).Len, rule, "give either area and value, or values: {area: value}", `%q has no place beside "values"`, key)
			}
		}
		given := f.qualify(r, o)
		f.values(r, o, given)
	case r.Has("area"):
		o.Area = f.area(r.RequireScalar("area"))
		f.entry(r, n, o)
	default:
		for _, key := range itemKeys() {
			r.Has(key)
		}
		f.lost = true
		f.ps.Errorf(n.Pos, n.Len, rule, "give either area and value, or values: {area: value}", `an observation needs "area" or "values"`)
	}
	r.Done()
}

// values reads the values of several areas.
func (f *observationFile) values(r *strictyaml.Reader, from *Observation, given *strictyaml.Node) {
	values := r.Require("values")
	if strictyaml.Read(values, `"values"`, &f.ps).Empty() {
		f.lost = true
		return
	}
	unsplit := f.unsplit(values, "values: lists areas")
	for _, field := range values.Fields {
		if slices.Contains(unsplit, field.Key) {
			continue
		}
		o := f.start(*from)
		o.Pos, o.Len = field.Key.Pos, field.Key.Len
		o.Area = f.area(field.Key)
		f.value(field.Key, field.Value, given, o)
	}
}

// value reads what stands behind an area or a category: a number, or a
// mapping. given is the status that it inherits, when one was written.
func (f *observationFile) value(key, n, given *strictyaml.Node, o *Observation) {
	switch {
	case n.Kind == strictyaml.Mapping:
		r := strictyaml.Read(n, "the value of "+key.Value, &f.ps)
		f.misplaced(r, n)
		f.entry(r, key, o)
		r.Done()
	case n.Broken:
		o.Broken, o.Status = true, Missing
		f.add(o)
	case n.Kind == strictyaml.Null && o.Status.Missing():
		f.add(o)
	case n.Kind == strictyaml.Null:
		f.ps.Errorf(key.Pos, key.Len, rule, absentHint, "%q has no value", key.Value)
		o.Broken, o.Status = true, Missing
		f.add(o)
	default:
		f.number(n, o, false)
		f.settle(n, given, o)
		f.add(o)
	}
}

// absentHint says how to write that there is no value.
const absentHint = "give a value, or say why there is none: {status: O} missing, L not collected, M cannot exist, Q suppressed"

// entry reads the mapping of an item with an area, of an area's value or of a
// category's. at is what stands for it when it has no value.
func (f *observationFile) entry(r *strictyaml.Reader, at *strictyaml.Node, o *Observation) {
	given := f.qualify(r, o)
	value, share := r.Node("value"), r.Node("share")
	if !o.Broken && given != nil {
		o.Pos, o.Len = given.Pos, given.Len
	}
	switch {
	case value != nil && share != nil:
		f.ps.Errorf(r.Key("share").Pos, r.Key("share").Len, rule, "where the value is known, the share is computed", `"share" has no place beside "value"`)
		f.number(value, o, false)
	case share != nil && len(o.Path) == 0:
		f.ps.Errorf(r.Key("share").Pos, r.Key("share").Len, rule, "write value:", "only a part of a breakdown has a share")
		o.Broken = true
	case share != nil:
		f.number(share, o, true)
	case value != nil:
		f.number(value, o, false)
	case r.Refused("value") || r.Refused("share"):
		o.Broken = true
	case !o.Status.Missing() && !o.Broken:
		f.ps.Errorf(at.Pos, at.Len, rule, absentHint, "there is neither a value nor a status that says why")
		o.Broken = true
	}
	f.settle(at, given, o)
	f.add(o)
	by := r.Node("by")
	if by != nil {
		f.by(by, o)
	} else if complete := r.Node("complete"); complete != nil && complete.Value == "true" && !r.Refused("by") {
		f.ps.Errorf(complete.Pos, complete.Len, ruleParts, "add by:, or remove complete", "nothing is broken down here that could be complete")
	}
}

// qualify reads what an item or an entry says about its values. It gives the
// node of the status, nil when none is written or it is wrong.
func (f *observationFile) qualify(r *strictyaml.Reader, o *Observation) *strictyaml.Node {
	if n := r.Scalar("source"); n != nil {
		o.Source = f.source(n)
	} else if r.Refused("source") {
		o.Source = f.unknown
	}
	note := r.Scalar("note")
	if note != nil {
		note.Value = strings.Clone(note.Value) // which is a piece of the file
		o.Note = note.Value
	}
	if own := readAcceptances(r, &f.ps); len(own) > 0 {
		o.Accepts = append(slices.Clone(o.Accepts), own...)
		f.accepts = append(f.accepts, own...)
	}
	f.texts = append(f.texts, text(note, o.Accepts)...)
	if n := r.Node("complete"); n != nil {
		o.Complete = r.Bool("complete")
	}
	n := r.Scalar("status")
	if n == nil {
		o.Broken = r.Refused("status")
		return nil
	}
	if len(n.Value) == 1 && Status(n.Value[0]).Valid() {
		o.Status = Status(n.Value[0])
		return n
	}
	f.ps.Errorf(n.Pos, n.Len, rule, statusHint(n.Value), "%q is no status", n.Value)
	o.Broken = true
	return nil
}

// settle makes an observation agree with its status and its source.
func (f *observationFile) settle(at, given *strictyaml.Node, o *Observation) {
	valued := o.HasValue || o.HasShare
	switch {
	case o.Broken:
		o.Status, o.HasValue, o.HasShare = Missing, false, false
		return
	case valued && o.Status.Missing():
		if given == nil {
			given = at
		}
		f.ps.Errorf(given.Pos, given.Len, rule, "remove the value, or the status", "the status %s says %q, but there is a value", o.Status, o.Status.Name())
	}
	if valued && o.Source == nil && !f.unsourced {
		f.unsourced = true
		f.ps.Errorf(o.Pos, o.Len, ruleNoSource, "add source: with a key of "+fileSources, "this value has no source")
	}
}

// add keeps an observation whose cell is known.
func (f *observationFile) add(o *Observation) {
	if o.Indicator == nil || o.Area == nil || o.Period.IsZero() {
		f.lost = true
		return
	}
	f.observations = append(f.observations, o)
}
