package mediatype_test

import (
	"testing"

	"bulletin/internal/mediatype"
)

func TestOf(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"reports/index.html":       "text/html; charset=utf-8",
		"assets/site.CSS":          "text/css; charset=utf-8",
		"uploads/map.JPEG":         "image/jpeg",
		"assets/fonts/inter.woff2": "font/woff2",
		"feed.xml":                 "application/xml",
		"data/datapackage.json":    "application/json",
		"data/figures.csv":         "text/csv; charset=utf-8",
		"uploads/places.geojson":   "application/geo+json",
		"uploads/report.pdf":       "application/pdf",
		"uploads/report.DOCX":      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		"uploads/tables.ods":       "application/vnd.oasis.opendocument.spreadsheet",
		"uploads/film.mp4":         "video/mp4",
		"citation.bib":             "application/octet-stream",
		".nojekyll":                "application/octet-stream",
		"png":                      "application/octet-stream",
		"":                         "application/octet-stream",
	} {
		if got := mediatype.Of(name); got != want {
			t.Errorf("%q is %s, not %s", name, got, want)
		}
	}
}
