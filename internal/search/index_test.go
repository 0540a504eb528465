package search_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/search"
)

func TestIndex(t *testing.T) {
	long := strings.Repeat("Ärger mit Wörtern ", 20)
	src, err := search.Index([]string{"Area", "Chapter"}, 1, []search.Entry{
		{Title: "Kosovo*", Address: "areas/kosovo/", Names: "XKX"},
		{Kind: 1, Title: `</script>"'`, Address: "a/", Detail: "Q1 2023", Lead: long, Headings: []search.Heading{
			{Text: "script", ID: "script"}, {Text: "New\narrivals", ID: "new-arrivals"}, {Text: "**", ID: "section"},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	type entry struct {
		K    int
		T, U string
		D, N string
		L    string
		H    []string
	}
	var got struct {
		Fold    map[string]string
		Kinds   []string
		Prime   int
		Entries []entry
	}
	if err := json.Unmarshal(src, &got); err != nil {
		t.Fatalf("%v: %s", err, src)
	}
	if got.Fold["đ"] != "d" || got.Fold["ß"] != "ss" || got.Prime != 1 {
		t.Errorf("the index does not say how to fold: %s", src)
	}
	lead := got.Entries[1].L
	if n := utf8.RuneCountInString(lead); n > 161 || n < 140 || !strings.HasSuffix(lead, " mit…") {
		t.Errorf("the lead %q has %d characters", lead, n)
	}
	got.Entries[1].L = ""
	want := []entry{
		{T: "Kosovo*", U: "areas/kosovo/", N: "XKX"},
		{K: 1, T: `</script>"'`, U: "a/", D: "Q1 2023", H: []string{"New arrivals", "new-arrivals"}},
	}
	if diff := cmp.Diff(want, got.Entries); diff != "" {
		t.Error(diff)
	}
	if _, err := search.Index([]string{"Area"}, 1, []search.Entry{{Kind: 1, Title: "x"}}); err == nil {
		t.Error("an entry of a kind that is not there was written")
	}
}
