package wire_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"unsafe"

	"bulletin/internal/wire"
)

// value is one call of a Writer, which a Reader answers with the same.
type value struct {
	name  string
	write func(*wire.Writer)
	read  func(*wire.Reader) any
	want  any
}

func uintValue(n uint64) value {
	return value{"Uint", func(w *wire.Writer) { w.Uint(n) }, func(r *wire.Reader) any { return r.Uint() }, n}
}

func intValue(n int64) value {
	return value{"Int", func(w *wire.Writer) { w.Int(n) }, func(r *wire.Reader) any { return r.Int() }, n}
}

func boolValue(b bool) value {
	return value{"Bool", func(w *wire.Writer) { w.Bool(b) }, func(r *wire.Reader) any { return r.Bool() }, b}
}

func stringValue(s string) value {
	return value{"String", func(w *wire.Writer) { w.String(s) }, func(r *wire.Reader) any { return r.String() }, s}
}

func bytesValue(b string) value {
	return value{"Bytes", func(w *wire.Writer) { w.Bytes([]byte(b)) }, func(r *wire.Reader) any { return string(r.Bytes()) }, b}
}

func sumValue(s string) value {
	sum := sha256.Sum256([]byte(s))
	return value{"Sum", func(w *wire.Writer) { w.Sum(sum) }, func(r *wire.Reader) any { return r.Sum() }, sum}
}

// edges are the values at which a form of variable length changes.
func edges() []value {
	var all []value
	for _, n := range []uint64{0, 1, 127, 128, 255, 256, 16383, 16384, math.MaxUint32, math.MaxInt64, math.MaxUint64} {
		all = append(all, uintValue(n))
	}
	for _, n := range []int64{0, -1, 1, -64, 63, 64, -65, math.MaxInt64, math.MinInt64} {
		all = append(all, intValue(n))
	}
	for _, s := range []string{
		"", "a", "serbia", "serbia", "", "Kosovo*", "ž\x00\xff", "a",
		strings.Repeat("x", 256), strings.Repeat("x", 257), strings.Repeat("x", 256), strings.Repeat("x", 257), "serbia",
	} {
		all = append(all, stringValue(s), bytesValue(s), sumValue(s))
	}
	return append(all, boolValue(true), boolValue(false))
}

// agree writes values, reads them back and compares.
func agree(t *testing.T, w *wire.Writer, values []value) {
	t.Helper()
	for _, v := range values {
		v.write(w)
	}
	r := wire.NewReader(w.Data())
	for i, v := range values {
		if got := v.read(r); got != v.want {
			t.Fatalf("value %d: %s gave %v, want %v (%v)", i, v.name, got, v.want, r.Err())
		}
	}
	if err := r.Done(); err != nil {
		t.Fatal(err)
	}
}

func TestRoundTrip(t *testing.T) {
	var w wire.Writer
	agree(t, &w, edges())
	w.Reset()
	agree(t, &w, edges()) // nothing of before is left
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var values []value
		for range random.IntN(60) {
			n, s := random.Uint64()>>random.IntN(64), strings.Repeat("ab", random.IntN(9))
			values = append(values, []value{
				uintValue(n), intValue(int64(n)), intValue(-int64(n)), boolValue(n&1 == 0), stringValue(s), bytesValue(s), sumValue(s),
			}[random.IntN(7)])
		}
		w.Reset()
		agree(t, &w, values)
	}
}

// TestForm holds the bytes to what the package comment says.
func TestForm(t *testing.T) {
	for _, c := range []struct {
		name  string
		write func(w *wire.Writer)
		want  string
	}{
		{"nothing", func(*wire.Writer) {}, ""},
		{"numbers", func(w *wire.Writer) { w.Uint(5); w.Uint(300); w.Int(-1); w.Int(1) }, "\x05\xac\x02\x01\x02"},
		{"truth", func(w *wire.Writer) { w.Bool(true); w.Bool(false) }, "\x01\x00"},
		{"a string again", func(w *wire.Writer) { w.String("no"); w.String(""); w.String("yes"); w.String("no"); w.String("yes") }, "\x04no\x00\x06yes\x01\x03"},
		{"bytes", func(w *wire.Writer) { w.Bytes([]byte("no")); w.Bytes(nil); w.Bytes([]byte("no")) }, "\x02no\x00\x02no"},
		{"a length", func(w *wire.Writer) { w.Len(200) }, "\xc8\x01"},
	} {
		var w wire.Writer
		c.write(&w)
		if got := string(w.Data()); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMistakes(t *testing.T) {
	huge := string(binary.AppendUvarint(nil, math.MaxUint64-1))
	for _, c := range []struct {
		name, data string
		read       func(r *wire.Reader) any
		zero       any
		want       string
	}{
		{"no number", "", func(r *wire.Reader) any { return r.Uint() }, uint64(0), "wire: byte 0: no number"},
		{"a number cut short", "\x80", func(r *wire.Reader) any { return r.Int() }, int64(0), "wire: byte 0: no number"},
		{"a number of 65 bits", strings.Repeat("\xff", 10) + "\x01", func(r *wire.Reader) any { return r.Uint() }, uint64(0), "wire: byte 0: no number"},
		{"no truth", "\x02", func(r *wire.Reader) any { return r.Bool() }, false, "wire: byte 0: no truth value: 2"},
		{"no truth left", "", func(r *wire.Reader) any { return r.Bool() }, false, "wire: byte 0: 1 bytes, and 0 are left"},
		{"a string cut short", "\x06ye", func(r *wire.Reader) any { return r.String() }, "", "wire: byte 1: 3 bytes, and 2 are left"},
		{"a string without end", huge, func(r *wire.Reader) any { return r.String() }, "", "wire: byte 10: 9223372036854775807 bytes, and 0 are left"},
		{"a string that was not written", "\x01", func(r *wire.Reader) any { return r.String() }, "", "wire: byte 1: string 0, and 0 are known"},
		{"bytes without end", huge, func(r *wire.Reader) any { return string(r.Bytes()) }, "", "wire: byte 10: 18446744073709551614 bytes, and 0 are left"},
		{"a sum cut short", strings.Repeat("s", 31), func(r *wire.Reader) any { return r.Sum() }, [32]byte{}, "wire: byte 0: 32 bytes, and 31 are left"},
		{"items without end", huge, func(r *wire.Reader) any { return r.Len(1) }, 0, "wire: byte 10: 18446744073709551614 items, and 0 bytes are left"},
		{"more items than bytes", "\x03abcde", func(r *wire.Reader) any { return r.Len(2) }, 0, "wire: byte 1: 3 items, and 5 bytes are left"},
		{"items of no size", "\x03ab", func(r *wire.Reader) any { return r.Len(0) }, 0, "wire: byte 1: 3 items, and 2 bytes are left"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := wire.NewReader([]byte(c.data))
			if got := c.read(r); got != c.zero {
				t.Errorf("it gave %v", got)
			}
			if r.Err() == nil || r.Err().Error() != c.want {
				t.Errorf("the mistake is %v, want %s", r.Err(), c.want)
			}
			if r.Uint() != 0 || r.Len(1) != 0 || r.String() != "" || r.Bytes() != nil || r.Bool() || r.Sum() != [32]byte{} {
				t.Error("something is read after a mistake")
			}
			if err := r.Done(); err == nil || err.Error() != c.want {
				t.Errorf("the first mistake did not stick: %v", err)
			}
		})
	}
	r := wire.NewReader([]byte("\x01\x02"))
	r.Uint()
	if r.Err() != nil || r.Done() == nil || r.Done().Error() != "wire: byte 1: the end was expected, and 1 bytes follow" {
		t.Errorf("bytes that nobody read: %v, %v", r.Err(), r.Done())
	}
}

func TestEqualStringsShareMemory(t *testing.T) {
	var w wire.Writer
	w.String("north-macedonia")
	w.String("north-macedonia")
	r := wire.NewReader(w.Data())
	a, b := r.String(), r.String()
	if a != b || unsafe.StringData(a) != unsafe.StringData(b) {
		t.Error("a string that was read before is kept twice")
	}
	w.Data()[1] = 'N'
	if a != "north-macedonia" {
		t.Error("a string changes with the input")
	}
}

func TestBytesCannotGrowIntoTheInput(t *testing.T) {
	var w wire.Writer
	w.Bytes([]byte("ab"))
	w.Bytes([]byte("cd"))
	r := wire.NewReader(w.Data())
	if first := append(r.Bytes(), 'X', 'Y', 'Z'); string(r.Bytes()) != "cd" {
		t.Errorf("%q was written over what follows", first)
	}
}

// program reads a script of methods from the first bytes and calls them on the
// rest, so that a fuzzer chooses both.
func program(script, data []byte) (log []any, err error) {
	r := wire.NewReader(data)
	for _, op := range script {
		switch op % 7 {
		case 0:
			log = append(log, r.Uint())
		case 1:
			log = append(log, r.Int())
		case 2:
			log = append(log, r.Bool())
		case 3:
			log = append(log, r.String())
		case 4:
			log = append(log, string(r.Bytes()))
		case 5:
			log = append(log, r.Sum())
		case 6:
			log = append(log, r.Len(int(op/7)))
		}
	}
	return log, r.Err()
}

// rewrite writes what a program read.
func rewrite(script []byte, log []any) []byte {
	var w wire.Writer
	for i, v := range log {
		switch v := v.(type) {
		case uint64:
			w.Uint(v)
		case int64:
			w.Int(v)
		case bool:
			w.Bool(v)
		case string:
			if script[i]%7 == 3 {
				w.String(v)
			} else {
				w.Bytes([]byte(v))
			}
		case [32]byte:
			w.Sum(v)
		case int:
			w.Len(v)
		}
	}
	return w.Data()
}

// FuzzReader reads anything as anything: no panic, no room for more than is
// there; and what was read without a mistake is written and read again the same.
func FuzzReader(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6}, []byte("\x05\x02\x01\x04no\x02no"+strings.Repeat("s", 32)+"\x00"))
	f.Add([]byte{3, 3, 3, 3}, []byte("\x04no\x01\x00\x01"))
	f.Add([]byte{3, 4}, bytes.Repeat([]byte{0xff}, 30))
	f.Add([]byte{20, 3, 3}, []byte("\x02\x02a\x01"))
	f.Fuzz(func(t *testing.T, script, data []byte) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		log, err := program(script, data)
		runtime.ReadMemStats(&after)
		if room := after.TotalAlloc - before.TotalAlloc; room > uint64(1<<20+200*len(script)+20*len(data)) {
			t.Errorf("%d bytes of room for %d of input", room, len(data))
		}
		if err != nil {
			return
		}
		again := rewrite(script, log)
		if len(again) > len(data) {
			t.Errorf("written again it is longer: %q, %q", again, data)
		}
		// The lengths it bounds may be written without what they count.
		second, err := program(script, append(again, data...))
		if err != nil || fmt.Sprint(log) != fmt.Sprint(second) {
			t.Errorf("it reads back as %v (%v), not as %v", second, err, log)
		}
	})
}

// row is like an observation: a few names that repeat, a number, a place.
func row(w *wire.Writer, i int) {
	w.String("asylum-applications")
	w.String(areas[i%len(areas)])
	w.String(periods[i%len(periods)])
	w.Int(int64(i) * 37)
	w.Uint(0)
	w.Bool(i%5 == 0)
	w.String("eurostat-first-instance")
	w.Uint(uint64(i))
}

var (
	areas   = []string{"albania", "bulgaria", "croatia", "greece", "kosovo", "montenegro", "north-macedonia", "serbia"}
	periods = []string{"2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1"}
)

func BenchmarkWriter(b *testing.B) {
	var w wire.Writer
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%10_000 == 0 {
			w.Reset()
		}
		row(&w, i%10_000)
	}
}

func BenchmarkReader(b *testing.B) {
	var w wire.Writer
	for i := range 10_000 {
		row(&w, i)
	}
	var r *wire.Reader
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%10_000 == 0 {
			r = wire.NewReader(w.Data())
		}
		for range 3 {
			_ = r.String()
		}
		r.Int()
		r.Uint()
		r.Bool()
		_ = r.String()
		r.Uint()
	}
	if r.Err() != nil {
		b.Fatal(r.Err())
	}
}
