// Package publish puts the files of a build into the output folder, all of
// them or none.
//
// The output folder is public/ or what -o names. What a build keeps there for
// itself is in its folder .bulletin:
//
//	.bulletin/manifest        the files that the last build published: SHA-256, size and time of each
//	.bulletin/stage/tree/     files being made, at the paths that they will have; gone when the build is over
//	.bulletin/journal.json    there only while files are being moved
//
// The stage is inside the output folder because that is the one place that is
// sure to be on the same file system, which makes each move a rename. A file
// whose bytes are already published is neither staged nor touched and keeps
// its time. When every rule has passed, the journal is written, files of the
// last build that are no longer planned are set aside, what is staged is
// renamed into place, the manifest last: a folder that the site does not have
// yet as a whole, in any other file by file. If a step fails, the steps before
// it are undone. If the process is killed, the next build finds the journal and
// finishes the move before it does anything else; without a journal the stage
// is thrown away. Until the journal is written the published site is as it was.
//
// A caller that has the bytes of a file brings them by Add, which compares
// them with what is published, byte for byte. One that knows only their
// SHA-256, as it has not made the file again, asks by Keep, which believes the
// manifest while the file has the size and the time of its last change that
// are written there. A time that another change right after it could have had
// as well is not believed: then, and where the time is another, the bytes are
// read. The manifest of an older Bulletin, manifest.json, knows neither; what
// it names is read, and the next manifest takes its place.
//
// All this holds for a killed process. After a power failure a file system may
// have lost bytes: Add finds and mends that, Keep where the size or the time
// tells of it.
//
// Files that no build published belong to somebody else. They stay, and where
// one stands in the way of an output the build stops with a problem; where one
// comes after the build has looked, with an error, and everything as it was. A
// published file that somebody has changed since is replaced while it is
// planned, and left alone when it no longer is.
//
// One build at a time publishes into a folder: it holds a lock on the folder
// itself, which ends with the process.
package publish
