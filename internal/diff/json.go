package diff

import (
	"encoding/json"
	"io"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/site"
)

// The shapes of the JSON; the package's doc says what the fields mean.
type (
	resultJSON struct {
		Before       string           `json:"before"`
		After        string           `json:"after"`
		Added        int              `json:"added"`
		Changed      int              `json:"changed"`
		Withdrawn    int              `json:"withdrawn"`
		Pages        int              `json:"pages"`
		Claims       int              `json:"claims"`
		Figures      int              `json:"figures"`
		Silent       int              `json:"silent"`
		Incomplete   []string         `json:"incomplete"`
		Observations []changeJSON     `json:"observations"`
		Indicators   []definitionJSON `json:"indicators"`
		Revisions    []revisedJSON    `json:"revisions"`
		Records      []recordJSON     `json:"records"`
	}
	changeJSON struct {
		Change     Kind              `json:"change"`
		Name       string            `json:"name"`
		Indicator  string            `json:"indicator"`
		Area       string            `json:"area"`
		Period     string            `json:"period"`
		Categories map[string]string `json:"categories"`
		Differs    []string          `json:"differs"`
		Before     *observationJSON  `json:"before"`
		After      *observationJSON  `json:"after"`
		Published  *publishedJSON    `json:"published"`
		Page       string            `json:"page"`
		Places     []placeJSON       `json:"places"`
	}
	publishedJSON struct {
		Value   string  `json:"value"`
		Date    string  `json:"date"`
		Edition string  `json:"edition"`
		Revised *string `json:"revised"`
		Reason  *string `json:"reason"`
		Silent  bool    `json:"silent"`
	}
	observationJSON struct {
		Text   string       `json:"text"`
		Value  *json.Number `json:"value"`
		Share  *json.Number `json:"share"`
		Status string       `json:"status"`
		Source string       `json:"source"`
		Note   string       `json:"note"`
		File   string       `json:"file"`
		Line   int          `json:"line"`
	}
	placeJSON struct {
		Kind    PlaceKind   `json:"kind"`
		Page    string      `json:"page"`
		Title   string      `json:"title"`
		File    string      `json:"file"`
		Line    int         `json:"line"`
		Column  int         `json:"column"`
		Before  *string     `json:"before"`
		After   *string     `json:"after"`
		Claims  []claimJSON `json:"claims"`
		Missing []string    `json:"missing"`
		Empty   bool        `json:"empty"`
	}
	claimJSON struct {
		Text    string `json:"text"`
		File    string `json:"file"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Held    *bool  `json:"held"`
		Holds   *bool  `json:"holds"`
		Message string `json:"message"`
	}
	revisedJSON struct {
		Change     Kind              `json:"change"`
		Name       string            `json:"name"`
		Indicator  string            `json:"indicator"`
		Area       string            `json:"area"`
		Period     string            `json:"period"`
		Categories map[string]string `json:"categories"`
		Before     *revisionJSON     `json:"before"`
		After      *revisionJSON     `json:"after"`
	}
	revisionJSON struct {
		Was    string `json:"was"`
		Now    string `json:"now"`
		Date   string `json:"date"`
		Reason string `json:"reason"`
		Line   int    `json:"line"`
	}
	recordJSON struct {
		Edition  string `json:"edition"`
		Recorded int    `json:"recorded"`
		Removed  int    `json:"removed"`
		Altered  int    `json:"altered"`
	}
	definitionJSON struct {
		Indicator string `json:"indicator"`
		Key       string `json:"key"`
		Before    string `json:"before"`
		After     string `json:"after"`
	}
)

func writeJSON(w io.Writer, r *Result) error {
	out := resultJSON{
		Before: r.Before, After: r.After,
		Added: r.Count(Added), Changed: r.Count(Changed), Withdrawn: r.Count(Withdrawn),
		Pages: r.Pages(), Claims: len(r.Broken()), Figures: len(r.Missing()), Silent: len(r.Silent()),
		Incomplete: append([]string{}, r.Incomplete...), Observations: []changeJSON{}, Indicators: []definitionJSON{},
		Revisions: []revisedJSON{}, Records: []recordJSON{},
	}
	for _, c := range r.Changes {
		out.Observations = append(out.Observations, c.json())
	}
	for _, d := range r.Definitions {
		out.Indicators = append(out.Indicators, definitionJSON(d))
	}
	for _, c := range r.Revisions {
		out.Revisions = append(out.Revisions, c.json())
	}
	for _, c := range r.Records {
		out.Records = append(out.Records, recordJSON(c))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func (c *Change) json() changeJSON {
	o := c.Now()
	out := changeJSON{
		Change: c.Kind, Name: c.Name, Indicator: o.Indicator.ID, Area: o.Area.ID, Period: o.Period.String(), Categories: map[string]string{},
		Differs: append([]string{}, c.Differs...), Before: observed(c.Before, c.Was), After: observed(c.After, c.Is),
		Published: c.Published.json(), Page: site.CellRoute(o), Places: []placeJSON{},
	}
	for _, step := range o.Path {
		out.Categories[step.Dimension] = step.ID
	}
	for _, p := range c.Places {
		out.Places = append(out.Places, p.json())
	}
	return out
}

func (p *Publication) json() *publishedJSON {
	if p == nil {
		return nil
	}
	out := &publishedJSON{Value: p.Entry.Value.String(), Date: p.Entry.Date.String(), Edition: p.Entry.Record.Edition, Silent: p.Silent}
	if p.Revision != nil {
		date := p.Revision.Date.String()
		out.Revised, out.Reason = &date, &p.Revision.Reason
	}
	return out
}

func observed(o *data.Observation, text string) *observationJSON {
	if o == nil {
		return nil
	}
	return &observationJSON{
		Text: text, Value: number(o.Value, o.HasValue), Share: number(o.Share, o.HasShare),
		Status: o.Status.String(), Source: sourceKey(o), Note: o.Note, File: o.Pos.File, Line: o.Pos.Line,
	}
}

// number is exact: the digits as they were entered.
func number(d decimal.Decimal, ok bool) *json.Number {
	if !ok {
		return nil
	}
	n := json.Number(d.String())
	return &n
}

func (p Place) json() placeJSON {
	out := placeJSON{
		Kind: p.Kind, Page: p.Page, Title: p.PageTitle, File: p.Pos.File, Line: p.Pos.Line, Column: p.Pos.Col,
		Claims: []claimJSON{}, Missing: []string{}, Empty: p.Empty,
	}
	for _, m := range p.Missing {
		out.Missing = append(out.Missing, m.Source)
	}
	if !p.New {
		out.Before = &p.Before
	}
	if !p.Gone {
		out.After = &p.After
	}
	for _, c := range p.Claims {
		claim := claimJSON{Text: c.Text, File: c.Pos.File, Line: c.Pos.Line, Column: c.Pos.Col, Message: c.Message}
		if c.Before {
			claim.Held = &c.Held
		}
		if c.After {
			claim.Holds = &c.Holds
		}
		out.Claims = append(out.Claims, claim)
	}
	return out
}

func (c *RevisionChange) json() revisedJSON {
	r := c.Now()
	out := revisedJSON{
		Change: c.Kind, Name: c.Name, Indicator: r.Cell.Indicator, Area: r.Cell.Area, Period: r.Cell.Period.String(), Categories: map[string]string{},
		Before: revisionOf(c.Before), After: revisionOf(c.After),
	}
	for _, step := range r.Path {
		out.Categories[step.Dimension] = step.ID
	}
	return out
}

func revisionOf(r *data.Revision) *revisionJSON {
	if r == nil {
		return nil
	}
	return &revisionJSON{Was: r.Was.String(), Now: r.Now.String(), Date: r.Date.String(), Reason: r.Reason, Line: r.Pos.Line}
}
