// Package scaffold has what something new begins with: texts with comments that teach,
// to be written over. It makes texts; the disk is for package build.
//
// [Site] is a whole site that is invented: three areas, two indicators, two quarters,
// an edition. [SiteOf] is one for areas that are listed in a table, which [ReadAreas]
// reads: its edition is a draft, with an empty entry for each value that it wants.
package scaffold
