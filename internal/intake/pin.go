package intake

import (
	"slices"

	"bulletin/internal/data"
)

// pin keeps the parts of a total that gets another status or source as they are: they
// have both from the total unless they say them, so those that the table leaves as they
// were are made to say them.
func (im *importer) pin() {
	of := make(map[*data.Observation]*datum, len(im.all))
	edited := make(map[*datum]bool, len(im.edits))
	for _, d := range im.all {
		of[d.there] = d
	}
	for _, d := range im.edits {
		edited[d] = true
	}
	for _, total := range slices.Clone(im.edits) {
		if total.there == nil {
			continue
		}
		status, source := total.becomes()
		if status == total.there.Status && source == total.there.Source {
			continue
		}
		for _, dimension := range im.set.Splits(total.there) {
			for _, part := range im.set.Parts(total.there, dimension) {
				if part.Parent != total.there || part.Status.Missing() {
					continue
				}
				d := of[part]
				if d == nil {
					d = total.standIn(part)
				}
				if d.hold(status, source) && !edited[d] {
					edited[d] = true
					im.edits = append(im.edits, d)
				}
			}
		}
	}
}

// becomes is what parts have from a total once it is changed.
func (d *datum) becomes() (data.Status, *data.Source) {
	status, source := d.there.Status, d.there.Source
	if d.status != 0 {
		status = d.status
	}
	if status.Missing() {
		status = data.Normal
	}
	if d.source != nil {
		source = d.source
	}
	return status, source
}

// standIn is a part that the table does not have, as the set has it.
func (d *datum) standIn(part *data.Observation) *datum {
	of := &datum{row: d.row, col: d.col, indicator: part.Indicator, area: part.Area, period: part.Period, path: part.Path, there: part,
		number: part.Value, valued: part.HasValue || part.HasShare, share: part.HasShare}
	if part.HasShare {
		of.number = part.Share
	}
	return of
}

// hold makes a part say its status and source where they are to stay, and differ from
// those of the total. It tells whether there was any need.
func (d *datum) hold(status data.Status, source *data.Source) bool {
	if part := d.there; part.Status != status && (d.status == 0 || d.status == part.Status) {
		d.status, d.firm.status = part.Status, true
	}
	if part := d.there; part.Source != source && part.Source != nil && (d.source == nil || d.source == part.Source) {
		d.source, d.firm.source = part.Source, true
	}
	return d.firm.status || d.firm.source
}
