package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// A file that nobody means well with must not take long: so many bytes may streams
// of objects hold together when they are decompressed, and so many may be gone
// through for objects that then cannot be read.
const (
	mostPacked = 256 << 20
	mostInVain = 16 << 20
)

// File is a PDF that was read. It keeps its bytes.
type File struct {
	src     []byte
	objects map[reference]any
	spans   map[reference]map[name]span // of the values of dictionaries that lie openly in the file
	open    []span                      // of the objects that lie openly in the file
	trailer dict
	pages   []reference // in their order

	room   int64 // for what is decompressed yet
	inVain int   // bytes that were gone through for objects that cannot be read
}

// begins is where an object or a trailer may begin.
var begins = regexp.MustCompile(`(?:^|[\s>])(\d{1,9})\s+\d{1,5}\s+obj\b|\btrailer\b`)

// Read reads a PDF: all that Chromium writes, and of other programs' files what
// tells how many pages they have. It goes through the file from its beginning
// and needs no table of contents, so that a damaged one does no harm; where an
// object is written twice, the later one counts, as in updated files. What is
// encrypted cannot be read.
func Read(src []byte) (*File, error) {
	if !bytes.HasPrefix(src, []byte("%PDF-")) {
		return nil, errors.New("it is no PDF: it does not begin with %PDF-")
	}
	f := &File{src: src, objects: map[reference]any{}, spans: map[reference]map[name]span{}, trailer: dict{}, room: mostPacked}
	for at := 0; ; {
		found := begins.FindSubmatchIndex(src[at:])
		if found == nil {
			break
		}
		s := &scanner{src: src, at: at + found[1]}
		if found[2] < 0 {
			f.readTrailer(s)
		} else {
			number, err := strconv.Atoi(string(src[at+found[2] : at+found[3]]))
			if err == nil {
				f.readObject(s, reference(number))
			}
		}
		if at = max(s.at, at+found[1]); f.inVain > mostInVain {
			return nil, errors.New("it is damaged: too much of it cannot be read")
		}
	}
	if f.trailer["Encrypt"] != nil {
		return nil, errors.New("it is encrypted")
	}
	root := f.dict(f.trailer["Root"])
	if root == nil {
		return nil, errors.New("it is damaged: it has no catalogue")
	}
	f.findPages(root["Pages"], map[reference]bool{})
	if len(f.pages) == 0 {
		return nil, errors.New("it is damaged: it has no pages")
	}
	return f, nil
}

// readTrailer takes what a trailer says; that of an update counts more.
func (f *File) readTrailer(s *scanner) {
	if o, ok := f.next(s); ok {
		if d, ok := o.(dict); ok {
			f.merge(d)
		}
	}
}

// next reads the object that comes next. What cannot be read is not passed over:
// another object may begin in it.
func (f *File) next(s *scanner) (o any, ok bool) {
	from := s.at
	o, err := s.object(0)
	if err != nil {
		f.inVain += s.at - from
		s.at = from
	}
	return o, err == nil
}

func (f *File) merge(d dict) {
	for _, key := range []name{"Root", "Info", "Encrypt"} {
		if d[key] != nil {
			f.trailer[key] = d[key]
		}
	}
}

// readObject reads the object behind "12 0 obj". One that cannot be read is
// left out: what needs it says so.
func (f *File) readObject(s *scanner, number reference) {
	from := s.at
	o, ok := f.next(s)
	if !ok {
		return
	}
	d, isDict := o.(dict)
	if isDict {
		f.spans[number] = s.spans
	}
	f.objects[number] = o
	end := s.at
	if !isDict || !s.keyword("stream") {
		f.open = append(f.open, span{from, end})
		return
	}
	raw := s.streamBytes(d)
	f.objects[number] = &stream{d, raw}
	switch d["Type"] {
	case name("XRef"):
		f.merge(d)
	case name("ObjStm"):
		f.unpack(&stream{d, raw})
	}
}

// streamBytes reads the bytes behind "stream": as many as Length says, if it
// says it there and is right, else up to "endstream".
func (s *scanner) streamBytes(d dict) []byte {
	if s.at < len(s.src) && s.src[s.at] == '\r' {
		s.at++
	}
	if s.at < len(s.src) && s.src[s.at] == '\n' {
		s.at++
	}
	from := s.at
	if length, ok := d["Length"].(float64); ok && length >= 0 && length <= float64(len(s.src)-from) {
		stop := from + int(length)
		behind := s.src[stop:min(len(s.src), stop+32)] // a line end, and the word; who looks further does so for each stream
		if word := bytes.TrimLeft(behind, " \r\n\t"); bytes.HasPrefix(word, []byte("endstream")) {
			s.at = stop + len(behind) - len(word) + len("endstream")
			return s.src[from:stop]
		}
	}
	end := bytes.Index(s.src[from:], []byte("endstream"))
	if end < 0 {
		s.at = len(s.src)
		return nil
	}
	s.at = from + end + len("endstream")
	return s.src[from : from+end]
}

// unpack reads the objects that lie in a stream, one behind the other, ISO
// 32000-1, 7.5.7.
func (f *File) unpack(packed *stream) {
	src, err := packed.bytes(f.room)
	f.room -= int64(len(src))
	count, _ := packed.dict["N"].(float64)
	first, _ := packed.dict["First"].(float64)
	if err != nil || first < 0 || first > float64(len(src)) {
		return
	}
	index := &scanner{src: src[:int(first)]}
	end := int(first)                  // of the object before
	for range int(min(count, first)) { // an entry of the index takes more than a byte
		number, err := index.object(0)
		if err != nil {
			return
		}
		offset, err := index.object(0)
		if err != nil {
			return
		}
		n, isNumber := number.(float64)
		at, isOffset := offset.(float64)
		if !isNumber || !isOffset || n < 1 || at < float64(end)-first || at > float64(len(src))-first {
			return
		}
		s := &scanner{src: src, at: int(first) + int(at)}
		o, ok := f.next(s)
		switch {
		case f.inVain > mostInVain:
			return
		case !ok:
			continue
		}
		end = s.at
		f.objects[reference(n)] = o
		delete(f.spans, reference(n))
	}
}

// bytes are what the stream holds, decompressed; an error if it is more than most.
func (s *stream) bytes(most int64) ([]byte, error) {
	switch filter := s.dict["Filter"]; filter {
	case nil:
		return s.raw, nil
	case name("FlateDecode"):
	default:
		return nil, fmt.Errorf("a stream is packed with %v", filter)
	}
	r, err := zlib.NewReader(bytes.NewReader(s.raw))
	if err != nil {
		return nil, fmt.Errorf("unpack a stream: %w", err)
	}
	out, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(out)) > most {
		err = errors.New("it holds too much")
	}
	if err != nil {
		return out, fmt.Errorf("unpack a stream: %w", err)
	}
	return out, nil
}

// resolve follows references.
func (f *File) resolve(o any) any {
	for range deepest {
		ref, ok := o.(reference)
		if !ok {
			return o
		}
		o = f.objects[ref]
	}
	return nil
}

// dict is the dictionary that an object is or refers to, or nil.
func (f *File) dict(o any) dict {
	d, _ := f.resolve(o).(dict)
	return d
}

// findPages adds the pages of a branch of their tree, ISO 32000-1, 7.7.3.
func (f *File) findPages(o any, seen map[reference]bool) {
	ref, ok := o.(reference)
	if !ok || seen[ref] {
		return
	}
	seen[ref] = true
	node := f.dict(ref)
	kids, inner := f.resolve(node["Kids"]).(array)
	switch {
	case inner:
		for _, kid := range kids {
			f.findPages(kid, seen)
		}
	case node != nil && node["Type"] != name("Pages"):
		f.pages = append(f.pages, ref)
	}
}

// Pages is the number of pages.
func (f *File) Pages() int { return len(f.pages) }
