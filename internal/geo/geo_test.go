package geo_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/language"

	"bulletin/internal/geo"
)

var balkans = strings.Fields("GRC BGR MKD ALB MNE XKX SRB ROU BIH HRV")

func TestCodesAreThoseOfISO3166(t *testing.T) {
	table, err := os.ReadFile("iso3166.tsv")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"XKX"}
	for line := range strings.Lines(string(table)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 3 {
			continue
		}
		code, number, name := fields[0], fields[1], fields[2]
		// golang.org/x/text has the codes from elsewhere (CLDR).
		if region, err := language.ParseRegion(number); err != nil || region.ISO3() != code {
			t.Errorf("%s has the number %s, which is %v (%v) elsewhere", code, number, region.ISO3(), err)
		}
		if got := geo.Name(code); got != name {
			t.Errorf("Name(%s) = %q, want %q", code, got, name)
		}
		if !geo.Known(code) {
			t.Errorf("%s has no outline", code)
		}
		want = append(want, code)
	}
	slices.Sort(want)
	if len(want) != 249+1 {
		t.Errorf("%d codes: ISO 3166-1 has 249", len(want))
	}
	if got := geo.Codes(); !slices.Equal(got, want) {
		t.Errorf("Codes() = %v, want %v", got, want)
	}
}

func TestFitRefuses(t *testing.T) {
	for _, c := range []struct {
		focus                 []string
		width, height, margin int
		want                  string
	}{
		{nil, 1000, 1000, 0, "a map needs a country"},
		{[]string{"GRC", "KOS"}, 1000, 1000, 0, `"KOS" is not a code of ISO 3166-1 alpha-3, nor XKX`},
		{[]string{"gr"}, 1000, 1000, 0, `"gr" is not a code`},
		{[]string{"GRC"}, 1000, 400, 200, "a map of 1000 × 400 with a margin of 200 has no room"},
		{[]string{"GRC"}, 99, 1000, 0, "has no room"},
		{[]string{"GRC"}, 1000, 1000, -1, "has no room"},
		{[]string{"GRC"}, 1 << 30, 1000, 0, "has no room"},
	} {
		view, err := geo.Fit(c.focus, c.width, c.height, c.margin)
		if err == nil || !strings.Contains(err.Error(), c.want) || view != nil {
			t.Errorf("Fit(%v, %d, %d, %d) = %v, %v, want the error %q", c.focus, c.width, c.height, c.margin, view, err, c.want)
		}
	}
}

func TestBalkans(t *testing.T) {
	view := fit(t, balkans, 7200, 6000, 200)
	check(t, view)
	for _, code := range balkans {
		land := find(t, view, code)
		if !land.Focus {
			t.Errorf("%s is not of the focus", code)
		}
		if land.Reach < 100 {
			t.Errorf("%s has room for a circle of %d only", code, land.Reach)
		}
		if b := land.Main; b.Min.X < 199 || b.Min.Y < 199 || b.Max.X > 7001 || b.Max.Y > 5801 {
			t.Errorf("%s reaches into the margin: %v", code, b)
		}
	}
	for _, code := range []string{"ITA", "TUR", "HUN", "SVN", "MDA", "UKR", "AUT"} {
		if find(t, view, code).Focus {
			t.Errorf("%s is of the focus", code)
		}
	}
	for _, l := range view.Lands {
		if slices.Contains([]string{"EGY", "SYR", "POL", "RUS", "USA"}, l.Code) {
			t.Errorf("%s is seen in a map of the Balkans", l.Code)
		}
	}
}

func TestKosovo(t *testing.T) {
	view := fit(t, balkans, 7200, 6000, 200)
	with := map[string]int{}
	for _, b := range view.Borders {
		switch {
		case b.A == "XKX":
			with[b.B]++
		case b.B == "XKX":
			with[b.A]++
		}
		if want := b.A == "SRB" && b.B == "XKX" || b.A == b.B; b.Disputed != want { // Crimea is in the corner
			t.Errorf("the line between %s and %s: disputed %v", b.A, b.B, b.Disputed)
		}
	}
	// One piece each: dashes begin once.
	if want := map[string]int{"SRB": 1, "ALB": 1, "MNE": 1, "MKD": 1}; !reflect.DeepEqual(with, want) {
		t.Errorf("Kosovo borders on %v, want %v", with, want)
	}
	if name := geo.Name("XKX"); name != "Kosovo" {
		t.Errorf("XKX is %q", name)
	}
}

func TestLandsOfOthers(t *testing.T) {
	// Crimea belongs to UKR, northern Cyprus to CYP, Somaliland to SOM, and each has a line within the land.
	for code, other := range map[string]string{"UKR": "RUS", "CYP": "", "SOM": "ETH"} {
		view := fit(t, []string{code}, 6000, 6000, 200)
		var lines int
		for _, b := range view.Borders {
			if b.A == code && b.B == code {
				lines++
				if !b.Disputed {
					t.Errorf("%s: a line within the land is no dispute", code)
				}
			}
		}
		if lines == 0 {
			t.Errorf("%s has no line within", code)
		}
		if other != "" && find(t, view, other).Focus {
			t.Errorf("%s is of the focus", other)
		}
	}
	// French Guiana is of France, unless it is asked for.
	view := fit(t, []string{"SUR", "GUY"}, 6000, 6000, 200)
	if !has(view, "FRA") || has(view, "GUF") {
		t.Error("beside Suriname lies French Guiana, as part of France")
	}
	view = fit(t, []string{"SUR", "GUF"}, 6000, 6000, 200)
	if has(view, "FRA") || !find(t, view, "GUF").Focus {
		t.Error("French Guiana has its own code in a map of it")
	}
	// Its land beyond the ocean does not make France small.
	if b := find(t, fit(t, []string{"FRA"}, 6000, 6000, 200), "FRA").Main; b.Max.X-b.Min.X < 4500 {
		t.Errorf("France is %d wide in a frame of 6000", b.Max.X-b.Min.X)
	}
}

func TestEveryCodeAlone(t *testing.T) {
	for _, code := range geo.Codes() {
		view := fit(t, []string{code}, 3600, 3000, 100)
		check(t, view)
		if !find(t, view, code).Focus {
			t.Errorf("%s is not of the focus", code)
		}
		check(t, locate(t, []string{code}, 3600, 3000))
	}
}

func TestWholeWorld(t *testing.T) {
	view := fit(t, geo.Codes(), 7200, 3600, 50)
	check(t, view)
	for _, code := range geo.Codes() {
		find(t, view, code)
	}
	// Drawn in the order of size, so that what lies in another comes after it.
	if n := len(view.Lands); view.Lands[0].Code != "RUS" || n < 250 {
		t.Errorf("%d lands, first %s", n, view.Lands[0].Code)
	}
	for _, codes := range [][]string{{"USA", "CHN", "JPN", "AUS", "CHL"}, {"CAN", "RUS", "NZL"}, {"BRA", "IND", "ATA"}} {
		check(t, fit(t, codes, 7200, 4000, 100))
	}
}

func TestMicrostates(t *testing.T) {
	tiny := strings.Fields("VAT MCO SMR LIE MLT AND")
	view := fit(t, append([]string{"ITA", "FRA", "ESP", "CHE", "AUT"}, tiny...), 3600, 3000, 50)
	check(t, view)
	place := map[string]int{}
	for i, l := range view.Lands {
		place[l.Code] = i
	}
	for code, around := range map[string]string{"VAT": "ITA", "SMR": "ITA", "MCO": "FRA", "AND": "ESP", "LIE": "AUT"} {
		if !find(t, view, code).Focus {
			t.Errorf("%s is not of the focus", code)
		}
		if place[code] < place[around] {
			t.Errorf("%s is drawn before %s, which would cover it", code, around)
		}
	}
}

func TestLocate(t *testing.T) {
	for _, c := range []struct {
		focus      []string
		least      float64
		most       float64
		neighbours string
	}{
		{[]string{"GRC"}, 0.25, 0.35, "ITA TUR EGY"},
		{[]string{"ISL"}, 0.05, 0.35, "GRL"},
		{balkans, 0.25, 0.35, "DEU ESP LBY"},
		{[]string{"XKX"}, 0.08, 0.2, "ITA ROU GRC"},  // a third would show parts of its neighbours only
		{[]string{"LUX"}, 0.05, 0.15, "FRA DEU GBR"}, // as here
		{[]string{"FJI"}, 0.01, 0.25, "VUT NZL"},     // and here sea only
	} {
		view := locate(t, c.focus, 6000, 4000)
		check(t, view)
		low, high, left, right := 1<<30, 0, 1<<30, 0
		for _, l := range view.Lands {
			if l.Focus {
				low, high, left, right = min(low, l.Main.Min.Y), max(high, l.Main.Max.Y), min(left, l.Main.Min.X), max(right, l.Main.Max.X)
			}
		}
		// The longer side of the focus takes its share, whichever that is in this frame.
		if share := max(float64(high-low)/4000, float64(right-left)/6000); share < c.least || share > c.most {
			t.Errorf("%v takes %.2f of the frame, want %v to %v", c.focus, share, c.least, c.most)
		}
		for _, code := range strings.Fields(c.neighbours) {
			if !has(view, code) {
				t.Errorf("%s is not seen around %v", code, c.focus)
			}
		}
	}
	// Russia has the world around it.
	if view := locate(t, []string{"RUS"}, 6000, 3000); !has(view, "BRA") || !has(view, "AUS") {
		t.Error("a locator map of Russia is a map of the world")
	}
}

// TestFitWithin: the frame takes the shape of the countries, between 0.55 and 1.15, and between the bounds given.
func TestFitWithin(t *testing.T) {
	for code, want := range map[string][2]int{"CHL": {11500, 11500}, "RUS": {5500, 7000}, "TUR": {5500, 6000}, "FRA": {9000, 11000}, "GBR": {11500, 11500}} {
		view, err := geo.FitWithin([]string{code}, 10_200, 300, 20_000, 100)
		if err != nil {
			t.Fatal(err)
		}
		if got := view.Height - 200; got < want[0] || got > want[1] {
			t.Errorf("%s is %d of 10000 high, want %v", code, got, want)
		}
		check(t, view)
		for high, bounds := range map[int][2]int{3000: {300, 3000}, 14_000: {14_000, 20_000}} {
			if view, err := geo.FitWithin([]string{code}, 10_200, bounds[0], bounds[1], 100); err != nil || view.Height != high {
				t.Errorf("%s within %v is %d high (%v)", code, bounds, view.Height, err)
			}
		}
	}
	if _, err := geo.FitWithin(nil, 1000, 300, 900, 10); err == nil {
		t.Error("a map of nothing")
	}
}

func TestSameViewForAll(t *testing.T) {
	focuses := [][]string{balkans, {"RUS"}, {"FJI"}, geo.Codes(), {"USA", "CHN"}}
	want := make([]*geo.View, len(focuses))
	for i, focus := range focuses {
		want[i] = fit(t, focus, 5000, 4000, 100)
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for i, focus := range focuses {
				reversed := slices.Clone(focus) // the order of the focus is no matter
				slices.Reverse(reversed)
				view, err := geo.Fit(append(reversed, focus...), 5000, 4000, 100)
				if err != nil || !reflect.DeepEqual(view, want[i]) {
					t.Errorf("two maps of %.20v differ (%v)", focus, err)
				}
			}
		})
	}
	wait.Wait()
}
