package site

import (
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/figure"
)

// evaluate turns every piece of Markdown of every page into a Text. Titles
// come first, since pages name one another.
func (a *assembly) evaluate() {
	for _, p := range a.Pages {
		p.texts = map[*content.Markdown]*Text{}
		p.scope = a.scopeOf(p)
		if p.Document == nil {
			if p.Kind == Home {
				p.Title = a.Set.Site.Title
			}
			continue
		}
		taken := map[string]bool{}
		for _, m := range p.Document.Texts() {
			a.addText(p, m, taken)
		}
		p.Title = p.Text(p.Document.Title).Marked()
		if p.Title == "" && p.Kind == Home {
			p.Title = a.Set.Site.Title
		}
	}
	for _, p := range a.Pages {
		if p.Kind == Chapter && p.Area != nil && p.Edition != nil && p.Document.Section.Headline != nil {
			p.Headline = a.headline(p)
		}
	}
	for _, p := range a.Pages {
		if p.Document == nil {
			continue
		}
		for _, m := range p.Document.Texts() {
			a.chooseCharts(p.texts[m])
		}
		a.nameCharts(p)
		p.gatherShown()
	}
	for _, e := range a.Editions {
		e.gatherShown()
	}
}

// scopeOf is what a bare figure on the page is about.
func (a *assembly) scopeOf(p *Page) figure.Scope {
	s := figure.Scope{Set: a.Set, Locale: a.Locale, Period: p.Period}
	if p.Area != nil {
		s.Area = p.Area.ID
	}
	if p.Edition != nil {
		s.Base = p.Edition.Base
		s.Headline = p.Edition.HeadlineOf
	}
	return s
}

// addText evaluates one piece of Markdown of a page.
func (a *assembly) addText(p *Page, m *content.Markdown, taken map[string]bool) {
	t := &Text{Page: p, Markdown: m, values: make([]Value, len(m.Expressions))}
	for _, e := range m.Expressions {
		t.values[e.Index] = a.value(p, e)
	}
	t.nameHeadings(taken)
	p.texts[m] = t
	for _, b := range m.Blocks {
		for _, inner := range []*content.Markdown{b.Title, b.Note} {
			if inner != nil {
				a.addText(p, inner, taken)
			}
		}
	}
}

// value evaluates an expression in the scope of its page.
func (a *assembly) value(p *Page, e *content.Expression) Value {
	if e.Literal {
		return Value{}
	}
	parsed, problems := figure.Parse(e.Source, e.PosAt)
	if problems.Errors() == 0 {
		v, found := parsed.Evaluate(p.scope)
		a.problems = append(a.problems, found...)
		return Value{Value: v, Failed: found.Errors() > 0 || v.Broken}
	}
	a.problems = append(a.problems, problems...)
	return Value{Failed: true}
}

// headline evaluates a chapter's key figure.
func (a *assembly) headline(p *Page) *Headline {
	front := p.Document.Section.Headline
	h := &Headline{BaseTime: p.Edition.Base, Words: p.Text(front.Text)}
	indicator := a.indicator(front.Indicator)
	if indicator == nil {
		return nil
	}
	var ok bool
	h.Indicator = indicator
	h.Now, ok = a.Set.Lookup(data.Cell{Indicator: indicator.ID, Area: p.Area.ID, Period: p.Period})
	if !ok {
		if !a.Set.Complete() {
			return h // it may be the one that was refused
		}
		a.problems.Errorf(front.Indicator.Pos, front.Indicator.Len, "figure", "enter it in data/observations/, with status: O if there is none",
			"the data has no %s for %s in %s", indicator.ID, p.Area.Name, a.Locale.PeriodInText(p.Period))
		return h
	}
	h.Base, _ = a.Set.Lookup(data.Cell{Indicator: indicator.ID, Area: p.Area.ID, Period: h.BaseTime})
	if v, ok := figure.ChangeBetween(h.Now, h.Base, p.scope); ok {
		h.Change = &v
	}
	return h
}

// Texts are all texts of the page in the order of its document.
func (p *Page) Texts() []*Text {
	if p.Document == nil {
		return nil
	}
	var all []*Text
	for _, m := range p.Document.Texts() {
		t := p.texts[m]
		all = append(all, t)
		for _, b := range m.Blocks {
			for _, inner := range []*content.Markdown{b.Title, b.Note} {
				if inner != nil {
					all = append(all, p.texts[inner])
				}
			}
		}
	}
	return all
}

// Scope is what a bare figure on the page is about.
func (p *Page) Scope() figure.Scope { return p.scope }
