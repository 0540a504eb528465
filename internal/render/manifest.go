package render

import (
	"cmp"
	"encoding/json"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// manifestPath is the file of the web manifest.
const manifestPath = "site.webmanifest"

// Colours that stand outside the style sheet, and agree with its tokens: the accent of
// a site that names none, and the page.
const (
	plainAccent = "#1f5fa8"
	pageColour  = "#ffffff"
)

// manifest tells a browser what the site is called, and shows, once somebody keeps it
// on a screen: W3C, Web Application Manifest. Its addresses are relative to its own, so
// that they hold under any base path. The site stays in the browser, whose address and
// way back its readers need.
type manifest struct {
	Name        string         `json:"name"`
	ShortName   string         `json:"short_name"`
	Description string         `json:"description,omitempty"`
	Language    string         `json:"lang"`
	Direction   string         `json:"dir"`
	Start       string         `json:"start_url"`
	Scope       string         `json:"scope"`
	Display     string         `json:"display"`
	Theme       string         `json:"theme_color"`
	Background  string         `json:"background_color"`
	Icons       []manifestIcon `json:"icons,omitempty"`
}

type manifestIcon struct {
	Source string `json:"src"`
	Sizes  string `json:"sizes"`
	Type   string `json:"type"`
}

// webManifest is the manifest of a site.
func webManifest(s *site.Site, t *Templates) Output {
	return Output{Path: manifestPath, Inputs: []string{"data/site.yaml"}, Make: func() (Made, diag.Problems) {
		set := s.Set.Site
		m := manifest{
			Name: set.Title, ShortName: shortName(set.Title), Description: set.Description, Language: s.Locale.Tag(), Direction: "ltr",
			Start: "./", Scope: "./", Display: "browser", Theme: cmp.Or(set.Accent, plainAccent), Background: pageColour,
		}
		if icon := t.asset("assets/icon.svg"); icon != "" {
			m.Icons = []manifestIcon{{Source: icon, Sizes: "any", Type: "image/svg+xml"}}
		}
		out, err := json.MarshalIndent(m, "", "  ")
		if err != nil {
			var problems diag.Problems
			problems.Errorf(set.Pos, 0, "output", "", "the web manifest cannot be written: %v", err)
			return Made{}, problems
		}
		return Made{Bytes: append(out, '\n')}, nil
	}}
}

// longestName is how many characters a name may have below an icon.
const longestName = 30

// shortName is as many of the words of a title as fit below an icon, at least one.
func shortName(title string) string {
	words := strings.Fields(title)
	if len(words) == 0 {
		return title
	}
	short := words[0]
	for _, word := range words[1:] {
		if len([]rune(short+" "+word)) > longestName {
			break
		}
		short += " " + word
	}
	return short
}
