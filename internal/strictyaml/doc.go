// Package strictyaml reads YAML with positions, and reads it strictly.
//
// [Parse] turns a file, or a block inside a Markdown file, into a tree of
// [Node] values that know where they stand. What YAML allows and a careful
// author never means is refused, each with a message of its own: anchors,
// aliases, merge keys, tags, a second document, a doubled key, a key that is no
// word, tabs as indentation, control characters, nesting deeper than 32 levels
// and files above 16 MiB. A scalar stays the text that was written: 5.0 is
// "5.0", 010 is "010" and no is "no"; what it means is for the caller to say.
//
// [Read] asks a mapping for its keys and, in [Reader.Done], reports the keys
// that nobody asked for:
//
//	r := strictyaml.Read(node, "an area", &problems)
//	id, name := r.RequireString("id"), r.String("name")
//	r.Done()
//
// A node that has already been reported is [Node.Broken]; a Reader stays silent
// about it, so that one mistake gives one problem.
//
// [Node.PosAt] finds the place in the file of any byte of a scalar's text,
// through quotes, escapes, folding and indentation, so that a figure in a
// Markdown string of the front matter is reported where it stands.
//
// A document that is written plainly (mappings and lists by indentation, brackets
// that close on their line, texts of one line or in a plain block: nearly all there
// are) is read by a parser of this package, several times faster. It gives up at
// the first thing it does not know, above all at a mistake, and yaml.v3 reads the
// document instead; where both can read it, the trees are the same.
//
// This is the only package that imports yaml.v3, which is no longer developed:
// it could be replaced here alone.
package strictyaml
