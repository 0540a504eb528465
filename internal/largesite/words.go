package largesite

// Parts of sentences. None holds a number, a direction, a period or the name of a
// country: those would be figures, which come from the data.
var (
	openers = []string{
		"", "", "", "", "", "", "In the evenings ", "As the partners see it, ", "When the road was closed, ", "After long talks, ",
		"In the smaller places ", "With the help of neighbours, ", "Where there was room, ", "On rainy days ", "In a letter to the ministry, ",
	}
	subjects = []string{
		"the staff of the reception centres", "teams along the northern road", "volunteers from the river towns", "the local authorities", "families who wait at the crossing",
		"parents with small children", "nurses and interpreters", "the mobile teams", "social workers from the capital", "legal advisers", "teachers in the host communities",
		"the coordination office", "partners in the border districts", "young people who travel alone", "community groups", "the municipal shelters", "protection officers",
		"drivers and shopkeepers along the route", "host families", "the outreach desk", "mediators who speak the languages", "cooks and cleaners at the centres",
		"health workers", "women who lead the discussion circles", "the night shift", "representatives of the residents", "the helpline", "members of the council",
	}
	verbs = []string{
		"described", "discussed", "pointed to", "asked for", "organised", "prepared", "spoke of", "observed", "explained", "wrote down", "asked about", "drew attention to",
		"took care of", "helped with", "agreed on", "waited for", "looked into", "worked on", "paid for", "arranged",
	}
	objects = []string{
		"long waits at the registration desk", "crowded dormitories in the older buildings", "dry clothing and blankets", "interpreters for rare languages",
		"safe places where children can play", "the way to the nearest clinic", "clear information in several languages", "transport between the town and the centre",
		"separate rooms for women who travel alone", "regular visits by a doctor", "warm meals for those who come late", "repairs of the roof and the heating",
		"places at the primary school", "a quiet room for interviews", "the papers that people need for a lease", "guardians for children without parents",
		"phone cards and chargers", "a better light on the path to the gate", "letters that arrive late or not at all", "training for new colleagues",
		"the rules for visits in the centre", "fresh fruit and baby food", "a list of flats that can be rented", "complaints about noise at night",
		"the cost of the bus to the city", "agreements with the hospital", "winter shoes for pupils", "the opening hours of the office",
	}
	places = []string{
		"near the old railway station", "in the hills behind the town", "along the river", "at the edge of the capital", "in the villages beside the road", "at the crossing",
		"in the port", "on the islands", "in the industrial district", "beside the market", "at the foot of the mountains", "in the community hall", "in the former barracks",
		"at the bus station", "in the city park", "in the southern suburbs", "by the lake", "in the valley", "on the main square", "at the ferry terminal",
	}
	clauses = []string{
		"because the buildings are old and hard to heat", "while the weather stayed cold and wet", "so that nobody has to sleep outside", "although the road is closed to heavy traffic",
		"and the neighbours brought food and clothes", "since the agreement with the city still holds", "which the inspectors had asked for", "and the ministry promised to answer soon",
		"as the partners had proposed", "although the money for it is not yet secured", "and the families were told the same day", "while the search for a larger house goes on",
		"which is what the residents had wished for", "because the train does not stop there any longer", "so that children can go to school nearby", "until the new rules are in force",
		"and a report on it is in preparation", "as long as volunteers can be found", "whenever the interpreter is in the house", "even where the law does not ask for it",
	}
	remarks = []string{
		"The count leaves out people who did not want to be registered.",
		"Partners report by telephone; the figures are compared with the register afterwards.",
		"The office has moved, and its old address is no longer in use.",
		"Names of places follow the usage of the national statistical office.",
		"What is told here was seen by the teams themselves, or by partners whom they trust.",
		"The definition is that of the register and differs from the one in the law.",
		"The centre was closed for repairs and has opened again.",
		"Interviews were held in the language that people chose.",
	}
	items = []string{
		"blankets, sleeping bags and warm clothes", "interpreters who can come at short notice", "a doctor who visits the centre regularly", "transport for people who cannot walk far",
		"legal advice before the interview", "lessons in the language of the country", "rooms where families can stay together", "safe ways to report violence",
		"food that suits small children", "a place to wash and dry clothes", "help with letters and forms", "contacts for those who look for relatives",
	}
	lists    = []string{"The teams ask for:", "What is needed before the winter:", "Residents named what they miss:", "Partners agreed to provide:"}
	speakers = []string{
		"A nurse at the crossing", "A father in the reception centre", "A teacher in the learning space", "The head of the shelter", "A volunteer at the station",
	}
	sayings = []string{
		"People are tired when they come, and what they ask for is a dry place and somebody who listens.",
		"The children learn the language in the yard, long before the lessons begin.",
		"We know the families by name, and we notice when somebody is missing.",
		"It helps when the papers are ready, because waiting is what wears people down.",
		"Nobody leaves home lightly, and nobody wants to explain that at every desk again.",
	}
	reports = []string{
		"Conditions in reception centres", "Voices from the road", "What families need", "Interpreters and their work", "Schools that open their doors", "Care in small clinics",
		"The law and its practice", "Housing in the host communities", "Young people alone", "Winter on the route", "Work and wages", "After the decision",
	}
)
