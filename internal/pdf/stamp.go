package pdf

import (
	"bytes"
	"fmt"
	"regexp"
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

// dated sets the dates of the document in place of the time at which it was
// printed, so that the same document gives the same bytes. No byte may move,
// since the table at the end of the file counts them.
func (f *File) dated(day time.Time) ([]byte, error) {
	out := bytes.Clone(f.src)
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
