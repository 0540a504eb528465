package check

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// near is how many days may lie between two values of an indicator that is
// counted by the day.
const near = 7

// stockSpans reports stocks that are given for a span, as a flow would be, and
// flows that are given for a day, as a stock would be. What is counted by the
// day may be: its unit says so, or it has a value for another day close by.
func stockSpans(s *site.Site, r *Reporter) {
	days := map[*data.Indicator][]period.Day{} // of flows
	spans, dated := gather(r), []*data.Observation{}
	for _, o := range s.Set.Observations() {
		if o.Parent != nil {
			continue // it has the period of its total
		}
		switch first, last := o.Stretch(); {
		case o.Indicator.Measure == data.Stock && o.Period.Len() > 1:
			spans.add(o, nil)
		case o.Indicator.Measure == data.Flow && first == last:
			days[o.Indicator] = append(days[o.Indicator], first)
			dated = append(dated, o)
		}
	}
	spans.report(r, func(o *data.Observation) (string, string) {
		_, last := o.Stretch()
		return o.Indicator.ID + " is a stock, counted on one day, but given for the span " + o.Period.String(),
			"write the day on which it was counted, such as " + last.String() + ", or the month that ends with it"
	})
	for _, all := range days {
		slices.Sort(all)
	}
	single := gather(r)
	for _, o := range dated {
		if first, _ := o.Stretch(); !daily(o.Indicator, days[o.Indicator], first) {
			single.add(o, nil)
		}
	}
	single.report(r, func(o *data.Observation) (string, string) {
		return o.Indicator.ID + " is a flow, counted over a stretch of time, but given for the day " + o.Period.String(),
			"write the period over which it was counted; the day on which it was published belongs to the source"
	})
}

// daily tells whether an indicator is counted by the day.
func daily(i *data.Indicator, days []period.Day, day period.Day) bool {
	for _, text := range []string{i.Unit.One, i.Unit.Other, i.Name} {
		words := strings.Fields(strings.ToLower(text))
		if slices.Contains(words, "daily") || len(words) > 1 && words[len(words)-1] == "day" { // people a day
			return true
		}
	}
	at, _ := slices.BinarySearch(days, day)
	after, _ := slices.BinarySearch(days, day+1)
	return at > 0 && day-days[at-1] <= near || after < len(days) && days[after]-day <= near
}
