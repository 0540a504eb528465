package data_test

import (
	"bytes"
	"crypto/sha256"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
)

// TestAgain changes files of observations at random, a few at a time, and reads them
// again: set and problems are those of a reading from the start.
func TestAgain(t *testing.T) {
	dice := rand.New(rand.NewPCG(7, 11))
	files := own(t)
	var names []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, "data/observations/") {
			names = append(names, name)
		}
	}
	original := maps.Clone(files)
	number := regexp.MustCompile(`: [1-9][0-9]*\n`)
	reading := data.LoadKept(files, nil)
	wrong := 0
	for step := range 60 {
		if reading.Problems.Errors() > 0 {
			files = maps.Clone(original)
			reading = data.LoadKept(files, nil)
		}
		var changed []string
		for range 1 + dice.IntN(2) {
			name := names[dice.IntN(len(names))]
			src := bytes.Clone(original[name].Data)
			switch dice.IntN(8) {
			case 0: // as it was at first
			case 1: // its last lines go, and with them perhaps what is broken down
				lines := bytes.SplitAfter(src, []byte("\n"))
				src = bytes.Join(lines[:len(lines)-1-dice.IntN(4)], nil)
			case 2: // a value is given twice
				if all := number.FindAllIndex(src, -1); len(all) > 0 {
					at := all[dice.IntN(len(all))]
					line := src[bytes.LastIndexByte(src[:at[0]], '\n')+1 : at[1]]
					src = slices.Insert(src, at[1], bytes.Clone(line)...)
				}
			case 3: // what nothing reads
				src = append([]byte("# moved down\n\n"), src...)
			default:
				if all := number.FindAllIndex(src, -1); len(all) > 0 {
					at := all[dice.IntN(len(all))]
					src[at[1]-2] = '0' + byte(dice.IntN(10))
				}
			}
			files[name] = &fstest.MapFile{Data: src}
			changed = append(changed, name)
		}
		want, problems := data.Load(files)
		next := reading.Again(files, nil, changed)
		if next == nil {
			t.Fatalf("step %d, %v: everything has to be read", step, changed)
		}
		sameAgain(t, next.Set, reading.Set)
		reading = next
		if problems.Errors() > 0 {
			wrong++
		}
		if d := cmp.Diff(problems, next.Problems); d != "" {
			t.Fatalf("step %d, %v: want -, got +\n%s", step, changed, d)
		}
		for _, places := range []bool{false, true} {
			for kind := data.OnObservations; kind <= data.OnRegisters; kind++ {
				d := data.Dep{Kind: kind}
				if want.Digest(d, places) != next.Set.Digest(d, places) {
					t.Errorf("step %d, %v: %v is another", step, changed, kind)
				}
			}
			for i, o := range want.Observations() {
				d := data.Dep{Kind: data.OnCell, Cell: o.Cell()}
				if want.Digest(d, places) != next.Set.Digest(d, places) || want.Observations()[i].Pos != next.Set.Observations()[i].Pos {
					t.Fatalf("step %d, %v: %v is another", step, changed, o.Cell())
				}
			}
		}
		if want.Digest(data.Dep{Kind: data.OnFiles}, false) != next.Set.Digest(data.Dep{Kind: data.OnFiles}, false) {
			t.Errorf("step %d, %v: the state of the files is another", step, changed)
		}
		for name, f := range files {
			if sum, read := data.SumOf(next.Set, name); !read || sum != sha256.Sum256(f.Data) {
				t.Errorf("step %d: the sum of %s is another", step, name)
			}
		}
	}
	if wrong < 3 || wrong > 50 {
		t.Errorf("%d of 60 readings have errors: too few to tell, or too many", wrong)
	}
	whole := data.LoadKept(original, nil)
	if whole.Again(original, nil, []string{"data/areas.yaml"}) != nil {
		t.Error("a register is read again alone")
	}
	name := names[0]
	files = maps.Clone(original)
	delete(files, name)
	if whole.Again(files, nil, []string{name}) != nil {
		t.Error("a file is read that is not there")
	}
	for file, f := range original { // what breaks values down is new
		if strings.HasPrefix(file, "data/observations/") {
			files[file] = &fstest.MapFile{}
		} else if files[file] = f; strings.HasPrefix(file, "data/published/") || file == "data/revisions.yaml" {
			delete(files, file)
		}
	}
	empty := data.LoadKept(files, nil)
	if empty.Problems.Errors() > 0 {
		t.Fatal(empty.Problems)
	}
	all := 0
	for _, name := range names {
		f := files[name]
		if files[name] = original[name]; empty.Again(files, nil, []string{name}) != nil {
			all++
		}
		files[name] = f
	}
	if all == 0 || all == len(names) {
		t.Errorf("%d of %d files can be read", all, len(names))
	}
}

// sameAgain checks what is told of observations that two sets share.
func sameAgain(t *testing.T, now, before *data.Set) {
	t.Helper()
	shared := 0
	was := before.Observations()
	for i, at := range data.Shared(now, before) {
		if o := now.Observations()[i]; at >= 0 {
			shared++
			if was[at] != o {
				t.Errorf("%v is not the one that it is told to be", o.Cell())
			}
		} else if slices.Contains(was, o) {
			t.Errorf("%v is shared, and not told to be", o.Cell())
		}
	}
	if shared == 0 {
		t.Error("nothing is shared")
	}
}
