package prose_test

import (
	"strings"
	"testing"

	"bulletin/internal/locale"
	"bulletin/internal/prose"
)

func reader(t testing.TB) *prose.Reader {
	t.Helper()
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	return prose.NewReader(l, []string{"service", "services", "a vessel"})
}

// read reads a page with a body.
func read(t testing.TB, body string) []prose.Passage {
	_, d := parse(t, body)
	return reader(t).Read(d.Body, written)
}

// TestNumbers has sentences, and the quantities that are in them, separated by
// bars.
func TestNumbers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Enumerations, addresses, one of them.
		{"They will be either (1) People who came or (2) others.", ""},
		{"There were boys (1) and girls (2).", "1|2"},
		{"Write to 11000 Belgrade.", ""},
		{"The office is at 11000 Belgrade, Serbia.", ""},
		{"In 11000 Albanian cases it was so.", "11000"},
		{"It was sold to 11000 Afghans.", "11000"},
		{"Nine came from boys and one from a girl.", "Nine|one"},
		{"Nine came from the north and one from the south.", "Nine"},
		// Counts in digits.
		{"The office counted 2,331 people.", "2,331"},
		{"The office counted 2331 people.", "2331"},
		{"The office counted 2.331 people.", "2.331"},
		{"The office counted 2 331 people.", "2 331"},
		{"The office counted 2 331 people.", "2 331"},
		{"There were 12 boys and 9 girls.", "12|9"},
		{"Some 5 were found.", "5"},
		{"5 were found.", "5"},
		{"From Syria (134) and Morocco (4).", "134|4"},
		{"Syria 134, Morocco 4", "134|4"},
		{"It rose from 84 to 237.", "84|237"},
		{"Between 10 and 20 a day came.", "10|20"},
		{"In all, 60,000–70,000 came.", "60,000–70,000"},
		{"The fund holds €5 million.", "5 million"},
		{"About 1.2 million came.", "1.2 million"},
		{"About 40k came.", "40k"},
		{"It gave help 898 times.", "898"},
		{"In 2022 people moved 3614 times.", "3614"},
		{"2,023 came from Russia.", "2,023"},
		{"They sent 2023 people back.", "2023"},
		{"Some 2015 people were sent back.", "2015"},
		{"The camp has 300-bed wards.", "300-bed"},
		{"It lies 20 km away.", "20"},
		{"It lies 20km away.", "20"},
		{"The average stay was 45 days.", "45"},
		{"One may stay up to 6 months.", "6"},
		{"There were 3 services and 2 vessels.", "3|2"},
		{"Table 3 people were seen.", "3"},
		{"| Boys | 17 |\n|--|--|\n| Girls | 4 |", "17|4"},
		{"- 12 of them were boys", "12"},
		{"See [5000 asylum seekers](https://example.org).", "5000"},
		{"## 12 Syrians reach the coast", "12"},
		{"The number 2331 covers detentions.", "2331"},
		{"The figure 2,331 covers detentions.", "2,331"},
		{"In one day 100 came.", "100"},
		{"The answer is no. 300 people came.", "300"},
		// Percentages.
		{"It rose by 36%.", "36%"},
		{"It rose by 36 %.", "36 %"},
		{"It rose by 36 per cent.", "36 per cent"},
		{"It rose by 36 percent.", "36 percent"},
		{"It rose by five per cent.", "five per cent"},
		{"It rose by 3 percentage points.", "3 percentage points"},
		{"It rose by three percentage points.", "three percentage points"},
		{"Between 98-99% were boys.", "98-99%"},
		{"A 36-percent rise.", "36-percent"},
		{"One per cent were girls.", "One per cent"},
		{"It stands at 5.5%.", "5.5%"},
		{"An increase of +56% was seen.", "56%"},
		{"2022% is much.", "2022%"},
		// Number words.
		{"Four unaccompanied children came.", "Four"},
		{"There were six positive decisions.", "six"},
		{"Twenty-one families left.", "Twenty-one"},
		{"There were two hundred and five cases.", "two hundred and five"},
		{"A hundred people came.", "A hundred"},
		{"Two thousand came.", "Two thousand"},
		{"A dozen families left.", "A dozen"},
		{"Five were asylum centres, while nine were transit centres.", "Five|nine"},
		{"They live in four asylum centres.", "four"},
		{"There were three services for them.", "three"},
		{"Two of them were girls.", "Two"},
		{"There were decisions, of which two were positive.", "two"},
		{"The nine boys came alone.", "nine"},
		{"All five reception centres were full.", "five"},
		{"There were zero applications.", "zero"},
		{"The number of applications was zero.", "zero"},
		{"Fifteen countries were visited.", "Fifteen"},
		{"On average, people stayed six days.", "six"},
		{"Three and two children stay there.", "Three|two"},
		// One.
		{"One girl came alone.", "One"},
		{"There was one unaccompanied child.", "one"},
		{"Nine were boys, and one was a girl.", "Nine|one"},
		{"There were centres, of which one was full.", "one"},
		{"Of whom one was a child.", "one"},
		// Fractions, multiples, heaps.
		{"A third of the people were children.", "A third"},
		{"Two thirds were children.", "Two thirds"},
		{"Two-thirds were children.", "Two-thirds"},
		{"One third of arrivals were boys.", "One third"},
		{"Three quarters of them were boys.", "Three quarters"},
		{"A quarter of them were boys.", "A quarter"},
		{"It fell by a quarter.", "a quarter"},
		{"It fell by more than three quarters.", "three quarters"},
		{"It fell for three quarters.", ""},
		{"| Share | A fifth |\n|:--|--:|", "A fifth"},
		{"Almost half were children.", "half"},
		{"More than half of them left.", "half"},
		{"Half of them left.", "Half"},
		{"Half the children left.", "Half"},
		{"It fell by half.", "half"},
		{"One in five was a child.", "One in five"},
		{"Nine out of ten stayed.", "Nine out of ten"},
		{"The number doubled.", "doubled"},
		{"The number has halved since.", "halved"},
		{"Arrivals rose tenfold.", "tenfold"},
		{"Twice as many came.", "Twice"},
		{"They hold double the number.", "double"},
		{"Three times as many came.", "Three"},
		{"There were 11 times more.", "11"},
		{"Dozens of people came.", "Dozens"},
		{"Hundreds of thousands of people came.", "Hundreds of thousands"},
		{"Thousands more wait.", "Thousands"},
		// Dates, years, times.
		{"It began in 2022.", ""},
		{"Since at least 2016 people have said so.", ""},
		{"On 4 June 2023 it ended.", ""},
		{"On November 30th 2016 it ended.", ""},
		{"From 2015 to 2017 it was open.", ""},
		{"The crisis of 2015–2017 is over.", ""},
		{"The crisis of 2015-17 is over.", ""},
		{"In the 1990s it was closed.", ""},
		{"In the first quarter of 2023 it fell.", ""},
		{"Q1 2023 and 2023-Q1 and 2023-03-31.", ""},
		{"In the first three months of 2023 it fell.", ""},
		{"It opens at 9:05.", ""},
		{"It opens at 9.30 am.", ""},
		{"It is open 24/7.", ""},
		{"Call the 24 hour line.", ""},
		{"In 2022/23 it was open.", ""},
		{"Every 30 June there is a count.", ""},
		// Names and numbers of things.
		{"Resolution 1244 (1999) holds.", ""},
		{"S/RES/1244 holds.", ""},
		{"See Article 5, paragraphs 2 and 3.", ""},
		{"Articles 3 and 5 of the law apply.", ""},
		{"See pages 12–15 and p. 4.", ""},
		{"See No. 5 and no. 6.", ""},
		{"Regulation (EU) 604/2013 applies.", ""},
		{"COVID-19 came, and the A4 was shut.", ""},
		{"UN 1244 and ISO 3166-1 apply.", ""},
		{"Version 2.0 and 1.2.3 are out.", ""},
		{"Photo: Ana Ana / Agency, CC BY-SA 4.0, CC-BY 3.0 IGO or CC0 1.0", ""},
		{"RISE BY 40 AND CC: 5 CAME", "40|5"},
		{"Chapter two is short.", ""},
		{"In phase 2 it opens, on Day 5.", ""},
		{"It says so in table 3.", ""},
		{"The 4th floor and the 18th century.", ""},
		{"Point #7 is §12.", ""},
		{"Call +44(0)7831650409 now.", ""},
		{"Greece ...... 4", ""},
		{"Article 31(3) allows it.", ""},
		{"The hotline is 0800 123 456, or (011) 123-4567.", ""},
		{"It is rounded to the nearest five.", ""},
		{"In mid-2022 the rules of pre-2015 times ended.", ""},
		{"Sections 3.1, 3.2, and 3.4 apply.", ""},
		{"They either (1) stay there, or (2) leave.", ""},
		{"Licence v. 2.0 applies.", ""},
		{"Among them were girls (1) and boys (2).", "1|2"},
		{"The note BRI(2020)659346 says so.", ""},
		{"Call +381 11 123 45 67 now.", ""},
		{"The office is at Kralja Milana 21, 11000 Belgrade.", ""},
		{"The code is `17`, at https://example.org/17 there.", ""},
		{"## 1. Introduction", ""},
		{"## 2.1 Methods", ""},
		{"(1) movements, (2) violations; (3) policies.", ""},
		{"Its border.[1] Then more.", ""},
		{"It is 3 per 100,000 people.", "3"},
		// Ages.
		{"A 12-year-old came.", ""},
		{"A 12 year old came.", ""},
		{"Some were eight and nine years old.", ""},
		{"Children aged 14 to 17 go to school.", ""},
		{"Children under 18 go to school.", ""},
		{"At the age of twelve, one leaves.", ""},
		// Ordinary words.
		{"The first and the second of the two.", ""},
		{"There are two reasons for it.", ""},
		{"Three kinds of counts are kept.", ""},
		{"Between the two countries lies a river.", ""},
		{"The two are not the same.", ""},
		{"These three were named before.", ""},
		{"It fell in two countries.", ""},
		{"In two weeks it was over.", ""},
		{"The last two months were calm.", ""},
		{"It lasted half a year, or half an hour.", ""},
		{"In the first half of the chapter it says so.", ""},
		{"One of them left, and no one came.", ""},
		{"They help one another at one time or another.", ""},
		{"One country is covered.", ""},
		{"The one child that we know of.", ""},
		{"A second reading and a third country.", ""},
		{"It was counted twice, or three times.", ""},
		{"A doubled key is refused.", ""},
		{"It was divided by two.", ""},
		{"Count one by one.", ""},
		{"Any two lakes, or two or more of them.", ""},
		{"The upper half of the valley is dry.", ""},
		{"A quarter is three months.", ""},
		{"Nobody and none are no numbers.", ""},
		{"Zero is never shown, and never zero.", ""},
		{"The thousands are separated.", ""},
		{"A 24-hour service, a three-year plan.", ""},
		{"The EU and its twenty-seven rules.", "twenty-seven"},
		{"He may come, or she may.", ""},
	} {
		var got []string
		for _, p := range read(t, c.text) {
			for _, n := range p.Numbers {
				got = append(got, p.Text[n.Start:n.Stop])
			}
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, joined, c.want)
		}
	}
}

// TestNumberForms has what a number says of itself.
func TestNumberForms(t *testing.T) {
	for _, c := range []struct {
		text    string
		percent prose.Percent
		group   byte
		spelled bool
	}{
		{"16,216 people", prose.NoPercent, ',', false},
		{"1,016,216 people", prose.NoPercent, ',', false},
		{"16.216 people", prose.NoPercent, '.', false},
		{"16 216 people", prose.NoPercent, ' ', false},
		{"16\u202f216 people", prose.NoPercent, ' ', false},
		{"16216 people", prose.NoPercent, 0, false},
		{"16.2 people", prose.NoPercent, 0, false},
		{"0.216 of it", prose.NoPercent, 0, false},
		{"5% of it", prose.PercentSign, 0, false},
		{"5\u00a0% of it", prose.PercentSign, 0, false},
		{"five per cent of it", prose.PercentWords, 0, true},
		{"5 percent of it", prose.PercentWords, 0, false},
		{"5 percentage points", prose.Points, 0, false},
	} {
		found := read(t, "Yes: "+c.text)[0].Numbers
		if len(found) != 1 {
			t.Errorf("%s: %d numbers", c.text, len(found))
			continue
		}
		if n := found[0]; n.Percent != c.percent || n.Group != c.group || n.Spelled != c.spelled {
			t.Errorf("%s: got %+v", c.text, n)
		}
	}
}
