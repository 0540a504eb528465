package figure

import (
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/diag"
)

// Evaluate works the expression out in a scope. With errors among the problems
// there is no value to show. Of a set from which something was refused nothing
// is said: the value is Broken, as what is missing may be just that.
func (e *Expression) Evaluate(s Scope) (Value, diag.Problems) {
	v := &evaluation{Expression: e, Scope: s}
	value := v.evaluate()
	if v.problems.Errors() > 0 && (!s.Set.Whole() || !s.Set.Complete() && v.onlyFigures()) {
		return Value{Broken: true}, nil
	}
	return value, v.problems
}

// onlyFigures tells whether all names were known, and only cells were not.
func (v *evaluation) onlyFigures() bool {
	return !slices.ContainsFunc(v.problems, func(p diag.Problem) bool { return p.Rule != "figure" && p.Rule != "not-additive" })
}

func (v *evaluation) evaluate() Value {
	if v.subject.text == "period" {
		return v.periodWords()
	}
	r, ok := v.resolve()
	if !ok {
		return Value{}
	}
	switch v.format.text {
	case "months":
		v.fail(v.format, "figure", "write {{ period | months }}", "months is a format of period, not of %s", r.indicator.ID)
		return Value{}
	case "top":
		return v.top(r)
	case "share":
		return v.share(r)
	case "change", "increase", "rose", "more", "times":
		return v.comparison(r)
	}
	found, ok := v.amount(r, v.subject)
	if !ok {
		return Value{}
	}
	value := v.plain(found)
	switch {
	case value.Broken:
	case v.format.text == "about":
		v.about(&value)
	case v.format.text == "words":
		v.inWords(&value)
	}
	return value
}

// periodWords is {{ period }}.
func (v *evaluation) periodWords() Value {
	if v.Expression.area.text != "" {
		v.fail(v.Expression.area, "figure", "write {{ period }} or {{ period 2022-Q1 }}", "a period has no area")
	}
	if len(v.categories) > 0 {
		v.fail(v.categories[0].dimension, "figure", "write {{ period }} or {{ period 2022-Q1 }}", "a period has no categories")
	}
	if f := v.format.text; f != "" && f != "months" {
		v.fail(v.format, "figure", "write {{ period }} or {{ period | months }}", "%s is no format of a period", f)
	}
	p := v.when(v.time, v.Period)
	if p.IsZero() {
		v.fail(v.subject, "figure", "name one: {{ period 2023-Q1 }}", "the page is about no one period")
	}
	if len(v.problems) > 0 {
		return Value{}
	}
	text := v.Locale.PeriodInText(p)
	if v.format.text == "months" {
		text = v.Locale.Months(p)
	}
	return Value{Text: text, Subject: "the period " + p.String()}
}

// plain is a number as it stands in the data.
func (v *evaluation) plain(found amount) Value {
	value := Value{Kind: found.kind, Number: found.number, Subject: found.describe, exact: whole(found.number), Machine: found.number.String()}
	value.rest(found.used...)
	value.Summed = found.single == nil
	switch found.kind {
	case Share:
		value.Text = v.percent(value.exact)
	case Change:
		value.Text = v.Locale.SignedPercent(found.number)
	default:
		value.Text = v.Locale.Number(found.number)
	}
	if value.Broken {
		value.Machine = ""
	}
	return value
}

// percent writes a share: as it was published, except that what is under one
// but not zero reads "less than 1%".
func (v *evaluation) percent(exact ratio) string {
	if exact.sign() > 0 && exact.belowOne() {
		return "less than" + noBreak + "1%"
	}
	scale := 0
	if exact.factor == 1 {
		scale = exact.a.Scale()
	}
	rounded, _ := exact.round(scale)
	return v.Locale.Percent(rounded)
}

// noBreak keeps a number to its word.
const noBreak = "\u00a0"

// about keeps two significant digits.
func (v *evaluation) about(value *Value) {
	if value.Kind != Count {
		v.fail(v.format, "figure", "leave it out", "about rounds counts, and %s is a percentage", value.Subject)
		return
	}
	digits, _ := value.Number.Abs().Digits()
	rounded, ok := value.Number.Round(min(0, 2-len(digits)))
	if !ok {
		return
	}
	value.Number = rounded
	value.Text = "about" + noBreak + v.Locale.Number(rounded)
}

// inWords spells a count.
func (v *evaluation) inWords(value *Value) {
	n, isWhole := value.Number.Int()
	words, ok := spell(n)
	if value.Kind != Count || !isWhole || !ok {
		v.fail(v.format, "figure", "write the number in digits: leave out | words", "words spells whole counts from 0 to 999, and %s is %s", value.Subject, value.Text)
		return
	}
	value.Text = words
}

// share is the part that an observation makes of the total it splits.
func (v *evaluation) share(r resolved) Value {
	if len(r.path) == 0 && r.indicator.Measure != data.Share {
		v.fail(v.format, "figure", "name a part: {{ "+v.subject.text+" age=children | share }}", "share is of a part, and %s is a total", describe(r))
		return Value{}
	}
	found, ok := v.amount(r, v.subject)
	if !ok {
		return Value{}
	}
	value := Value{Kind: Share, Subject: found.describe + ", share"}
	value.rest(found.used...)
	switch {
	case found.broken:
		value.Broken = true
		return value
	case found.kind == Share:
		value.exact = whole(found.number)
	case found.single == nil || found.single.Parent == nil || !found.single.Parent.HasValue || found.single.Parent.Value.Sign() <= 0:
		v.fail(v.format, "figure", "show the count: leave out | share", "%s is not part of a total above zero, so it has no share", found.describe)
		return Value{}
	default:
		value.exact = ratio{found.number, found.single.Parent.Value, 100}
		value.rest(found.single.Parent)
	}
	value.Number, _ = value.exact.round(0)
	if value.exact.factor == 1 {
		value.Number = found.number
	}
	value.Machine = value.Number.String()
	value.Text = v.percent(value.exact)
	return value
}

// top lists the largest parts of an observation.
func (v *evaluation) top(r resolved) Value {
	if _, ok := v.Set.Dimension(v.dimension.text); !ok {
		v.unknownDimension(v.dimension)
		return Value{}
	}
	total, ok := v.Set.Lookup(data.Cell{Indicator: r.indicator.ID, Area: r.area.ID, Period: r.period, Categories: data.CategoriesKey(r.path)})
	if !ok {
		_, _ = v.amount(r, v.subject) // says what there is instead
		if len(v.problems) == 0 {
			v.fail(v.format, "figure", "", "%s is a sum, which is not split by %s", describe(r), v.dimension.text)
		}
		return Value{}
	}
	value := Value{Subject: describe(r) + ", by " + v.dimension.text}
	parts := slices.Clone(v.Set.Parts(total, v.dimension.text))
	value.Broken = total.Broken || slices.ContainsFunc(parts, func(o *data.Observation) bool { return o.Broken })
	if value.Broken {
		return value
	}
	parts = slices.DeleteFunc(parts, func(o *data.Observation) bool { return o.Status == data.CannotExist })
	slices.SortStableFunc(parts, func(x, y *data.Observation) int { return size(y).Cmp(size(x)) })
	if !v.ranked(parts, r) {
		return Value{}
	}
	var words []string
	for _, o := range parts[:v.count] {
		number := v.Locale.Number(o.Value)
		if !o.HasValue {
			number = v.Locale.Percent(o.Share)
		}
		words = append(words, v.categoryName(o)+noBreak+"("+number+")")
		value.rest(o)
	}
	value.Text = v.Locale.List(words)
	value.rest(total)
	return value
}

// ranked tells whether the parts, the largest first, say which are the largest:
// there are enough of them, all have a value of one sort, and the last that is
// asked for is larger than the next.
func (v *evaluation) ranked(parts []*data.Observation, r resolved) bool {
	name := describe(r) + " by " + v.dimension.text
	for _, o := range parts {
		switch {
		case !o.HasValue && !o.HasShare:
			v.fail(v.format, "figure", "name the categories one by one", "which parts of %s are the largest is not known: %s has no value: %s", name, o.Path[len(o.Path)-1].ID, o.Status.Name())
			return false
		case o.HasValue != parts[0].HasValue:
			v.fail(v.format, "figure", "name the categories one by one", "counts and shares stand side by side in %s", name)
			return false
		}
	}
	n := v.count
	switch {
	case len(parts) < n:
		v.fail(v.format, "figure", "ask for fewer, or enter more parts", "top %d wants more parts than %s has: %d", n, name, len(parts))
		return false
	case len(parts) > n && size(parts[n-1]).Cmp(size(parts[n])) == 0:
		v.fail(v.format, "figure", "ask for more or for fewer", "top %d would cut between equals: %s and %s in %s", n, v.categoryName(parts[n-1]), v.categoryName(parts[n]), name)
		return false
	}
	return true
}

// categoryName is the name of the category of an observation in the dimension
// of top.
func (v *evaluation) categoryName(o *data.Observation) string {
	id := o.Path[len(o.Path)-1].ID
	if dimension, ok := v.Set.Dimension(v.dimension.text); ok {
		if c, ok := dimension.Category(id); ok {
			return c.Name
		}
	}
	return id
}

func size(o *data.Observation) decimal.Decimal {
	if o.HasValue {
		return o.Value
	}
	return o.Share
}
