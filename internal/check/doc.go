// Package check holds the rules that keep a site true.
//
// A [Rule] is a value: a name, a severity, a sentence, an example that fails and
// one that passes, and the function that looks. [Groups] lists them along the
// road, each group in a file of its own: rules_reading.go has what the phases
// before refuse while they read and join (no function here, but every word in
// brackets behind a problem can be looked up), rules_data.go the rules over
// data/, rules_claim.go those over figures and claims, rules_prose.go those over
// what is typed, rules_site.go those over the site and over finished pages.
// `bulletin check --rules` prints the lists, and the guide has a page of them.
//
// # How they run
//
// An [Inspection] applies the rules that look at words while a page is open, each
// read once for all of these by package prose and let go before the next, by as many
// workers as there are; then those that look at the whole [site.Site]. [Inspect] does
// it for a site that is open altogether. It counts as well how many of
// an edition's numbers are bound to the data. [Pages] applies the rules over the
// facts that finished pages tell of themselves. A rule reports by a [Reporter],
// in no order: whoever gathers the problems sorts them.
//
// # What is accepted
//
// A warning may be left as it is for a reason: in data/, beside what it is about;
// in a text, in a literal around the words. An error of a rule that is Excused is
// accepted in the same way. A site may also lower a rule, in data/site.yaml. The
// Reporter makes such findings [diag.Accepted]; the rule
// acceptance, which comes last of those over the site, reports reasons that
// nothing needs. A rule that is Held is lowered by nobody. One that Rests on the
// names in data/ says nothing where those are not all known, since what it finds
// may only follow from what was refused.
//
// # Adding one
//
// Write a file with its function, and add its value to the list of its group,
// with both examples, which change the site of [ExampleSite]. The tests build
// them with the whole road: the first breaks this rule and no other, the second
// none.
package check
