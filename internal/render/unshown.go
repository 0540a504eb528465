package render

import (
	"bytes"
	"slices"

	"bulletin/internal/diag"
)

// unshown finds the notes that the finished page has marks of, and shows nowhere:
// their marks lead to nothing. It tells whether there are any.
func (n *notes) unshown(page []byte) bool {
	if len(n.byPart) == 0 {
		return false
	}
	there, any := noteIDs(page), false
	for _, list := range n.byPart {
		for _, f := range list {
			f.lost = !there[f.id]
			any = any || f.lost
		}
	}
	return any
}

// noteIDs are the ids on a page that those of notes may be among. A theme writes
// them in double quotes, single ones or none.
func noteIDs(page []byte) map[string]bool {
	all := map[string]bool{}
	for {
		_, rest, found := bytes.Cut(page, []byte(" id="))
		if !found {
			return all
		}
		ends := " \t\n>"
		if len(rest) > 0 && (rest[0] == '"' || rest[0] == '\'') {
			ends, rest = string(rest[:1]), rest[1:]
		}
		if id := rest[:max(0, bytes.IndexAny(rest, ends))]; bytes.Contains(id, []byte("note-")) {
			all[string(id)] = true
		}
		page = rest
	}
}

// noteless reports a theme of one's own that shows marks and not their notes, at
// the template that most likely leaves them out.
func (d *drawing) noteless() {
	at := "templates/" + d.template + ".html"
	for _, name := range []string{"templates/base.html", "templates/partials/notes.html"} {
		if slices.ContainsFunc(d.templates.own, func(own ownFile) bool { return own.name == name }) {
			at = name
			break
		}
	}
	d.problems.Errorf(diag.Pos{File: at}, 0, "template",
		`show them by {{template "notes" .Frame}}, or write each of .Notes with id="{{.ID}}", as templates/partials/notes.html of the built-in theme does`,
		"the text has marks of notes, and the page shows the notes nowhere")
}
