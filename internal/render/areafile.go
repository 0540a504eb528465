package render

import "bulletin/internal/opendata"

// areaFiles is the link to the table of all observations of an area, which its page
// offers; nothing where there is none.
func (d *drawing) areaFiles() []Download {
	if !d.site.HasFigures(d.page.Area) {
		return nil
	}
	link := d.dataDownload(opendata.Part{Area: d.page.Area}.Path("csv"), "CSV", "figures of "+d.page.Area.Name)
	link.URL = link.Name // beside the page
	return []Download{link}
}
