// Package data reads the figures of a site: data/ becomes a [Set], or problems
// with their places.
//
// # Files
//
//	data/site.yaml            title, publisher, licence, words of maps   → Site
//	data/areas.yaml           areas, groups, naming notes                → Area
//	data/indicators.yaml      what is measured                           → Indicator
//	data/dimensions.yaml      what it is split by; optional              → Dimension
//	data/sources.yaml         documents and datasets, each once          → Source
//	data/observations/*.yaml  the values, in any number of files         → Observation
//	data/published/*.yaml     what each edition has published; optional  → Record
//	data/revisions.yaml       why that changed since; optional           → Revision
//
// A file of observations is
//
//	period: 2023-Q1            # for the items that name none
//	observations:
//	  - {indicator: arrivals, source: unhcr, values: {serbia: 868, kosovo: {value: 237, status: E}}}
//	  - indicator: asylum-applications
//	    area: romania
//	    source: igi
//	    value: 2528
//	    by:
//	      nationality: {bangladesh: 1083, syria: 346}
//	      age: {children: {share: 5}, uasc: {value: 15, by: {sex: {girls: 2}}}}
//
// An item has area and value, or values for several areas. The mapping of an
// item, of an area's value or of a category's holds value (or share, in per
// cent of the total it splits), status, source, note, by, and complete: true
// when its breakdowns must add up. What is not said is taken from the total, or
// the item: area, period, source and, unless it says that the value is
// missing, status.
//
// A record and the revisions are lists of
//
//   - {indicator: arrivals, area: serbia, period: 2023-Q1, part: [age=children], value: 868, date: 2023-06-01}
//   - {indicator: arrivals, area: serbia, period: 2023-Q1, part: [age=children], was: 868, now: 871, date: 2023-07-01, reason: Corrected.}
//
// of which part may be left out. A value is a number, a share as 28%, or none:
// see [Printed]. What a record holds is the past: its values need not be observed
// any more, and are not held to what their indicator allows today. [Set.Published]
// and [Set.RevisionsIn] find both by cell, [Set.Since] what came after a record.
// Whether they agree with the observations is for package check to say.
//
// # Cells
//
// A value stands in one cell: indicator, area, period, categories. For a stock
// only the last day of the period counts, for everything else its first and its
// last; so 2023-Q1 and 2023-01..2023-03 are one period. Categories are a set: it
// does not matter in which order dimensions are nested.
//
// # Queries
//
// Load reads each file once, several side by side. What a set is asked then takes a
// time that does not grow with it: [Set.Lookup] finds a cell, [Set.History] its
// values over time, [Set.Parts] what a value is split into, and [Set.Breaks] where
// its series begins anew. An observation takes 184 bytes, and the tables for all that
// some twenty more.
//
// [LoadWith] takes a [Memory]: what was read from a file of observations, or a
// record, is kept there under the hash of its bytes and of the registers that they
// were read against, and so is what the rules found of all files together. A set is
// the same in every field with a memory and without.
//
// # What depends on it
//
// What a set is asked through [Set.Traced] is entered into a [Trace] as questions,
// of the type [Dep]. The [Digest] of an answer tells whether another set, loaded
// later, on any machine, gives the same one: then what was made of it need not be
// made again. Nothing traces the registers (site, areas, indicators, dimensions),
// which all outputs read: those depend on [OnRegisters] together.
//
// # Rules
//
// Everything is refused that cannot be right: unknown keys and ids, numbers that
// are none, negative counts, shares outside 0 to 100, a value beside a status of
// absence. That is the rule data; some have a name of their own:
//
//   - cell: two values in one cell;
//   - no-source: a value without a source;
//   - parts: parts above their total, or above another cell that contains them;
//     complete parts that do not add up; categories without their dimension; and
//     of one source, plain values (status A, no note) above the one that they lie
//     in: a month above its year, where the indicator adds up over periods, a
//     member above its group, where over areas, an area above the one that covers
//     it;
//   - shares: shares of parts above 100, or complete and not 100 (whole shares
//     may miss it by half a point each);
//   - disclosure: a suppressed value that can be computed, as the one suppressed
//     part under a published total, from a second breakdown, from a group of
//     areas and its other members, or from other periods.
//
// Counts are whole, unless their unit says that they are averages or are
// measured: people a day, million people, euros. Shares and changes are never
// added up.
//
// What is above the value that it lies in only beside another source, or only
// together with others, each of which may be rounded, is no problem but listed:
// [Set.Excesses].
//
// Each mistake is one problem: what depends on it stays silent. What may be
// right but looks wrong is left to package check; the key accept of a value, an
// item, a source or an indicator says why it is right.
//
// The words of data/ that readers see are at [Set.Texts], for rules over prose.
//
// An indicator with the key of has its cases among those of another: decisions
// are of applications. Indicators that are of the same one exclude each other.
package data
