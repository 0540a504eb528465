package locale

import (
	"strings"
	"sync"
)

// english is every English word with a sense.
var english = sync.OnceValue(func() *lexicon {
	words := map[string]Word{}
	add := func(sense Sense, value int, list string) {
		for w := range strings.FieldsSeq(list) {
			known := words[w]
			known.Sense |= sense
			if value != 0 {
				known.Value = value
			}
			words[w] = known
		}
	}
	for n := range int64(20) {
		add(IsCardinal, int(n), small(n))
	}
	for n := int64(20); n < 100; n += 10 {
		add(IsCardinal, int(n), tens(n))
	}
	add(IsScale, 1, "dozen")
	for n, w := range map[int]string{2: "hundred", 3: "thousand k", 6: "million m mn", 9: "billion bn"} {
		add(IsScale, n, w)
	}
	add(IsHeap, 0, "dozens hundreds thousands millions billions scores")
	for i, w := range strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth") {
		add(IsOrdinal, i+1, w)
	}
	add(IsPart, 2, "half halves")
	for i, w := range strings.Fields("third quarter fifth sixth seventh eighth ninth tenth") {
		add(IsPart, i+3, w+" "+w+"s")
	}
	add(IsMultiple, 0, `doubled tripled trebled quadrupled quintupled halved twofold threefold fourfold fivefold sixfold sevenfold eightfold
		ninefold tenfold elevenfold twelvefold twentyfold hundredfold thousandfold`)
	add(IsTimes, 0, "twice thrice double triple treble")
	for i, w := range strings.Fields("january february march april may june july august september october november december") {
		add(IsMonth, i+1, w)
		add(IsMonth, i+1, w[:3])
	}
	add(IsMonth, 9, "sept")
	add(IsDoubtful, 0, "march may mar jun sep m k")
	for month, w := range map[int]string{3: "spring", 6: "summer", 9: "autumn", 12: "winter"} {
		add(IsSeason, month, w)
	}
	add(IsQuarter, 4, "quarter quarters")
	add(IsQuarter|IsWorse, 0, "trimester trimesters")
	add(IsDuration, 0, `second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight month months
		year years decade decades century centuries yr yrs`)
	add(IsMonths, 0, "month months")
	add(IsYear, 0, "year")
	add(IsReference, 0, `v resolution resolutions article articles art law act regulation directive decision protocol chapter section sections
		paragraph paragraphs para page pages p pp annex appendix table tables figure figures fig chart box volume vol issue part note notes
		footnote room gate floor line lines phase stage step level grade version release rule question option form tier clause item items
		recital nos isbn issn doi tel telephone phone fax hotline week day group goal target sdg corridor highway bus point`)
	add(IsDesignation, 0, "un unscr iso iec rfc en din ieee wcag sdmx csl html css utc gmt pdf utf sdg res")
	add(IsCounted, 0, `people person persons individual individuals child children boy boys girl girls man men woman women adult adults minor
		minors infant infants baby babies family families refugee refugees migrant migrants seekers applicant applicants application
		applications case cases decision decisions arrival arrivals departure departures detention detentions detainee detainees registration
		registrations return returns returnee returnees pushback pushbacks push-back push-backs incident incidents death deaths victim victims
		national nationals citizen citizens resident residents crossing crossings detection detections beneficiary beneficiaries household
		households worker workers visit visits rejection rejections uasc ukrainians afghans syrians moroccans inhabitants households patients
		students pupils women asylum-seekers males females newborns`)
	add(IsSomeone, 0, "child boy girl man woman minor applicant refugee migrant adult infant baby death application decision unaccompanied separated")
	add(IsPlain, 0, `count counts column columns figure figures number numbers chart charts table tables page pages chapter chapters section
		sections part parts kind kinds type types sort sorts form forms way ways side sides thing things reason reasons aspect aspects step
		steps question questions example examples line lines row rows cell cells word words letter letters digit digits sentence sentences
		paragraph paragraphs point points value values source sources document documents file files folder folders copy copies name names
		version versions topic topics trend trends development developments factor factors element elements option options choice choices
		end ends half halves hand hands period periods date dates share shares rate rates series edition editions report reports list lists
		group groups category categories measure measures definition definitions indicator indicators unit units map maps place places
		direction directions difference differences theme themes language languages level levels stage stages round rounds problem problems
		mistake mistakes message messages key keys field fields block blocks entry entries item items mark marks bracket brackets hyphen
		hyphens space spaces backtick backticks character characters colour colours bar bars publisher publishers note notes statement
		statements idea ideas rule rules function functions claim claims quarters halves thirds fold times goals pillars dimensions
		statuses dots braces signs country countries areas regions states texts command commands spans sizes ranges methods sets lists numbers places branches paths routes`)
	add(IsDefinite, 0, "the these those both its their his her our your my other last next first past previous following latter former between nearest")
	add(IsHedge, 0, "about around approximately approx roughly some circa ca nearly almost estimated")
	add(IsCompares, 0, `than compared comparison compare compares comparing against earlier versus vs previous preceding previously unlike relative
		year-on-year baseline whereas same change changes changed contrast beside`)
	add(IsUntil, 0, "to till until through and")
	add(IsGoes, 0, "till until by to up through")
	add(IsSince, 0, "since from after before following")
	add(IsAsOf, 0, "as")
	add(IsDates, 0, `in since until till during throughout early late mid year through by after before from to between of and for on as than at
		around up spring summer autumn winter until`)
	add(IsEnds, 0, `of in on at to from by for with without within into onto over under above below about as than and or but nor that which who
		whom whose where when while if because since until till after before during through is are was were be been being has have had do does did
		will would can could may might must should shall not also only then so it they he she we there here this per each both among between
		against across along out off up down came come made arrived stayed were left said`)
	add(IsPercent, 0, "percent")
	add(IsAbbreviation, 0, `no nos etc art para fig vol ed eds inc ltd co dept est jan feb mar apr jun jul aug sep sept oct nov dec max min
		tel pp p`)
	add(IsAbbreviation, 99, "mr mrs ms dr prof st vs cf approx ca e.g i.e gen col sgt incl excl")
	add(IsAverage, 0, "average averages averaged mean median averaging")
	add(IsRelative, 0, "last previous preceding same prior next following")
	add(IsThisYear, 0, "this current")
	add(IsLast, 0, "last final")
	add(IsEnd, 0, "end beginning start middle early late mid month course")
	add(IsSpeaks, 0, `information data report reports reported statistics said say says nothing speak speaks spoke talk talked know known ask asked
		complaints figures something anything much what`)
	add(IsPast, 0, `adopted began begun built closed concluded created enacted ended established founded inaugurated introduced launched
		opened passed published ratified reopened set signed started up`)
	add(IsDocument, 0, `report reports update updates snapshot snapshots release publication statement letter law laws act decree regulation
		directive resolution judgment judgement ruling agreement pact treaty convention survey study article edition issue bulletin factsheet
		overview profile profiles dashboard war earthquake election elections summit`)
	add(IsConnects, 0, "as the that what more less fewer higher lower larger smaller greater")
	add(IsNow, 0, "now today currently nowadays")
	add(IsThen, 0, `then previously formerly later earlier ago before since same former subsequently thereafter afterwards initially originally
		first once already following next past recent recently base baseline`)
	add(IsAgo, 0, "earlier before ago previously")
	add(IsAside, 0, "than compared comparison comparing against versus vs from unlike relative whereas beside contrast as exceed exceeds exceeded on")
	add(IsClause, 0, "after against while whereas but who whom which that had and")
	add(IsLasting, 0, "continued continues began begun begins started starts lasted lasts persisted persists resumed trend trends")
	add(IsWithin, 0, "in across within throughout inside")
	add(IsRegisters, 0, `registered recorded counted received had saw reported detected documented hosted accommodated sheltered observed
		noted identified arrived came stayed waited entered applied sought present`)
	add(IsFrames, 0, `and but while whereas also meanwhile then however the a of number numbers total new asylum for alone itself more fewer some
		about only another was were are is has have been again all northern southern eastern western central neighbouring whole most
		each rose fell grew stood to at authorities police officials territory`)
	add(IsAgain, 0, "ibid ibidem op.cit loc.cit")
	add(IsNamed, 0, "op loc")
	add(IsCited, 0, "cit")
	add(IsNote, 0, "note notes footnote footnotes endnote endnotes fn")
	add(IsLeads, 0, "see cf")
	add(IsBack, 0, "supra infra above below")
	list := &lexicon{words: words}
	for w := range words {
		list.ends[len(w)][w[0]&31] |= lastLetter(w)
	}
	return list
})
