package check

import (
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/site"
)

// sourceAddresses reports sources without an address, and those whose address
// is no document's.
func sourceAddresses(s *site.Site, r *Reporter) {
	for _, source := range s.Set.Sources() {
		switch weakness := source.Weakness(); weakness {
		case data.Sound:
		case data.NoAddress:
			r.Find(Finding{Pos: source.Pos, Len: len(source.Key), Accepts: source.Accepts,
				Message: "source " + source.Key + " has no address", Hint: "add URL: with the address of the document itself"})
		default:
			r.Find(Finding{Pos: source.URLPos, Len: source.URLLen, Accepts: source.Accepts,
				Message: "the address of source " + source.Key + " is " + weakness.String(), Hint: "give the address of the document itself, which stays what it is"})
		}
	}
}

// sameAddresses reports a document that is given under two keys.
func sameAddresses(s *site.Site, r *Reporter) {
	for _, double := range s.Set.Doubles() {
		source, first := double.Source, double.First
		f := Finding{Pos: source.Pos, Len: len(source.Key), Accepts: slices.Concat(first.Accepts, source.Accepts)}
		if source.URL != "" {
			f.Pos, f.Len = source.URLPos, source.URLLen
		}
		if double.Address {
			f.Message = "source " + source.Key + " has the address of source " + first.Key + ", at " + first.URLPos.String()
			f.Hint = "keep one of the two keys, and cite it everywhere; or give each document its own address"
		} else {
			f.Message = "source " + source.Key + " has the publisher, title and date of source " + first.Key + ", at " + first.Pos.String()
			f.Hint = "keep one of the two keys, and cite it everywhere; or tell in the titles what the two documents are"
		}
		r.Find(f)
	}
}
