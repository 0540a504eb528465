package chart

// HubSizes are the two sizes of the number in the middle of a donut.
func HubSizes(w Width) (large, medium int) {
	if w == Narrow {
		return narrowLarge, narrowMedium
	}
	return wideLarge, wideMedium
}
