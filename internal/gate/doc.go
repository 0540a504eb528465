// Package gate tells what is left to do before an edition is released: a checklist
// of its chapters, from what the rules found and from what they do not look at.
//
// # Lines
//
// Each thing that is left belongs to a line of the gate:
//
//   - todo: a mark in words, in a comment of YAML, the word itself.
//   - cell: a figure, claim, key figure or chart asks for a cell that the data does
//     not have. One that is entered without a value, with a status that says why, is a
//     known gap and holds. A chart lacks a cell as well where it shows nine of ten,
//     and a key figure where it has nothing to be compared with and others have.
//   - period: a cell of the edition's own period whose source does not report on it
//     (rule source-period) or says nothing of its time; a source that is cited by hand
//     and covers older periods alone, unless the sentence names such a time or shows a
//     value of it. A source that reaches into the period from before is an older one.
//   - source: a value without one (rule no-source).
//   - text: a chapter without words, a chart or table without any under its heading.
//   - number: one that nothing binds (rule unbound).
//   - link: one that leads nowhere, or to a draft that is not released with it.
//   - other: any other error, and any warning that nobody accepted.
//   - age: published: and updated: are before the newest day on which a source of
//     the edition was issued or read, or a value of it recorded.
//   - draft: the edition or a chapter is one.
//
// # What belongs to an edition
//
// Warnings count in its own files, at the cells that it shows, and in data/: in files of
// observations with a cell that it shows or that is of its period, at sources that it
// uses, in its record, and in the registers, which all editions share. Errors count
// wherever they are, since a site with errors is not published, but for those on other
// drafts. What somebody accepted with a reason passes, and is listed.
//
// Nothing here reads a file or knows the time.
package gate
