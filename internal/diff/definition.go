package diff

import "bulletin/internal/data"

// Definition is something that changed about an indicator, so that all its
// observations read otherwise.
type Definition struct {
	Indicator     string // its id
	Key           string // as in data/indicators.yaml
	Before, After string
}

// definitions compares the indicators that both sides have.
func definitions(before, after *data.Set) []Definition {
	var all []Definition
	for _, is := range after.Indicators() {
		was, ok := before.Indicator(is.ID)
		if !ok {
			continue
		}
		for _, d := range []Definition{
			{is.ID, "name", was.Name, is.Name},
			{is.ID, "unit", unit(was), unit(is)},
			{is.ID, "measure", was.Measure.String(), is.Measure.String()},
			{is.ID, "add", was.Add.String(), is.Add.String()},
			{is.ID, "definition", was.Definition, is.Definition},
			{is.ID, "caveat", was.Caveat, is.Caveat},
		} {
			if d.Before != d.After {
				all = append(all, d)
			}
		}
	}
	return all
}

func unit(i *data.Indicator) string {
	if i.Unit == (data.Unit{}) {
		return ""
	}
	return i.Unit.One + ", " + i.Unit.Other
}
