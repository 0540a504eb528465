// Package pdf prints a page of a site to a PDF through an installed browser, and
// reads what a PDF tells of itself. It knows nothing of sites: it gets files by
// their paths, and the path of one of them.
//
// # Printing
//
// [Start] finds a browser of the Chromium family and starts it, without a window,
// with a profile of its own, and in a process group of its own, which ends with it.
// [Browser.Print] serves the files at a free port of this machine and opens the
// page there as it is on paper. Its scripts do not run. Whatever it asks for that
// is not one of the files is an error that names it, whether it is missing or lies
// elsewhere; no request leaves the machine, and names of other machines are not
// even looked up. The same goes for a picture that cannot be decoded and a typeface
// that cannot be read: a PDF has no holes that nobody was told of.
//
// In the page, before it is printed (prepare.js, contents.js):
//
//   - a link to another page of the site gets the site's address; where it has none
//     the link goes. A link to a part of the page stays one within the document;
//   - the paper is set, in the page's own terms, so that its margins hold;
//   - pictures that wait to be scrolled to are loaded;
//   - the blanks of headings are kept at the ends of lines, where a browser leaves them
//     out, so that in the outline and in the tags no words run together;
//   - a <figure> around a picture becomes a group, so that each figure in the tags has
//     words in its place;
//   - each link in <nav class="print-contents"> to a part of the page gets the
//     attribute data-page, the page on which that part stands. The style sheet shows
//     it. The numbers come from the document printed before: a browser writes
//     into it on which page each part lies that a link leads to. It is printed
//     until no number changes, four times at most.
//
// The PDF is tagged, and has a title, a language and an outline made of its
// headings; one that lacks them is refused.
//
// # The same bytes
//
// What a browser writes of the same page differs in the time of printing, and in
// numbers that it gives to the heads of tables while it draws them. Both are
// written over: with the date of the job, and with numbers from 1. No byte moves.
// So the same page gives the same file, as long as browser and typefaces are the
// same. Behind its end stands a comment, the stamp, which readers pass over:
//
//	%bulletin <64 hexadecimal digits>
//
// [State] reads it: the SHA-256 of what the document was made from.
//
// # Reading
//
// [Read] is a reader of our own, some 500 lines of it: printing needs to know where
// in the file a value lies, which no library tells, and uploads come from anybody,
// so that nothing may panic or take long. It reads all that Chromium writes, and of
// what other programs write the number of pages at least, compressed objects
// included. It draws nothing and decodes no text: tests do that with poppler.
package pdf
