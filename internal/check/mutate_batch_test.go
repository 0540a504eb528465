package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
)

// batch is one change of the data: a digit in each of some observations.
type batch struct {
	data    fstest.MapFS
	changed map[*data.Observation]bool
	digits  map[*data.Observation]string
}

func (b *batch) name(used []*data.Observation) string {
	var all []string
	for _, o := range used {
		if b.changed[o] {
			all = append(all, b.digits[o])
		}
	}
	return strings.Join(all, ", ")
}

// batches are all changes of one digit, as many at once as no claim notices.
func batches(t *testing.T, files fstest.MapFS, claims []*statement, used map[*statement][]*data.Observation) []*batch {
	t.Helper()
	colours := map[*data.Observation]int{}
	var order []*data.Observation
	for _, c := range claims {
		for _, o := range used[c] {
			if _, ok := colours[o]; !ok {
				order = append(order, o)
				colours[o] = free(o, claims, used, colours)
			}
		}
	}
	var all []*batch
	for colour := 0; ; colour++ {
		var group []*data.Observation
		for _, o := range order {
			if colours[o] == colour {
				group = append(group, o)
			}
		}
		if len(group) == 0 {
			return all
		}
		for k := 0; ; k++ {
			b := &batch{data: fstest.MapFS{}, changed: map[*data.Observation]bool{}, digits: map[*data.Observation]string{}}
			for name, f := range files {
				b.data[name] = &fstest.MapFile{Data: f.Data}
			}
			for _, o := range group {
				b.change(t, o, k)
			}
			if len(b.changed) == 0 {
				break
			}
			all = append(all, b)
		}
	}
}

// free is the first colour that no observation of a claim with o has.
func free(o *data.Observation, claims []*statement, used map[*statement][]*data.Observation, colours map[*data.Observation]int) int {
	taken := map[int]bool{}
	for _, c := range claims {
		if !slices.Contains(used[c], o) {
			continue
		}
		for _, other := range used[c] {
			if colour, ok := colours[other]; ok && other != o {
				taken[colour] = true
			}
		}
	}
	colour := 0
	for taken[colour] {
		colour++
	}
	return colour
}

// change makes the k-th change of an observation: its k/9-th digit becomes one
// of the nine others.
func (b *batch) change(t *testing.T, o *data.Observation, k int) {
	t.Helper()
	src := slices.Clone(b.data[o.Pos.File].Data)
	start := offset(src, o.Pos)
	number := src[start : start+o.Len]
	at := -1
	for i, digit := 0, 0; i < len(number); i++ {
		switch {
		case number[i] >= '0' && number[i] <= '9':
			if digit == k/9 {
				at = i
			}
			digit++
		case number[i] != '.' && number[i] != '-':
			t.Fatalf("%s: %q is no number", o.Pos, number)
		}
	}
	if at < 0 {
		return // it has no more digits
	}
	was := string(number)
	number[at] = '0' + (number[at]-'0'+1+byte(k%9))%10
	b.data[o.Pos.File].Data = src
	b.changed[o], b.digits[o] = true, fmt.Sprintf("%s: %s for %s", o.Pos, number, was)
}
