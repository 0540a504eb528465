// Package search makes the index that the page of the search looks into, and says
// how words are compared.
//
// # The index
//
// [Index] writes one JSON object, without a line break:
//
//	{"fold":  {"ß":"ss", …},            letters that stand for others: see Fold
//	 "kinds": ["Area","Indicator", …],  what entries are, in words
//	 "prime": 2,                        the first so many kinds are found before the others
//	 "entries": [{"k": 0,               number of its kind; 0 is left out
//	              "t": "Serbia",        title
//	              "u": "areas/serbia/", address, as it is written beside the index file
//	              "d": "Q1 2023",       detail: what tells it from others of its title
//	              "n": "SRB …",         further words that it is found by
//	              "l": "…",             its beginning, 160 characters at most
//	              "h": ["New arrivals", "new-arrivals", …]}, …]} its headings, each with its anchor
//
// Entries come in the order in which those that fit equally well are shown. What is
// empty is left out.
//
// # Words
//
// A text is compared by its [Words]: runs of letters and digits, each folded, so that
// "Sid" finds Šid and "cote" Côte. A query finds an entry when each of its words
// begins one of the entry's; words with a hyphen are also compared in one, so that
// "push-backs" finds Pushbacks and "pushbacks" Push-backs. Where no entry has all words,
// those are found that have the most of them. templates/assets/search.js does this in a
// browser, and table.js compares the words of rows so; testdata/fold.json holds them
// together, and is tried in all.
package search
