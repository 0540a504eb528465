package site

import (
	"cmp"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/figure"
)

// entitle gives every page its title and its key figure: what pages show of one
// another.
func (a *assembly) entitle() {
	for _, p := range a.Pages {
		p.scope = a.scopeOf(p)
		if p.Document == nil {
			if p.Kind == Home {
				p.Title = a.Set.Site.Title
			}
			p.plainTitle = p.Title
			continue
		}
		p.Title, p.plainTitle = p.Document.PlainTitle, p.Document.PlainTitle
		if m := p.Document.Title; m != nil && len(m.Expressions) > 0 {
			t := a.text(p, m, map[string]bool{})
			p.Title, p.plainTitle = t.Marked(), t.Plain()
		}
		if p.Title == "" && p.Kind == Home {
			p.Title = a.Set.Site.Title
		}
		p.plainTitle = cmp.Or(p.plainTitle, p.Title)
	}
	for _, p := range a.Pages {
		if p.Kind == Chapter && p.Area != nil && p.Edition != nil && p.Document.Section.Headline != nil {
			p.Headline = a.headline(p)
		}
	}
}

// evaluate turns every piece of Markdown of a page, whose document is open, into a
// Text.
func (a *assembly) evaluate(p *Page) {
	p.texts = map[*content.Markdown]*Text{}
	taken := map[string]bool{}
	for _, m := range p.Document.Texts() {
		if m == p.Document.Title { // what is wrong with it was said of the outline
			told := a.problems
			a.addText(p, m, taken)
			a.problems = told
			continue
		}
		a.addText(p, m, taken)
	}
	if p.Headline != nil {
		p.Headline.Words = p.Text(p.Document.Section.Headline.Text)
	}
	for _, m := range p.Document.Texts() {
		a.chooseCharts(p.texts[m])
	}
	a.nameCharts(p)
	p.gatherShown()
}

// scopeOf is what a bare figure on the page is about.
func (a *assembly) scopeOf(p *Page) figure.Scope {
	s := figure.Scope{Set: a.Set, Locale: a.Locale, Period: p.Period, Draft: p.IsDraft()}
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
	p.texts[m] = a.text(p, m, taken)
	for _, b := range m.Blocks {
		for _, inner := range []*content.Markdown{b.Title, b.Note} {
			if inner != nil {
				a.addText(p, inner, taken)
			}
		}
	}
}

// text evaluates the figures of a piece of Markdown, and names its headings.
func (a *assembly) text(p *Page, m *content.Markdown, taken map[string]bool) *Text {
	t := &Text{Page: p, Markdown: m, values: make([]Value, len(m.Expressions))}
	for _, e := range m.Expressions {
		t.values[e.Index] = a.value(p, e)
	}
	t.nameHeadings(taken)
	return t
}

// value evaluates an expression in the scope of its page.
func (a *assembly) value(p *Page, e *content.Expression) Value {
	if e.Literal || e.Todo {
		return Value{}
	}
	parsed, problems := figure.Parse(e.Source, e.PosAt)
	if problems.Errors() == 0 {
		v, found := parsed.Evaluate(p.scope)
		a.problems = append(a.problems, found...)
		return Value{Value: v, Failed: found.Errors() > 0 || v.Broken || len(v.Wants) > 0}
	}
	a.problems = append(a.problems, problems...)
	return Value{Failed: true}
}

// headline evaluates a chapter's key figure.
func (a *assembly) headline(p *Page) *Headline {
	front := p.Document.Section.Headline
	h := &Headline{BaseTime: p.Edition.Base}
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
		say, rule := a.problems.Errorf, "figure"
		if p.IsDraft() {
			say, rule = a.problems.Warnf, figure.RuleNoValue
		}
		say(front.Indicator.Pos, front.Indicator.Len, rule, figure.EnterHint, "the data has no %s for %s in %s", indicator.ID, p.Area.Name, a.Locale.PeriodInText(p.Period))
		return h
	}
	h.Base, _ = a.Set.Lookup(data.Cell{Indicator: indicator.ID, Area: p.Area.ID, Period: h.BaseTime})
	if v, ok := figure.ChangeBetween(h.Now, h.Base, p.scope); ok {
		h.Change = &v
	}
	return h
}

// Texts are all texts of the page in the order of its document; none while the page
// is closed.
func (p *Page) Texts() []*Text {
	if p.texts == nil {
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
