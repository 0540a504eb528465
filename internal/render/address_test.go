package render

import (
	"strings"
	"testing"
)

func TestReadableAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://mvr.bg/":                        "mvr.bg",
		"https://example.org/a/b/":               "example.org/a/b",
		"https://example.org/a/?b=/":             "example.org/a/?b=/",
		"https://example.org/#a/":                "example.org/#a/",
		"http://example.org/a/":                  "http://example.org/a",
		"mailto:a@example.org":                   "mailto:a@example.org",
		"https://example.org/%D0%B8%D0%BC%D0%B5": "example.org/име",
		"https://example.org/%d0%b8%d0%bc%d0%b5": "example.org/име",
		"https://example.org/?q=%28PC40%29":      "example.org/?q=(PC40)",
		"https://example.org/a%20b%2Fc%3Fd%23e":  "example.org/a%20b%2Fc%3Fd%23e",
		"https://example.org/100%25":             "example.org/100%25",
		"https://example.org/%D7%90%E2%80%AE":    "example.org/%D7%90%E2%80%AE",
		"https://example.org/%E2%80%93%C4%8D":    "example.org/%E2%80%93č",
		"https://example.org/%3Cb%3E%22":         "example.org/%3Cb%3E%22",
		"https://example.org/%D0%":               "example.org/%D0%",
		"https://example.org/%D0a%G1%4":          "example.org/%D0a%G1%4",
		"https://example.org/%ff%41%0A":          "example.org/%ffA%0A",
		"":                                       "",
	} {
		if got := readableAddress(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

func TestPrintedAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org/a-b/c?d=e&f":    `example.org/<wbr>a<wbr>-b/<wbr>c<wbr>?d=e<wbr>&amp;f`,
		"https://example.org/a%20b/%20c/?":   `example.org/<wbr>a<wbr>%20b/<wbr>%20c/<wbr>?`,
		"http://example.org":                 `http://<wbr>example.org`,
		`https://example.org/"<b>"/`:         `example.org/<wbr>&#34;&lt;b&gt;&#34;`,
		"https://example.org/%C4%8D/e":       `example.org/<wbr>č/<wbr>e`,
		"https://" + strings.Repeat("č", 50): strings.Repeat("č", 24) + "<wbr>" + strings.Repeat("č", 24) + "<wbr>čč",
	} {
		if got := string(printedAddress(address)); got != `<span class="address">`+want+`</span>` {
			t.Errorf("%q: %s, want %s", address, got, want)
		}
	}
}
