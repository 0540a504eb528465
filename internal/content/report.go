package content

import (
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// ReportFront is the front matter of an edition's opening page.
type ReportFront struct {
	Period           period.Period
	PeriodWord       Scalar // as written, and where
	Areas            []Scalar
	Compare          Scalar // year-before, previous or a period; empty: year-before
	Published        period.Day
	PublishedWord    Scalar     // as written, and where
	Updated          period.Day // 0 without one
	Credits          Credits
	Acknowledgements *Markdown // blocks; may be nil
	Citation         *Markdown // inline, how to cite the edition; may be nil
	Cover            Scalar    // path of an image
}

// Credits says who made an edition. The publisher and the authors are names, plain
// text that citations and machines take as well; of the others it says all that
// an imprint may: links, a licence, where a picture is from.
type Credits struct {
	Publisher string
	Authors   []string
	Design    *Markdown // inline; may be nil
	Photo     *Markdown // inline; may be nil
}

func (f *front) report(r *strictyaml.Reader) *ReportFront {
	out := &ReportFront{}
	out.Period, out.PeriodWord = f.period(r.RequireScalar("period"))
	if n := r.Require("areas"); n != nil && n.Kind == strictyaml.List && len(n.Items) == 0 {
		f.problems.Errorf(n.Pos, n.Len, "front-matter", "list the areas that the edition is about", "areas is an empty list")
	}
	out.Areas = scalars(r.Strings("areas"))
	out.Compare = f.compare(r.Scalar("compare"))
	if n := r.Scalar("published"); n != nil {
		out.Published, out.PublishedWord = f.date(n), scalar(n)
	}
	out.Updated = f.date(r.Scalar("updated"))
	if credits := r.Read("credits", "credits"); !credits.Empty() {
		out.Credits.Publisher = f.name(credits.Scalar("publisher"))
		for _, n := range credits.Strings("authors") {
			out.Credits.Authors = append(out.Credits.Authors, f.name(n))
		}
		out.Credits.Design = f.line(credits.Scalar("design"))
		out.Credits.Photo = f.line(credits.Scalar("photo"))
		credits.Done()
	}
	out.Acknowledgements = f.blocks(r.Scalar("acknowledgements"))
	out.Citation = f.line(r.Scalar("citation"))
	out.Cover = f.upload(r.Scalar("cover"))
	return out
}

// compare reads what an edition compares itself with.
func (f *front) compare(n *strictyaml.Node) Scalar {
	if n == nil {
		return Scalar{}
	}
	if _, err := period.Parse(n.Value); err != nil && n.Value != "year-before" && n.Value != "previous" {
		f.problems.Errorf(n.Pos, n.Len, "front-matter", "write year-before, previous or a period such as 2022-Q1", "compare: %q is no period", n.Value)
		return Scalar{}
	}
	return scalar(n)
}
