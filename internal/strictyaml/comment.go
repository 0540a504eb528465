package strictyaml

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"bulletin/internal/diag"
)

// Comment is a comment of a document.
type Comment struct {
	Text string   // behind its # and the spaces there
	Pos  diag.Pos // of its #
	Len  int      // in characters, without spaces at the end
}

// Comments are those of the document whose root n is that begin with a word, in their
// order: on a line of their own, or behind what they are about. What stands behind a #
// in a text, quoted or in a block, is no comment. There are none in a document that
// could not be read.
func (n *Node) Comments(word string) []Comment {
	if n == nil || n.doc == nil || n.Broken || !bytes.Contains(n.doc.src, []byte(word)) {
		return nil
	}
	texts := n.stretches(nil)
	slices.SortFunc(texts, func(x, y stretch) int { return x.start - y.start })
	var all []Comment
	for line := range n.doc.starts {
		start := int(n.doc.starts[line])
		src := n.doc.line(line)
		for i := range src {
			if src[i] != '#' || i > 0 && src[i-1] != ' ' && src[i-1] != '\t' || inside(texts, start+i) {
				continue
			}
			said := strings.TrimSpace(strings.TrimLeft(string(src[i:]), "#"))
			if rest, ok := strings.CutPrefix(said, word); ok && (rest == "" || !isWord(rest[0])) {
				whole := strings.TrimRight(string(src[i:]), " \t")
				all = append(all, Comment{said, n.doc.pos(start + i), utf8.RuneCountInString(whole)})
			}
			break
		}
	}
	return all
}

// stretch is the bytes of the source from start up to stop.
type stretch struct{ start, stop int }

// inside tells whether a byte belongs to one of some stretches, which are sorted.
func inside(all []stretch, at int) bool {
	i, found := slices.BinarySearchFunc(all, at, func(s stretch, at int) int { return s.start - at })
	if found {
		return true
	}
	return i > 0 && at < all[i-1].stop
}

// stretches are those of the texts below a node that may hold a # which begins no
// comment: quoted ones and blocks. Of a block, the line that announces it is none of it.
func (n *Node) stretches(all []stretch) []stretch {
	if n.Kind == Scalar && n.style != plain && strings.Contains(n.Value, "#") {
		start, stop := int(n.offset), len(n.doc.src)
		if offsets, ok := n.layout(); ok {
			stop = int(offsets[len(offsets)-1])
		}
		if n.style == literal || n.style == folded {
			if end := bytes.IndexByte(n.doc.src[start:], '\n'); end >= 0 {
				start += end
			}
		}
		all = append(all, stretch{start, stop})
	}
	for _, item := range n.Items {
		all = item.stretches(all)
	}
	for _, f := range n.Fields {
		all = f.Value.stretches(f.Key.stretches(all))
	}
	return all
}
