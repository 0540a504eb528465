package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bulletin/internal/diag"
)

// PDFFile is the PDF of an edition that was made.
type PDFFile struct {
	Path  string // where it was written
	Size  int    // in bytes
	Pages int
}

// PDF makes the PDF of one edition, named by its folder or its period, and
// writes it to a file, which is taken from the site's folder; without one, to where the
// edition's page links it, content/uploads/2023-q1.pdf. All rules are applied
// before, and a site with problems gives no PDF: then the file is nil, and the
// result tells of them.
func PDF(ctx context.Context, o Options, edition, file string) (made *PDFFile, result *Result, err error) {
	o.Check = true
	if file != "" && !strings.EqualFold(filepath.Ext(file), ".pdf") {
		return nil, nil, &UsageError{fmt.Sprintf("the file %s does not end in .pdf", file), "give the PDF a name such as " + strings.ToLower(edition) + ".pdf"}
	}
	b, err := open(o)
	if err != nil {
		return nil, nil, err
	}
	defer b.close(&result, &err)

	e, p, err := b.checked(ctx, edition)
	if err != nil {
		return nil, nil, err
	}
	if e != nil && file == "" { // what is wrong with the file is about to be mended
		b.problems = slices.DeleteFunc(b.problems, func(p diag.Problem) bool { return p.Rule == "stale-pdf" && p.Pos.File == "content"+e.UploadRoute() })
	}
	if b.stopped() {
		return nil, nil, nil // its problems say why
	}
	browser, err := b.browser(ctx)
	if err != nil {
		return nil, nil, err
	}
	defer browser.Close()
	printed, err := b.printEdition(browser, p, e)
	if err != nil || printed == nil {
		return nil, nil, err
	}
	path, err := b.keep(cmp.Or(file, filepath.FromSlash("content"+e.UploadRoute())), file == "", printed.Bytes)
	if err != nil {
		return nil, nil, err
	}
	return &PDFFile{path, len(printed.Bytes), printed.Pages}, nil, nil
}

// keep writes a file, taken from the site's folder, all of it or nothing. What
// leads to it is made only where it is the site's own.
func (b *build) keep(file string, own bool, src []byte) (string, error) {
	path := file
	if !filepath.IsAbs(file) {
		path = filepath.Join(b.root.Name(), file)
	}
	folder := filepath.Dir(path)
	if own {
		if err := b.root.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return "", fmt.Errorf("make the folder of uploads: %w", err)
		}
	}
	if info, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return "", &UsageError{fmt.Sprintf("there is no folder %s", filepath.Dir(file)), "make it, or give another file with -o"}
	}
	part, err := os.CreateTemp(folder, ".bulletin-*.pdf") // of such names sites take no notice
	if err != nil {
		return "", fmt.Errorf("write the PDF: %w", err)
	}
	_, err = part.Write(src)
	if err == nil {
		err = part.Chmod(0o644)
	}
	if err == nil {
		err = part.Sync()
	}
	if err = errors.Join(err, part.Close()); err == nil {
		err = os.Rename(part.Name(), path)
	}
	if err != nil {
		return "", fmt.Errorf("write the PDF: %w", errors.Join(err, os.Remove(part.Name())))
	}
	return file, nil
}
