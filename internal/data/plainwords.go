package data

import (
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// plainWords refuses what texts of pages make figures, citations and remarks of
// in words that are shown as they stand. It is true of words that have none, and
// where there are no words. Stars and backticks are characters as any other: a
// title may have them.
func plainWords(n *strictyaml.Node, key string, ps *diag.Problems) bool {
	plain := true
	for _, t := range text(n, nil) {
		for _, sign := range [...]struct{ begins, what string }{{"{{", "figure"}, {"[@", "citation"}, {"[^", "remark"}} {
			at := strings.Index(t.Words, sign.begins)
			if at < 0 {
				continue
			}
			plain = false
			pos, length := t.Span(at, at+len(sign.begins))
			ps.Errorf(pos, length, rule, "write it in plain words", "%q begins no %s in %s: readers see it as it stands", sign.begins, sign.what, key)
		}
	}
	return plain
}
