package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// UsageError says that the folders asked for make no sense; nothing was done.
type UsageError struct {
	Message string
	Hint    string
}

func (e *UsageError) Error() string { return e.Message }

// sitePlace is the real path of the site's folder.
func sitePlace(dir string) (string, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("find the site's folder: %w", err)
	}
	info, err := os.Stat(absolute)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", &UsageError{fmt.Sprintf("there is no folder %s", dir), "give the folder that holds content/ and data/ with -C"}
	case err != nil:
		return "", fmt.Errorf("open the site's folder: %w", err)
	case !info.IsDir():
		return "", &UsageError{fmt.Sprintf("%s is not a folder", dir), "give the folder that holds content/ and data/ with -C"}
	}
	return realPath(absolute), nil
}

// outPlace is the real path of the output folder, which need not exist yet. A
// relative one is taken from the site's folder. site is a real path.
func outPlace(site, out string) (string, error) {
	if out == "" {
		return "", &UsageError{"the output folder has no name", "leave -o out to publish into public/"}
	}
	name := out
	if !filepath.IsAbs(out) {
		out = filepath.Join(site, out)
	}
	out = realPath(filepath.Clean(out))
	if filepath.IsLocal(name) && !inside(out, site) {
		return "", &UsageError{fmt.Sprintf("%s is a link that leads out of the site's folder", name), "give the folder that it leads to with -o, if that is meant"}
	}
	if inside(site, out) {
		return "", &UsageError{fmt.Sprintf("the output folder %s holds the site's own folder", name), "give a folder of its own with -o, as public"}
	}
	relative, err := filepath.Rel(site, out)
	if err != nil || !filepath.IsLocal(relative) {
		return out, nil
	}
	first, _, _ := strings.Cut(filepath.ToSlash(relative), "/")
	for _, source := range []string{"content", "data", "templates", ".git"} {
		// Some file systems take Content and content for one folder.
		if strings.EqualFold(first, source) || inside(out, realPath(filepath.Join(site, source))) {
			return "", &UsageError{fmt.Sprintf("the output folder %s is inside %s/, which the site is made from", name, source), "give a folder of its own with -o, as public"}
		}
	}
	return out, nil
}

// inside tells whether path is folder or lies under it.
func inside(path, folder string) bool {
	relative, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(relative)
}

// realPath follows the links of the part of path that exists.
func realPath(path string) string {
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		return resolved
	}
	parent, last := filepath.Split(path)
	parent = filepath.Clean(parent)
	if parent == path || last == "" {
		return path
	}
	return filepath.Join(realPath(parent), last)
}
