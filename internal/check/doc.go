// Package check holds the rules that keep a site true: rules over the whole
// [site.Site], and rules over the facts of its finished pages.
//
// A rule is a value in one literal list, with a name, a severity and a doc of
// its own; `bulletin check --rules` prints that list. What the earlier phases
// refuse while they read (a value that is no number, an unknown name) has its
// name in the list too, so that every word in brackets behind a problem can be
// looked up.
//
// To add a rule, write a file with its function, and add its value to the list
// of its group, with an example that fails and one that passes: both are built
// in the tests, and shown in the guide.
package check
