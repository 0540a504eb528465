package templates_test

import (
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"bulletin/templates"
)

func read(t *testing.T, name string) string {
	t.Helper()
	src, err := fs.ReadFile(templates.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := fs.Glob(templates.FS, pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("glob %s: %v, %v", pattern, names, err)
	}
	return names
}

// A partial is found by its file's name, and every page fills the frame.
func TestTemplatesDefineWhatTheirFilesAreNamedFor(t *testing.T) {
	for _, name := range glob(t, "partials/*.html") {
		want := strings.TrimSuffix(path.Base(name), ".html")
		set, err := template.New("").Parse(read(t, name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if set.Lookup(want) == nil {
			t.Errorf("%s does not define %q", name, want)
		}
	}
	for _, name := range glob(t, "*.html") {
		want := "main"
		if name == "base.html" {
			want = "base"
		}
		set, err := template.ParseFS(templates.FS, "base.html", "partials/*.html", name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if set.Lookup(want) == nil {
			t.Errorf("%s does not define %q", name, want)
		}
	}
}

// A strict Content-Security-Policy allows none of these.
func TestTemplatesHoldNoInlineStyleOrScript(t *testing.T) {
	inline := regexp.MustCompile(`(?i)<style|<script|\sstyle=|\son[a-z]+=|javascript:`)
	external := regexp.MustCompile(`<script src="[^"]+" defer></script>`)
	for _, name := range append(glob(t, "*.html"), glob(t, "partials/*.html")...) {
		src := external.ReplaceAllString(read(t, name), "")
		if found := inline.FindString(src); found != "" {
			t.Errorf("%s holds %q", name, strings.TrimSpace(found))
		}
	}
}

// Stylesheets load nothing but the theme's own files, and use no token that is
// not defined.
func TestStylesheetsStandAlone(t *testing.T) {
	var all strings.Builder
	sheets := glob(t, "assets/*.css")
	for _, name := range sheets {
		all.WriteString(read(t, name))
	}
	for _, name := range sheets {
		src := read(t, name)
		for _, m := range regexp.MustCompile(`url\("?([^")]+)"?\)`).FindAllStringSubmatch(src, -1) {
			if _, err := fs.Stat(templates.FS, path.Join("assets", m[1])); err != nil {
				t.Errorf("%s: %s is not an asset", name, m[1])
			}
		}
		if strings.Contains(src, "@import") {
			t.Errorf("%s imports another sheet", name)
		}
		for _, m := range regexp.MustCompile(`var\((--[a-z0-9-]+)`).FindAllStringSubmatch(src, -1) {
			if !strings.Contains(all.String(), m[1]+":") {
				t.Errorf("%s uses %s, which is not defined", name, m[1])
			}
		}
	}
}
