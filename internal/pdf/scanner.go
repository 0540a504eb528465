package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// deepest is how far arrays and dictionaries may lie in one another.
const deepest = 100

// errSyntax says that bytes are no object of PDF.
var errSyntax = errors.New("no PDF object")

// scanner reads objects from bytes, ISO 32000-1, 7.2 and 7.3.
type scanner struct {
	src []byte
	at  int

	spans map[name]span // of the values of the outermost dictionary read last
}

// blank tells whether a byte is white space.
func blank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

// delimits tells whether a byte ends a name, a number or a keyword.
func delimits(c byte) bool { return blank(c) || strings.IndexByte("()<>[]{}/%", c) >= 0 }

// skip passes white space and comments.
func (s *scanner) skip() {
	for s.at < len(s.src) {
		switch c := s.src[s.at]; {
		case blank(c):
			s.at++
		case c == '%':
			for s.at < len(s.src) && s.src[s.at] != '\n' && s.src[s.at] != '\r' {
				s.at++
			}
		default:
			return
		}
	}
}

// word reads up to the next delimiter.
func (s *scanner) word() string {
	from := s.at
	for s.at < len(s.src) && !delimits(s.src[s.at]) {
		s.at++
	}
	return string(s.src[from:s.at])
}

// keyword reads a keyword, if it is the next thing.
func (s *scanner) keyword(word string) bool {
	s.skip()
	end := s.at + len(word)
	if !bytes.HasPrefix(s.src[s.at:], []byte(word)) || end < len(s.src) && !delimits(s.src[end]) {
		return false
	}
	s.at = end
	return true
}

// object reads the next object. After an error, at is how far it went.
func (s *scanner) object(depth int) (any, error) {
	s.skip()
	switch {
	case depth > deepest, s.at >= len(s.src):
		return nil, s.fault()
	case s.src[s.at] == '/':
		return s.name()
	case s.src[s.at] == '(':
		return s.literal()
	case s.src[s.at] == '[':
		return s.array(depth)
	case bytes.HasPrefix(s.src[s.at:], []byte("<<")):
		return s.dict(depth)
	case s.src[s.at] == '<':
		return s.hexadecimal()
	}
	switch word := s.word(); word {
	case "null":
		return nil, nil
	case "true", "false":
		return word == "true", nil
	default:
		number, ok := parseNumber(word)
		if !ok {
			return nil, s.fault()
		}
		return s.referred(number), nil
	}
}

// parseNumber reads a number, ISO 32000-1, 7.3.3: digits, a sign and a point. Go
// knows more, as NaN and 1e400, whose place in a file would be anywhere.
func parseNumber(word string) (float64, bool) {
	if strings.Trim(word, "+-.0123456789") != "" {
		return 0, false
	}
	number, err := strconv.ParseFloat(word, 64)
	return number, err == nil
}

// referred is the reference that a number begins, "12 0 R", or the number.
func (s *scanner) referred(number float64) any {
	back := s.at
	s.skip()
	if generation := s.word(); number > 0 && number == float64(int(number)) && isDigits(generation) && s.keyword("R") {
		return reference(number)
	}
	s.at = back
	return number
}

func isDigits(word string) bool {
	_, err := strconv.ParseUint(word, 10, 31)
	return err == nil
}

// name reads a name and resolves its escapes, "/#C3" for a byte.
func (s *scanner) name() (any, error) {
	s.at++
	word := s.word()
	out := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) {
			if c, err := strconv.ParseUint(word[i+1:i+3], 16, 8); err == nil {
				out = append(out, byte(c))
				i += 2
				continue
			}
		}
		out = append(out, word[i])
	}
	return name(out), nil
}

// literal reads a string in parentheses.
func (s *scanner) literal() (any, error) {
	open := 0
	var out []byte
	for ; s.at < len(s.src); s.at++ {
		switch c := s.src[s.at]; c {
		case '\\':
			s.at++
			out = s.escaped(out)
			continue
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				s.at++
				return text(out), nil
			}
		}
		out = append(out, s.src[s.at])
	}
	s.at = len(s.src) // a backslash at the very end would lie behind it
	return nil, s.fault()
}

// escaped adds what stands behind a backslash, and leaves at on its last byte.
func (s *scanner) escaped(out []byte) []byte {
	if s.at >= len(s.src) {
		return out
	}
	c := s.src[s.at]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\r' && s.at+1 < len(s.src) && s.src[s.at+1] == '\n':
		s.at++
		return out
	case c == '\n', c == '\r':
		return out
	case c < '0' || c > '7':
		return append(out, c)
	}
	code := 0
	for n := 0; n < 3 && s.at < len(s.src) && '0' <= s.src[s.at] && s.src[s.at] <= '7'; n++ {
		code = code*8 + int(s.src[s.at]-'0')
		s.at++
	}
	s.at--
	return append(out, byte(code))
}

// hexadecimal reads a string in angle brackets.
func (s *scanner) hexadecimal() (any, error) {
	end := bytes.IndexByte(s.src[s.at:], '>')
	if end < 0 {
		s.at = len(s.src)
		return nil, s.fault()
	}
	digits := bytes.Map(func(r rune) rune {
		if r < 128 && blank(byte(r)) {
			return -1
		}
		return r
	}, s.src[s.at+1:s.at+end])
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	for i := range out {
		c, err := strconv.ParseUint(string(digits[2*i:2*i+2]), 16, 8)
		if err != nil {
			s.at += end
			return nil, s.fault()
		}
		out[i] = byte(c)
	}
	s.at += end + 1
	return text(out), nil
}

func (s *scanner) array(depth int) (any, error) {
	s.at++
	var all array
	for {
		s.skip()
		if s.at < len(s.src) && s.src[s.at] == ']' {
			s.at++
			return all, nil
		}
		item, err := s.object(depth + 1)
		if err != nil {
			return nil, err
		}
		all = append(all, item)
	}
}

func (s *scanner) dict(depth int) (any, error) {
	s.at += 2
	all, spans := dict{}, map[name]span(nil)
	if depth == 0 {
		spans = map[name]span{}
	}
	for {
		s.skip()
		if bytes.HasPrefix(s.src[s.at:], []byte(">>")) {
			s.at += 2
			if depth == 0 {
				s.spans = spans
			}
			return all, nil
		}
		if s.at >= len(s.src) || s.src[s.at] != '/' {
			return nil, s.fault()
		}
		key, err := s.name()
		if err != nil {
			return nil, err
		}
		s.skip()
		from := s.at
		value, err := s.object(depth + 1)
		if err != nil {
			return nil, err
		}
		all[key.(name)] = value
		if depth == 0 {
			spans[key.(name)] = span{from, s.at}
		}
	}
}

func (s *scanner) fault() error { return fmt.Errorf("%w at byte %d", errSyntax, s.at) }
