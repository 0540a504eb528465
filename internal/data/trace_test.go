package data_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"bulletin/internal/data"
	"bulletin/internal/wire"
)

// asked is what a trace holds after a question to the rich site, in words.
func asked(t *testing.T, set *data.Set, ask func(s *data.Set, c data.Cell, o *data.Observation)) string {
	t.Helper()
	c := data.Cell{Indicator: "arrivals", Area: "serbia", Period: at(t, "2022-Q3")}
	o, ok := set.Lookup(c)
	if !ok {
		t.Fatal("there is no such observation")
	}
	var trace data.Trace
	traced := set.Traced(&trace)
	ask(traced, c, o)
	ask(traced, c, o)
	var all []string
	for _, d := range trace.Deps() {
		all = append(all, d.String())
	}
	return strings.Join(all, "; ")
}

// TestTrace asks every question that a set answers, and looks for it in the trace.
// What is not traced is the registers, which are named here.
func TestTrace(t *testing.T) {
	registers := []string{"Area", "Areas", "Dimension", "Dimensions", "Indicator", "Indicators", "ReadRecord", "Traced", "Digest", "DigestAll", "Mark", "InOrder"}
	set, ps := data.Load(rich())
	if ps.Errors() > 0 {
		t.Fatal(ps)
	}
	questions := map[string]struct {
		ask  func(s *data.Set, c data.Cell, o *data.Observation)
		want string
	}{
		"Lookup":         {func(s *data.Set, c data.Cell, _ *data.Observation) { s.Lookup(c) }, "cell arrivals serbia 2022-Q3"},
		"Totals":         {func(s *data.Set, c data.Cell, o *data.Observation) { s.Totals(o.Indicator, o.Area, c.Period, 1) }, "cell arrivals serbia 2022-Q3"},
		"Total":          {func(s *data.Set, c data.Cell, o *data.Observation) { s.Total(o.Indicator, o.Area, c.Period) }, "cell arrivals serbia 2022-Q3"},
		"History":        {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.History("arrivals", "serbia", "age=children") }, "history arrivals serbia age=children"},
		"Breaks":         {func(s *data.Set, _ data.Cell, o *data.Observation) { s.Breaks(o) }, "breaks arrivals serbia 2022-Q3"},
		"Parts":          {func(s *data.Set, _ data.Cell, o *data.Observation) { s.Parts(o, "age") }, "parts arrivals serbia 2022-Q3"},
		"Splits":         {func(s *data.Set, _ data.Cell, o *data.Observation) { s.Splits(o) }, "parts arrivals serbia 2022-Q3"},
		"Remainder":      {func(s *data.Set, _ data.Cell, o *data.Observation) { s.Remainder(o, "age") }, "parts arrivals serbia 2022-Q3"},
		"Series":         {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Series() }, "observations"},
		"Observations":   {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Observations() }, "observations"},
		"ObservationsOf": {func(s *data.Set, _ data.Cell, o *data.Observation) { s.ObservationsOf(o.Indicator) }, "indicator arrivals"},
		"ObservationsIn": {func(s *data.Set, _ data.Cell, o *data.Observation) { s.ObservationsIn(o.Indicator, o.Area) }, "series arrivals serbia"},
		"Excesses":       {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Excesses() }, "excesses"},
		"Source":         {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Source("igi") }, "source igi"},
		"Sources":        {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Sources() }, "sources"},
		"Doubles":        {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Doubles() }, "sources"},
		"Publishes":      {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Publishes("UNHCR") }, "publisher UNHCR"},
		"Published":      {func(s *data.Set, c data.Cell, _ *data.Observation) { s.Published(c) }, "published arrivals serbia 2022-Q3"},
		"PublishedCells": {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.PublishedCells() }, "records"},
		"Record":         {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Record("2023-q1") }, "record 2023-q1"},
		"Records":        {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Records() }, "records"},
		"Revisions":      {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Revisions() }, "revisions"},
		"RevisionsOf":    {func(s *data.Set, _ data.Cell, o *data.Observation) { s.RevisionsOf(o) }, "cell arrivals serbia 2022-Q3"},
		"RevisionsIn":    {func(s *data.Set, c data.Cell, _ *data.Observation) { s.RevisionsIn(c) }, "cell arrivals serbia 2022-Q3"},
		"Unrevised":      {func(s *data.Set, c data.Cell, _ *data.Observation) { s.Unrevised(c) }, "cell arrivals serbia 2022-Q3"},
		"Since":          {func(s *data.Set, c data.Cell, _ *data.Observation) { s.Since(s.Published(c)[0]) }, "cell arrivals serbia 2022-Q3; published arrivals serbia 2022-Q3"},
		"Texts":          {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Texts() }, "texts"},
		"Todos":          {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Todos() }, "texts"},
		"Acceptances":    {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Acceptances() }, "acceptances"},
		"Complete":       {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Complete() }, "completeness"},
		"Whole":          {func(s *data.Set, _ data.Cell, _ *data.Observation) { s.Whole() }, "completeness"},
	}
	methods := reflect.TypeFor[*data.Set]()
	for i := range methods.NumMethod() {
		name := methods.Method(i).Name
		q, traced := questions[name]
		switch {
		case slices.Contains(registers, name):
		case !traced:
			t.Errorf("%s is neither traced nor of the registers: what depends on it would not be made again", name)
		default:
			if got := asked(t, set, q.ask); got != q.want {
				t.Errorf("%s: got %q, want %q", name, got, q.want)
			}
		}
	}
	for i := range methods.Elem().NumField() {
		if f := methods.Elem().Field(i); f.IsExported() && f.Name != "Site" {
			t.Errorf("the field %s can be read without a trace", f.Name)
		}
	}
}

// TestTraceOfWhatIsNotThere: a question without an answer is one, and keeps the
// names it was asked with; so is one about an observation that the set lacks.
func TestTraceOfWhatIsNotThere(t *testing.T) {
	set, _ := data.Load(rich())
	got := asked(t, set, func(s *data.Set, c data.Cell, o *data.Observation) {
		c.Area = "atlantis"
		s.Lookup(c)
		c.Area = "romania"
		s.Lookup(c)
		s.Total(o.Indicator, o.Area, o.Period.Next().Next())
		s.RevisionsIn(c)
		s.Source("nobody")
		s.RevisionsOf(&data.Observation{Indicator: o.Indicator, Area: o.Area, Period: o.Period.Next(), Status: data.Missing})
		c.Area, c.Period = "serbia", at(t, "2022-07..2022-09") // however a period is written
		s.Lookup(c)
	})
	want := "cell arrivals atlantis 2022-Q3; cell arrivals romania 2022-Q3; cell arrivals serbia 2022-Q3; cell arrivals serbia 2022-Q4; cell arrivals serbia 2023-Q1; source nobody"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTraceOfADoubledCell: of the second of two observations in a cell nothing can
// be asked by the name of the cell.
func TestTraceOfADoubledCell(t *testing.T) {
	set, ps := data.Load(base(map[string]string{"observations/a": `period: 2023-Q1
observations:
- {indicator: arrivals, area: serbia, source: unhcr, value: 9}
- {indicator: arrivals, area: serbia, source: unhcr, value: 8, by: {age: {children: 4}}}
`}))
	if ps.Errors() != 1 {
		t.Fatal(ps)
	}
	part := set.Observations()[1]
	var trace data.Trace
	set.Traced(&trace).Splits(part.Parent)
	if all := trace.Deps(); len(all) != 1 || all[0].Kind != data.OnObservations {
		t.Errorf("got %v", all)
	}
}

// TestDepsAreWritten: all questions about the rich site come back as they were, and
// what is cut or altered gives no wrong one.
func TestDepsAreWritten(t *testing.T) {
	set, _ := data.Load(rich())
	var all []data.Dep
	for d := range questions(set) {
		all = append(all, d)
	}
	slices.SortFunc(all, data.Dep.Compare)
	var w wire.Writer
	data.WriteDeps(&w, all)
	r := wire.NewReader(w.Data())
	got, ok := data.ReadDeps(r)
	if err := r.Done(); err != nil || !ok || !slices.Equal(got, all) {
		t.Errorf("%v, %v: got %v", ok, err, got)
	}
	for cut := range len(w.Data()) {
		if got, ok := data.ReadDeps(wire.NewReader(w.Data()[:cut])); ok {
			t.Fatalf("cut at %d: got %v", cut, got)
		}
	}
}

// FuzzReadDeps: no input panics, and what is read is written back as it was read.
func FuzzReadDeps(f *testing.F) {
	set, _ := data.Load(rich())
	var w wire.Writer
	for d := range questions(set) {
		w.Reset()
		data.WriteDeps(&w, []data.Dep{d, d})
		f.Add(slices.Clone(w.Data()))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		all, ok := data.ReadDeps(wire.NewReader(src))
		if !ok {
			return
		}
		var w wire.Writer
		data.WriteDeps(&w, all)
		if again, ok := data.ReadDeps(wire.NewReader(w.Data())); !ok || !slices.Equal(again, all) {
			t.Fatalf("%x: %v became %v", src, all, again)
		}
	})
}
