// Package render turns a [site.Site] into the files of a website.
//
// [Plan] lists every file before any is made: pages, the theme's assets,
// uploads, redirects and what search engines read. Making an [Output] touches
// no disk and shares nothing that it changes, so outputs can be made in any
// order by any number of workers.
//
// A page is drawn in two steps: its texts first, in the order in which they
// are read, since that numbers the notes; then the typed view (view.go) goes
// through the page's template. All links are relative to the page, so a site
// works under any address; only the page for a wrong address, which a host
// shows anywhere, uses the base path.
//
// The theme is a set of templates and assets. A template or asset of the same
// name in the site's own templates/ takes the place of the built-in one.
package render
