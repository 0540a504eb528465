package site

import (
	"strconv"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/diag"
)

// longestID is the longest name that an author can give a chart: it becomes a
// file's.
const longestID = 60

// nameCharts names the charts and tables of a page: by their id:, else after
// what they show. Names that authors chose are taken first, so that a further
// chart does not change them.
func (a *assembly) nameCharts(p *Page) {
	p.names = map[string]bool{}
	var unnamed []*Chart
	first := map[string]diag.Pos{}
	for _, t := range p.Texts() {
		for _, c := range t.Charts {
			id := c.Block.ID
			switch {
			case id.Value == "":
				unnamed = append(unnamed, c)
				continue
			case !a.nameable(id):
				unnamed = append(unnamed, c)
				continue
			case p.names[id.Value]:
				a.refuse(id, "give each chart of a page an id of its own", "the id %q is taken by the chart at line %d", id.Value, first[id.Value].Line)
				unnamed = append(unnamed, c)
				continue
			}
			c.Name, p.names[id.Value], first[id.Value] = id.Value, true, id.Pos
		}
	}
	for _, c := range unnamed {
		c.Name = freeName(generated(c.Block), p.names)
		p.names[c.Name] = true
	}
}

// nameable tells whether an id can be a name, and reports one that cannot.
func (a *assembly) nameable(id content.Scalar) bool {
	ok := len(id.Value) <= longestID && !strings.HasPrefix(id.Value, "-") && !strings.HasSuffix(id.Value, "-")
	for _, r := range id.Value {
		ok = ok && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-')
	}
	if ok && takenName(id.Value) {
		a.refuse(id, "write another: id: arrivals-by-country", "%q cannot be a chart's id: a file of that name is something else", id.Value)
		return false
	}
	if !ok {
		a.refuse(id, "write letters a to z, digits, and hyphens between them, "+strconv.Itoa(longestID)+" at most: id: arrivals-by-country", "%q cannot be a chart's id", id.Value)
	}
	return ok
}

// takenName tells whether a chart's files cannot have a name: card.png is the
// card of a page, index.html the page itself, for which servers may take what has
// another ending, and Windows opens devices by the others, whatever their ending
// (Microsoft, "Naming Files, Paths, and Namespaces").
func takenName(name string) bool {
	switch name {
	case "card", "index", "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (strings.HasPrefix(name, "com") || strings.HasPrefix(name, "lpt")) && name[3] >= '0' && name[3] <= '9'
}

// generated is a name after what a block shows: type, first indicator and
// dimension, as "bar-asylum-applications-nationality".
func generated(b *content.Block) string {
	words := []string{b.Type.Value}
	if b.Kind == content.TableBlock {
		words = []string{"table"}
	}
	if len(b.Indicators) > 0 {
		words = append(words, b.Indicators[0].Value)
	}
	words = append(words, b.By.Value)
	var name strings.Builder
	for _, r := range Slug(strings.Join(words, "-")) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			name.WriteRune(r)
		}
	}
	plain := strings.Trim(name.String()[:min(name.Len(), longestID)], "-")
	if plain == "" {
		return string(b.Kind)
	}
	return plain
}

// freeName is a name, or it with the first number behind it that is not taken.
func freeName(name string, taken map[string]bool) string {
	free := name
	for n := 2; taken[free]; n++ {
		free = name + "-" + strconv.Itoa(n)
	}
	return free
}
