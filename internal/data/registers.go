package data

// site enters all of data/site.yaml.
func (st *stamp) site(s *Site) {
	st.texts(s.Title, s.Description, s.Language, s.BaseURL, s.Accent, s.Publisher.Name, s.Publisher.Address, s.Publisher.Email, s.Publisher.URL,
		s.License.Name, s.License.URL, s.Maps.Disclaimer)
	for _, n := range []int{int(s.NextRelease), s.Thresholds.SmallBase, s.Thresholds.SmallCount, len(s.Publisher.Social), len(s.Lowered)} {
		st.number(int64(n))
	}
	for _, link := range s.Publisher.Social {
		st.texts(link.Name, link.URL)
	}
	for _, l := range s.Lowered {
		st.texts(l.Rule, l.Reason)
		st.number(int64(l.Severity))
		st.at(l.Pos, l.Len)
	}
	st.at(s.LanguagePos, 0)
	st.at(s.NextReleasePos, 0)
	st.at(s.Pos, 0)
}

// registers enters all that every output may read.
func (st *stamp) registers(s *Set) {
	st.site(&s.Site)
	st.names(s)
}

// names enters what the registers say of areas, indicators and dimensions, in their
// order, which is that of observations.
func (st *stamp) names(s *Set) {
	st.number(int64(len(s.areas.list)))
	for _, a := range s.areas.list {
		st.area(a)
	}
	st.number(int64(len(s.indicators.list)))
	for _, i := range s.indicators.list {
		st.indicator(i)
	}
	st.number(int64(len(s.dimensions.list)))
	for _, d := range s.dimensions.list {
		st.dimension(d)
	}
}

func (st *stamp) area(a *Area) {
	st.texts(a.ID, a.Name, a.Code, a.Note)
	st.texts(a.Members...)
	st.texts(a.Covers...)
	st.flags(a.Group)
	st.at(a.Pos, 0)
}

func (st *stamp) indicator(i *Indicator) {
	st.texts(i.ID, i.Name, i.Unit.One, i.Unit.Other, i.Definition, i.Caveat)
	st.number(int64(i.Measure))
	st.number(int64(i.Add))
	st.flags(i.Example, i.Of != nil)
	if i.Of != nil {
		st.text(i.Of.ID)
	}
	st.accepts(i.Accepts)
	st.at(i.Pos, 0)
}

func (st *stamp) dimension(d *Dimension) {
	st.texts(d.ID, d.Name)
	st.number(int64(len(d.Categories)))
	for _, c := range d.Categories {
		st.texts(c.ID, c.Name)
	}
	st.flags(d.index != nil)
	st.at(d.Pos, 0)
}
