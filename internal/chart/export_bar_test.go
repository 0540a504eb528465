package chart

// HubSizes are the two sizes of the number in the middle of a donut.
func HubSizes(w Width) (large, medium int) {
	if w == Narrow {
		return narrowLarge, narrowMedium
	}
	return wideLarge, wideMedium
}

// PartTokens are the colours of the parts of a whole, in their order, as the tokens are called.
func PartTokens() (names []string) {
	for k := range maxParts {
		names = append(names, partTint(k, false).mark[len("ch-s"):])
	}
	return names
}
