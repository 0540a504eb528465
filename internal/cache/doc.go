// Package cache keeps what one build worked out for the next: a folder of
// entries, each bytes under a kind and a name. It makes builds faster and is
// never needed: an entry that is missing or not as it was put is a miss, and the
// whole folder may be deleted at any time, also while a build runs.
//
// # The folder
//
//	CACHEDIR.TAG           tells backups that nothing here is worth keeping
//	.gitignore             and Git the same
//	v0123456789abcdef/     the entries of one version of the program
//	    0123…cdef          an entry: 32 hexadecimal digits
//	    0123…cdef.….tmp    one that is being written
//
// A folder in which something else lies, and no tag, is nobody's cache: [Open]
// refuses it, so that a slip in a path never fills somebody's folder. It refuses
// a link and a file too. Nothing but entries of these names is ever removed, and
// the folder is opened as an [os.Root], so that no link leads out of it.
//
// # An entry
//
// A SHA-256, then the bytes that were put. The SHA-256 is of the version, the
// kind, the name and the bytes, each text with its length before it: an entry that was
// cut, altered, or lies under another's name does not match. It finds accidents;
// who can write into the folder can write entries that match, so a cache is to
// be trusted as much as the program that lies beside it. Entries are written
// beside and renamed, and not flushed to the disk: what a power cut leaves
// behind does not match either.
//
// An entry of pieces begins with a table of their sizes and SHA-256, and the first
// SHA-256 vouches for the table only. What is read of it is checked piece by piece, so
// that many bytes, whose sums were known when they were put, are hashed once a use.
//
// # How long entries stay
//
// The time of an entry's file is that of its last use, to the hour: reading the same
// entries every minute need not write every minute. A store that put something looks through
// the folder when it is closed, and removes of what it did not use itself, of
// all versions: what nobody used for a week, and beyond 2 GiB in all what was
// used longest ago.
//
// Stores of several processes may use one folder at once. Each sees whole
// entries only; where two put the same, the later one stays.
package cache
