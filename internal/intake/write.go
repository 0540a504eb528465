package intake

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// widest is how long a line may become before its mapping goes over several.
const widest = 120

// write makes the files of the plan: those that are changed, and the one for what is new.
func (im *importer) write() {
	texts := im.edited()
	if len(im.fresh) > 0 {
		im.added(texts)
	}
	for name, text := range texts {
		im.plan.Files = append(im.plan.Files, File{name, text})
	}
	slices.SortFunc(im.plan.Files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
}

// added writes new totals with their parts into their file.
func (im *importer) added(texts map[string][]byte) {
	src, there := texts[im.plan.To]
	if !there {
		var err error
		src, err = fs.ReadFile(im.fsys, im.plan.To)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			im.ps.Errorf(diag.Pos{File: im.plan.To}, 0, rule, "name another file with --to", "it cannot be read: %v", err)
			return
		}
		there = err == nil
	}
	if !there {
		texts[im.plan.To] = []byte(im.begun())
		return
	}
	im.appended(texts, src)
}

// begun is a new file.
func (im *importer) begun() string {
	of := im.fresh[0].period
	if slices.ContainsFunc(im.fresh, func(d *datum) bool { return d.period != of }) {
		of = period.Period{}
	}
	w := &writer{im: im, period: of, indent: "  "}
	name := diag.Visible(path.Base(strings.ReplaceAll(im.t.name, `\`, "/")))
	text := "# Imported from " + strings.Join(strings.Fields(name), " ") + ".\n"
	if !of.IsZero() {
		text += "period: " + of.String() + "\n"
	}
	return text + "observations:\n" + w.items()
}

// appended writes new items at the end of a file.
func (im *importer) appended(texts map[string][]byte, src []byte) {
	name := im.plan.To
	refuse := func(pos diag.Pos, message string) {
		im.ps.Errorf(pos, 0, rule, "name another file with --to", "new entries have no place at the end of the file: %s", message)
	}
	n, ps := strictyaml.Parse(diag.Pos{File: name, Line: 1, Col: 1}, src)
	if len(ps) > 0 || n.Kind == strictyaml.Scalar || n.Kind == strictyaml.List {
		refuse(diag.Pos{File: name}, "it is no file of observations")
		return
	}
	w := &writer{im: im, indent: "  "}
	text := strings.TrimRight(string(src), " \r\n")
	if text != "" {
		text += "\n"
	}
	list := n.Field("observations")
	switch {
	case list == nil:
		text += "observations:\n"
	case list.Kind == strictyaml.Null && n.Fields[len(n.Fields)-1].Key.Value == "observations":
	case list.Kind != strictyaml.List || len(list.Items) == 0 || n.Fields[len(n.Fields)-1].Key.Value != "observations":
		refuse(list.Pos, "the list of observations is not the last thing in it")
		return
	default:
		first := list.Items[0]
		line := lineOf(src, first.Pos.Line)
		dash := strings.IndexByte(line, '-')
		if dash < 0 || strings.TrimSpace(line[:dash]) != "" || first.Pos.Col <= dash+1 {
			refuse(list.Pos, "its entries stand in brackets")
			return
		}
		w.indent = line[:dash]
	}
	if at := n.Field("period"); at != nil && at.Kind == strictyaml.Scalar {
		w.period, _ = period.Parse(at.Value)
	}
	text += w.items()
	if strings.Contains(string(src), "\r\n") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
	}
	texts[name] = []byte(text)
}

// lineOf is a line of a text, from 1 on.
func lineOf(src []byte, number int) string {
	lines := strings.SplitN(string(src), "\n", number+1)
	if number < 1 || number > len(lines) {
		return ""
	}
	return strings.TrimRight(lines[number-1], "\r")
}

// writer writes items of a list.
type writer struct {
	im     *importer
	period period.Period // of the file; zero where each item has its own
	indent string        // before the dash of an item
	b      strings.Builder
}

// group is what stands in one item together: one indicator, period and source.
type group struct {
	indicator *data.Indicator
	period    period.Period
	source    *data.Source
	all       []*datum
}

// items writes what is new, by period, indicator and source.
func (w *writer) items() string {
	before := 0
	byPeriod := slices.Collect(chunks(w.groups()))
	for i, groups := range byPeriod {
		if i > 0 && (len(groups) > 1 || before > 1) {
			w.b.WriteByte('\n') // what is of one period stands together
		}
		before = len(groups)
		for _, g := range groups {
			w.group(g)
		}
	}
	return w.b.String()
}

// chunks parts groups by their periods.
func chunks(all []group) func(func([]group) bool) {
	return func(yield func([]group) bool) {
		for start := 0; start < len(all); {
			stop := start + 1
			for stop < len(all) && all[stop].period == all[start].period {
				stop++
			}
			if !yield(all[start:stop]) {
				return
			}
			start = stop
		}
	}
}

// groups sorts new totals into groups.
func (w *writer) groups() []group {
	set := w.im.set
	indicators, areas := map[*data.Indicator]int{}, map[*data.Area]int{}
	for i, indicator := range set.Indicators() {
		indicators[indicator] = i
	}
	for i, area := range set.Areas() {
		areas[area] = i
	}
	key := func(d *datum) string {
		if d.source == nil {
			return ""
		}
		return d.source.Key
	}
	fresh := slices.Clone(w.im.fresh)
	slices.SortStableFunc(fresh, func(a, b *datum) int {
		return cmp.Or(a.period.Compare(b.period), cmp.Compare(indicators[a.indicator], indicators[b.indicator]),
			strings.Compare(key(a), key(b)), cmp.Compare(areas[a.area], areas[b.area]))
	})
	var all []group
	for _, d := range fresh {
		if n := len(all); n == 0 || all[n-1].period != d.period || all[n-1].indicator != d.indicator || all[n-1].source != d.source {
			all = append(all, group{d.indicator, d.period, d.source, nil})
		}
		all[len(all)-1].all = append(all[len(all)-1].all, d)
	}
	return all
}

// group writes those without parts in one item, and each of the others in its own.
func (w *writer) group(g group) {
	var plain, split []*datum
	for _, d := range g.all {
		if len(d.parts) > 0 {
			split = append(split, d)
		} else {
			plain = append(plain, d)
		}
	}
	if len(plain) == 1 {
		split, plain = append(plain, split...), nil
	}
	if len(plain) > 0 {
		w.values(g, plain)
	}
	for _, d := range split {
		w.item(append(w.heading(g, d.area), w.im.fields(d, given{data.Normal, "", d.source})...))
	}
}

// heading are the first fields of an item.
func (w *writer) heading(g group, area *data.Area) []field {
	all := []field{{"indicator", id(g.indicator.ID), nil}}
	if area != nil {
		all = append(all, field{key: "area", text: id(area.ID)})
	}
	if g.period != w.period {
		all = append(all, field{key: "period", text: g.period.String()})
	}
	if g.source != nil {
		all = append(all, field{key: "source", text: scalar(g.source.Key)})
	}
	return all
}

// values writes one item for several areas. A status or a note that all have is said
// once.
func (w *writer) values(g group, all []*datum) {
	first := all[0]
	status, note := w.im.statusOf(first), first.note
	if status.Missing() { // which each says itself, in place of a value
		status = data.Normal
	}
	for _, d := range all {
		if w.im.statusOf(d) != status {
			status = data.Normal
		}
		if d.note != note {
			note = ""
		}
	}
	item := w.heading(g, nil)
	if status != data.Normal {
		item = append(item, field{key: "status", text: status.String()})
	}
	if note != "" {
		item = append(item, field{key: "note", text: scalar(note)})
	}
	values := field{key: "values"}
	for _, d := range all {
		values.nested = append(values.nested, w.im.valueOf(d, id(d.area.ID), given{status, note, d.source}))
	}
	w.item(append(item, values))
}

// item writes an entry of the list: on one line if it fits.
func (w *writer) item(all []field) {
	if line := w.indent + "- " + flow(all); utf8.RuneCountInString(line) <= widest {
		w.b.WriteString(line + "\n")
		return
	}
	lines := block(all, w.indent+"  ")
	w.b.WriteString(w.indent + "- " + strings.TrimPrefix(lines, w.indent+"  "))
}
