package site

// addPrints adds the print edition of each edition. Its words are those of the
// edition's pages, which keep their texts: it has none of its own.
func (a *assembly) addPrints() {
	for _, e := range a.Editions {
		e.Print = &Page{Kind: Print, Route: e.Page.Route + "print/", Title: "Print edition", Edition: e, Period: e.Period}
		a.add(e.Print)
	}
}
