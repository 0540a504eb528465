package data_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
)

// addressOf is the address of the only source of a registry, with the problems
// found in it.
func addressOf(address string) (string, []string) {
	files := map[string]string{"sources": "census:\n  publisher: Office\n  title: Count\n  URL: '" + strings.ReplaceAll(address, "'", "''") + "'\n"}
	fsys := base(files)
	set, ps := data.Load(fsys)
	s, ok := set.Source("census")
	if !ok {
		return "", list(fsys, ps)
	}
	if s.Weakness() == data.NoAddress && len(ps) > 0 || len(set.Doubles()) > 0 {
		return "", append(list(fsys, ps), "what was refused is judged, or doubles itself")
	}
	return s.URL, list(fsys, ps)
}

// TestAddresses: what leads somewhere is kept, and good in a link; what does not
// is a problem where it stands.
func TestAddresses(t *testing.T) {
	for _, c := range []struct{ address, want, problem string }{
		{"https://example.org/EPRS_BRI(2020)659346", "https://example.org/EPRS_BRI(2020)659346", ""},
		{"https://example.org/a[1].pdf?b[]=2&c={d}|e#f^`#g", "https://example.org/a%5B1%5D.pdf?b%5B%5D=2&c=%7Bd%7D%7Ce#f%5E%60%23g", ""},
		{"HTTPS://Example.ORG/A%20b.pdf", "HTTPS://Example.ORG/A%20b.pdf", ""},
		{"https://example.org/a%5B1%5D", "https://example.org/a%5B1%5D", ""},
		{"https://пример.рф/отчёт.pdf", "https://пример.рф/отчёт.pdf", ""},
		{"https://xn--e1afmkfd.xn--p1ai/?q=š", "https://xn--e1afmkfd.xn--p1ai/?q=š", ""},
		{"https://example.org:8443/it's?a=1&b=2;c=$!*,", "https://example.org:8443/it's?a=1&b=2;c=$!*,", ""},
		{"http://[2001:db8::1]/a", "http://[2001:db8::1]/a", ""},
		{"https://example.org", "https://example.org", ""},
		{"https://example.org/mail@home", "https://example.org/mail@home", ""},

		{"https://example.org/a report.pdf", "", `« » the address has a space [write %20 for a space that belongs to the address, or remove it]`},
		{"https://example.org/100%", "", `«%» the address has a % without two hexadecimal digits behind it [write %25 for a percent sign]`},
		{"https://example.org/?a=%zz", "", `«%» the address has a % without two hexadecimal digits behind it [write %25 for a percent sign]`},
		{`https:\\example.org`, "", `«'https:\\example.org'» "https:\\\\example.org" is no web address [an address begins with https:// or http://]`},
		{`https://example.org\a`, "", `«\» the address has a backslash [write / between its parts]`},
		{"https://example.org/<b>", "", `«<» the address has a < [remove it, or write %3C if it belongs to the address]`},
		{`https://example.org/" onclick="x`, "", `«"» the address has a " [remove it, or write %22 if it belongs to the address]`},
		{"https://example.org/re\u00adport", "", "«\u00ad» the address has a character that nobody sees: U+00AD [remove it, or write %C2%AD if it belongs to the address]"},
		{"https://example.org/\u202efdp.exe", "", "«\u202e» the invisible character U+202E stands here [remove it]"},
		{"javascript:alert(1)", "", `«'javascript:alert(1)'» "javascript:alert(1)" is no web address [an address begins with https:// or http://]`},
		{"JavaScript://example.org/%0Aalert(1)", "", `«'JavaScript://example.org/%0Aalert(1)'» "JavaScript://example.org/%0Aalert(1)" is no web address [an address begins with https:// or http://]`},
		{"data:text/html,<b>", "", `«'data:text/html,<b>'» "data:text/html,<b>" is no web address [an address begins with https:// or http://]`},
		{"example.org/a", "", `«'example.org/a'» "example.org/a" is no web address [an address begins with https:// or http://]`},
		{"doi:10.1000/182", "", `«'doi:10.1000/182'» "doi:10.1000/182" is no web address [write a DOI as an address: https://doi.org/10…]`},
		{"10.1000/182", "", `«'10.1000/182'» "10.1000/182" is no web address [write a DOI as an address: https://doi.org/10…]`},
		{"https:///a", "", `«'https:///a'» "https:///a" is no web address: it names no host [write https://, the host and the path: https://example.org/report.pdf]`},
		{"https://?a", "", `«'https://?a'» "https://?a" is no web address: it names no host [write https://, the host and the path: https://example.org/report.pdf]`},
		{"https://me:secret@example.org/a", "", `«me:secret@» the address names a user [remove what stands before the @: everybody who reads the page would see it]`},
		{"https://example..org/a", "", `«example..org» "example..org" is no host [write it as example.org]`},
		{"https://exam|ple.org/a", "", `«exam|ple.org» "exam|ple.org" is no host [write it as example.org]`},
		{"https://example.org:99999/a", "", `«example.org:99999» "example.org:99999" has no port from 1 to 65535 [remove it from the : on, unless the server has one of its own]`},
		{"https://example.org:http/a", "", `«example.org:http» "example.org:http" is no host [write it as example.org]`},
	} {
		got, problems := addressOf(c.address)
		var want []string
		if c.problem != "" {
			want = []string{"sources.yaml:4 " + c.problem}
		}
		if diff := cmp.Diff(want, problems); got != c.want || diff != "" {
			t.Errorf("%s: got %q, want %q %s", c.address, got, c.want, diff)
		}
	}
}

// TestLongAddresses: an address of 5,000 characters is refused in few words.
func TestLongAddresses(t *testing.T) {
	fits := "https://example.org/" + strings.Repeat("a", 2048-len("https://example.org/"))
	if got, problems := addressOf(fits); got != fits || len(problems) > 0 {
		t.Errorf("2,048 bytes: %v", problems)
	}
	for _, long := range []string{fits + "a", "https://example.org/?q=" + strings.Repeat("š", 4977)} {
		got, problems := addressOf(long)
		if got != "" || len(problems) != 1 || !strings.Contains(problems[0], "bytes, more than the 2048") {
			t.Errorf("%d bytes: %q, %v", len(long), got, problems)
		}
	}
}

// TestOtherFields: fields of CSL that the registry does not have are refused with
// the place where their content goes.
func TestOtherFields(t *testing.T) {
	fsys := base(map[string]string{"sources": "unhcr: {publisher: P, title: T, DOI: 10.1000/182, author: [{family: A}], page: 4, licence: x}\n"})
	_, ps := data.Load(fsys)
	want := []string{
		`sources.yaml:1 «DOI» a source has no "DOI" [write it as the address: URL: "https://doi.org/10…"]`,
		`sources.yaml:1 «author» a source has no "author" [the publisher answers for a source: name who wrote it there, or in the title]`,
		`sources.yaml:1 «page» a source has no "page" [name the place where the source is cited: [@key, p. 4]]`,
		`sources.yaml:1 «licence» a source has no "licence" [known here: publisher, title, issued, URL, accessed, note, accept, covers]`,
	}
	if diff := cmp.Diff(want, list(fsys, ps)); diff != "" {
		t.Error(diff)
	}
}

// TestControlCharacters: those that YAML lets into a text are no part of an
// address.
func TestControlCharacters(t *testing.T) {
	for _, text := range []string{`"https://example.org/\n"`, `"https://example.org/\ta"`, `"https://example.org/\u0000"`, `"https://example.org/\u200B"`, `"https://ex\xADample.org/"`, "|\n    https://example.org/\n    a\n"} {
		fsys := base(map[string]string{"sources": "census:\n  publisher: Office\n  title: Count\n  URL: " + text + "\n"})
		set, ps := data.Load(fsys)
		if s, ok := set.Source("census"); ps.Errors() == 0 || ok && s.URL != "" || ps[0].Pos.Line < 4 {
			t.Errorf("%s: %v", text, list(fsys, ps))
		}
	}
}

// FuzzAddress: an address that is taken is one of the web with a host and
// without a user, holds nothing that ends an attribute or a line, and is taken
// again as it is.
func FuzzAddress(f *testing.F) {
	for _, s := range []string{"https://example.org/a", "http://[::1]:8080/?a=[b]#c#d", "https://пример.рф/%20", "javascript:x", "https://u:p@h", "https://a..b", "https://h/%", "https://h:0", "https:// /"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "\n\r") {
			return // would be another file
		}
		got, problems := addressOf(s)
		if got == "" {
			return
		}
		u, err := url.Parse(got)
		if err != nil || u.Host == "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https" || strings.ContainsAny(got, "\"<>\\ \n\t{}|^`") {
			t.Errorf("%q is taken as %q: %v", s, got, err)
		}
		if again, _ := addressOf(got); again != got || len(problems) > 0 {
			t.Errorf("%q is taken as %q, and that as %q: %v", s, got, again, problems)
		}
	})
}
