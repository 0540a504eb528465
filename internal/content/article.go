package content

import (
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// SnapshotFront is the front matter of a monthly snapshot.
type SnapshotFront struct {
	Period     period.Period
	PeriodWord Scalar     // as written, and where
	Published  period.Day // 0 without one
	Areas      []Scalar
}

func (f *front) snapshot(r *strictyaml.Reader) *SnapshotFront {
	out := &SnapshotFront{}
	out.Period, out.PeriodWord = f.period(r.RequireScalar("period"))
	out.Published = f.date(r.Scalar("published"))
	out.Areas = scalars(r.Strings("areas"))
	return out
}

// ArticleFront is the front matter of a news article.
type ArticleFront struct {
	Date     period.Day
	Location string
	Source   Scalar // key of the source that it reports
	Contacts []Contact
}

// Contact is somebody to ask.
type Contact struct{ Name, Email, Phone string }

func (f *front) article(r *strictyaml.Reader) *ArticleFront {
	out := &ArticleFront{
		Date:     f.date(r.RequireScalar("date")),
		Location: r.String("location"),
		Source:   scalar(r.Scalar("source")),
	}
	for _, n := range r.List("contacts") {
		c := strictyaml.Read(n, "a contact", f.problems)
		out.Contacts = append(out.Contacts, Contact{
			Name:  c.RequireString("name"),
			Email: f.email(c.Scalar("email")),
			Phone: c.String("phone"),
		})
		c.Done()
	}
	return out
}
