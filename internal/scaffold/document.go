// Package scaffold has what something new begins with: texts with comments that teach,
// to be written over. It makes texts; the disk is for package build.
package scaffold

import (
	_ "embed" // the texts
	"regexp"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/period"
)

// The texts of documents. Words between two @ are filled in.
var (
	//go:embed begun/article.md
	article string
	//go:embed begun/page.md
	page string
	//go:embed begun/snapshot.md
	snapshot string
	//go:embed begun/figures.txt
	figures string
)

// longest is how many bytes a name in an address has at most, that it can be read.
const longest = 64

// Document is a page that begins: the name of its file, from the site's folder, and its
// text, which is a draft.
type Document struct {
	Name string
	Text []byte
}

// Article is an article of a day. Its title is Markdown; example is a figure of the site,
// as "arrivals serbia 2023-Q1".
func Article(title string, on period.Day, example string) Document {
	return Document{"content/news/" + on.String() + "-" + Slug(title) + ".md",
		begun(article, example, "@TITLE@", quoted(title), "@DATE@", on.String())}
}

// Page is a standing page.
func Page(title, example string) Document {
	return Document{"content/pages/" + Slug(title) + ".md", begun(page, example, "@TITLE@", quoted(title))}
}

// Snapshot is a snapshot of a month, which has none to follow.
func Snapshot(of period.Period, example string) Document {
	return Document{SnapshotFile(of), begun(snapshot, example, "@PERIOD@", of.String())}
}

// SnapshotFile is the file of the snapshot of a month.
func SnapshotFile(of period.Period) string { return "content/snapshots/" + of.String() + ".md" }

func begun(text, example string, fields ...string) []byte {
	text = strings.ReplaceAll(text, "@FIGURES@\n", figures)
	words := strings.NewReplacer(append(fields, "@EXAMPLE@", example)...)
	return []byte(words.Replace(text))
}

// expressions are figures in a title, which are no part of its name.
var expressions = regexp.MustCompile(`\{\{.*?\}\}`)

// Slug is the name of a title in an address: at most its first words. It is empty where
// the title has no letter of the Latin script and no digit.
func Slug(title string) string {
	name := content.Slug(expressions.ReplaceAllString(title, " "))
	if len(name) <= longest {
		return name
	}
	if at := strings.LastIndexByte(name[:longest+1], '-'); at > 0 {
		return name[:at]
	}
	return name[:longest]
}
