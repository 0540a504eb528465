// Package diag holds positions and problems: what an author did wrong, where,
// and what to do about it.
//
// A [Problem] belongs to the author (a wrong number, an unknown key); a Go
// error belongs to the world (a full disk). Packages collect problems in a
// [Problems] value and go on, so that one run shows them all; the command
// sorts them and writes them as text, as JSON or as GitHub annotations.
//
// Lines and columns count from 1, and columns count characters, not bytes, so
// that they agree with what an editor shows.
package diag
