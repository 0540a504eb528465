package content

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"bulletin/internal/diag"
)

// Kind is what a document is; the folder of its file decides.
type Kind uint8

// The kinds of document. Unknown is a Markdown file where no kind lives, which
// is a problem.
const (
	Unknown  Kind = iota
	Home          // the opening page of the site
	Report        // the opening page of an edition
	Section       // a part of an edition; a chapter when it has an area
	Snapshot      // a monthly snapshot
	Article       // news
	Page          // a standing page
	Region        // a region page
)

// String is the kind with its article, for messages: "a section".
func (k Kind) String() string {
	return [...]string{"a page of no kind", "the home page", "a report", "a section", "a snapshot", "an article", "a page", "a region page"}[k]
}

// place is what the path of a file says about it.
type place struct {
	kind    Kind
	edition string
	slug    string
	hint    string // where an Unknown file could go
}

// placeOf reads a slash-separated path relative to the site's folder.
func placeOf(file string) place {
	parts := strings.Split(strings.TrimSuffix(file, path.Ext(file)), "/")
	name := parts[len(parts)-1]
	const kinds = "pages belong in content/reports/<edition>/, content/snapshots/, content/news/ or content/pages/"
	if parts[0] != "content" || len(parts) < 2 {
		return place{slug: name, hint: kinds}
	}
	parts = parts[1:]
	switch {
	case len(parts) == 1 && name == "_index":
		return place{kind: Home}
	case len(parts) == 1:
		return place{slug: name, hint: "move it to content/pages/" + name + ".md"}
	case parts[0] == "reports" && len(parts) == 3 && name == "_index":
		return place{kind: Report, edition: parts[1], slug: parts[1]}
	case parts[0] == "reports" && len(parts) == 3:
		return place{kind: Section, edition: parts[1], slug: name}
	case name == "_index":
		return place{slug: name, hint: "only content/_index.md and content/reports/<edition>/_index.md are opening pages"}
	case parts[0] == "reports" && len(parts) == 2:
		return place{slug: name, hint: "move it to content/reports/" + slug(name) + "/_index.md, or into the folder of its edition"}
	case parts[0] == "reports":
		return place{slug: name, hint: "move it to content/reports/" + parts[1] + "/" + name + ".md"}
	case parts[0] == "snapshots" && len(parts) == 2:
		return place{kind: Snapshot, slug: name}
	case parts[0] == "news" && len(parts) == 2:
		return place{kind: Article, slug: name}
	case parts[0] == "snapshots", parts[0] == "news":
		return place{slug: name, hint: "move it to content/" + parts[0] + "/" + name + ".md"}
	case parts[0] == "pages" && len(parts) > 2 && parts[1] == "regions":
		return place{kind: Region, slug: strings.Join(parts[2:], "/")}
	case parts[0] == "pages":
		return place{kind: Page, slug: strings.Join(parts[1:], "/")}
	case parts[0] == "uploads":
		return place{slug: name, hint: "content/uploads/ is for images and files; " + kinds}
	}
	return place{slug: name, hint: kinds}
}

// checkPlace reports a file that lies where no kind lives, or whose name cannot
// be an address.
func checkPlace(file string, at place, ps *diag.Problems) {
	if at.kind == Unknown {
		ps.Errorf(diag.Pos{File: file}, 0, "route", at.hint, "a Markdown file here is no page of the site")
		return
	}
	folder, name := path.Split(file)
	for _, part := range strings.Split(strings.Trim(folder, "/"), "/") {
		if slug(part) != part {
			ps.Errorf(diag.Pos{File: file}, 0, "route", "rename the folder to "+orName(slug(part)),
				"the folder name %q cannot be an address: it takes lower-case letters a to z, digits and hyphens", part)
		}
	}
	base := strings.TrimSuffix(name, path.Ext(name))
	if base == "index" {
		hint := "the page of a folder stands beside it: rename it to " + strings.TrimSuffix(folder, "/") + ".md"
		switch {
		case folder == "content/pages/":
			hint = "the home page is content/_index.md"
		case at.kind == Section:
			hint = "the opening page of an edition is " + folder + "_index.md"
		}
		ps.Errorf(diag.Pos{File: file}, 0, "route", hint, "a page named index would share the address of its folder on some hosts")
	}
	if base != "_index" && slug(base) != base || path.Ext(name) != ".md" {
		ps.Errorf(diag.Pos{File: file}, 0, "route", "rename it to "+orName(slug(base))+".md",
			"the file name %q cannot be an address: it takes lower-case letters a to z, digits and hyphens", name)
	}
}

// orName stands in for the name of a file that has no letter to keep.
func orName(slug string) string {
	if slug == "" {
		return "a-name"
	}
	return slug
}

// Slug is a name as a part of an address: letters without their diacritics, in
// lower case, with single hyphens between words. It is empty for a name without a
// letter or digit to keep.
func Slug(name string) string { return slug(name) }

func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		letters := string(r)
		if r >= 0x80 {
			letters = plainLetters(r)
		}
		for _, c := range letters {
			if c < 'a' && (c < '0' || c > '9') || c > 'z' {
				gap = b.Len() > 0
				continue
			}
			if gap {
				b.WriteByte('-')
				gap = false
			}
			b.WriteRune(c)
		}
	}
	return b.String()
}

// plainLetters spells the letters that have no decomposition in Unicode.
func plainLetters(r rune) string {
	switch r {
	case 'đ', 'ð':
		return "d"
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'ı':
		return "i"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	}
	return "-"
}
