package content

import "bulletin/internal/strictyaml"

// SectionFront is the front matter of a part of an edition.
type SectionFront struct {
	Area     Scalar // of a chapter; empty in another section
	Weight   int    // its place: smaller comes first
	Headline *Headline
}

// Headline is a chapter's key figure.
type Headline struct {
	Indicator Scalar
	Text      *Markdown // inline, the words beside the number; nil after a problem
}

func (f *front) section(r *strictyaml.Reader) *SectionFront {
	out := &SectionFront{}
	if r.Has("area") {
		out.Area = scalar(r.RequireScalar("area"))
	}
	out.Weight = r.Int("weight", 0)
	if h := r.Read("headline", "a headline"); !h.Empty() {
		out.Headline = &Headline{
			Indicator: scalar(h.RequireScalar("indicator")),
			Text:      f.line(h.RequireScalar("text")),
		}
		h.Done()
	}
	return out
}
