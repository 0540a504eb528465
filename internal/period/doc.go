// Package period knows the stretches of time that figures are about.
//
// A period is a year (2023), a quarter (2023-Q1), a month (2023-01), a day
// (2023-06-04), or a span of months, days or quarters (2024-01..2024-02).
// It is comparable, so it serves as a map key; but two ways of writing one
// stretch (2023-Q1 and 2023-01..2023-03) are different keys: where the stretch
// counts, compare First and Last.
package period
