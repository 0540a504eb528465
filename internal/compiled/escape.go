package compiled

import (
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// The escapers that html/template puts behind a pipe, by where the pipe stands.
const (
	inText        = "_html_template_htmlescaper"
	inTitle       = "_html_template_rcdataescaper"
	inAttribute   = "_html_template_attrescaper"
	asAddress     = "_html_template_urlfilter " + inAddress
	inAddress     = "_html_template_urlnormalizer " + inAttribute // behind the beginning of one
	inFragment    = "_html_template_urlescaper " + inAttribute    // behind its # or ?
	refusedScheme = "#ZgotmplZ"                                   // what html/template writes for an address with an unsafe scheme
)

// written compiles a pipe that is written, with its escapers.
func (c *compiler) written(s *scope, pipe *parse.PipeNode) step {
	var names []string
	for _, cmd := range pipe.Cmds[1:] {
		name, ok := cmd.Args[0].(*parse.IdentifierNode)
		if !ok || len(cmd.Args) != 1 {
			c.stuck = true
			return nil
		}
		names = append(names, name.Ident)
	}
	v, escaper := c.command(s, pipe.Cmds[0]), strings.Join(names, " ")
	switch typ := v.typ; {
	case typ == reflect.TypeFor[template.HTML]() && escaper == inText:
		return func(r *run, dot reflect.Value) { r.out = append(r.out, v.get(r, dot).String()...) }
	case typ == reflect.TypeFor[string]() && (escaper == inText || escaper == inTitle || escaper == inAttribute):
		return func(r *run, dot reflect.Value) { r.out = appendEscaped(r.out, v.get(r, dot).String()) }
	case typ == reflect.TypeFor[string]() && escaper == inAddress:
		return func(r *run, dot reflect.Value) { r.out = appendAddress(r.out, v.get(r, dot).String()) }
	case typ == reflect.TypeFor[string]() && escaper == inFragment:
		return func(r *run, dot reflect.Value) { r.out = appendFragment(r.out, v.get(r, dot).String()) }
	case typ == reflect.TypeFor[string]() && escaper == asAddress:
		return func(r *run, dot reflect.Value) {
			address := v.get(r, dot).String()
			if !safeScheme(address) {
				address = refusedScheme
			}
			r.out = appendAddress(r.out, address)
		}
	case typ == reflect.TypeFor[int]() && (escaper == inText || escaper == inAttribute):
		return func(r *run, dot reflect.Value) { r.out = strconv.AppendInt(r.out, v.get(r, dot).Int(), 10) }
	}
	c.stuck = true
	return nil
}

// appendEscaped appends text as html/template writes it in text and in quoted
// attributes.
func appendEscaped(out []byte, text string) []byte {
	from := 0
	for i := range len(text) {
		escaped := ""
		switch text[i] {
		case 0:
			escaped = "\uFFFD"
		case '"':
			escaped = "&#34;"
		case '&':
			escaped = "&amp;"
		case '\'':
			escaped = "&#39;"
		case '+':
			escaped = "&#43;"
		case '<':
			escaped = "&lt;"
		case '>':
			escaped = "&gt;"
		default:
			continue
		}
		out = append(append(out, text[from:i]...), escaped...)
		from = i + 1
	}
	return append(out, text[from:]...)
}

// appendAddress appends an address as html/template writes it in a quoted attribute:
// its characters percent-encoded where they must be, without encoding what already
// is, then escaped.
func appendAddress(out []byte, address string) []byte {
	for i := range len(address) {
		switch c := address[i]; {
		case isUnreserved(c):
			out = append(out, c)
		case c == '&':
			out = append(out, "&amp;"...)
		case c == '+':
			out = append(out, "&#43;"...)
		case strings.IndexByte("/#?=:!$*,;@[]", c) >= 0,
			c == '%' && i+2 < len(address) && isHex(address[i+1]) && isHex(address[i+2]):
			out = append(out, c)
		default:
			out = appendEncoded(out, c)
		}
	}
	return out
}

// appendFragment appends text as html/template writes it in the query or the fragment
// of an address: whatever could part it is encoded.
func appendFragment(out []byte, text string) []byte {
	for i := range len(text) {
		if c := text[i]; isUnreserved(c) {
			out = append(out, c)
		} else {
			out = appendEncoded(out, c)
		}
	}
	return out
}

func appendEncoded(out []byte, c byte) []byte {
	const digits = "0123456789abcdef"
	return append(out, '%', digits[c>>4], digits[c&15])
}

// isUnreserved tells whether a character stands for itself anywhere in an address
// (RFC 3986, section 2.3).
func isUnreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~'
}

// safeScheme tells whether an address is relative, or has a scheme that html/template
// lets pass.
func safeScheme(address string) bool {
	scheme, _, absolute := strings.Cut(address, ":")
	return !absolute || strings.Contains(scheme, "/") ||
		strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
