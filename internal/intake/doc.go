// Package intake makes observations of a table: rows of a CSV, XLSX or JSON file
// become entries of data/observations.
//
// # Tables
//
// A long table has an observation in each row. Its columns are known by their heads:
// indicator, area, period, value, unit, status, source, note, complete; a breakdown is
// in dimension and category, or in a column that a dimension gives its name to. Columns
// with other heads are named by Options.Map, and what all rows have in common is said
// by Options.Set. What the site exports (package opendata) needs neither.
//
// A wide table has several observations in a row: with Options.Wide the heads that are
// no field are periods, or areas, indicators, or categories of a dimension.
//
// Areas, indicators and categories are named by their ids, by their names in any case,
// areas by their codes too; sources by their keys; periods as people write them in
// tables; statuses by letter or word. Numbers are exact. A row without a value and
// without a status that says why is left out, and counted. Rows that Options.Skip names
// are, too; heads may stand in several rows, below titles.
//
// # What comes of it
//
// [Read] makes a [Table] of a file. [Table.Plan] compares it with a set of data: what is
// new gets an entry, what is there stays as it is, and what is there with another
// value is a conflict, or with Options.Update is changed where it stands, so that
// remarks and order stay. New parts of a total that is there are put beside it.
//
// A plan is a list of files with their texts, and nothing is written here. Before it is
// given, data/ is read as it would be, under all the rules of package data: each of
// its problems is one of the row that it comes from; and every cell must be what the
// table or the old files say. With any problem there is no plan. What a table has been
// planned from once, it plans nothing new from: it can be imported twice.
//
// [Correct] changes one value, which is named as in a text, in the same way, and adds the
// reason to data/revisions.yaml where the value has been published.
//
// Problems have the place of a cell in the table; their rule is import, or that of package
// data by which the value is refused.
package intake
