package render

import (
	"fmt"

	"bulletin/internal/opendata"
	"bulletin/internal/site"
)

// areaFile is the path of the table of all observations of an area, which is made
// along with its page; "" of another page, and of an area that has none.
func areaFile(s *site.Site, p *site.Page) string {
	if p.Kind != site.Area || !s.HasFigures(p.Area) {
		return ""
	}
	return opendata.Part{Area: p.Area}.Path("csv")
}

// makeAreaFile makes that table.
func (d *drawing) makeAreaFile() []byte {
	src, err := opendata.CSV(d.site.Set, opendata.Part{Area: d.page.Area})
	if err != nil {
		d.fail(fmt.Errorf("writing the figures of %s: %w", d.page.Area.ID, err))
	}
	d.figures = len(src)
	return src
}

// areaFiles is the link to that table; nothing where there is none.
func (d *drawing) areaFiles() []Download {
	path := areaFile(d.site, d.page)
	if path == "" {
		return nil
	}
	id := d.page.Area.ID
	return []Download{{
		Kind: "CSV", What: "figures of " + d.page.Area.Name, URL: id + ".csv", Name: id + ".csv", Size: fileSize(d.site.Locale, d.figures),
	}}
}
