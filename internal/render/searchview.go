package render

// SearchView is the page of the search: a form, which a script shows, and a list of
// what there is, which is all there is without it.
type SearchView struct {
	Frame
	Index  string // the address of the index
	Script string // of the script; empty where the theme has none
	Groups []SearchGroup
}

// SearchGroup is a part of the list: all areas, all news.
type SearchGroup struct {
	ID      string // of its heading
	Title   string
	Number  string // how many there are: "14"
	Entries []SearchEntry
	Short   bool // names alone, which stand in columns
}

// SearchEntry is a page of the list, with those that lie in it.
type SearchEntry struct {
	Link
	Inner []Link
}
