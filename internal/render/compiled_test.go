package render

import (
	"testing"

	"bulletin/templates"
)

// TestThemeIsCompiled holds the built-in theme to what package compiled knows: a
// template that is left to html/template takes twenty times as long.
func TestThemeIsCompiled(t *testing.T) {
	theme, problems := LoadTemplates(nil, templates.FS)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	views := map[string]any{
		"home": HomeView{}, "edition": EditionView{}, "section": SectionView{}, "snapshot": SnapshotView{}, "article": ArticleView{},
		"region": RegionView{}, "page": StandingView{}, "area": AreaView{}, "areas": AreasView{}, "data": DataView{}, "indicator": IndicatorView{}, "search": SearchView{}, "sources": SourcesView{},
		"revisions": RevisionsView{}, "print": PrintView{}, "not-found": NotFoundView{},
	}
	for _, name := range pageTemplates() {
		view, ok := views[name]
		if !ok {
			t.Errorf("no view of %s.html is known here", name)
		} else if !theme.pages[name].Compiles("base", view) {
			t.Errorf("%s.html, or what it calls, is left to html/template", name)
		}
	}
	if !theme.partials.Compiles("chart", &ChartView{}) {
		t.Error("partials/chart.html, or what it calls, is left to html/template")
	}
}
