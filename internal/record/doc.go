// Package record writes down what an edition publishes: data/published/<edition>.yaml.
//
// [Add] takes what an edition shows and the record that there is, and gives the
// record's new text. Each value that is not in it yet becomes an entry on a line of
// its own, with the day on which it was published:
//
//   - {indicator: arrivals, area: albania, period: 2022-Q1, value: 1083, date: 2026-11-21}
//   - {indicator: asylum-applications, area: romania, period: 2023-Q1, part: [age=children], value: 28%, date: 2026-11-21}
//
// value is a number, a share in per cent where only that is known, or none where
// the edition shows that there is no value. A stock's period is written as its
// observation has it.
//
// Nothing that a record holds is ever changed: every line of it stays byte for byte,
// comments, blank lines and line ends with it. A comment belongs to the entry below
// it. New entries take their place in the order of the set among those that there
// are; what they say does not depend on when the others were written. So the same
// data, record and day give the same bytes, and a change shows in git as lines that
// were added.
//
// The package writes text, not files: package build does that.
package record
