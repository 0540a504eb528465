// Package publish puts the files of a build into the output folder, all of
// them or none.
//
// The output folder is public/ or what -o names. What a build keeps there for
// itself is in its folder .bulletin:
//
//	.bulletin/manifest.json   the files that the last build published, with their SHA-256
//	.bulletin/stage/          files being made; gone when the build is over
//	.bulletin/journal.json    there only while files are being moved
//
// The stage is inside the output folder because that is the one place that is
// sure to be on the same file system, which makes each move a rename. A file
// whose bytes are already published is neither staged nor touched and keeps
// its time. When every rule has passed, the journal is written, files of the
// last build that are no longer planned are set aside, staged files are
// renamed into place, the manifest last. If a step fails, the steps before it
// are undone. If the process is killed, the next build finds the journal and
// finishes the move before it does anything else; without a journal the stage
// is thrown away. Until the journal is written the published site is as it was.
// This holds for a killed process; after a power failure a file system may have
// lost bytes, which the next build finds and mends, as it compares bytes.
//
// Files that no build published belong to somebody else. They stay, and where
// one stands in the way of an output the build stops with a problem. A
// published file that somebody has changed since is replaced while it is
// planned, and left alone when it no longer is.
//
// One build at a time publishes into a folder: it holds a lock on the folder
// itself, which ends with the process.
package publish
