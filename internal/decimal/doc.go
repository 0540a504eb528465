// Package decimal holds the exact numbers of the data: an integer and a scale.
//
// A value is read as it is written ("5.0" keeps its zero), compared and
// rounded in integer arithmetic, and rounded half away from zero, the rule
// that readers of statistics expect. Floats, and most decimal and text
// libraries, round ties wrongly or round twice; only charts see a float.
package decimal
