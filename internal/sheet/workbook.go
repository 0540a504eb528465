package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"
)

// workbook is an archive of parts, of which some are read before a sheet (ECMA-376,
// part 1, 12 and 18).
type workbook struct {
	archive *zip.Reader
	left    int64    // bytes that may still be unzipped
	shared  []string // texts that cells refer to
	formats []format // of cells, by their style
	from    epoch    // where its dates count from
}

// open reads everything but the sheet with the name, and tells the part that is.
func (w *workbook) open(sheetName string) (sheet *zip.File, err error) {
	main, err := w.main()
	if err != nil {
		return nil, err
	}
	id, _, err := w.sheetID(main, sheetName)
	if err != nil {
		return nil, err
	}
	folder := path.Dir(main)
	relations := folder + "/_rels/" + path.Base(main) + ".rels"
	at, err := w.target(relations, folder, func(r relation) bool { return r.id == id })
	if err != nil {
		return nil, err
	}
	if sheet, err = w.part(at); err != nil {
		return nil, err
	}
	for _, more := range []struct {
		kind string
		read func(*zip.File) error
	}{{"/sharedStrings", w.readShared}, {"/styles", w.readStyles}} {
		at, err := w.target(relations, folder, func(r relation) bool { return strings.HasSuffix(r.kind, more.kind) })
		if errors.Is(err, errNoPart) {
			continue // a workbook may have none
		} else if err != nil {
			return nil, err
		}
		f, err := w.part(at)
		if err != nil {
			return nil, err
		}
		if err := more.read(f); err != nil {
			return nil, fmt.Errorf("%s: %w", at, err)
		}
	}
	return sheet, nil
}

// main is the path of the part that names the sheets.
func (w *workbook) main() (string, error) {
	return w.target("_rels/.rels", "", func(r relation) bool { return strings.HasSuffix(r.kind, "/officeDocument") })
}

// errNoPart is that a workbook lacks a part.
var errNoPart = errors.New("a part is missing")

// part is the part at a path. Names are compared without case (part 2, 9.1.1.1.2).
func (w *workbook) part(name string) (*zip.File, error) {
	for _, f := range w.archive.File {
		if strings.EqualFold(strings.ReplaceAll(f.Name, `\`, "/"), name) {
			return f, nil
		}
	}
	return nil, fmt.Errorf("%w: %s", errNoPart, name)
}

// relation is an entry of a part that names others.
type relation struct{ id, kind, target string }

// target is the path of the first part that a relation of a kind leads to, from a folder.
func (w *workbook) target(relations, folder string, is func(relation) bool) (string, error) {
	f, err := w.part(relations)
	if err != nil {
		return "", err
	}
	found := ""
	err = w.tokens(f, func(t xml.Token) error {
		start, ok := t.(xml.StartElement)
		if !ok || start.Name.Local != "Relationship" || found != "" {
			return nil
		}
		r := relation{attribute(start, "Id"), attribute(start, "Type"), attribute(start, "Target")}
		if is(r) {
			if found = strings.TrimPrefix(r.target, "/"); found == r.target {
				found = path.Join(folder, r.target)
			}
		}
		return nil
	})
	if err == nil && found == "" {
		err = fmt.Errorf("%w: %s names none", errNoPart, relations)
	}
	return found, err
}

// sheetID finds the relation of the sheet with a name; without one, of the first that
// is not hidden. It tells the names of those that are not, and notes where dates count
// from.
func (w *workbook) sheetID(main, sheetName string) (id string, shown []string, err error) {
	f, err := w.part(main)
	if err != nil {
		return "", nil, err
	}
	var names []string
	err = w.tokens(f, func(t xml.Token) error {
		start, ok := t.(xml.StartElement)
		switch {
		case ok && start.Name.Local == "workbookPr":
			if truth(attribute(start, "date1904")) {
				w.from = from1904
			}
		case ok && start.Name.Local == "sheet":
			name, state := attribute(start, "name"), attribute(start, "state")
			names = append(names, name)
			visible := state == "" || state == "visible"
			if visible {
				shown = append(shown, name)
			}
			if id == "" && (sheetName == name || sheetName == "" && visible) {
				for _, a := range start.Attr {
					if a.Name.Local == "id" && a.Name.Space != "" {
						id = a.Value
					}
				}
			}
		}
		return nil
	})
	if err == nil && id == "" {
		err = noSheet{sheetName, names}
	}
	return id, shown, err
}

// readShared reads the texts that cells refer to.
func (w *workbook) readShared(f *zip.File) error {
	var text textReader
	return w.tokens(f, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "si" {
				text = textReader{}
				if len(w.shared) >= maxCells {
					return errTooLarge
				}
				w.shared = append(w.shared, "")
			}
		case xml.EndElement:
			if t.Name.Local == "si" && len(w.shared) > 0 {
				w.shared[len(w.shared)-1] = text.text()
			}
		}
		text.token(t)
		return nil
	})
}

// attribute is the value of an attribute; "" where there is none.
func attribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// truth is a truth as XML Schema writes it.
func truth(text string) bool { return text == "1" || text == "true" }
