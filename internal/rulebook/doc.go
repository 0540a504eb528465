// Package rulebook writes the list of the rules: as a table for a terminal, as
// JSON for other programs, and as the page of the guide,
// content/pages/guide/rules.md.
//
// The page is made, never written: each rule comes with its sentence, what can
// be done about it, an example that breaks it, what a build says of that, and
// one that does not. The command for it is
//
//	bulletin check --rules --format markdown > content/pages/guide/rules.md
//
// and a test of cmd/bulletin fails while the committed page is another.
//
// # JSON
//
// One array, a rule each, in the order of the road:
//
//	name      of the rule, as it stands behind each problem
//	group     title of the part of the list that it stands in
//	severity  "error" or "warning"
//	doc       one sentence: what must hold, or what is refused
//	accepted  where a problem can be accepted with a reason: "data" (the key
//	          accept), "prose" (a literal), or "" for nowhere
//	lowered   whether data/site.yaml can lower it, with a reason
//	fails     an example that breaks the rule, as a list of files: each has a
//	          file and either its whole text or, of a chapter, the body
//	passes    an example that does not
package rulebook
