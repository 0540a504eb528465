package data

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// readRecords reads data/published/, which a site has from its first published
// edition on. It is false where an entry could not be read.
func (l *loader) readRecords() (whole bool) {
	entries, err := fs.ReadDir(l.fsys, folderPublished)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true
	case err != nil:
		l.unreadable(folderPublished, err, "")
		return false
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	whole = true
	for _, e := range entries {
		name := folderPublished + "/" + e.Name()
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			l.ps.Warnf(diag.Pos{File: name}, 0, rule, "the record of an edition is a file: "+folderPublished+"/2023-q1.yaml", "nothing reads this folder")
		case strings.HasSuffix(e.Name(), ".yaml"):
			whole = l.readRecord(name) && whole
		case isYAML(e.Name()):
			l.ps.Errorf(diag.Pos{File: name}, 0, rule, "rename it to "+strings.TrimSuffix(e.Name(), ".yml")+".yaml", "nothing reads this file")
			whole = false
		default:
			l.ps.Warnf(diag.Pos{File: name}, 0, rule, "bulletin publish writes what stands here; keep other files elsewhere", "nothing reads this file")
		}
	}
	l.set.keepPublished()
	return whole
}

// readRecord reads the record of one edition.
func (l *loader) readRecord(name string) (whole bool) {
	src, err := l.read(name)
	if err != nil {
		l.unreadable(name, err, "")
		r := newRecord(name)
		r.Broken = true
		l.set.records = append(l.set.records, r)
		return false
	}
	r, ps := l.record(name, src)
	l.ps = append(l.ps, ps...)
	l.set.records = append(l.set.records, r)
	return ps.Errors() == 0
}

// record takes a record from the memory, or reads it.
func (l *loader) record(name string, src []byte) (*Record, diag.Problems) {
	if l.recall == nil {
		return l.set.ReadRecord(name, src)
	}
	key := l.recall.name(name, sha256.Sum256(src))
	if kept, ps := l.set.recalledRecord(name, l.recall.get(key)); kept != nil {
		return kept, ps
	}
	r, ps := l.set.ReadRecord(name, src)
	l.recall.put(key, l.set.keepRecord(r, ps))
	return r, ps
}

// ReadRecord reads the record of an edition against the names of the set. The set
// is not changed. The record is never nil; with errors among the problems it holds
// what could be read.
func (s *Set) ReadRecord(name string, src []byte) (*Record, diag.Problems) {
	record := newRecord(name)
	if s.plainRecord(name, src, record) {
		return record, nil
	}
	return s.toldRecord(name, src)
}

func newRecord(name string) *Record {
	return &Record{Edition: strings.TrimSuffix(path.Base(name), ".yaml"), File: name, Pos: diag.Pos{File: name}}
}

// toldRecord is ReadRecord for files of any form.
func (s *Set) toldRecord(name string, src []byte) (*Record, diag.Problems) {
	record := newRecord(name)
	f := (&loader{set: s}).printedFile()
	n := parse(name, src, &f.ps)
	if n.Kind == strictyaml.Null {
		record.Broken = n.Broken
		return record, f.ps
	}
	r := strictyaml.Read(n, "a record", &f.ps)
	if at := r.RequireScalar("edition"); at != nil {
		record.Pos, record.Len = at.Pos, at.Len
		f.named(at, record.Edition)
	}
	r.Require("cells")
	items := r.List("cells")
	record.Entries = make([]*Entry, 0, len(items))
	seen := make(map[place]*Entry, len(items))
	for _, item := range items {
		e := f.entry(item)
		if e == nil {
			continue
		}
		p, _ := s.placeOf(e.Cell)
		if first := seen[p]; first != nil {
			f.ps.Errorf(e.Pos, e.Len, rule, "keep the first: a record says what was published first", "this cell stands twice in the record: first on line %d", first.Start.Line)
			continue
		}
		seen[p], e.Record = e, record
		record.Entries = append(record.Entries, e)
	}
	r.Done()
	record.Broken = f.ps.Errors() > 0
	return record, f.ps
}

// named checks that a record is that of the edition which its file is named after.
func (f *printedFile) named(at *strictyaml.Node, edition string) {
	if at.Value == edition {
		return
	}
	hint := "rename the file to " + folderPublished + "/" + at.Value + ".yaml, or write edition: " + edition
	if strings.EqualFold(at.Value, edition) {
		hint = "write it as the edition's folder: edition: " + edition
	}
	f.ps.Errorf(at.Pos, at.Len, rule, hint, "the file is named after the edition %s, not %s", edition, at.Value)
}

// entry reads one cell of a record; nil, after a problem, where it is none.
func (f *printedFile) entry(n *strictyaml.Node) *Entry {
	r := strictyaml.Read(n, "a cell of a record", &f.ps)
	if r.Empty() {
		return nil
	}
	c, _, ok := f.cell(r)
	value, at := f.printed(r, "value")
	date, on := f.day(r)
	r.Done()
	if !ok || at == nil || on == nil {
		return nil
	}
	return &Entry{Cell: c, Value: value, Date: date, Pos: at.Pos, Len: at.Len, Start: n.Pos}
}
