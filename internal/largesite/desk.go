package largesite

// desk publishes an edition a month, on a subject of its own.
type desk struct {
	id, name   string
	publisher  string
	indicators []indicator
	headings   []string // of the parts of a chapter
}

// indicator is what a desk counts.
type indicator struct {
	id, name   string
	one, other string // of the unit
	stock      bool
	ages       bool // split by age
	low, high  int  // about how many there are in a country
	definition string
	verb       string // what the people of the key figure did
}

// The first indicator of a desk is that of its key figures, and is split by age.
var desks = []desk{
	{
		id: "movements", name: "People on the move", publisher: "Movements desk",
		indicators: []indicator{
			{id: "arrivals", name: "Arrivals", one: "person", other: "people", ages: true, low: 900, high: 9000, definition: "People newly recorded at a crossing or a centre.", verb: "people arrived"},
			{id: "departures", name: "Departures", one: "person", other: "people", low: 800, high: 7000, definition: "People who are known to have left the country.", verb: "people left"},
			{id: "registrations", name: "Registrations", one: "person", other: "people", low: 700, high: 6000, definition: "People entered into the register of the reception service.", verb: "people were registered"},
			{id: "transfers", name: "Transfers", one: "transfer", other: "transfers", low: 700, high: 3000, definition: "Journeys between centres that were arranged by the reception service.", verb: "transfers were made"},
			{id: "presence", name: "People present", one: "person", other: "people", stock: true, low: 3000, high: 60000, definition: "People known to be in the country when the month ends.", verb: "people were present"},
			{id: "places", name: "Places in centres", one: "place", other: "places", stock: true, low: 1500, high: 20000, definition: "Beds in centres that are open when the month ends.", verb: "places were open"},
		},
		headings: []string{"On the road", "At the crossings", "In the centres", "Food and shelter", "Children and families", "Transport", "What the teams saw", "Winter and weather"},
	},
	{
		id: "protection", name: "Asylum and protection", publisher: "Protection desk",
		indicators: []indicator{
			{id: "applications", name: "Applications for asylum", one: "application", other: "applications", ages: true, low: 800, high: 12000, definition: "Applications for asylum lodged with the authority, with those that were opened again.", verb: "applications were lodged"},
			{id: "interviews", name: "Interviews", one: "interview", other: "interviews", low: 700, high: 9000, definition: "Personal interviews that the authority held.", verb: "interviews were held"},
			{id: "decisions", name: "Decisions", one: "decision", other: "decisions", low: 700, high: 8000, definition: "Decisions on applications that can be appealed.", verb: "decisions were taken"},
			{id: "appeals", name: "Appeals", one: "appeal", other: "appeals", low: 600, high: 4000, definition: "Appeals that the courts received.", verb: "appeals were lodged"},
			{id: "pending", name: "Pending cases", one: "case", other: "cases", stock: true, low: 4000, high: 70000, definition: "Cases that wait for a decision when the month ends.", verb: "cases were pending"},
			{id: "advice", name: "Sessions of legal advice", one: "session", other: "sessions", low: 700, high: 5000, definition: "Sessions of legal advice that partners gave without a fee.", verb: "sessions were given"},
		},
		headings: []string{"At the asylum office", "Waiting for a decision", "Legal advice", "Guardians and children", "In the courts", "Interpreters", "Who needs a safe place", "What partners ask for"},
	},
	{
		id: "schooling", name: "School and learning", publisher: "Schooling desk",
		indicators: []indicator{
			{id: "enrolments", name: "Pupils enrolled", one: "pupil", other: "pupils", stock: true, ages: true, low: 900, high: 15000, definition: "Pupils on the rolls of schools and learning spaces when the month ends.", verb: "pupils were enrolled"},
			{id: "lessons", name: "Language lessons", one: "lesson", other: "lessons", low: 800, high: 7000, definition: "Lessons in the language of the country that partners gave.", verb: "lessons were given"},
			{id: "kits", name: "School kits", one: "kit", other: "kits", low: 700, high: 6000, definition: "Bags with books, paper and pens that were handed out.", verb: "kits were handed out"},
			{id: "tutors", name: "Hours of tutoring", one: "hour", other: "hours", low: 900, high: 8000, definition: "Hours that tutors spent with pupils after school.", verb: "hours were given"},
			{id: "visits", name: "Visits to families", one: "visit", other: "visits", low: 700, high: 3000, definition: "Visits of mediators to families with children of school age.", verb: "visits were made"},
			{id: "meals", name: "School meals", one: "meal", other: "meals", low: 3000, high: 50000, definition: "Meals served to pupils in learning spaces.", verb: "meals were served"},
		},
		headings: []string{"In the classroom", "On the way to school", "Learning the language", "Teachers and mediators", "Books and rooms", "Parents at school", "After the lessons", "What pupils say"},
	},
	{
		id: "health", name: "Health and care", publisher: "Health desk",
		indicators: []indicator{
			{id: "consultations", name: "Consultations", one: "consultation", other: "consultations", ages: true, low: 900, high: 14000, definition: "Consultations with a doctor or a nurse in clinics of the network.", verb: "consultations were held"},
			{id: "vaccinations", name: "Vaccinations", one: "dose", other: "doses", low: 700, high: 9000, definition: "Doses of any vaccine that the clinics gave.", verb: "doses were given"},
			{id: "referrals", name: "Referrals", one: "referral", other: "referrals", low: 600, high: 4000, definition: "Patients whom a clinic sent on to a hospital.", verb: "referrals were made"},
			{id: "support", name: "Sessions of support", one: "session", other: "sessions", low: 700, high: 6000, definition: "Sessions of psychosocial support, alone or in groups.", verb: "sessions were held"},
			{id: "medicines", name: "Medicines", one: "pack", other: "packs", low: 900, high: 12000, definition: "Packs of medicine that were given out without charge.", verb: "packs were given out"},
			{id: "beds", name: "Beds in clinics", one: "bed", other: "beds", stock: true, low: 900, high: 5000, definition: "Beds that clinics of the network can use when the month ends.", verb: "beds were in use"},
		},
		headings: []string{"In the clinics", "Mothers and children", "The mobile teams", "Medicines and supplies", "Care for the mind", "On the way to hospital", "Water and washing", "What nurses report"},
	},
}
