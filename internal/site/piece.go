package site

import (
	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/figure"
)

// written is a part as the chart labels it.
func (a *assembly) written(p part, percent bool) string {
	if !percent {
		return a.Locale.Number(p.count)
	}
	if p.observation != nil && !p.hasCount {
		text, _ := figure.Written(p.observation, a.Locale)
		return text // as it is published
	}
	if rounded, ok := p.share.Round(0); ok && p.hasCount && (!rounded.IsZero() || p.share.IsZero()) {
		return a.Locale.Share(rounded)
	}
	return a.Locale.Share(p.share)
}

// piecePoint is a part of a whole on a page as a point and as a cell of the table.
func (a *assembly) piecePoint(page *Page, w whole, p part, percent bool) (chart.Point, Datum) {
	o := p.observation
	switch {
	case p.missing != "":
		return chart.Point{Missing: true, MissingText: p.missing}, Datum{Text: p.missing, Missing: true, Observation: o}
	case p.none == nothing:
		point := chart.Point{Label: a.written(p, percent)} // of zero
		return point, Datum{Text: point.Label}
	case p.none != "":
		return chart.Point{Missing: true, MissingText: p.none}, Datum{Text: p.none, Missing: true, Observation: o}
	case percent && !p.hasShare:
		return chart.Point{Missing: true, MissingText: "no total"}, Datum{Text: "no total", Missing: true, Observation: o}
	}
	point := chart.Point{Value: p.count.Float(), Label: a.written(p, percent)}
	if percent {
		point.Value = p.share.Float()
	}
	if o != nil {
		point.Estimated, point.Differs = o.Status.Estimated(), o.Status == data.DefinitionDiffers
	}
	datum := Datum{Text: point.Label, Observation: o, Part: percent && p.hasCount}
	if o == nil || datum.Part {
		datum.Used = w.used
	}
	point.Revised = page.RestsOnRevised(o) || page.RestsOnRevised(datum.Used...)
	return point, datum
}
