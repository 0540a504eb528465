package check

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// missingFiles reports images and other files that pages show or load and that
// are not on the site.
func missingFiles(f *finished, r *Reporter) {
	var missing strays
	for _, page := range f.facts {
		for _, image := range page.Images {
			if image.Pos.File != "" && !f.site.Uploads[image.Route] {
				missing.add(page, image.Pos, cmp.Or(image.Len, len([]rune(image.Src))), image.Src, fmt.Sprintf("the image %q is not there", image.Src), uploadHint(f.site, image.Route))
			}
		}
		for _, file := range page.Links {
			switch {
			case !file.Loads:
			case file.Fault != "":
				missing.add(page, file.Pos, file.Len, file.Text, fmt.Sprintf("the file %q %s", file.Text, file.Fault), file.Remedy)
			case !f.exists(file.Target.Route):
				missing.add(page, file.Pos, file.Len, file.Text, fmt.Sprintf("the file %q is not there: the site has no %s", file.Text, file.Target.Route), "files of the theme are under templates/assets/, files of the texts under content/uploads/")
			}
		}
	}
	missing.report(r)
}

// uploadHint says where to save an upload, or which one was meant.
func uploadHint(s *site.Site, route string) string {
	var known []string
	for upload := range s.Uploads {
		known = append(known, upload)
	}
	slices.Sort(known)
	hint := "save it under content/uploads/ and write /uploads/…"
	if clean := path.Clean(route); strings.HasPrefix(clean, "/uploads/") {
		hint = "save it as content" + clean
	}
	return diag.DidYouMean(route, known, hint)
}

// altTexts reports images that a screen reader cannot tell.
func altTexts(f *finished, r *Reporter) {
	var mute strays
	for _, page := range f.facts {
		for _, image := range page.Images {
			if !image.Alt {
				mute.add(page, image.Pos, cmp.Or(image.Len, len([]rune(image.Src))), image.Src, fmt.Sprintf("the image %q has no text alternative", image.Src), image.AltHint)
			}
		}
	}
	mute.report(r)
}
