package content

import (
	"strings"

	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// RegionFront is the front matter of a region page. Its name is the Title of
// the document.
type RegionFront struct {
	Overview           *Markdown // blocks; nil after a problem
	GovernmentResponse *Markdown // blocks; may be nil
	Map                Scalar    // path of an image
	MapAlt             *Markdown // inline; may be nil
	Areas              []Scalar
	News               *News
	Links              *Links
	Subregions         []Scalar // files, as content/pages/regions/the-balkans/serbia.md
}

// News is newsUpdates: short dated messages.
type News struct {
	Title        *Markdown // inline; may be nil
	VisibleCount int       // how many are shown at once; all where it is not given
	Updates      []Update  // as written: pinned ones are not yet first
}

// Update is one of the messages.
type Update struct {
	Title   *Markdown // inline
	Content *Markdown // blocks; may be nil
	Date    period.Day
	Pinned  bool
}

// Links is stayInformed: a titled list of links.
type Links struct {
	Title *Markdown // inline; may be nil
	Links []LinkEntry
}

// LinkEntry is a link of the list.
type LinkEntry struct {
	Label       Scalar
	URL         Scalar // empty after a problem
	Description *Markdown
}

func (f *front) region(r *strictyaml.Reader) *RegionFront {
	out := &RegionFront{
		Overview:           f.blocks(r.RequireScalar("overview")),
		GovernmentResponse: f.blocks(r.Scalar("governmentResponse")),
		Map:                f.upload(r.Scalar("map")),
		MapAlt:             f.title(r.Scalar("mapAlt")),
		Areas:              scalars(r.Strings("areas")),
		News:               f.news(r.Read("newsUpdates", "newsUpdates")),
		Links:              f.links(r.Read("stayInformed", "stayInformed")),
	}
	for _, n := range r.Strings("subregions") {
		if !strings.HasSuffix(n.Value, ".md") {
			f.problems.Errorf(n.Pos, n.Len, "front-matter", "name the file of the page, as in content/pages/regions/the-balkans/serbia.md", "the subregion %q is no Markdown file", n.Value)
			continue
		}
		out.Subregions = append(out.Subregions, scalar(n))
	}
	return out
}

func (f *front) news(r *strictyaml.Reader) *News {
	if r.Empty() {
		return nil
	}
	out := &News{Title: f.title(r.Scalar("title"))}
	count := r.Scalar("visibleCount")
	out.VisibleCount = r.Int("visibleCount", -1)
	for _, n := range r.List("updates") {
		u := strictyaml.Read(n, "an update", f.problems)
		out.Updates = append(out.Updates, Update{
			Title:   f.title(u.RequireScalar("title")),
			Content: f.blocks(u.Scalar("content")),
			Date:    f.date(u.RequireScalar("date")),
			Pinned:  u.Bool("pinned"),
		})
		u.Done()
	}
	r.Done()
	if out.VisibleCount < 0 {
		if count != nil && strings.HasPrefix(count.Value, "-") {
			f.problems.Errorf(count.Pos, count.Len, "front-matter", "write how many updates are shown at once", "visibleCount cannot be negative")
		}
		out.VisibleCount = len(out.Updates)
	}
	return out
}

func (f *front) links(r *strictyaml.Reader) *Links {
	if r.Empty() {
		return nil
	}
	out := &Links{Title: f.title(r.Scalar("title"))}
	for _, n := range r.List("links") {
		l := strictyaml.Read(n, "a link", f.problems)
		out.Links = append(out.Links, LinkEntry{
			Label:       scalar(l.RequireScalar("label")),
			URL:         f.address(l.RequireScalar("url")),
			Description: f.title(l.Scalar("description")),
		})
		l.Done()
	}
	r.Done()
	return out
}
