package content

import "bulletin/internal/strictyaml"

// PageFront is the front matter of a standing page.
type PageFront struct {
	Weight int // its place in the menu: smaller comes first
	Menu   Menu
}

// Menu is where a standing page is linked from every page.
type Menu uint8

// The menus. "menu: true" is the main one.
const (
	NoMenu Menu = iota
	MainMenu
	FooterMenu
)

func (f *front) page(r *strictyaml.Reader) *PageFront {
	out := &PageFront{Weight: r.Int("weight", 0)}
	n := r.Scalar("menu")
	if n == nil {
		return out
	}
	switch n.Value {
	case "main", "true":
		out.Menu = MainMenu
	case "footer":
		out.Menu = FooterMenu
	case "false":
	default:
		f.problems.Errorf(n.Pos, n.Len, "front-matter", "write menu: main or menu: footer", "there is no menu %q", n.Value)
	}
	return out
}
