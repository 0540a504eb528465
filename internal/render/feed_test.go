package render_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"bulletin/templates"
)

// The feed as a reader of Atom takes it, by its namespace.
type (
	feedRead struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		feedHead
		Subtitle string      `xml:"http://www.w3.org/2005/Atom subtitle"`
		Entries  []feedEntry `xml:"http://www.w3.org/2005/Atom entry"`
	}
	feedHead struct {
		ID      []string `xml:"http://www.w3.org/2005/Atom id"`
		Title   []string `xml:"http://www.w3.org/2005/Atom title"`
		Updated []string `xml:"http://www.w3.org/2005/Atom updated"`
		Authors []string `xml:"http://www.w3.org/2005/Atom author>name"`
		Links   []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"http://www.w3.org/2005/Atom link"`
	}
	feedEntry struct {
		feedHead
		Published string `xml:"http://www.w3.org/2005/Atom published"`
		Summary   string `xml:"http://www.w3.org/2005/Atom summary"`
		Content   struct {
			Type string `xml:"type,attr"`
			Text string `xml:",chardata"`
		} `xml:"http://www.w3.org/2005/Atom content"`
	}
)

// wellFormed reads every token of a document.
func wellFormed(t *testing.T, src []byte) {
	t.Helper()
	if !utf8.Valid(src) {
		t.Error("no UTF-8")
	}
	d := xml.NewDecoder(bytes.NewReader(src))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, src)
		}
	}
}

// valid reads a feed and holds it to what RFC 4287 requires: 4.1.1 of a feed, 4.1.2
// of an entry, 3.3 of dates, 4.2.6 of ids, 4.2.7 of links.
func valid(t *testing.T, src []byte) feedRead {
	t.Helper()
	wellFormed(t, src)
	var f feedRead
	if err := xml.Unmarshal(src, &f); err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	head := func(what string, h feedHead, author bool) {
		if len(h.ID) != 1 || len(h.Title) != 1 || len(h.Updated) != 1 {
			t.Fatalf("%s: %d ids, %d titles, %d dates: each stands once", what, len(h.ID), len(h.Title), len(h.Updated))
		}
		if h.Title[0] == "" || author && (len(h.Authors) == 0 || h.Authors[0] == "") {
			t.Errorf("%s has no title, or no author", what)
		}
		if ids[h.ID[0]] {
			t.Errorf("%s: the id %s is not its own", what, h.ID[0])
		}
		ids[h.ID[0]] = true
		if _, err := time.Parse(time.RFC3339, h.Updated[0]); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		addresses, alternates := []string{h.ID[0]}, 0
		for _, link := range h.Links {
			addresses = append(addresses, link.Href)
			if link.Rel == "alternate" {
				alternates++
			}
		}
		if alternates != 1 {
			t.Errorf("%s has %d pages", what, alternates)
		}
		for _, address := range addresses {
			if u, err := url.Parse(address); err != nil || !u.IsAbs() || u.Host == "" {
				t.Errorf("%s: %q is no absolute address", what, address)
			}
		}
	}
	head("the feed", f.feedHead, true)
	last := f.Updated[0]
	for _, e := range f.Entries {
		head("the entry "+e.Title[0], e.feedHead, false)
		if e.Updated[0] > last {
			t.Errorf("%s is newer than what stands before it", e.ID[0])
		}
		last = e.Updated[0]
		if e.Content.Text == "" {
			continue
		}
		if e.Content.Type != "html" {
			t.Errorf("%s: content is %s", e.ID[0], e.Content.Type)
		}
		root, err := html.Parse(strings.NewReader(e.Content.Text))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && !strings.Contains("html head body ul li a", n.Data) {
				t.Errorf("%s: content has <%s>", e.ID[0], n.Data)
			}
			for _, a := range n.Attr {
				if a.Key != "href" || !strings.HasPrefix(a.Val, "https://example.org/") {
					t.Errorf("%s: content has %s=%q", e.ID[0], a.Key, a.Val)
				}
			}
		}
	}
	return f
}

// TestFeed: what the feed tells, and when.
func TestFeed(t *testing.T) {
	_, files := load(t, "testdata/revised", templates.FS)
	f := valid(t, files["feed.xml"])
	var got []string
	for _, e := range f.Entries {
		got = append(got, strings.TrimSuffix(e.Updated[0], "T00:00:00Z")+" "+strings.TrimPrefix(e.ID[0], "https://example.org/repo"))
	}
	want := "2026-12-01 /revisions/#on-2026-12-01\n2026-12-01 /reports/2023-q1/\n2023-04-03 /news/a-story/\n2023-04-02 /snapshots/2023-03/"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	if f.Updated[0] != "2026-12-01T00:00:00Z" || f.Links[0].Rel != "self" || f.Links[0].Href != "https://example.org/repo/feed.xml" || f.Authors[0] != "Desk" {
		t.Errorf("the feed's head: %+v", f.feedHead)
	}
	if want := `<ul><li><a href="https://example.org/repo/data/arrivals/#montenegro-2023-q1">Montenegro, first quarter of 2023, New arrivals</a>: from 868 to 871. The office corrected its count.</li></ul>`; spaced([]byte(f.Entries[0].Content.Text)) != want {
		t.Errorf("got %s\nwant %s", f.Entries[0].Content.Text, want)
	}
	if want := "Montenegro saw rose by 45% [r]."; f.Entries[1].Summary != want {
		t.Errorf("got %q, want %q", f.Entries[1].Summary, want)
	}
	for name, page := range files {
		if strings.HasSuffix(name, ".html") && !bytes.Contains(page, []byte("http-equiv=\"refresh\"")) {
			root := strings.Repeat("../", strings.Count(name, "/"))
			if name == "404.html" {
				root = "/repo/"
			}
			if want := `<link rel="alternate" type="application/atom+xml" title="Small bulletin" href="` + root + `feed.xml">`; !bytes.Contains(page, []byte(want)) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
	}
}

// TestFeedDates: an edition without a day has that of its record, else the last day
// of its period, and a revision updates it; a snapshot without one the last day of its
// period.
func TestFeedDates(t *testing.T) {
	dir := feedSite(t)
	edition := filepath.Join(dir, "content/reports/2023-q1/_index.md")
	replace(t, edition, "published: 2023-05-01\n", "")
	replace(t, filepath.Join(dir, "content/snapshots/2023-03.md"), "published: 2023-04-02\n", "")
	dates := func() string {
		_, files := load(t, dir, templates.FS)
		all := ""
		for _, e := range valid(t, files["feed.xml"]).Entries {
			if strings.Contains(e.ID[0], "/reports/") || strings.Contains(e.ID[0], "/snapshots/") {
				all += fmt.Sprintf("%s %s\n", e.Published, e.Updated[0])
			}
		}
		return all
	}
	if got, want := dates(), "2023-05-02T00:00:00Z 2026-12-01T00:00:00Z\n 2023-03-31T00:00:00Z\n"; got != want {
		t.Errorf("with a revision: got\n%swant\n%s", got, want)
	}
	if err := os.Remove(filepath.Join(dir, "data/revisions.yaml")); err != nil {
		t.Fatal(err)
	}
	replace(t, filepath.Join(dir, "data/observations/a.yaml"), "value: 871", "value: 868")
	replace(t, filepath.Join(dir, "content/reports/2023-q1/montenegro.md"), "[871]", "[868]")
	if got, want := dates(), "2023-05-02T00:00:00Z 2023-05-02T00:00:00Z\n 2023-03-31T00:00:00Z\n"; got != want {
		t.Errorf("with a record: got\n%swant\n%s", got, want)
	}
	appendTo(t, filepath.Join(dir, "data/published/2023-q1.yaml"), "  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 3000, date: 2023-04-30}\n")
	if got, want := dates(), "2023-04-30T00:00:00Z 2023-04-30T00:00:00Z\n 2023-03-31T00:00:00Z\n"; got != want {
		t.Errorf("with an earlier entry: got\n%swant\n%s", got, want)
	}
	replace(t, edition, "period: 2023-Q1\n", "period: 2023-Q1\nupdated: 2024-01-02\n")
	if got, want := dates(), "2023-04-30T00:00:00Z 2024-01-02T00:00:00Z\n 2023-03-31T00:00:00Z\n"; got != want {
		t.Errorf("updated: got\n%swant\n%s", got, want)
	}
	replace(t, edition, "updated: 2024-01-02\n", "")
	if err := os.RemoveAll(filepath.Join(dir, "data/published")); err != nil {
		t.Fatal(err)
	}
	if got, want := dates(), " 2023-03-31T00:00:00Z\n 2023-03-31T00:00:00Z\n"; got != want {
		t.Errorf("without a record: got\n%swant\n%s", got, want)
	}
}

// TestFeedIsApart: a site without an address has no feed, and neither has one with
// nothing to tell.
func TestFeedIsApart(t *testing.T) {
	dir := feedSite(t)
	replace(t, filepath.Join(dir, "data/site.yaml"), "baseURL: https://example.org/repo/\n", "")
	_, files := load(t, dir, templates.FS)
	if _, there := files["feed.xml"]; there || bytes.Contains(files["index.html"], []byte("atom+xml")) {
		t.Error("a site without an address has a feed")
	}
	dir = feedSite(t)
	for _, name := range []string{"reports", "snapshots", "news"} {
		if err := os.RemoveAll(filepath.Join(dir, "content", name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"data/published", "data/revisions.yaml"} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	replace(t, filepath.Join(dir, "content/_index.md"), "Read the [report](/reports/2023-q1/).", "Read.")
	_, files = load(t, dir, templates.FS)
	if _, there := files["feed.xml"]; there || bytes.Contains(files["index.html"], []byte("atom+xml")) {
		t.Error("a site with nothing to tell has a feed")
	}
}

// TestHostileFeed: no name and no reason breaks the feed, or brings markup into it.
func TestHostileFeed(t *testing.T) {
	dir := feedSite(t)
	const evil = `]]> </script> &amp; <b onclick=x> "'`
	replace(t, filepath.Join(dir, "data/site.yaml"), "title: Small bulletin", `title: "A ]]> </title> & <b>"`)
	replace(t, filepath.Join(dir, "data/site.yaml"), "{name: Desk}", `{name: "Desk ]]> <author>"}`)
	replace(t, filepath.Join(dir, "data/areas.yaml"), "name: Montenegro,", `name: "<i>Montenegro ]]>",`)
	replace(t, filepath.Join(dir, "data/revisions.yaml"), "reason: The office corrected its count.", "reason: '"+strings.ReplaceAll(evil, "'", "''")+"'")
	replace(t, filepath.Join(dir, "content/news/a-story.md"), "title: \"A story of {{ arrivals montenegro 2023-Q1 }}\"", "title: 'A ]]\\> \\<script> & \"story\"'")
	_, files := load(t, dir, templates.FS)
	f := valid(t, files["feed.xml"])
	if !strings.Contains(f.Entries[0].Title[0], "<i>Montenegro ]]>") {
		t.Errorf("the title of the revision: %q", f.Entries[0].Title[0])
	}
	if want := html.EscapeString(evil); !strings.Contains(f.Entries[0].Content.Text, want) {
		t.Errorf("%s lacks the reason %s", f.Entries[0].Content.Text, want)
	}
}

// feedSite is a copy of the site with a revision.
func feedSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/revised")); err != nil {
		t.Fatal(err)
	}
	return dir
}
