// Package templates holds the theme that is built into the program: the
// HTML templates, their partials, the stylesheets and the typeface.
//
// base.html defines "base", the frame of every page; each other file beside it
// defines "main" for one kind of page; each file of partials/ defines one
// template, named as the file is. What is below assets/ is published as it is.
// A site replaces a file by one of the same name in its own templates/.
//
// The templates hold no logic beyond showing what is there: their data are the
// views of package render. They need no script, and carry no style attribute,
// so that a strict Content-Security-Policy holds.
package templates

import "embed"

// FS holds *.html, partials/*.html and assets/.
//
//go:embed *.html partials assets
var FS embed.FS
