package scaffold

import (
	"maps"
	"slices"
)

// Alpha3Codes are the codes of the table, in order.
func Alpha3Codes() []string { return slices.Sorted(maps.Values(theCountries().threes)) }
