package pdf

// The objects of ISO 32000-1, 7.3, as Go values: nil, bool, float64 for every
// number, name, text, array, dict, reference, and *stream.
type (
	name      string // without its slash, its escapes resolved
	text      string // the bytes of a string
	array     []any
	dict      map[name]any
	reference int // the number of an object; generations are not told apart
	stream    struct {
		dict dict
		raw  []byte // as it is in the file, mostly compressed
	}
)

// span is where an object lies in the file.
type span struct{ from, to int }
