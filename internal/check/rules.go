package check

import "slices"

// Rules is every rule, in the order of the road: reading, joining, the whole
// site, finished pages.
func Rules() []Rule {
	return slices.Concat(readingRules(), joiningRules(), dataRules(), claimRules(), proseRules(), siteRules(), pageRules())
}
