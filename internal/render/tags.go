package render

import (
	"strings"

	"golang.org/x/net/html"
)

// tags goes through the start tags of a page. Pages are written tidily: names, then
// attributes in quotation marks. Such tags are read here, several times as fast as by
// html.Tokenizer; from the first place on that is written otherwise, or that a browser
// reads in a way of its own, the tokenizer reads the page.
type tags struct {
	name  string
	attrs []attr

	page string
	at   int
	rest *html.Tokenizer // of the page, once there is something untidy
}

// attr is an attribute, its key in lower case, its value as a browser has it.
type attr struct{ key, value string }

// read begins a page.
func (t *tags) read(page string) {
	t.page, t.at, t.rest = page, 0, nil
	if strings.IndexByte(page, '\r') >= 0 || strings.IndexByte(page, 0) >= 0 { // which are read as other characters
		t.untidy()
	}
}

// untidy leaves what follows to the tokenizer.
func (t *tags) untidy() { t.rest = html.NewTokenizer(strings.NewReader(t.page[t.at:])) }

// next goes to the next start tag, if there is one.
func (t *tags) next() bool {
	for t.rest == nil {
		i := strings.IndexByte(t.page[t.at:], '<')
		if i < 0 || t.at+i+1 == len(t.page) {
			return false
		}
		t.at += i
		c := t.page[t.at+1]
		switch {
		case isLower(c):
			if t.tidyTag() {
				return true
			}
			t.untidy()
		case c == '/':
			t.skip(t.tidyEnd())
		case c == '!':
			t.skip(t.tidyDeclaration())
		case c == '?' || 'A' <= c && c <= 'Z':
			t.untidy()
		default: // the character
			t.at++
		}
	}
	return t.tokenized()
}

// skip goes on behind something of a length, which is 0 for what is untidy.
func (t *tags) skip(length int) {
	t.at += length
	if length == 0 {
		t.untidy()
	}
}

// tokenized goes to the next start tag of the tokenizer.
func (t *tags) tokenized() bool {
	for {
		switch t.rest.Next() {
		case html.ErrorToken: // the end: nothing else fails in memory
			return false
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := t.rest.TagName()
			t.name, t.attrs = string(name), t.attrs[:0]
			for more {
				var key, value []byte
				key, value, more = t.rest.TagAttr()
				t.attrs = append(t.attrs, attr{string(key), string(value)})
			}
			return true
		}
	}
}

// tidyEnd is the length of an end tag without anything but its name, or 0.
func (t *tags) tidyEnd() int {
	text := t.page[t.at:]
	end := 2
	for end < len(text) && isNameByte(text[end]) {
		end++
	}
	if end < len(text) && text[end] == '>' && isLower(text[2]) {
		return end + 1
	}
	return 0
}

// tidyDeclaration is the length of the declaration of HTML, or of a comment without
// any ">" in it, or 0.
func (t *tags) tidyDeclaration() int {
	const html = "<!doctype html>"
	text := t.page[t.at:]
	if strings.HasPrefix(text, html) {
		return len(html)
	}
	end := strings.IndexByte(text, '>') + 1
	if end >= len("<!---->") && strings.HasPrefix(text, "<!--") && strings.HasSuffix(text[:end], "-->") {
		return end
	}
	return 0
}

// tidyTag reads a start tag, and goes behind it; behind the text of an element that
// has no tags in it, too. It tells whether the tag is written tidily.
func (t *tags) tidyTag() bool {
	text := t.page[t.at:]
	i := 1
	for i < len(text) && isNameByte(text[i]) {
		i++
	}
	name := text[1:i]
	if i < len(text) && !isSpace(text[i]) && text[i] != '>' && text[i] != '/' {
		return false
	}
	t.attrs = t.attrs[:0]
	for {
		for i < len(text) && isSpace(text[i]) {
			i++
		}
		switch {
		case i >= len(text):
			return false
		case text[i] == '/':
			if i++; i >= len(text) || text[i] != '>' {
				return false
			}
			fallthrough
		case text[i] == '>':
			i++
			length, ok := textLength(name, text[i:])
			if !ok {
				return false
			}
			t.name = name
			t.at += i + length
			return true
		}
		length := t.tidyAttr(text[i:])
		if length == 0 {
			return false
		}
		i += length
	}
}

// tidyAttr reads an attribute at the beginning of a text, and tells its length, or 0.
func (t *tags) tidyAttr(text string) int {
	i, upper := 0, false
	for i < len(text) && (isNameByte(text[i]) || 'A' <= text[i] && text[i] <= 'Z') {
		upper = upper || text[i] <= 'Z' && text[i] >= 'A'
		i++
	}
	if i == 0 || i+1 >= len(text) {
		return 0
	}
	a := attr{key: text[:i]}
	if upper {
		a.key = strings.ToLower(a.key)
	}
	switch c := text[i]; {
	case c == '=' && (text[i+1] == '"' || text[i+1] == '\''):
		from := i + 2
		length := strings.IndexByte(text[from:], text[i+1])
		if length < 0 {
			return 0
		}
		a.value, i = text[from:from+length], from+length+1
		if strings.IndexByte(a.value, '&') >= 0 {
			var ok bool
			if a.value, ok = tidyValue(a.value); !ok {
				return 0
			}
		}
	case c == '>' || c == '/' && text[i+1] == '>':
	case isSpace(c) && (isNameByte(text[i+1]) || text[i+1] == '>'): // no value; no "=" and no "/" behind more spaces
	default:
		return 0
	}
	for _, other := range t.attrs {
		if other.key == a.key {
			return i // the first holds
		}
	}
	t.attrs = append(t.attrs, a)
	return i
}

// tidyValue writes out the references in a value. It is false for others than those
// that programs write for themselves.
func tidyValue(value string) (string, bool) {
	var b strings.Builder
	for {
		text, from, found := strings.Cut(value, "&")
		b.WriteString(text)
		if !found {
			return b.String(), true
		}
		reference, rest, ends := strings.Cut(from, ";")
		if !ends {
			return "", false
		}
		switch reference {
		case "amp":
			b.WriteByte('&')
		case "lt":
			b.WriteByte('<')
		case "gt":
			b.WriteByte('>')
		case "quot", "#34":
			b.WriteByte('"')
		case "#39":
			b.WriteByte('\'')
		case "#43":
			b.WriteByte('+')
		default:
			return "", false
		}
		value = rest
	}
}

// textLength is the length of what follows the start tag of an element that has text
// alone, up to its end tag; 0 for other elements. It is false where the text has
// anything that could be a tag, and for elements that browsers read otherwise.
func textLength(name, text string) (length int, ok bool) {
	switch name {
	case "title", "textarea", "script", "style":
		i := strings.IndexByte(text, '<')
		if i < 0 {
			return 0, false
		}
		end, found := strings.CutPrefix(text[i:], "</"+name)
		return i, found && strings.HasPrefix(end, ">")
	case "iframe", "noembed", "noframes", "noscript", "plaintext", "xmp":
		return 0, false
	}
	return 0, true
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// isNameByte tells whether a byte can stand in a name that is written tidily.
func isNameByte(c byte) bool {
	return isLower(c) || c == '-' || '0' <= c && c <= '9' || c == ':' || c == '_'
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\f' }
