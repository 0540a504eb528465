package data_test

import (
	"fmt"
	"reflect"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// answers writes what a set tells about a question, all of it that a caller can
// read but what the registers say: what a digest has to cover. It knows nothing of
// how digests are made.
type answers struct {
	strings.Builder
	places bool
}

func answer(s *data.Set, d data.Dep, places bool) string {
	a := &answers{places: places}
	switch d.Kind {
	case data.OnCell:
		o, ok := s.Lookup(d.Cell)
		a.write(o, s.RevisionsIn(d.Cell), s.Unrevised(d.Cell))
		if !ok {
			a.names(s, d.Cell)
		}
	case data.OnParts:
		if o, ok := s.Lookup(d.Cell); ok {
			for _, dimension := range s.Splits(o) {
				rest, known := s.Remainder(o, dimension)
				a.write(o, dimension, s.Parts(o, dimension), rest, known)
			}
		}
	case data.OnBreaks:
		var all []*data.Observation
		if o, ok := s.Lookup(d.Cell); ok {
			all = s.Breaks(o)
		}
		a.write(all)
	case data.OnHistory:
		a.write(s.History(d.Cell.Indicator, d.Cell.Area, d.Cell.Categories))
	case data.OnSeries, data.OnIndicator, data.OnObservations:
		for _, o := range s.Observations() {
			if d.Kind == data.OnObservations || o.Indicator.ID == d.Cell.Indicator && (d.Kind == data.OnIndicator || o.Area.ID == d.Cell.Area) {
				a.write(o)
			}
		}
	case data.OnExcesses:
		a.write(s.Excesses())
	case data.OnSource:
		source, ok := s.Source(d.Name)
		a.write(source, ok)
	case data.OnSources:
		a.write(s.Sources(), s.Doubles())
	case data.OnPublisher:
		a.write(s.Publishes(d.Name))
	case data.OnPublished:
		a.write(s.Published(d.Cell))
	case data.OnRecord:
		r, ok := s.Record(d.Name)
		a.write(r, ok)
	case data.OnRecords:
		a.write(s.Records(), s.PublishedCells())
	case data.OnRevisions:
		a.write(s.Revisions())
	case data.OnTexts:
		a.write(s.Texts())
		a.write(s.Todos())
	case data.OnAcceptances:
		a.write(s.Acceptances())
	case data.OnCompleteness:
		a.write(s.Whole(), s.Complete())
	case data.OnRegisters:
		a.write(s.Site)
		for _, area := range s.Areas() {
			a.write(*area)
		}
		for _, i := range s.Indicators() {
			a.write(*i)
		}
		for _, dimension := range s.Dimensions() {
			_, known := dimension.Category(firstOf(dimension))
			a.write(*dimension, known)
		}
	}
	return a.String()
}

// names writes which names of a cell there are.
func (a *answers) names(s *data.Set, c data.Cell) {
	_, indicator := s.Indicator(c.Indicator)
	_, area := s.Area(c.Area)
	a.write(indicator, area)
	for _, step := range strings.Fields(c.Categories) {
		dimension, id, _ := strings.Cut(step, "=")
		d, known := s.Dimension(dimension)
		a.write(known)
		if known {
			_, there := d.Category(id)
			a.write(there)
		}
	}
}

func firstOf(d *data.Dimension) string {
	if len(d.Categories) == 0 {
		return ""
	}
	return d.Categories[0].ID
}

func (a *answers) write(all ...any) {
	for _, v := range all {
		a.value(reflect.ValueOf(v))
		a.WriteByte('\n')
	}
}

func (a *answers) value(v reflect.Value) {
	if !v.IsValid() {
		a.WriteString("nothing")
		return
	}
	if v.CanInterface() {
		switch x := v.Interface().(type) {
		case diag.Pos:
			if a.places {
				fmt.Fprintf(a, "%s:%d:%d", x.File, x.Line, x.Col)
			} else {
				fmt.Fprint(a, x != diag.Pos{})
			}
			return
		case period.Period, period.Day:
			fmt.Fprint(a, x)
			return
		case fmt.Stringer: // numbers, statuses; sets of fields have none
			if v.Kind() == reflect.Struct || v.Kind() == reflect.Uint8 {
				fmt.Fprint(a, x)
				return
			}
		case *data.Indicator:
			if x != nil {
				a.WriteString(x.ID)
			}
			return
		case *data.Area:
			a.WriteString(x.ID)
			return
		case *data.Source:
			if x != nil {
				a.WriteString(x.Weakness().String())
			}
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			a.WriteString("nil")
			return
		}
		a.value(v.Elem())
	case reflect.Slice:
		fmt.Fprintf(a, "%d[", v.Len())
		for i := range v.Len() {
			a.value(v.Index(i))
			a.WriteByte(';')
		}
		a.WriteByte(']')
	case reflect.Struct:
		a.fields(v)
	default:
		fmt.Fprintf(a, "%q", fmt.Sprint(v))
	}
}

// fields writes the fields that callers can read. Of the record of an entry
// those that tell which it is.
func (a *answers) fields(v reflect.Value) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		switch {
		case !field.IsExported():
		case !a.places && strings.HasSuffix(field.Name, "Len"):
		case field.Type == reflect.TypeFor[*data.Record]():
			record := v.Field(i).Elem()
			fmt.Fprintf(a, "%s %v ", record.FieldByName("Edition"), record.FieldByName("Broken"))
		default:
			a.WriteString(field.Name + "=")
			a.value(v.Field(i))
			a.WriteByte(' ')
		}
	}
}
