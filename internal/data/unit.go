package data

import (
	"slices"
	"strings"

	"bulletin/internal/decimal"
)

// Unit is the word for what is counted. It may be empty for shares and changes.
type Unit struct{ One, Other string }

// divides tells whether there can be a fraction of what is counted: the unit
// says that it is an average (people a day, cases per week), many at once (million
// people), or something that is measured (euros, hours). Where it is not known,
// there can.
func (u Unit) divides() bool {
	words := strings.Fields(strings.ToLower(u.One + " " + u.Other))
	return len(words) == 0 || slices.ContainsFunc(words, func(w string) bool {
		switch w {
		case "a", "an", "each", "every", "per", "average", "mean", "median", "daily", "weekly", "monthly", "yearly", "rate", "ratio", "index", "%", "percent", "cent":
			return true
		}
		switch strings.TrimSuffix(w, "s") {
		case "hundred", "thousand", "million", "billion":
			return true
		case "euro", "eur", "€", "dollar", "usd", "$", "pound", "gbp", "£", "franc", "chf", "dinar", "rsd", "lek", "leke", "denar", "leu", "lei", "lev", "leva", "mark", "lira":
			return true
		case "second", "minute", "hour", "day", "night", "week", "month", "year", "metre", "meter", "kilometre", "kilometer", "km", "mile", "hectare", "litre", "liter",
			"gram", "kilogram", "kilo", "kg", "tonne", "ton", "degree", "point", "equivalent", "fte":
			return true
		}
		return strings.ContainsAny(w, "/²³")
	})
}

// whole tells whether a number has no fraction, however it is written.
func whole(d decimal.Decimal) bool {
	_, fraction := d.Digits()
	return strings.Trim(fraction, "0") == ""
}
