package data

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// longestAddress is how many bytes an address may have: those of a sitemap
// (sitemaps.org 0.9), which is about what Excel takes in a link, too. Longer ones
// hold a session or a search, and break in mail.
const longestAddress = 2048

// webAddress is the text of key when it is an address that a reader can
// follow; anything else, javascript: above all, is a problem. What may stand in
// no address but has one meaning there, a bracket in a path, is percent-encoded,
// so that the address is good in a page, a file and a citation alike.
func webAddress(r *strictyaml.Reader, key string, ps *diag.Problems) string {
	n := r.Scalar(key)
	if n == nil || n.Value == "" {
		return ""
	}
	if f, found := faultOf(n.Value); found {
		t := Text{Words: n.Value, Pos: n.Pos, Len: n.Len}
		pos, length := n.Pos, n.Len
		if f.stop > f.start {
			pos, length = t.Span(f.start, f.stop)
		}
		ps.Errorf(pos, length, rule, f.hint, "%s", f.message)
		return ""
	}
	return linkable(n.Value)
}

// fault is what is wrong with an address, between two of its bytes; with the
// whole of it where they are one.
type fault struct {
	start, stop   int
	message, hint string
}

// faultOf is the first thing that keeps an address from being one that every
// reader can follow.
func faultOf(address string) (fault, bool) {
	scheme, rest, _ := strings.Cut(address, "://")
	if s := strings.ToLower(scheme); s != "http" && s != "https" {
		return fault{message: strconv.Quote(shorten(address)) + " is no web address", hint: schemeHint(address)}, true
	}
	if len(address) > longestAddress {
		return fault{message: fmt.Sprintf("the address has %d bytes, more than the %d that browsers, mail and spreadsheets share", len(address), longestAddress),
			hint: "give the address of the document itself, without a search or a session in it"}, true
	}
	for i, c := range address {
		if message, hint := strange(c); message != "" {
			return fault{i, i + utf8.RuneLen(c), message, hint}, true
		}
		if c == '%' && !encoded(address[i:]) {
			return fault{i, i + 1, "the address has a % without two hexadecimal digits behind it", "write %25 for a percent sign"}, true
		}
	}
	return hostFault(address, len(address)-len(rest))
}

// schemeHint says how to write an address that does not begin as one.
func schemeHint(address string) string {
	name := strings.ToLower(address)
	if doi := strings.TrimSpace(strings.TrimPrefix(name, "doi:")); strings.HasPrefix(doi, "10.") && strings.Contains(doi, "/") {
		return "write a DOI as an address: https://doi.org/10…"
	}
	return "an address begins with https:// or http://"
}

// strange says what is wrong with a character that no address has, and that a
// browser drops, reads as another or hides.
func strange(c rune) (message, hint string) {
	if c > ' ' && c < 0x7f && c != '\\' && c != '"' && c != '<' && c != '>' {
		return "", ""
	}
	code := url.PathEscape(string(c))
	switch {
	case c == utf8.RuneError:
		return "the address has a character that is none", "type the address anew"
	case c == ' ':
		return "the address has a space", "write %20 for a space that belongs to the address, or remove it"
	case c == '\\':
		return "the address has a backslash", "write / between its parts"
	case strings.ContainsRune("\"<>", c):
		return "the address has a " + string(c), "remove it, or write " + code + " if it belongs to the address"
	case unicode.In(c, unicode.Cc, unicode.Cf, unicode.Z):
		return fmt.Sprintf("the address has a character that nobody sees: U+%04X", c), "remove it, or write " + code + " if it belongs to the address"
	}
	return "", ""
}

// encoded tells whether a text begins with a percent sign and two digits.
func encoded(s string) bool {
	return len(s) >= 3 && s[0] == '%' && isHex(s[1]) && isHex(s[2])
}

func isHex(c byte) bool { return strings.IndexByte("0123456789abcdefABCDEF", c) >= 0 }

// hostFault is what is wrong with the host of an address, which begins at a byte.
func hostFault(address string, start int) (fault, bool) {
	end := len(address)
	if i := strings.IndexAny(address[start:], "/?#"); i >= 0 {
		end = start + i
	}
	if at := strings.LastIndexByte(address[start:end], '@'); at >= 0 {
		return fault{start, start + at + 1, "the address names a user", "remove what stands before the @: everybody who reads the page would see it"}, true
	}
	u, err := url.Parse(address)
	if err == nil && u.Hostname() == "" {
		return fault{start, end, strconv.Quote(shorten(address)) + " is no web address: it names no host", "write https://, the host and the path: https://example.org/report.pdf"}, true
	}
	host := ""
	if err == nil {
		host = strings.TrimSuffix(u.Hostname(), ".")
	}
	if err != nil || strings.ContainsAny(host, "%^{}|`[]") || !strings.Contains(host, ":") && strings.Contains("."+host+".", "..") {
		return fault{start, end, strconv.Quote(shorten(address[start:end])) + " is no host", "write it as example.org"}, true
	}
	if port, err := strconv.Atoi(u.Port()); u.Port() != "" && (err != nil || port < 1 || port > 65535) || strings.HasSuffix(u.Host, ":") {
		return fault{start, end, strconv.Quote(shorten(u.Host)) + " has no port from 1 to 65535", "remove it from the : on, unless the server has one of its own"}, true
	}
	return fault{}, false
}

// shorten is the beginning of a text that is too long for a message.
func shorten(s string) string {
	const most = 80
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

// linkable is an address without the characters that the URL Standard (WHATWG,
// "URL writing") has in none: they are percent-encoded, behind the host. What is
// encoded already stays, and so do letters of every script.
func linkable(address string) string {
	start := strings.Index(address, "://") + len("://")
	if i := strings.IndexAny(address[start:], "/?#"); i >= 0 {
		start += i
	} else {
		return address
	}
	var b strings.Builder
	b.WriteString(address[:start])
	fragment := false
	for _, c := range address[start:] {
		again := c == '#' && fragment // a second one
		fragment = fragment || c == '#'
		if again || strings.ContainsRune("[]{}|^`", c) {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}
