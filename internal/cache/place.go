package cache

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
)

const (
	tagName    = "CACHEDIR.TAG"
	ignoreName = ".gitignore"
)

// tag is what https://bford.info/cachedir/ asks for.
const tag = `Signature: 8a477f597d28d172789f06886806bc55
# This folder is a cache of Bulletin, and may be deleted at any time.
# About such tags: https://bford.info/cachedir/
`

var (
	versionName = regexp.MustCompile(`^v[0-9a-f]{16}$`)
	entryName   = regexp.MustCompile(`^[0-9a-f]{32}$`)
	halfName    = regexp.MustCompile(`^[0-9a-f]{32}\.[0-9a-f]+-[0-9]+\.tmp$`)
)

// openPlace opens the folder of a cache, which is made where it is missing.
func openPlace(place string, mkdir func(string, fs.FileMode) error) (folder, error) {
	if info, err := os.Lstat(place); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return folder{}, errors.New("it is a link: name the folder that it leads to")
	}
	if err := mkdir(place, dirMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return folder{}, err
	}
	root, err := os.OpenRoot(place)
	if err != nil {
		return folder{}, err
	}
	return folder{root}, nil
}

// furnish makes sure that a folder is a cache, and no one else's.
func furnish(d disk) error {
	names, err := d.ReadDir(".")
	if err != nil {
		return err
	}
	tagged, foreign := false, ""
	for _, entry := range names {
		switch name := entry.Name(); {
		case name == tagName:
			tagged = true
		case foreign == "" && name != ignoreName && !versionName.MatchString(name):
			foreign = name
		}
	}
	if !tagged && foreign != "" {
		return fmt.Errorf("it is not a cache, as %s is in it: name a folder that is empty or new", foreign)
	}
	// A cache that nobody may write to can still be read.
	_ = write(d, tagName, tag)
	_ = write(d, ignoreName, "*\n")
	return nil
}

// write writes a small file, unless it is there.
func write(d disk, name, text string) error {
	if _, err := d.Lstat(name); err == nil {
		return nil
	}
	file, err := d.Create(name)
	if err != nil {
		return err
	}
	_, err = io.WriteString(file, text)
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, d.Remove(name))
	}
	return nil
}

// openVersion opens the folder of a version's entries, which is made where it
// is missing.
func openVersion(d disk, name string) (disk, error) {
	missing := d.Mkdir(name)
	if errors.Is(missing, fs.ErrExist) {
		missing = nil
	}
	version, err := d.Sub(name)
	if err != nil {
		return nil, errors.Join(missing, err)
	}
	return version, nil
}
