package data

import (
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// A record grows with every edition, and is nearly always as bulletin publish has
// written it: an entry a line, in one form. Such a file is read here, many times
// faster than YAML is. What differs in any way, and what has any mistake, is left
// to the reader of YAML, which tells what and where; the two read the same from
// what both can read.

// mostPlain is the size from which on the reader of YAML refuses a file.
const mostPlain = 16 << 20

// plainRecord reads a file of this form alone; false where it is not, or anything
// in it is wrong.
func (s *Set) plainRecord(name string, src []byte, record *Record) bool {
	if len(src) > mostPlain {
		return false
	}
	p := plainReader{set: s, file: name, record: record, seen: map[place]bool{}}
	edition := "edition: " + record.Edition
	header := []string{edition, "cells:"}
	rest := string(src)
	for rest != "" {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		p.line++
		switch {
		case strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r > '~' }):
			return false
		case line == "" || strings.HasPrefix(strings.TrimLeft(line, " "), "#"):
		case len(header) > 0:
			if line != header[0] {
				return false
			}
			if line == edition {
				record.Pos, record.Len = diag.Pos{File: name, Line: p.line, Col: len("edition: ") + 1}, len(record.Edition)
			}
			if header = header[1:]; len(header) == 0 {
				record.Entries = make([]*Entry, 0, strings.Count(rest, "\n")+1)
			}
		default:
			e := p.entry(line)
			if e == nil {
				return false
			}
			record.Entries = append(record.Entries, e)
		}
	}
	return len(header) == 0 && len(record.Entries) > 0 && isID(record.Edition) && record.Edition != "null"
}

// plainReader reads the lines of entries, which mostly share period and date with
// the line before.
type plainReader struct {
	set      *Set
	file     string
	record   *Record
	line     int
	seen     map[place]bool
	at       period.Period
	atWord   string
	date     period.Day
	dateWord string
}

// entry reads "  - {indicator: …, area: …, period: …, part: [… , …], value: …, date: …}",
// in which only part may be left out; nil for anything else.
func (p *plainReader) entry(line string) *Entry {
	rest, begins := strings.CutPrefix(line, "  - {indicator: ")
	indicator, rest, hasArea := strings.Cut(rest, ", area: ")
	area, rest, hasPeriod := strings.Cut(rest, ", period: ")
	at, rest, hasValue := strings.Cut(rest, ", value: ")
	value, rest, hasDate := strings.Cut(rest, ", date: ")
	date, ends := strings.CutSuffix(rest, "}")
	if !begins || !hasArea || !hasPeriod || !hasValue || !hasDate || !ends {
		return nil
	}
	i, area, ok := p.names(indicator, area)
	if !ok {
		return nil
	}
	at, part, split := strings.Cut(at, ", part: [")
	e := &Entry{Record: p.record, Cell: Cell{Indicator: i.ID, Area: area}}
	if split {
		if e.Cell.Categories, ok = p.part(part); !ok {
			return nil
		}
	}
	e.Pos = diag.Pos{File: p.file, Line: p.line, Col: strings.Index(line, ", value: ") + len(", value: ") + 1}
	e.Start, e.Len = diag.Pos{File: p.file, Line: p.line, Col: len("  - {")}, len(value)
	if !p.times(at, date) || !p.value(value, e) {
		return nil
	}
	e.Cell.Period, e.Date = p.at, p.date
	key, _ := p.set.placeOf(e.Cell)
	if p.seen[key] {
		return nil
	}
	p.seen[key] = true
	return e
}

// names finds an indicator and the id of an area.
func (p *plainReader) names(indicator, area string) (*Indicator, string, bool) {
	i, known := p.set.indicators.get(indicator)
	a, there := p.set.areas.get(area)
	if !known || !there || !plainID(indicator) || !plainID(area) {
		return nil, "", false
	}
	return i, a.ID, true
}

// plainID tells whether YAML reads an id as it stands.
func plainID(id string) bool { return isID(id) && id != "null" }

// part reads "age=children, sex=girls]".
func (p *plainReader) part(text string) (key string, ok bool) {
	text, ends := strings.CutSuffix(text, "]")
	if !ends {
		return "", false
	}
	var path []CategoryRef
	for _, pair := range strings.Split(text, ", ") {
		dimension, id, _ := strings.Cut(pair, "=")
		d, known := p.set.dimensions.get(dimension)
		if !known || !isID(dimension) || !isID(id) {
			return "", false
		}
		if _, known := d.Category(id); !known {
			return "", false
		}
		for _, step := range path {
			if step.Dimension == dimension {
				return "", false
			}
		}
		path = append(path, CategoryRef{dimension, id})
	}
	return CategoriesKey(path), true
}

// times reads a period and a date, unless they are those of the entry before.
func (p *plainReader) times(at, date string) bool {
	if at != p.atWord || at == "" {
		q, err := period.Parse(at)
		if err != nil {
			return false
		}
		p.at, p.atWord = q, at
	}
	if date != p.dateWord || date == "" {
		q, err := period.Parse(date)
		if err != nil || q.Unit() != period.UnitDay || q.Len() != 1 {
			return false
		}
		p.date, p.dateWord = q.First(), date
	}
	return true
}

// value reads 868, 28% or none.
func (p *plainReader) value(text string, e *Entry) bool {
	v, err := ParsePrinted(text)
	if err != nil {
		return false
	}
	e.Value = v
	return v.possible()
}
