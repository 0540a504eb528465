package main

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/chromedp/chromedp"

	"bulletin/internal/data"
	"bulletin/internal/typeface"
)

// measured is one text as the browser sets it, in one weight and size.
type measured struct {
	Text   string
	Weight int // of CSS
	Size   int // in CSS pixels
	Width  float64
}

// measure has the browser set texts as labels of a chart, in the site's own
// stylesheets, and answers with their widths. It fails where a text brings in a
// file of Inter that does not arrive, or none.
const measure = `(async (texts) => {
	const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
	svg.setAttribute("class", "chart chart-wide");
	document.body.append(svg);
	const out = [];
	for (const weight of [400, 600]) {
		const faces = await document.fonts.load(weight + " 14px Inter", texts.join(""));
		if (faces.length < 6 || faces.some((face) => face.status !== "loaded"))
			throw new Error("Inter has not arrived: " + faces.map((face) => face.unicodeRange + " " + face.status));
		for (const text of texts) {
			const label = document.createElementNS("http://www.w3.org/2000/svg", "text");
			if (weight === 600) label.setAttribute("class", "ch-strong");
			label.textContent = text;
			svg.append(label);
			for (const size of [12, 13, 14, 15, 16]) {
				label.style.fontSize = size + "px";
				if (getComputedStyle(label).fontWeight !== String(weight)) throw new Error("the weight is not " + weight);
				out.push({Text: text, Weight: weight, Size: size, Width: label.getComputedTextLength()});
			}
			label.remove();
		}
	}
	svg.remove();
	return out;
})(%s)`

// testText compares the widths of package typeface, with which charts are laid
// out, with the browser's: within 2 %, and half a pixel for a single character.
func testText(t *testing.T, browser *window, site http.Handler, host string) {
	b := openTab(t, browser, host)
	b.show(screen())
	b.do("loading the home page", chromedp.Navigate(host+"/repo/"))
	texts := append(namesOfData(t), labelsOfCharts(t, site)...)
	texts = append(texts, hardTexts()...)
	slices.Sort(texts)
	texts = slices.Compact(texts)
	if len(texts) < 300 {
		t.Errorf("only %d texts", len(texts))
	}
	list, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	worst, of := 0.0, measured{}
	for _, m := range ask[[]measured](b, fmt.Sprintf(measure, list)) {
		weight := typeface.Regular
		if m.Weight == 600 {
			weight = typeface.SemiBold
		}
		ours := float64(typeface.Width(m.Text, weight)) * float64(m.Size) / typeface.UnitsPerEm
		if m.Width == 0 || missing(m.Text) {
			t.Errorf("%q is %v wide, and Inter lacks %q", m.Text, m.Width, typeface.Missing(m.Text))
			continue
		}
		off := math.Abs(ours/m.Width - 1)
		if off > .02 && (utf8.RuneCountInString(m.Text) > 1 || math.Abs(ours-m.Width) > .5) {
			t.Errorf("%q at %d px in %d: %.2f px, in the browser %.2f px: off by %.1f %%", m.Text, m.Size, m.Weight, ours, m.Width, 100*off)
		}
		if off > worst {
			worst, of = off, m
		}
	}
	t.Logf("%d texts; the worst is %q at %d px in %d, off by %.2f %%", len(texts), of.Text, of.Size, of.Weight, 100*worst)
}

func missing(text string) bool { return len(typeface.Missing(text)) > 0 }

// namesOfData are the names that the data gives to what charts are about.
func namesOfData(t *testing.T) (names []string) {
	t.Helper()
	set, problems := data.Load(os.DirFS(filepath.Join("..", "..")))
	if set == nil {
		t.Fatalf("the data: %v", problems)
	}
	for _, a := range set.Areas() {
		names = append(names, a.Name)
	}
	for _, i := range set.Indicators() {
		names = append(names, i.Name)
	}
	for _, d := range set.Dimensions() {
		names = append(names, d.Name)
		for _, c := range d.Categories {
			names = append(names, c.Name)
		}
	}
	return names
}

// labelsOfCharts are the texts in the charts of all pages of the site.
func labelsOfCharts(t *testing.T, site http.Handler) (labels []string) {
	t.Helper()
	get := func(path string) []byte {
		recorder := httptest.NewRecorder()
		site.ServeHTTP(recorder, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		if recorder.Code != http.StatusOK {
			t.Fatalf("%s is answered with %d", path, recorder.Code)
		}
		return recorder.Body.Bytes()
	}
	var sitemap struct {
		Addresses []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal(get("/repo/sitemap.xml"), &sitemap); err != nil {
		t.Fatal(err)
	}
	label := regexp.MustCompile(`<text[^>]*>([^<]+)</text>`)
	for _, address := range sitemap.Addresses {
		page := strings.TrimSuffix(strings.TrimPrefix(address, "https://example.org"), "/") + "/"
		for _, m := range label.FindAllSubmatch(get(page), -1) {
			labels = append(labels, html.UnescapeString(string(m[1])))
		}
	}
	if len(labels) < 100 {
		t.Errorf("only %d labels", len(labels))
	}
	return labels
}

// hardTexts are what kerning, alternates, figures and the files of the typeface
// make difficult. A decomposed č is not among them: none of the files claims its
// mark, so that a browser takes the letter from another font.
func hardTexts() []string {
	texts := strings.Split(`AV To Ty Wa|AVATAR TO TYPE|Ту Го АУ|WESTERN BALKANS|BOSNIA AND HERZEGOVINA|UNHCR, IOM & FRONTEX|P.A. Tó V. L’T “Ta” ‘Ya’
1,234,567|1.234.567,89|12,345|0.5|100%|12.5 %|−5%|+12%|−1,234|±3|1,111|8,088|2,000–2,500|2022–2023|2022-2023|Jan–Mar 2023|31 March 2023|2023-Q1|31/03/2023|12:30|10:45–11:15
3x as many|10x20|2 x 3|1×2|A-B|a-b|(a)|(A)|(12)|[1]|{x}|A–B|a — b|A — B|A: b|10:|Q1: 5|a@b.org|A@B|x@1|<5|>5|= 5|5 = 5|A+B|a+b|1 + 1|-> here|A -> B|<- 5|<-5|--> A|<-> x|=> y|* note|A* b|Kosovo*|(Kosovo*)|• item|A • B|:-)|(1A)|(A1) b|N/A|n/a|°C 25°|№ 5|§ 3|€5|5 €|$5|£ 7|½ ¼|©®™
Šid, Čačak, Đakovo, Žabljak, Niš, Ćuprija|ŠĐČĆŽ šđčćž|Tšić Većina Yžek|Pëllumb Çlirim Ë|Timișoara, Iași, Brăila, Țăndărei|Türkiye, İstanbul, Iğdır, ş ğ ı|Győr, Hódmezővásárhely, Ő ű|Łódź, Żory, ąęśćńół|Šumadija i Zapadna Srbija|TÜRKİYE|Straße, Ærø, Þingeyri|Škofja Loka – Žiri
Северна Македонија|Србија и Црна Гора|Београд, Ниш, Ђаково, Љиг, Њ, Ћ, Џ|България|Косово*|УКРАЇНА Ґ є ї|Ѓорче Петров, Ќ ќ ѓ ѕ|Ўзбекистон қ ғ ҳ|Скопје 12,345|АВТО ГТУ|Ѣ ѳ ѵ Ѡ|2022–2023 г.
Ελλάδα|Αθήνα, Θεσσαλονίκη, Ιωάννινα|ΕΛΛΑΔΑ ΑΥΤΟΣ|Λέσβος, Χίος, Σάμος|Ἑλλάς, ὁ λόγος, ᾧ|Ύδρα 1.234
a|i|l|W|M|1|.|—|š|Ж|Ω|İ|e`+"\u0301"+`|12`+"\u00a0"+`%|1`+"\u202f"+`234|1`+"\u2009"+`234|soft`+"\u00ad"+`ware`, "|")
	var out []string
	for _, text := range texts {
		out = append(out, strings.Split(text, "\n")...)
	}
	return out
}
