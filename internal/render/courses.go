package render

import (
	"fmt"
	"html/template"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/site"
)

// mostCourses is how many areas the page of an indicator shows the course of.
const mostCourses = 12

// courses fills the view of an indicator with its course in each area.
func (d *drawing) courses(v *IndicatorView, i *data.Indicator) {
	v.MostPeriods = mostTrend
	all := d.site.Courses(i, leastTrend, v.MostPeriods)
	if more := len(all) - mostCourses; more > 0 {
		v.More = d.count(more, "more area has such a course.", "more areas have such a course.")
		all = all[:mostCourses]
	}
	for n := range all {
		c := &all[n]
		line, err := chart.Spark(c.Points, d.courseLabel(c), d.uniqueID("chart-"+i.ID+"-"+c.Area.ID+"_line"))
		if err != nil {
			d.fail(fmt.Errorf("drawing the course of %s in %s: %w", i.ID, c.Area.ID, err))
			return
		}
		v.Dotted = v.Dotted || estimates(c) > 0
		v.Courses = append(v.Courses, CourseRow{
			Area: d.areaLink(c.Area), Line: template.HTML(line), First: d.courseEnd(c, 0), Last: d.courseEnd(c, len(c.Values)-1),
		})
	}
}

// courseEnd is the n-th value of a course, leading to its row on the same page.
func (d *drawing) courseEnd(c *site.Course, n int) CourseEnd {
	o, l := c.Values[n], d.site.Locale
	end := CourseEnd{
		Period: upperFirst(l.PeriodShort(c.At(n))),
		Value:  Cell{URL: "#" + site.CellID(o), Machine: o.Value.String(), Numeric: true, Estimated: o.Status.Estimated()},
	}
	end.Value.Text, _ = figure.Written(o, l)
	end.Value.Revised = d.revisedOf(o)
	if !o.HasValue {
		end.Value.Machine = o.Share.String()
	}
	if o.Status != data.Normal && o.Status != data.Break { // a break begins the course, and is none within it
		end.Status = o.Status.Name()
	}
	return end
}

// courseLabel says in words what the line of a course shows: "Serbia, 24 months,
// from 653 in Jan 2023 to 812 in Dec 2024; lowest: 90 in Apr 2024; highest: 2,516
// in Jan 2024; 2 are estimates".
func (d *drawing) courseLabel(c *site.Course) string {
	l := d.site.Locale
	dated := func(n int) string { return c.Points[n].Label + " in " + l.PeriodShort(c.At(n)) }
	low, high, last := 0, 0, len(c.Points)-1
	for n, p := range c.Points {
		if p.Value < c.Points[low].Value {
			low = n
		}
		if p.Value > c.Points[high].Value {
			high = n
		}
	}
	label := c.Area.Name + ", " + d.count(len(c.Points), c.Unit.String(), c.Unit.String()+"s") + ", from " + dated(0) + " to " + dated(last)
	if low != 0 && low != last {
		label += "; lowest: " + dated(low)
	}
	if high != 0 && high != last {
		label += "; highest: " + dated(high)
	}
	switch n := estimates(c); {
	case n == len(c.Points):
		label += "; all are estimates"
	case n > 0:
		label += "; " + d.count(n, "is an estimate", "are estimates")
	}
	return label
}

// estimates counts the values of a course that are not firm.
func estimates(c *site.Course) int {
	n := 0
	for _, p := range c.Points {
		if p.Estimated {
			n++
		}
	}
	return n
}
