package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"time"
)

// stamp is the line at the end of a PDF that Bulletin made.
var stamp = regexp.MustCompile(`\n%bulletin ([0-9a-f]{64})\r?\n?$`)

// State is what the stamp at the end of a PDF says that it was made from, or
// nothing where there is no stamp.
func State(src []byte) string {
	if m := stamp.FindSubmatch(src[max(0, len(src)-128):]); m != nil {
		return string(m[1])
	}
	return ""
}

// stamped adds the stamp, a comment behind the end of the file, which readers
// pass over.
func stamped(src []byte, state string) []byte {
	return fmt.Appendf(bytes.TrimRight(src, "\r\n"), "\n%%bulletin %s\n", state)
}

// settled takes out what differs when the same document is printed twice: the time
// of printing, in place of which the day given stands, and the numbers that a
// browser gave to the heads of tables while it drew them. No byte may move, since
// the table at the end of the file counts them.
func (f *File) settled(day time.Time) ([]byte, error) {
	out := bytes.Clone(f.src)
	f.renumber(out)
	info, ok := f.trailer["Info"].(reference)
	if !ok {
		return out, nil // it has no dates
	}
	for _, key := range []name{"CreationDate", "ModDate"} {
		at, ok := f.spans[info][key]
		if !ok {
			continue
		}
		written := fmt.Appendf(nil, "(D:%sZ)", day.UTC().Format("20060102150405")) // ISO 32000-1, 7.9.4
		if len(written) > at.to-at.from {
			return nil, fmt.Errorf("the browser wrote a %s that is too short to be replaced: %q", key, f.src[at.from:at.to])
		}
		n := copy(out[at.from:at.to], written)
		for i := at.from + n; i < at.to; i++ {
			out[i] = ' '
		}
	}
	return out, nil
}

var (
	// node is the identifier of the head of a table, as Chromium writes it.
	node = regexp.MustCompile(`\(node(\d{8})\)`)
	// nodes are objects that name them: parts of the structure, and the tree in
	// which they are looked up, ISO 32000-1, 14.7.2.
	nodes = regexp.MustCompile(`^\s*<<\s*/(Type /StructElem|Limits|Names)\b`)
)

// renumber numbers the heads of tables from 1, in the order of their numbers, in
// which they are looked up.
func (f *File) renumber(out []byte) {
	var places []span
	numbers := map[string]int{}
	for _, object := range f.open {
		src := f.src[object.from:object.to]
		if !nodes.Match(src) {
			continue
		}
		for _, at := range node.FindAllSubmatchIndex(src, -1) {
			place := span{object.from + at[2], object.from + at[3]}
			places = append(places, place)
			numbers[string(f.src[place.from:place.to])] = 0
		}
	}
	for i, number := range slices.Sorted(maps.Keys(numbers)) {
		numbers[number] = i + 1
	}
	for _, place := range places {
		copy(out[place.from:place.to], fmt.Appendf(nil, "%08d", numbers[string(f.src[place.from:place.to])]))
	}
}
