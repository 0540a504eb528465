package check

// Group is the rules of one stretch of the road.
type Group struct {
	Title  string
	Doc    string // a sentence: what they look at
	Accept Place  // where a warning of theirs, or what is excused, can be accepted
	Rules  []Rule
}

// Place is where a reason for leaving a warning is given.
type Place string

// The places of reasons.
const (
	Nowhere Place = ""
	InData  Place = "data"  // a key beside what the warning is about
	InProse Place = "prose" // a literal around the words
)

// Groups is every rule, along the road: reading, joining, the whole site,
// finished pages.
func Groups() []Group {
	return []Group{
		{Title: "Rules of reading", Rules: readingRules(), Doc: "They are kept while the files of a site are read, each by itself."},
		{Title: "Rules of joining", Rules: joiningRules(), Doc: "They are kept while words and numbers are joined, and while pages and files are made of them."},
		{Title: "Rules over data", Accept: InData, Rules: dataRules(), Doc: "They look at the observations and sources of data/."},
		{Title: "Rules over figures and claims", Accept: InData, Rules: claimRules(), Doc: "They look at figures and claims in texts, with the words around them and the data behind them."},
		{Title: "Rules over prose", Accept: InProse, Rules: proseRules(), Doc: "They look at what is typed in texts."},
		{Title: "Rules over the site", Rules: siteRules(), Doc: "They look at how pages, editions and sources go together."},
		{Title: "Rules over finished pages", Rules: pageRules(), Doc: "They look at pages as a browser gets them, whoever wrote what is on them."},
	}
}

// Rules is every rule, in the order of the groups.
func Rules() []Rule {
	var all []Rule
	for _, g := range Groups() {
		all = append(all, g.Rules...)
	}
	return all
}

// Accepted is where a finding of one of the group's rules can be accepted.
func (g Group) Accepted(r Rule) Place {
	if !r.Accepts() {
		return Nowhere
	}
	return g.Accept
}
