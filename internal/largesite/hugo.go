package largesite

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed all:hugo
var theme embed.FS

// hugoTheme hands over Hugo's settings and layouts.
func hugoTheme(yield func(File) bool) bool {
	on := true
	err := fs.WalkDir(theme, "hugo", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !on {
			return err
		}
		src, err := theme.ReadFile(name)
		if err == nil {
			on = yield(File{strings.TrimPrefix(name, "hugo/"), src})
		}
		return err
	})
	return on && err == nil
}
