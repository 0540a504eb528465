package pdf

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

var day = time.Date(2023, 6, 17, 0, 0, 0, 0, time.UTC)

// TestSettled prints the sample at another time, and with other numbers of the
// heads of its table: both become the same bytes, and no object moves.
func TestSettled(t *testing.T) {
	f := sample(t)
	ids := regexp.MustCompile(`\(node(\d{8})\)`)
	if n := len(ids.FindAll(f.src, -1)); n < 4 {
		t.Fatalf("the sample has %d numbers of heads", n)
	}
	later := regexp.MustCompile(`Date \(D:\d{14}`).ReplaceAll(f.src, []byte("Date (D:20310203040506"))
	later = ids.ReplaceAllFunc(later, func(id []byte) []byte {
		n, err := strconv.Atoi(string(id[5:13]))
		if err != nil {
			t.Fatal(err)
		}
		return []byte("(node" + strings.Repeat("0", 8-len(strconv.Itoa(n+1234))) + strconv.Itoa(n+1234) + ")")
	})
	other, err := Read(later)
	if err != nil {
		t.Fatal(err)
	}
	first, err := f.settled(day)
	if err != nil {
		t.Fatal(err)
	}
	second, err := other.settled(day)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(later, f.src) || !bytes.Equal(first, second) {
		t.Error("the same document is not the same bytes")
	}
	if len(first) != len(f.src) {
		t.Errorf("%d bytes became %d", len(f.src), len(first))
	}
	for _, date := range []string{"/CreationDate (D:20230617000000Z)", "/ModDate (D:20230617000000Z)"} {
		if !bytes.Contains(first, []byte(date)) {
			t.Errorf("it has no %s", date)
		}
	}
	table := regexp.MustCompile(`(?s)\nxref\n0 (\d+)\n(.*)trailer`).FindSubmatch(first)
	if table == nil {
		t.Fatal("the sample has no table of its objects")
	}
	for i, entry := range strings.Split(strings.TrimSpace(string(table[2])), "\n")[1:] {
		at, err := strconv.Atoi(entry[:10])
		if err != nil || !bytes.HasPrefix(first[at:], []byte(strconv.Itoa(i+1)+" 0 obj")) {
			t.Errorf("object %d is not at byte %s", i+1, entry[:10])
		}
	}
	again, err := Read(first)
	if err != nil || again.Pages() != f.Pages() || len(again.Outline()) != len(f.Outline()) {
		t.Errorf("what was settled reads otherwise: %v", err)
	}
}

func TestSettledLeavesWordsAlone(t *testing.T) {
	src := "%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page>>endobj\n4 0 obj <</Title (node00000077)>> endobj 5 0 obj <</Type /StructElem /ID (node00000088)>> endobj trailer<</Root 1 0 R/Info 6 0 R>> 6 0 obj <</CreationDate (D:2031)/Title(x)>> endobj"
	f, err := Read([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.settled(day); err == nil || !strings.Contains(err.Error(), "CreationDate") {
		t.Errorf("a short date: got %v", err)
	}
	f, err = Read([]byte(strings.Replace(src, "/CreationDate (D:2031)", "", 1)))
	if err != nil {
		t.Fatal(err)
	}
	out, err := f.settled(day)
	if err != nil || !bytes.Contains(out, []byte("/Title (node00000077)")) || !bytes.Contains(out, []byte("/ID (node00000001)")) {
		t.Errorf("got %v, %s", err, out)
	}
}

func TestState(t *testing.T) {
	state := strings.Repeat("0123456789abcdef", 4)
	for src, want := range map[string]string{
		string(stamped([]byte("%PDF-1.4\n%%EOF\n"), state)): state,
		string(stamped([]byte("%PDF-1.4\n%%EOF"), state)):   state,
		"%PDF-1.4\n%%EOF\n": "",
		"%PDF-1.4\n%%EOF\n%bulletin " + state[1:] + "\n":        "",
		"%PDF-1.4\n%bulletin " + state + "\nmore\n%%EOF\n":      "",
		"%PDF-1.4\n%%EOF\r\n%bulletin " + state + "\r\n":        state,
		"%PDF-1.4\n%%EOF\n%bulletin " + state + "\n%bulletin\n": "",
		"":                      "",
		"%bulletin " + state:    "",
		"x\n%bulletin " + state: state,
	} {
		if got := State([]byte(src)); got != want {
			t.Errorf("%q: got %q, want %q", src, got, want)
		}
	}
	if got := stamped([]byte("a\n%%EOF\n"), state); string(got) != "a\n%%EOF\n%bulletin "+state+"\n" {
		t.Errorf("got %q", got)
	}
}
