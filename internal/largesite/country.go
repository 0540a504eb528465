package largesite

// country is one that chapters are about.
type country struct {
	id, name, code string // the code is that of ISO 3166-1
}

// regionSize is how many countries a group has, the last one maybe fewer.
const regionSize = 8

// countries are grouped by where they are, eight by eight, in the order in which
// an edition lists them.
var countries = []country{
	{"albania", "Albania", "ALB"},
	{"bosnia-and-herzegovina", "Bosnia and Herzegovina", "BIH"},
	{"bulgaria", "Bulgaria", "BGR"},
	{"croatia", "Croatia", "HRV"},
	{"greece", "Greece", "GRC"},
	{"montenegro", "Montenegro", "MNE"},
	{"romania", "Romania", "ROU"},
	{"serbia", "Serbia", "SRB"},

	{"austria", "Austria", "AUT"},
	{"czechia", "Czechia", "CZE"},
	{"germany", "Germany", "DEU"},
	{"hungary", "Hungary", "HUN"},
	{"poland", "Poland", "POL"},
	{"slovakia", "Slovakia", "SVK"},
	{"slovenia", "Slovenia", "SVN"},
	{"switzerland", "Switzerland", "CHE"},

	{"denmark", "Denmark", "DNK"},
	{"estonia", "Estonia", "EST"},
	{"finland", "Finland", "FIN"},
	{"iceland", "Iceland", "ISL"},
	{"latvia", "Latvia", "LVA"},
	{"lithuania", "Lithuania", "LTU"},
	{"norway", "Norway", "NOR"},
	{"sweden", "Sweden", "SWE"},

	{"belgium", "Belgium", "BEL"},
	{"france", "France", "FRA"},
	{"ireland", "Ireland", "IRL"},
	{"italy", "Italy", "ITA"},
	{"luxembourg", "Luxembourg", "LUX"},
	{"netherlands", "Netherlands", "NLD"},
	{"portugal", "Portugal", "PRT"},
	{"spain", "Spain", "ESP"},

	{"algeria", "Algeria", "DZA"},
	{"egypt", "Egypt", "EGY"},
	{"jordan", "Jordan", "JOR"},
	{"lebanon", "Lebanon", "LBN"},
	{"libya", "Libya", "LBY"},
	{"morocco", "Morocco", "MAR"},
	{"tunisia", "Tunisia", "TUN"},
	{"cyprus", "Cyprus", "CYP"},

	{"armenia", "Armenia", "ARM"},
	{"azerbaijan", "Azerbaijan", "AZE"},
	{"georgia", "Georgia", "GEO"},
	{"iraq", "Iraq", "IRQ"},
	{"moldova", "Moldova", "MDA"},
	{"north-macedonia", "North Macedonia", "MKD"},
	{"turkiye", "Türkiye", "TUR"},
	{"ukraine", "Ukraine", "UKR"},
}

// regions are the names of the groups.
var regions = []country{
	{id: "south-east", name: "the south-east"},
	{id: "centre", name: "the centre"},
	{id: "north", name: "the north"},
	{id: "west", name: "the west"},
	{id: "south", name: "the south"},
	{id: "east", name: "the east"},
}

// members are the countries of a region in a site of so many.
func members(region, count int) (from, to int) {
	return region * regionSize, min((region+1)*regionSize, count)
}
