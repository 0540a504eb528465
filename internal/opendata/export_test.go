package opendata

// Pages is for a test: no test writes a million rows.
var Pages = pages
