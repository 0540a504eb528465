package locale

import "strings"

// Passing is what a word can mean to those who ask whether a sentence will still
// be right about the next period. A word may have several senses.
type Passing uint32

// The senses.
const (
	IsPresently   Passing = 1 << iota // now, still, recently: the time of writing
	StaysPut                          // remained, continued: says that something went on as it was
	IsAuxiliary                       // was, were, had: past tense
	IsPastTense                       // went, began: past tense, and nothing else
	IsBe                              // is, are, been: a participle behind it is no past tense
	IsSubordinate                     // who, which, after: what follows is not the main clause
	IsExtreme                         // largest, exceptions: ranks among others
	IsMostly                          // frequent, common: an extreme behind "most" and "least"
	IsSized                           // low, few, short: judges a size
	IsStatistic                       // number, base, rate: what has a size
	IsFinding                         // figure, estimate: what a source gives
	IsTelling                         // say, give, names: what a source does
	IsToldOf                          // reported, published, available: what was done with it
	IsLacking                         // unclear, gap: says that something is not known
	IsSurmise                         // probably, likely: a judgement
	IsVintage                         // later, earlier: one finding of several
	IsAbout                           // edition, text, wording: the publication itself
	IsSome                            // most, many, nobody: a part of a whole, or none of it
	IsDegree                          // very, so, too: stands before a size
	IsExcess                          // so, too: makes a judgement of it
)

// Passing looks a word of running text up, in whatever case it is written.
func (l *Locale) Passing(text string) Passing {
	switch w := strings.ToLower(text); w {
	case "now", "nowadays", "currently", "presently", "today", "still", "recently", "lately", "already", "recent", "latest", "current", "yet", "meanwhile", "upcoming", "soon":
		return IsPresently
	case "remained", "remains", "stayed", "continued", "continues", "unchanged", "persisted", "persists":
		return StaysPut | IsPastTense
	case "was", "were", "had", "did":
		return IsAuxiliary
	case "went", "came", "took", "began", "gave", "made", "became", "led", "brought", "found", "saw", "met", "sent", "fled", "spoke", "drew", "drove",
		"ran", "won", "wrote", "stood", "kept", "left", "lost", "held", "died", "drowned", "lived", "opened", "closed", "started", "ended", "adopted",
		"announced", "signed", "launched", "entered", "reopened", "introduced", "suspended", "replaced", "burned", "flooded", "moved", "arrived", "worked",
		"reported", "recorded", "registered", "counted", "received", "applied", "crossed", "doubled", "halved", "tripled":
		return done(w)
	case "rose", "fell", "grew", "shrank":
		return IsPastTense
	case "is", "are", "be", "been", "being", "has", "have", "am":
		return IsBe
	case "who", "which", "whom", "whose", "that", "after", "before", "since", "when", "where", "while", "because", "as", "if", "what", "how", "although", "though",
		"whether", "until", "whoever", "unless":
		return IsSubordinate
	case "largest", "biggest", "highest", "lowest", "smallest", "fewest", "longest", "shortest", "greatest", "strongest", "steepest", "sharpest", "busiest",
		"fastest", "slowest", "commonest", "majority", "minority", "exception", "exceptions", "ranks", "ranked", "record", "peak", "peaked", "unprecedented":
		return IsExtreme
	case "frequent", "common", "numerous", "affected", "populous", "used", "often", "represented":
		return IsMostly
	case "few", "low", "high", "small", "large", "big", "great", "short", "moderate", "modest", "slight", "sharp", "steep", "minor", "considerable",
		"substantial", "negligible", "marginal", "rare", "dramatic", "brief", "slow":
		return IsSized
	case "many":
		return IsSized | IsSome
	case "number", "numbers", "count", "counts", "base", "bases", "rate", "rates", "share", "shares", "total", "totals", "level", "levels", "increase", "decrease",
		"rise", "fall", "change", "changes", "drop", "decline", "growth", "difference", "proportion", "percentage", "percentages", "stays", "arrivals":
		return IsStatistic | finding(w)
	case "figure", "figures", "value", "values":
		return IsStatistic | IsFinding
	case "estimate", "estimates", "data", "breakdown", "breakdowns", "information", "extraction", "release", "statistics":
		return IsFinding
	case "say", "says", "said", "tell", "tells", "told", "give", "gives", "given", "name", "names", "named", "report", "reports", "publish", "publishes", "state",
		"states", "stated", "specify", "specifies", "specified", "explain", "explains", "mention", "mentions", "mentioned", "note", "notes", "provide", "provides", "saying", "naming", "giving":
		return IsTelling
	case "published", "available", "broken", "provided", "released", "disclosed", "hand":
		return IsToldOf
	case "unclear", "unknown", "gap", "gaps", "missing":
		return IsLacking
	case "probably", "probable", "presumably", "apparently", "seemingly", "likely", "unlikely", "suggests", "suggest", "suggested", "seems", "appears", "perhaps", "possibly", "preliminary", "provisional", "expected", "expects", "forecast", "projected":
		return IsSurmise
	case "later", "earlier", "previous", "newer", "older":
		return IsVintage
	case "edition", "text", "wording", "bulletin", "restatement", "chapter", "chapters", "chart", "page", "pages", "methodology", "website", "site":
		return IsAbout
	case "most", "nobody", "none", "several", "half":
		return IsSome
	case "very", "quite", "rather", "also", "relatively", "comparatively", "particularly", "extremely":
		return IsDegree
	case "so", "too":
		return IsDegree | IsExcess
	}
	return 0
}

// done is the senses of a verb in the past tense that may say what was done with a
// finding too.
func done(w string) Passing {
	if w == "reported" || w == "recorded" {
		return IsPastTense | IsToldOf
	}
	return IsPastTense
}

func finding(w string) Passing {
	if strings.HasPrefix(w, "number") {
		return IsFinding
	}
	return 0
}
