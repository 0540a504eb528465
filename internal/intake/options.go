package intake

import (
	"path"
	"slices"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// rule is the rule of all problems of this package.
const rule = "import"

// Options say how a table is to be read, and where its observations go.
type Options struct {
	Map       string   // which column holds a field: "area: Country, value: Persons, ignore: [Rank]"
	Set       string   // what a field is where the table says nothing: "indicator: arrivals, source: unhcr"
	Wide      string   // what the heads of the value columns are: period, area, indicator or a dimension's id; "" for a long table
	Sheet     string   // of a workbook; "" for the first
	Head      int      // the row that holds the heads, from 1; 0 for the first
	HeadEnd   int      // the last row that does, where several do; 0 for one
	Skip      []string // texts of which a cell is, in rows that are left out
	Separator string   // of CSV: comma, semicolon or tab; "" by the file's ending
	Thousands string   // the sign that groups digits: comma, point, space or apostrophe; "" for none
	Decimal   string   // the decimal sign: point or comma; "" for a point
	Dates     string   // what a date stands for: day, month, quarter or year; "" to be asked
	Empty     []string // texts that stand for an empty cell
	To        string   // the file for new observations; "" for one that is named after the table
	Update    bool     // change what is there with another value
}

// UsageError says that the options make no sense, or do not fit the table.
type UsageError struct{ Message, Hint string }

func (e *UsageError) Error() string { return e.Message }

// The fields of an observation, as heads of columns and in options.
const (
	fieldIndicator = "indicator"
	fieldArea      = "area"
	fieldPeriod    = "period"
	fieldDimension = "dimension"
	fieldCategory  = "category"
	fieldValue     = "value"
	fieldUnit      = "unit"
	fieldStatus    = "status"
	fieldSource    = "source"
	fieldNote      = "note"
	fieldComplete  = "complete"
	fieldIgnore    = "ignore" // in Options.Map: columns that are left out
)

// fields lists the fields in the order of the exported files.
func fields() []string {
	return []string{fieldIndicator, fieldArea, fieldPeriod, fieldDimension, fieldCategory, fieldValue, fieldUnit, fieldStatus, fieldSource, fieldNote, fieldComplete}
}

// pair is an entry of Options.Map or Options.Set.
type pair struct {
	key  string
	text []string // one, but for ignore
}

// pairs reads an option of the form "key: value, key: value": a mapping of YAML without
// its braces.
func pairs(option, text string) ([]pair, error) {
	n, ps := strictyaml.Parse(diag.Pos{File: option, Line: 1, Col: 0}, []byte("{"+text+"}"))
	if len(ps) > 0 {
		return nil, &UsageError{option + ": " + ps[0].Message, `write it as ` + option + ` "area: Country, period: Quarter", with quotes around a name that has a comma, a colon or brackets`}
	}
	var all []pair
	for _, f := range n.Fields {
		p := pair{key: f.Key.Value}
		switch f.Value.Kind {
		case strictyaml.Scalar:
			p.text = []string{f.Value.Value}
		case strictyaml.List:
			for _, item := range f.Value.Items {
				if item.Kind == strictyaml.Scalar {
					p.text = append(p.text, item.Value)
				}
			}
		}
		if len(p.text) == 0 || p.key != fieldIgnore && len(p.text) != 1 {
			return nil, &UsageError{option + ": " + p.key + " has no value, or several", `write it as ` + option + ` "area: Country, period: Quarter"`}
		}
		all = append(all, p)
	}
	return all, nil
}

// target is the file for new observations, from the site's folder.
func (o Options) target(table string) (string, error) {
	const folder = "data/observations/"
	if o.To == "" {
		name := path.Base(strings.ReplaceAll(table, `\`, "/"))
		return folder + slug(strings.TrimSuffix(name, path.Ext(name))) + ".yaml", nil
	}
	name := path.Clean(strings.ReplaceAll(o.To, `\`, "/"))
	if !strings.Contains(name, "/") {
		name = folder + name
	}
	ending := path.Ext(name)
	hidden := slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool { return strings.HasPrefix(part, ".") })
	if !strings.HasPrefix(name, folder) || hidden || ending != ".yaml" && ending != ".yml" {
		return "", &UsageError{"--to " + diag.Quote(o.To) + " is no file of observations", "name a .yaml file in data/observations/, such as --to 2023-Q1.yaml"}
	}
	return name, nil
}

// slug is a name as a file has it, as it would stand in an address.
func slug(name string) string {
	if text := content.Slug(name); text != "" {
		return text
	}
	return "import"
}
