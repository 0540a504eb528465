package opendata

import "slices"

// schema is a Table Schema, version 2.
type schema struct {
	Fields        []field      `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
}

// short is the schema without the descriptions of fields, for further files of one kind.
func (s schema) short() schema {
	s.Fields = slices.Clone(s.Fields)
	for i := range s.Fields {
		s.Fields[i].Description = ""
	}
	return s
}

type field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Format      string       `json:"format,omitempty"`
	Title       string       `json:"title"`
	Description string       `json:"description,omitempty"`
	Missing     *[]string    `json:"missingValues,omitempty"` // of this field alone
	True        []string     `json:"trueValues,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

// reference names a resource; "" is the table itself.
type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// refers is a foreign key of one field to the key of a register.
func refers(name string, to Register) foreignKey {
	return foreignKey{[]string{name}, reference{string(to), []string{"id"}}}
}

// text is a field of text.
func text(name, title, description string) field {
	return field{Name: name, Type: "string", Title: title, Description: description}
}

// required is a field that is never empty.
func (f field) required() field {
	f.Constraints = &constraints{Required: true}
	return f
}

// within is a field that is one of some words.
func (f field) within(words ...string) field {
	c := constraints{}
	if f.Constraints != nil {
		c = *f.Constraints
	}
	c.Enum = words
	f.Constraints = &c
	return f
}

// empty is a field whose empty text is a value, since the key of the table has it.
func (f field) empty() field {
	f.Missing = &[]string{}
	return f
}

// day is a field with a date.
func day(name, title, description string) field {
	return field{Name: name, Type: "date", Format: "default", Title: title, Description: description}
}
