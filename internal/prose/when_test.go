package prose_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestWhens has sentences, and the periods that they name: their words, days
// and sense. Days without a year are written without one.
func TestWhens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On 4 June 2023 it closed.", "4 June 2023=2023-06-04..2023-06-04 In"},
		{"On June 4, 2023 it closed.", "June 4, 2023=2023-06-04..2023-06-04 In"},
		{"On the 4th of June it closed.", "4th of June=06-04..06-04 In"},
		{"As of 29 February there were many.", "29 February=02-29..02-29 AsOf"},
		{"As of June there were many.", "June=06-01..06-30 AsOf"},
		{"As at 31 March 2023 there were many.", "31 March 2023=2023-03-31..2023-03-31 AsOf"},
		{"At the end of March many stayed.", "March=03-01..03-31 AsOf"},
		{"By the end of May 2023 it closed.", "May 2023=2023-05-01..2023-05-31 Goes"},
		{"It was open till May 2023.", "May 2023=2023-05-01..2023-05-31 Goes"},
		{"It was open until May.", "May=05-01..05-31 Goes"},
		{"It has been open since March.", "March=03-01..03-31 Since"},
		{"In February 2023 it closed.", "February 2023=2023-02-01..2023-02-28 In"},
		{"January to March 2023 were cold.", "January to March 2023=2023-01-01..2023-03-31 Bare"},
		{"January–March 2023 was cold.", "January–March 2023=2023-01-01..2023-03-31 Bare"},
		{"JANUARY-MARCH 2023", "JANUARY-MARCH 2023=2023-01-01..2023-03-31 Bare"},
		{"Between January and March 2023 it rose.", "January and March 2023=2023-01-01..2023-03-31 In"},
		{"From November 2022 to January 2023 it rose.", "November 2022 to January 2023=2022-11-01..2023-01-31 In"},
		{"From November to January 2023 it rose.", "November to January 2023=2022-11-01..2023-01-31 In"},
		{"From 30 November 2016 to 24 January 2017 it rose.", "30 November 2016 to 24 January 2017=2016-11-30..2017-01-24 In"},
		{"From January until the end of May 2023 it rose.", "January until the end of May 2023=2023-01-01..2023-05-31 In"},
		{"In January, February and March 2023 it rose.", "January=2023-01-01..2023-01-31 In|February=2023-02-01..2023-02-28 Bare|March 2023=2023-03-01..2023-03-31 In"},
		{"In the first quarter of 2023 it rose.", "first quarter of 2023=2023-01-01..2023-03-31 In"},
		{"In the fourth quarter it rose.", "fourth quarter=10-01..12-31 In"},
		{"During the second trimester it rose.", "second trimester=04-01..06-30 In"},
		{"In the 2nd quarter 2023 it rose.", "2nd quarter 2023=2023-04-01..2023-06-30 In"},
		{"In the last quarter of 2022 it rose.", "last quarter of 2022=2022-10-01..2022-12-31 In"},
		{"In the last quarter it rose.", ""},
		{"In the last quarter of the year it rose.", "last quarter of the year=10-01..12-31 In"},
		{"In the second half of the year it rose.", "second half of the year=07-01..12-31 In"},
		{"In mid-2022 it rose.", "2022=2022-01-01..2022-12-31 AsOf"},
		{"The centre, opened in 2022, is full.", "2022=2022-01-01..2022-12-31 Named"},
		{"After a quiet autumn in 2022 it rose.", "2022=2022-01-01..2022-12-31 Named"},
		{"By late-2024 it will rise.", "2024=2024-01-01..2024-12-31 Goes"},
		{"In the third quarter of the year it rose.", "third quarter of the year=07-01..09-30 In"},
		{"In the third quarter of this year it rose.", "third quarter of this year=07-01..09-30 In"},
		{"In the first quarter of last year it rose.", ""},
		{"In the first quarter of the previous year it rose.", ""},
		{"In Q2 2023 it rose.", "Q2 2023=2023-04-01..2023-06-30 In"},
		{"In 2023 Q2 it rose.", "2023 Q2=2023-04-01..2023-06-30 In"},
		{"In 2023-Q2 it rose.", "2023-Q2=2023-04-01..2023-06-30 In"},
		{"In Q2 it rose.", "Q2=04-01..06-30 In"},
		{"The first to the third quarter of 2023.", "third quarter of 2023=2023-07-01..2023-09-30 Goes"},
		{"The first quarter to the third quarter of 2023.", "first quarter to the third quarter of 2023=2023-01-01..2023-09-30 Bare"},
		{"In H1 2023 it rose.", "H1 2023=2023-01-01..2023-06-30 In"},
		{"In the second half of 2022 it rose.", "second half of 2022=2022-07-01..2022-12-31 In"},
		{"In the second half of the text it says so.", ""},
		{"In the first three months of 2023 it rose.", "first three months of 2023=2023-01-01..2023-03-31 In"},
		{"In the last three months of 2022 it rose.", "last three months of 2022=2022-10-01..2022-12-31 In"},
		{"In the last three months it rose.", ""},
		{"In 2022 it rose.", "2022=2022-01-01..2022-12-31 In"},
		{"The law of 2018 holds.", "2018=2018-01-01..2018-12-31 Named"},
		{"The arrivals of 2018 were few.", "2018=2018-01-01..2018-12-31 Of"},
		{"The report on the fourth quarter of 2022 says so.", "fourth quarter of 2022=2022-10-01..2022-12-31 Named"},
		{"It has held since 2015.", "2015=2015-01-01..2015-12-31 Since"},
		{"In 2021–2022 it rose.", "2021–2022=2021-01-01..2022-12-31 In"},
		{"From 2019 to 2021 it rose.", "2019 to 2021=2019-01-01..2021-12-31 In"},
		{"In 2021-22 it rose.", "2021-22=2021-01-01..2022-12-31 In"},
		{"On 2023-06-04 it rose.", "2023-06-04=2023-06-04..2023-06-04 In"},
		{"In the winter of 2022 it rose.", "winter of 2022=2022-01-01..2022-12-31 In"},
		{"In autumn 2022 it rose.", "autumn 2022=2022-09-01..2022-11-30 In"},
		{"After the summer of 2023 it rose.", "summer of 2023=2023-06-01..2023-08-31 Since"},
		{"In Q1/2022 it rose.", "Q1/2022=2022-01-01..2022-03-31 In"},
		{"In H2/2022 it rose.", "H2/2022=2022-07-01..2022-12-31 In"},
		{"In her third trimester it rose.", ""},
		{"In the first quarter of 2023 arrivals rose.", "first quarter of 2023=2023-01-01..2023-03-31 In"},
		{"In Q1 2023 arrivals rose.", "Q1 2023=2023-01-01..2023-03-31 In"},
		{"It was the busiest first quarter since 2019.", "first quarter=01-01..03-31 Bare|2019=2019-01-01..2019-12-31 Since"},
		{"In March (2023) it rose.", "March (2023)=2023-03-01..2023-03-31 In"},
		{"In the same period of 2022 it rose.", "2022=2022-01-01..2022-12-31 In"},
		{"They may march in line, and May did.", ""},
		{"March on, they said.", ""},
		{"In May it rose.", "May=05-01..05-31 In"},
		{"On 31 June it did not rise.", "June=06-01..06-30 Bare"},
		{"In June 20 people came.", "June=06-01..06-30 In"},
		{"In 2023 people came.", "2023=2023-01-01..2023-12-31 In"},
		{"It sent 2023 people.", ""},
		{"It has 2331 beds.", ""},
	} {
		var got []string
		for _, p := range read(t, c.text) {
			for _, w := range p.Whens {
				first, last := w.First.String(), w.Last.String()
				if !w.Dated {
					first, last = first[5:], last[5:]
				}
				sense := [...]string{"Bare", "In", "AsOf", "Goes", "Since", "Of", "Named"}[w.Sense]
				got = append(got, fmt.Sprintf("%s=%s..%s %s", p.Text[w.Start:w.Stop], first, last, sense))
			}
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, joined, c.want)
		}
	}
}

func TestCompared(t *testing.T) {
	for text, want := range map[string]bool{
		"In the first quarter of 2022 it rose.":                                   false,
		"It rose, compared with the first quarter of 2022.":                       true,
		"It was lower than in the first quarter of 2022.":                         true,
		"A year earlier, in the first quarter of 2022, it rose.":                  true,
		"In the fourth quarter, {{ x }} came; compared with 2022, it is more.":    false,
		"In the fourth quarter, [12]{{ x }} came, more than in 2022.":             false,
		"In the fourth quarter there were fewer than before.":                     true,
		"They were [12]{{ x }}, half as many again as in the fourth quarter.":     true,
		"It was compared with others. In the first quarter of 2022 it rose a lot": false,
	} {
		if got := read(t, text)[0].Whens[0].Compared; got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"One. Two! Three? Four", "One. |Two! |Three? |Four"},
		{"See No. 5 of it. Then go.", "See No. 5 of it. |Then go."},
		{"It is 3.5 there. And 4.", "It is 3.5 there. |And 4."},
		{"Mr. Brown, e.g. John B. Brown, left. He did.", "Mr. Brown, e.g. John B. Brown, left. |He did."},
		{"He said “Go.” Then he went.", "He said “Go.” |Then he went."},
		{"So it is (or was.) Then not.", "So it is (or was.) |Then not."},
		{"At mvr.bg. there are e.g. lists.", "At mvr.bg. there are e.g. lists."},
		{"It rose ... and fell. {{ x }} people came.", "It rose … and fell. |<x> people came."},
		{"The answer is no. Then they left.", "The answer is no. |Then they left."},
		{"It was Jan. 5 then. So.", "It was Jan. 5 then. |So."},
	} {
		p := read(t, c.text)[0]
		var got []string
		for at := 0; at < len(p.Text); {
			start, stop := p.Sentence(at)
			if start != at {
				t.Errorf("%q: the sentence of %d begins at %d", c.text, at, start)
				break
			}
			got = append(got, p.Text[start:stop])
			at = stop
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.text, joined, c.want)
		}
	}
}

func TestAround(t *testing.T) {
	p := read(t, "Before. It rose by [36%]{{ x }} and fell. After.")[0]
	before, after := p.Around(p.Pieces[1])
	if before != "It rose by " || after != " and fell. " {
		t.Errorf("got %q and %q", before, after)
	}
	p = read(t, "[36%]{{ x }}")[0]
	if before, after := p.Around(p.Pieces[0]); before != "" || after != "" {
		t.Errorf("got %q and %q", before, after)
	}
}

func TestWorse(t *testing.T) {
	p := read(t, "In the first trimester it rose. The third Trimesters fell. In the last trimester of a pregnancy one rests.")[0]
	if len(p.Worse) != 2 || p.Worse[0].Better != "quarter" || p.Worse[1].Better != "quarters" {
		t.Errorf("got %+v", p.Worse)
	}
}
