package render

import (
	"bytes"
	"encoding/xml"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/locale"
	"bulletin/internal/site"
)

// TestFeedHoldsNoForbiddenCharacter: what XML 1.0, section 2.2, forbids does not get
// into the feed, should the reading of a file ever let it pass.
func TestFeedHoldsNoForbiddenCharacter(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	evil := "a\x00\x01\x08\x0b\x0c\x0e\x1f\ufffe\uffff\xff\xed\xa0\x80]]>b"
	s := &site.Site{
		Set: &data.Set{Site: data.Site{Title: evil, Description: evil, Publisher: data.Publisher{Name: evil}}}, Locale: l,
		Base:     &url.URL{Scheme: "https", Host: "example.org", Path: "/"},
		Articles: []*site.Page{{Kind: site.Article, Route: "/news/a/", Title: evil, Document: &content.Document{Article: &content.ArticleFront{Date: 19000}}}},
	}
	got := feed(s)
	if forbidden := regexp.MustCompile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"); forbidden.Match(got) {
		t.Errorf("the feed holds characters that XML 1.0 forbids: %q", got)
	}
	var read struct {
		Title string `xml:"title"`
	}
	if err := xml.Unmarshal(got, &read); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(read.Title, "a\ufffd") || !strings.HasSuffix(read.Title, "]]>b") || !bytes.Contains(got, []byte("2022-01-08T00:00:00Z")) {
		t.Errorf("got %q in\n%s", read.Title, got)
	}
}
