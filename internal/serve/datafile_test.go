package serve_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bulletin/internal/build"
)

// TestDataFilesOnDemand: files of the open data are made when somebody asks for them,
// the same bytes that a build publishes, and others after a change.
func TestDataFilesOnDemand(t *testing.T) {
	s := start(t, func(string) {})
	states := s.states()
	first := until(t, states, "first state", func(state) bool { return true })
	published := t.TempDir()
	compare := func() (csv string) {
		t.Helper()
		out := filepath.Join(published, strings.ReplaceAll(first.Build, ":", "-"))
		r, err := build.Run(t.Context(), build.Options{Dir: s.dir, Out: out, Jobs: 2, Version: "test", Now: time.Now})
		if err != nil || r.Blocked {
			t.Fatal(err, r.Problems)
		}
		for path, kind := range map[string]string{
			"data/observations.csv": "text/csv", "data/observations.json": "application/json", "data/areas.csv": "text/csv", "data/datapackage.json": "application/json",
			"data/observations.xlsx": "spreadsheetml", "data/arrivals/arrivals.xlsx": "spreadsheetml", "data/arrivals/arrivals.csv": "text/csv", "areas/bulgaria/bulgaria.csv": "text/csv",
		} {
			want, err := os.ReadFile(filepath.Join(out, path))
			if err != nil {
				t.Fatal(err)
			}
			response, body := s.get(s.url+path, "")
			if response.StatusCode != http.StatusOK || !strings.Contains(response.Header.Get("Content-Type"), kind) || body != string(want) {
				t.Errorf("%s: %d, %s, %d bytes; published are %d", path, response.StatusCode, response.Header.Get("Content-Type"), len(body), len(want))
			}
			if path == "data/arrivals/arrivals.csv" {
				csv = body
			}
		}
		return csv
	}
	before := compare()
	s.write("data/observations/2023-Q1.yaml", strings.Replace(s.read("data/observations/2023-Q1.yaml"), "bulgaria: 2331", "bulgaria: 8331", 1))
	first = until(t, states, "build of the change", func(n state) bool { return n.Build != first.Build })
	if after := compare(); after == before || !strings.Contains(after, "8331") {
		t.Error("the file of the data is as it was before the change")
	}
}
