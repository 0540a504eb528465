package opendata

import (
	"bytes"
	"encoding/json"
	"fmt"

	"bulletin/internal/data"
)

// JSON is the observations of a part with what they refer to, as one object. Its
// members are those of the tables, by their names; a member without a value is left
// out. Home is the address of the site, or "".
func JSON(set *data.Set, home string, of Part) ([]byte, error) {
	rows := table(set, of)
	src, err := csvOf(rows)
	if err != nil {
		return nil, err
	}
	e := named(set, of)
	var out bytes.Buffer
	out.WriteString("{\n")
	head := []member{
		{"title", title(set, of)}, {"description", description(set, of)}, {"licence", licence(set)}, {"publisher", publisher(set)},
		{"baseURL", home}, {"version", version(src)},
	}
	for _, m := range head {
		text, err := json.Marshal(m.value)
		if err != nil {
			return nil, fmt.Errorf("writing %s: %w", m.name, err)
		}
		fmt.Fprintf(&out, "%q: %s,\n", m.name, text)
	}
	var tables []listed
	for _, r := range Registers() {
		tables = append(tables, listed{string(r), e.table(r)})
	}
	tables = append(tables, listed{"observations", rows})
	for i, l := range tables {
		if err := l.write(&out); err != nil {
			return nil, err
		}
		if i < len(tables)-1 {
			out.WriteString(",\n")
		}
	}
	out.WriteString("\n}\n")
	return out.Bytes(), nil
}
