package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"bulletin/internal/data"
)

// field is a key with its value: a text that is YAML already, or fields.
type field struct {
	key, text string
	nested    []field
}

// flow writes fields in braces.
func flow(all []field) string {
	parts := make([]string, len(all))
	for i, f := range all {
		if f.nested != nil {
			f.text = flow(f.nested)
		}
		parts[i] = f.key + ": " + f.text
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// block writes fields on lines of their own; those of them that hold fields in braces,
// where that fits.
func block(all []field, indent string) string {
	var b strings.Builder
	for _, f := range all {
		line := indent + f.key + ": " + f.text
		if f.nested != nil {
			line += flow(f.nested)
			if f.key == "by" || f.key == "values" || utf8.RuneCountInString(line) > widest {
				b.WriteString(indent + f.key + ":\n" + block(f.nested, indent+"  "))
				continue
			}
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// given is what an observation has without saying so itself.
type given struct {
	status data.Status
	note   string
	source *data.Source
}

// fields are what an observation says of itself: its value, status, source, note, and
// its parts.
func (im *importer) fields(d *datum, has given) []field {
	var all []field
	if d.valued {
		key := "value"
		if d.share {
			key = "share"
		}
		all = append(all, field{key: key, text: d.number.String()})
	}
	status := im.statusOf(d)
	if status != has.status {
		all = append(all, field{key: "status", text: status.String()})
	}
	if d.source != nil && d.source != has.source {
		all = append(all, field{key: "source", text: scalar(d.source.Key)})
	}
	if d.note != has.note {
		all = append(all, field{key: "note", text: scalar(d.note)})
	}
	if d.complete {
		all = append(all, field{key: "complete", text: "true"})
	}
	if len(d.parts) > 0 {
		all = append(all, field{key: "by", nested: im.breakdowns(d)})
	}
	return all
}

// valueOf is an observation behind a key: its number alone where it says no more.
func (im *importer) valueOf(d *datum, key string, has given) field {
	all := im.fields(d, has)
	if len(all) == 1 && all[0].key == "value" {
		return field{key: key, text: all[0].text}
	}
	return field{key: key, nested: all}
}

// breakdowns are the parts of an observation by their dimensions, in the order of
// data/dimensions.yaml.
func (im *importer) breakdowns(d *datum) []field {
	parts := slices.Clone(d.parts)
	slices.SortStableFunc(parts, func(a, b *datum) int { return im.rank(a.last(), b.last()) })
	var all []field
	for _, part := range parts {
		step := part.last()
		if n := len(all); n == 0 || all[n-1].key != id(step.Dimension) {
			all = append(all, field{key: id(step.Dimension)})
		}
		by := &all[len(all)-1]
		by.nested = append(by.nested, im.valueOf(part, id(step.ID), im.inherited(part)))
	}
	return all
}

// inherited is what a part has from its total.
func (im *importer) inherited(part *datum) given {
	without := *part
	without.status, without.source = 0, nil
	return given{status: im.statusOf(&without), source: im.sourceOf(&without)}
}

// last is the category by which a part is set apart from its total.
func (d *datum) last() data.CategoryRef { return d.path[len(d.path)-1] }

// rank orders categories as data/dimensions.yaml does.
func (im *importer) rank(a, b data.CategoryRef) int {
	at := func(c data.CategoryRef) (dimension, category int) {
		dimension = slices.IndexFunc(im.set.Dimensions(), func(d *data.Dimension) bool { return d.ID == c.Dimension })
		return dimension, slices.IndexFunc(im.set.Dimensions()[dimension].Categories, func(known data.Category) bool { return known.ID == c.ID })
	}
	firstOf, first := at(a)
	secondOf, second := at(b)
	return cmp.Or(firstOf-secondOf, first-second)
}
