package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// listEnds is the last line of a list of moves: without it, a run was killed while it
// wrote the list.
const listEnds = "end"

// listedFile is a file that a run was about to move in: by itself, or with the folder
// that is its top.
type listedFile struct{ digest, top, name string }

// listed writes the list of moves: a line a file, with its SHA-256, what is moved, and
// its name. No name of a file holds a tab: they are made of letters.
func listed(moves []move) []byte {
	var b strings.Builder
	for _, m := range moves {
		for _, f := range m.files {
			fmt.Fprintf(&b, "%s\t%s\t%s\n", digest(f.src), m.top, f.name)
		}
	}
	b.WriteString(listEnds + "\n")
	return []byte(b.String())
}

// readList reads a list of moves; whole is false where it breaks off.
func readList(list string) (all []listedFile, whole bool) {
	for line := range strings.Lines(list) {
		line, ended := strings.CutSuffix(line, "\n")
		if line == listEnds && ended {
			return all, true
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			return nil, false
		}
		all = append(all, listedFile{fields[0], fields[1], fields[2]})
	}
	return nil, false
}

func digest(src []byte) string {
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:])
}
