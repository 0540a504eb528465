package roll

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/prose"
	"bulletin/internal/site"
)

// Plan is what rolling makes, and what it tells of it.
type Plan struct {
	From    string // the id of the old edition, or the file of the old snapshot
	Step    Step
	Files   []File // new ones, by name; no file that there is already
	Marks   []Mark // in the order of the files and of their lines
	Moved   []Change
	Stayed  []Change // periods that are named, and stay
	Dropped []Change // keys of front matter that belong to the old edition alone
	Cells   []Cell   // that are not there yet, in the order of the edition
	Entered string   // the file of observations; empty where none is wanted
}

// File is a file to write.
type File struct {
	Name string // from the site's folder, with slashes
	Text []byte
}

// Change is a word of a file that became another; of one that stays, or went, Is
// is empty.
type Change struct {
	From    diag.Pos // in the old edition
	Was, Is string
}

// Edition makes the next edition of one. files is the site's folder, which s was
// read from with drafts and without errors; the new period has the unit and the
// length of the old one. Its folder is named after it.
func Edition(files fs.FS, s *site.Site, e *site.Edition, to period.Period) (*Plan, error) {
	return (&roller{files: files, site: s}).edition(e, to)
}

func (r *roller) edition(e *site.Edition, to period.Period) (*Plan, error) {
	r.step = NewStep(e.Period, e.Base, to)
	r.folder = [2]string{"/reports/" + e.ID + "/", "/reports/" + FolderOf(to) + "/"}
	name := func(old string) string {
		return "content/reports/" + FolderOf(to) + "/" + path.Base(old)
	}
	return r.roll(e.ID, append([]*site.Page{e.Page}, e.Sections...), name)
}

// Snapshot makes the next snapshot of one, in a file of the given name.
func Snapshot(files fs.FS, s *site.Site, p *site.Page, to period.Period, name string) (*Plan, error) {
	r := &roller{files: files, site: s, step: NewStep(p.Period, p.Period.YearBefore(), to)}
	return r.roll(p.Document.File, []*site.Page{p}, func(string) string { return name })
}

// FolderOf is the folder of the edition of a period: 2023-q1.
func FolderOf(p period.Period) string {
	return strings.ToLower(strings.ReplaceAll(p.String(), "..", "-to-"))
}

// roller rolls the pages of an edition.
type roller struct {
	files  fs.FS
	site   *site.Site
	step   Step
	folder [2]string // the address of the old edition and of the new one; empty for a snapshot
	plan   *Plan
	judge  func(*sentence) []Reason // nil but in tests, which mark as they like
}

func (r *roller) roll(from string, pages []*site.Page, name func(string) string) (*Plan, error) {
	r.plan = &Plan{From: from, Step: r.step}
	var units []string
	for _, i := range r.site.Set.Indicators() {
		units = append(units, i.Unit.One, i.Unit.Other)
	}
	words := prose.NewReader(r.site.Locale, units)
	for _, p := range pages {
		src, err := fs.ReadFile(r.files, p.Document.File)
		if err != nil {
			return nil, fmt.Errorf("read what is rolled: %w", err)
		}
		f := newFiling(r, p.Document.File, name(p.Document.File), src, words)
		f.document(p)
		r.plan.Files = append(r.plan.Files, File{f.name, f.sheet.text()})
		slices.SortStableFunc(f.marks, func(a, b Mark) int { return a.at - b.at })
		for i := range f.marks {
			f.marks[i].Line = f.sheet.line(f.marks[i].at)
		}
		r.plan.Marks = append(r.plan.Marks, f.marks...)
	}
	r.cells(pages)
	if err := r.observations(pages); err != nil {
		return nil, err
	}
	slices.SortFunc(r.plan.Files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return r.plan, nil
}

// Counted is how many marks there are for each kind of reason.
func (p *Plan) Counted() [Kinds]int {
	var n [Kinds]int
	for _, m := range p.Marks {
		for _, r := range m.Reasons {
			n[r.Kind]++
		}
	}
	return n
}

// Cell is a cell of the new edition that has no observation yet.
type Cell struct {
	data.Cell
	Old *data.Observation // which the last edition used in its place
}
