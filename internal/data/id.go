package data

import (
	"net/mail"
	"slices"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// checkID reports an id that cannot stand in an address and in an expression.
func checkID(n *strictyaml.Node, what string, ps *diag.Problems) {
	hint := "an id is made of a-z, 0-9 and hyphens: bosnia-and-herzegovina"
	if plain := strings.ReplaceAll(strings.ToLower(n.Value), " ", "-"); plain != n.Value && isID(plain) {
		hint = "write " + plain
	}
	if !isID(n.Value) {
		ps.Errorf(n.Pos, n.Len, rule, hint, "%q is no id for %s", n.Value, what)
		return
	}
	if _, err := period.Parse(n.Value); err == nil {
		ps.Errorf(n.Pos, n.Len, rule, "add a letter", "the id %q of %s would be read as a period", n.Value, what)
	}
	// Words that an expression in prose, or a field of a chart, gives a meaning of its own.
	if slices.Contains([]string{"headline", "last", "literal", "period", "previous", "report", "year-before"}, n.Value) {
		ps.Errorf(n.Pos, n.Len, rule, "choose another id", "the id %q of %s is a word with a meaning of its own", n.Value, what)
	}
}

// isID tells whether s is lower-case words joined by single hyphens.
func isID(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c == '-' && (i == 0 || i == len(s)-1 || s[i-1] == '-') || c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// email is the text of key when it is a bare address.
func email(r *strictyaml.Reader, key string, ps *diag.Problems) string {
	n := r.Scalar(key)
	if n == nil || n.Value == "" {
		return ""
	}
	a, err := mail.ParseAddress(n.Value)
	if err != nil || a.Address != n.Value || strings.ContainsAny(n.Value, "?&% \"<>") {
		ps.Errorf(n.Pos, n.Len, rule, "write the address alone: desk@example.org", "%q is no email address", n.Value)
		return ""
	}
	return n.Value
}

// doubled reports an entry whose id was used before.
func doubled(n *strictyaml.Node, first diag.Pos, what string, ps *diag.Problems) {
	ps.Errorf(n.Pos, n.Len, rule, "remove one of the two, or give it another id", "%s %q stands twice: first on line %d", what, n.Value, first.Line)
}
