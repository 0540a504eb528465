// Package opendata makes of a set of data the files that other programs read: tidy
// CSV, JSON and XLSX of observations, tables of what they refer to, and the descriptor
// of a Frictionless Data Package (version 2) that covers them.
//
// # Files
//
//	data/observations.csv .json .xlsx     all observations
//	data/<indicator>/<indicator>.csv …    those of an indicator
//	areas/<area>/<area>.csv               those of an area
//	data/indicators.csv areas.csv dimensions.csv sources.csv
//	data/datapackage.json                 what is in the files
//
// A [Part] says which observations a file has, and where it lies. A [Maker] makes the
// files: the rows of each indicator once, for its own files and for those of all.
// Nothing is asked but the set: no clock, no disk. The same set gives the same bytes.
//
// # What is left out
//
// Examples (data.Indicator.Example) are in no file: their values are invented. So are
// the areas, dimensions and sources that nothing but examples has.
//
// # What is asked
//
// A file asks the set only what is entered into a trace (data.Set.Traced): that of an
// indicator or an area asks for its observations and for the revisions; that of all
// for everything.
package opendata
