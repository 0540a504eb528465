// Package serve shows a site on this machine while it is being written: it
// builds, watches the site's folder, builds again with every change, and
// reloads the pages that are open.
//
// The site is built into a folder of its own, away from public/, under the
// base path that it will be published at. Pages are sent as they will be
// published, with one script added on the way, /.bulletin/reload.js. It listens
// to /.bulletin/events, a stream of server-sent events of one kind: the state,
// sent at once and after each build.
//
//	{"build": "18c2-4", "problems": [{"head": "content/a.md:3:1: error: …", "rest": "    3 | …"}], "failure": ""}
//
// A page that was sent by another build than the state's loads itself again.
// Problems that kept a build from being published are laid over the page, as
// text and never as HTML; under them stays the last good page.
//
// The PNGs of charts and the cards of pages are not built. They are drawn when
// they are asked for, from the last good site, a few at a time, and kept until
// the next build.
//
// Only this machine is served: the address must be a loopback one, and so must
// the name that a request asks for, so that no page of another site can read
// the drafts by pointing its own name here.
package serve
