package scaffold

import (
	"embed"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"bulletin/internal/period"
)

// Repository is where Bulletin is kept on GitHub: its releases, and the action with which
// the workflow of a new site builds. Who the owner is, each has to say.
const Repository = "OWNER/bulletin"

// File is a file that something new begins with. Its name is taken from the site's
// folder, with slashes.
type File struct {
	Name string
	Text []byte
}

// siteTexts are common, what every new site has; invented, the rest of the invented
// report; listed, the rest of a report on listed areas, and edition, its edition's pages.
// Words between two @ are filled in.
//
//go:embed all:site
var siteTexts embed.FS

// Site is a new site: a whole report, invented, in which nothing is wrong. Its workflow
// takes the program of a version, as 0.1.0. The files are in the order of their names.
func Site(version string) []File {
	return inOrder(append(textsIn("common", actionWords(version)...), textsIn("invented")...))
}

// SiteOf is a new site for areas, in their order. It has an edition of a period with a
// chapter for each area, which is a draft, and an empty entry for each value that it
// wants, of the period and of the year before. For the version see [Site].
func SiteOf(version string, areas []Area, p period.Period) []File {
	now, before := p.String(), p.YearBefore().String()
	files := append(textsIn("common", actionWords(version)...), textsIn("listed", "@PERIOD@", now)...)
	folder := "content/reports/" + strings.ToLower(now) + "/"

	for _, f := range textsIn("edition", "@PERIOD@", now, "@IDS@", idLines(areas)) {
		if f.Name == "_index.md" {
			files = append(files, File{folder + f.Name, f.Text})
			continue
		}
		for i, a := range areas {
			words := strings.NewReplacer("@NAME@", quoted(inMarkdown(a.Name)), "@ID@", a.ID, "@WEIGHT@", strconv.Itoa(10*(i+1)))
			files = append(files, File{folder + a.ID + ".md", []byte(words.Replace(string(f.Text)))})
		}
	}
	return inOrder(append(files,
		File{"data/areas.yaml", areaFile(areas)},
		File{"data/observations/" + before + ".yaml", emptyCells(areas, before, "arrivals")},
		File{"data/observations/" + now + ".yaml", emptyCells(areas, now, "arrivals", "places")}))
}

// actionWords are the step that a new site's workflow uses.
func actionWords(version string) []string {
	return []string{"@ACTION@", Repository + "/.github@v" + version}
}

// textsIn are the texts of a folder with their words filled in: pairs of what stands
// there and what it becomes.
func textsIn(folder string, words ...string) []File {
	fill := strings.NewReplacer(words...)
	var files []File
	for name, text := range readTexts("site/" + folder) {
		files = append(files, File{name, []byte(fill.Replace(text))})
	}
	return files
}

// readTexts are the embedded files of a folder, by their names in it.
func readTexts(folder string) map[string]string {
	texts := map[string]string{}
	// What is embedded can be read, and the folder is there: a test reads them all.
	_ = fs.WalkDir(siteTexts, folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := siteTexts.ReadFile(name)
		texts[strings.TrimPrefix(name, folder+"/")] = string(text)
		return err
	})
	return texts
}

func inOrder(files []File) []File {
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files
}
