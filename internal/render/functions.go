package render

import (
	"errors"
	"fmt"
	"html/template"

	"bulletin/internal/chart"
	"bulletin/internal/content"
	"bulletin/internal/diag"
)

// functions are what a template may call, beside what its view holds. Each takes
// the view of the page first: "." in the file of a page, and what the page hands
// on as .Frame in a partial.
//
//	{{ chart . `type: bar
//	indicator: arrivals
//	title: "{{ arrivals }} people arrived"` }}
//	{{ spark . "arrivals" "serbia" }}
//
// chart draws the chart of a block's text, as a ```chart block on the page would.
// Its notes are numbered with those of the page; since no plan knows it, it has no
// files. spark draws the course of an indicator in an area up to the page's period,
// for a line of text; nothing where fewer than two periods have a value. What is
// wrong is a problem at the place of the call.
func functions() template.FuncMap {
	return template.FuncMap{
		"chart": func(view onPage, block string) (template.HTML, error) {
			if view == nil {
				return "", noView("chart")
			}
			return view.drawnBy().chartOf(block)
		},
		"spark": func(view onPage, indicator, area string) (template.HTML, error) {
			if view == nil {
				return "", noView("spark")
			}
			return view.drawnBy().spark(indicator, area)
		},
	}
}

// onPage is a view that knows the page it is for: all that hold a Frame.
type onPage interface{ drawnBy() *drawing }

func (f Frame) drawnBy() *drawing { return f.drawing }

// authorError is a problem with what a template asks for.
type authorError struct{ message, hint string }

func (e *authorError) Error() string { return e.message }

// noView is the problem of a call without the view of a page.
func noView(function string) error {
	return &authorError{function + " is given no view of a page", "write {{ " + function + " . … }}, or .Frame for the point in a partial"}
}

// chartOf draws the chart that a template writes.
func (d *drawing) chartOf(block string) (template.HTML, error) {
	c, problems := d.site.ChooseChart(d.page, content.ChartBlock, diag.Pos{File: "templates/" + d.template + ".html"}, []byte(block))
	for _, p := range problems {
		if p.Severity == diag.Error {
			return "", &authorError{p.Message, p.Hint}
		}
	}
	d.problems = append(d.problems, problems...)
	if c.Spec == nil && !c.NotYet {
		return "", errors.New("the chart shows nothing")
	}
	w := d.templates.buffer()
	defer d.templates.written.Put(w)
	err := d.chart(w, c)
	return template.HTML(w.String()), err
}

// spark draws the course of an indicator in an area, for a line of text.
func (d *drawing) spark(indicator, area string) (template.HTML, error) {
	if _, ok := d.site.Set.Indicator(indicator); !ok {
		return "", &authorError{fmt.Sprintf("unknown indicator %q", indicator), "name one of data/indicators.yaml"}
	}
	if _, ok := d.site.Set.Area(area); !ok {
		return "", &authorError{fmt.Sprintf("unknown area %q", area), "name one of data/areas.yaml"}
	}
	points, label, ok := d.site.Trend(d.page, indicator, area, mostTrend)
	if !ok {
		return "", nil
	}
	line, err := chart.Spark(points, label, d.uniqueID("chart-"+indicator+"-"+area+"_line"))
	return template.HTML(line), err
}
