package opendata

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// JSON is the observations of a part with what they refer to, as one object. Its
// members are those of the tables, by their names; a member without a value is left
// out. Home is the address of the site, or "".
func (m *Maker) JSON(home string, of Part) ([]byte, error) {
	m.ask(of)
	version, err := m.Version(of)
	if err != nil {
		return nil, err
	}
	rows, err := m.jsonRows(of)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Grow(len(rows) + 1<<14)
	out.WriteString("{\n")
	set := m.shared.set
	head := []member{
		{"title", title(set, of)}, {"description", description(set, of)}, {"licence", licence(set)}, {"publisher", publisher(set)},
		{"baseURL", home}, {"version", version},
	}
	for _, m := range head {
		text, err := json.Marshal(m.value)
		if err != nil {
			return nil, fmt.Errorf("writing %s: %w", m.name, err)
		}
		fmt.Fprintf(&out, "%q: %s,\n", m.name, text)
	}
	e := m.named(of)
	for _, r := range Registers() {
		rows, err := listed{string(r), e.table(r)}.rows()
		if err != nil {
			return nil, err
		}
		writeList(&out, string(r), rows)
		out.WriteString(",\n")
	}
	writeList(&out, "observations", rows)
	out.WriteString("\n}\n")
	return out.Bytes(), nil
}
