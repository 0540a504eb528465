package gate

import (
	"encoding/json"
	"io"
)

type (
	listJSON struct {
		Edition  string         `json:"edition"`
		Period   string         `json:"period"`
		Ready    bool           `json:"ready"`
		Left     int            `json:"left"`
		Unsure   bool           `json:"unsure"`
		Chapters []chapterJSON  `json:"chapters"`
		Accepted []acceptedJSON `json:"accepted"`
		Next     []string       `json:"next"`
	}
	chapterJSON struct {
		Title   string     `json:"title"`
		File    string     `json:"file,omitempty"`
		Cells   shareJSON  `json:"cells"`
		Numbers shareJSON  `json:"numbers"`
		Left    []leftJSON `json:"left"`
		Done    []doneJSON `json:"done"`
	}
	shareJSON struct {
		Have int `json:"have"`
		Of   int `json:"of"`
	}
	leftJSON struct {
		Line    Line   `json:"line"`
		Rule    string `json:"rule"`
		Message string `json:"message"`
		Hint    string `json:"hint,omitempty"`
		placeJSON
	}
	doneJSON struct {
		Line  Line   `json:"line"`
		Words string `json:"words"`
	}
	acceptedJSON struct {
		Rule    string `json:"rule"`
		Message string `json:"message"`
		Reason  string `json:"reason"`
		placeJSON
	}
	placeJSON struct {
		File   string `json:"file"`
		At     int    `json:"at,omitempty"` // line of the file; what the gate calls a line is another thing
		Column int    `json:"column,omitempty"`
	}
)

// writeJSON writes a checklist as one object. Lists are never null.
func writeJSON(w io.Writer, l *List) error {
	out := listJSON{Edition: l.Edition, Period: l.Period, Ready: l.Ready(), Left: l.Left(), Unsure: l.Unsure,
		Chapters: []chapterJSON{}, Accepted: []acceptedJSON{}, Next: append([]string{}, l.Next...)}
	for _, c := range l.Chapters {
		chapter := chapterJSON{Title: c.Title, File: c.File, Cells: shareJSON(c.Cells), Numbers: shareJSON(c.Numbers), Left: []leftJSON{}, Done: []doneJSON{}}
		for _, left := range c.Left {
			chapter.Left = append(chapter.Left, leftJSON{left.Line, left.Rule, left.Message, left.Hint, placeJSON{left.Pos.File, left.Pos.Line, left.Pos.Col}})
		}
		for _, d := range c.Done {
			chapter.Done = append(chapter.Done, doneJSON(d))
		}
		out.Chapters = append(out.Chapters, chapter)
	}
	for _, p := range l.Accepted {
		out.Accepted = append(out.Accepted, acceptedJSON{p.Rule, p.Message, p.Reason, placeJSON{p.Pos.File, p.Pos.Line, p.Pos.Col}})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
