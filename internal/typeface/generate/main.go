//go:build ignore

// This program writes metrics.bin and outlines.bin of the package typeface: what Bulletin must know of Inter, in
// Regular, SemiBold and Bold.
//
//	go run internal/typeface/generate/*.go FOLDER internal/typeface
//
// FOLDER is the npm package @fontsource/inter, version 5.3.0 (Inter 4.001 as Google Fonts serves it, SIL Open Font
// License 1.1, https://github.com/rsms/inter). Its WOFF files hold the same glyphs as the WOFF2 files that the site
// serves, and its unicode.json says which characters a browser takes from which file. The same input gives the same
// output. The layout of both files is that of blob.go and outline.go, which read them.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

var (
	subsets = []string{"latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext"} // in the order of site.css
	weights = []string{"400", "600", "700"}
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: go run internal/typeface/generate/*.go FOLDER internal/typeface")
	}
	if err := generate(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func generate(from, to string) error {
	ranges, err := unicodeRanges(filepath.Join(from, "unicode.json"))
	if err != nil {
		return err
	}
	var family []*subset
	for i, name := range subsets {
		s := &subset{number: i, ranges: ranges[name]}
		for _, weight := range weights {
			f, err := open(filepath.Join(from, "files", "inter-"+name+"-"+weight+"-normal.woff"))
			if err != nil {
				return err
			}
			s.faces = append(s.faces, f)
		}
		family = append(family, s)
	}
	metrics, outlines, err := describe(family)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "metrics.bin"), metrics, 0o644); err != nil {
		return err
	}
	fmt.Printf("metrics.bin %d bytes, outlines.bin %d bytes\n", len(metrics), len(outlines))
	return os.WriteFile(filepath.Join(to, "outlines.bin"), outlines, 0o644)
}

// unicodeRanges reads unicode.json: subset → "U+0460-052F,U+1C80".
func unicodeRanges(name string) (map[string][][2]rune, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var written map[string]string
	if err := json.Unmarshal(src, &written); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	out := map[string][][2]rune{}
	for subset, list := range written {
		for part := range strings.SplitSeq(list, ",") {
			first, last, ok := strings.Cut(strings.TrimPrefix(part, "U+"), "-")
			if !ok {
				last = first
			}
			a, err1 := strconv.ParseUint(first, 16, 21)
			b, err2 := strconv.ParseUint(last, 16, 21)
			if err := errors.Join(err1, err2); err != nil {
				return nil, fmt.Errorf("%s: %s: %w", name, part, err)
			}
			out[subset] = append(out[subset], [2]rune{rune(a), rune(b)})
		}
	}
	return out, nil
}

// subset is one file of the typeface in its weights, which have the same glyphs.
type subset struct {
	number int
	ranges [][2]rune
	faces  []*face
	first  int         // id of its first glyph, for the whole family
	ids    map[int]int // glyph of the file → id
	glyphs []int       // id - first → glyph of the file
}

// owns says whether a browser looks for a character in this file.
func (s *subset) owns(r rune) bool {
	return slices.ContainsFunc(s.ranges, func(p [2]rune) bool { return p[0] <= r && r <= p[1] })
}

// enumerate gives an id to each glyph of a file that text, its features, or another glyph can lead to.
func (s *subset) enumerate(first int, reached map[int]bool) {
	s.first, s.ids = first, map[int]int{}
	for g := range reached {
		s.glyphs = append(s.glyphs, g)
	}
	slices.Sort(s.glyphs)
	for i, g := range s.glyphs {
		s.ids[g] = first + i
	}
}
