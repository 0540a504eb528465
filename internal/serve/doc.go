// Package serve shows a site on this machine while it is being written: it
// watches the site's folder, makes again what a change touches, and reloads the
// pages that are open.
//
// The site is made into a folder of its own, away from public/, under the base
// path that it will be published at. Whoever asks for a page gets it as soon as it
// is made, ahead of the rest; pages that are open are made first. While there is
// nothing to show yet, a page that tells how far the first build is takes the place
// of every other. A change during a build begins it anew.
//
// # Changes
//
// The watcher tells which files changed, once a save is over: editors write files
// beside, rename and remove, version control touches many at once (settle.go).
// Folders are followed as they come, go and are renamed. When the system has lost
// events, anything may have changed; when it watches no more folders, all files are
// looked at from time to time, which is noted. A build looks again only at the files
// that the watcher tells of, unless anything may have changed, a file came or went, or
// the build before met errors.
//
// # Pages
//
// Pages are sent as they will be published, with one script added on the way,
// /.bulletin/reload.js. It listens to /.bulletin/events, a stream of server-sent
// events of one kind: the state, sent at once and whenever there is another.
//
//	{"build": "18c2-4", "failure": "", "making": null,
//	 "report": {"blocked": true, "errors": 1, "warnings": 0, "problems": [
//	   {"severity": "error", "place": "content/a.md:3:1", "line": 3,
//	    "before": "There were ", "marked": "1,234", "after": " people.",
//	    "message": "…", "rule": "claim", "hint": "…"}]},
//	 "files": {"/repo/reports/": "5f1d…", "/repo/assets/site.css": "09ab…"}}
//
// files holds a mark of each file that the page named in its address, which differs
// where the bytes do. So a page is loaded again only when it is another one, and
// where its reader was; a stylesheet that is another one takes the place of the old
// one. Problems are laid over the page, as text and never as HTML; under them stays
// the last good page. Nothing of this is inline, so that a strict policy of an
// author's own lets it stand.
//
// The PNGs of charts and the cards of pages are not built. They are drawn when
// they are asked for, from the last good site, a few at a time, and kept until
// the next build.
//
// # Who may ask
//
// Only this machine is served: the address must be a loopback one, and so must
// the name that a request asks for, so that no page of another site can read
// the drafts by pointing its own name here.
package serve
