package build_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bulletin/templates"
)

// lawThemeEdits are edits of the site's own templates and assets.
func lawThemeEdits() []lawEdit {
	return []lawEdit{
		{5, func(s *lawState) string {
			name := s.one("base.html page.html section.html edition.html snapshot.html indicator.html data.html sources.html home.html region.html print.html partials/next.html partials/key-figure.html partials/notes.html partials/table.html partials/chart.html partials/site-footer.html assets/site.css assets/print.css assets/chart.css")
			src, err := fs.ReadFile(templates.FS, name)
			if err != nil {
				return err.Error() // the name is known to no theme: the list above is wrong
			}
			text, word := string(src), s.word()
			if strings.HasSuffix(name, ".css") {
				text += "/* " + word + " */\n"
			} else {
				text = strings.Replace(text, `class="`, `class="`+word+" ", 1)
			}
			s.set("templates/"+name, text)
			return "templates/" + name + " is the theme's with " + word
		}},
		swap(2, `^templates/.*\.html$`, `class="`, func(s *lawState, _ []string) string { return `class="` + s.word() + " " }),
		swap(2, `^templates/.*\.html$`, `\z`, func(*lawState, []string) string { return "{{if}}" }),
		swap(1, `^templates/.*\.css$`, `\z`, func(s *lawState, _ []string) string { return "/* " + s.word() + " */" }),
		{2, func(s *lawState) string {
			name := s.pick(`^templates/`)
			delete(s.files, name)
			if name != "" {
				name += " removed"
			}
			return name
		}},
		{1, func(s *lawState) string {
			s.set("templates/assets/own.css", "/* "+s.word()+" */\n")
			return "templates/assets/own.css written"
		}},
	}
}

// lawSettings are edits of the site's settings and of the options.
func lawSettings() []lawEdit {
	const settings = `^data/site.yaml$`
	option := func(weight int, do func(s *lawState)) lawEdit {
		return lawEdit{weight, func(s *lawState) string {
			before := s.options
			do(s)
			was, is := before, s.options
			was.Now, is.Now = nil, nil
			if fmt.Sprint(was) == fmt.Sprint(is) {
				return ""
			}
			return fmt.Sprintf("options: drafts %t, base URL %q, strict %t, check %t, version %s, images %t", is.Drafts, is.BaseURL, is.Strict, is.Check, is.Version, is.Images)
		}}
	}
	return []lawEdit{
		swap(2, settings, `(title|description): `, func(s *lawState, m []string) string { return m[0] + s.word() + " " }),
		swap(1, settings, `accent: .*`, func(s *lawState, _ []string) string { return fmt.Sprintf(`accent: "#1f5f%02x"`, 0x80+s.IntN(64)) }),
		swap(1, settings, `baseURL: .*`, func(s *lawState, _ []string) string {
			return `baseURL: "https://example.org/` + s.one("law one two") + `/"`
		}),
		swap(1, settings, `baseURL: .*\n`, func(*lawState, []string) string { return "" }),
		swap(2, settings, `thresholds: .*`, func(s *lawState, _ []string) string {
			return fmt.Sprintf("thresholds: {small_base: %d, small_count: %d}", 10+s.IntN(1000), 2+s.IntN(8))
		}),
		swap(1, settings, `publisher:\n  name: `, func(s *lawState, m []string) string { return m[0] + s.word() + " " }),
		swap(1, settings, `license: .*\n`, func(*lawState, []string) string { return "" }),
		swap(1, settings, `language: \w+`, func(s *lawState, _ []string) string { return "language: " + s.one("en de") }),
		swap(2, settings, `\z`, func(s *lawState, _ []string) string {
			return []string{
				"maps: {disclaimer: The desk takes no position.}\n", "nextRelease: 2023-12-01\n",
				"rules:\n  " + s.one("unbound stale-period key-figure unused-source unrecorded") + ": {severity: accepted, reason: it is so here}\n",
			}[s.IntN(3)]
		}),
		swap(1, settings, `(?m)^(maps|nextRelease): .*\n`, func(*lawState, []string) string { return "" }),
		swap(1, settings, `rules:\n .*\n`, func(*lawState, []string) string { return "" }),
		option(3, func(s *lawState) { s.options.Drafts = !s.options.Drafts }),
		option(2, func(s *lawState) {
			s.options.BaseURL = s.one("https://example.net/other/ https://example.net/")
		}),
		option(2, func(s *lawState) { s.options.BaseURL = "" }),
		option(1, func(s *lawState) { s.options.Strict = !s.options.Strict }),
		option(1, func(s *lawState) { s.options.Version = s.one("1 2") }),
		option(1, func(s *lawState) { s.options.Check = !s.options.Check }),
		option(2, func(s *lawState) { s.options.Check, s.options.Strict = false, false }),
		option(1, func(s *lawState) { s.options.Images = *lawImages && !s.options.Images }),
	}
}

// lawFolderEdits are dates, old states, and what others do to the folders.
func lawFolderEdits() []lawEdit {
	return []lawEdit{
		{2, func(s *lawState) string {
			name := s.pick(`.`)
			s.touch(name)
			return name + " touched"
		}},
		{2, func(s *lawState) string {
			for _, name := range slices.Sorted(maps.Keys(s.files)) {
				s.touch(name)
			}
			return "every file touched"
		}},
		{3, (*lawState).restore},
		{2, (*lawState).restoreAll},
		{1, func(s *lawState) string {
			s.stop = time.Duration(1+s.IntN(120)) * time.Millisecond
			return fmt.Sprintf("a build cancelled after %v", s.stop)
		}},
		{2, func(s *lawState) string { return s.meddle("a", true) }},
		{2, func(s *lawState) string { return s.meddle("site/.cache", false) }},
		{1, func(s *lawState) string {
			if os.RemoveAll(s.place("site/.cache")) != nil {
				return ""
			}
			return "the cache deleted"
		}},
		{1, func(s *lawState) string {
			if os.RemoveAll(s.place("a")) != nil {
				return ""
			}
			clear(s.tree)
			return "the output deleted"
		}},
	}
}

// touch gives a file another date, now or not.
func (s *lawState) touch(name string) {
	s.rewrite[name] = true
	if s.IntN(2) == 0 {
		s.dates[name] = time.Now().Add(time.Duration(s.IntN(4000)-3000) * time.Minute)
	}
}

// restore brings back an older state of a file, with the date that it had or a new one.
func (s *lawState) restore() string {
	then := s.history[s.IntN(len(s.history))]
	name := s.pick(`.`)
	before, ok := then[name]
	if !ok || before.text == s.files[name] {
		return ""
	}
	s.files[name] = before.text
	if s.IntN(2) == 0 {
		s.dates[name] = before.time
		return name + " as it was, with its date"
	}
	return name + " as it was"
}

// restoreAll brings back an older state of the site.
func (s *lawState) restoreAll() string {
	step := s.IntN(len(s.history))
	dates := s.IntN(2) == 0
	clear(s.files)
	for name, before := range s.history[step] {
		s.files[name] = before.text
		if dates {
			s.dates[name] = before.time
		}
	}
	return fmt.Sprintf("the site as it was after edit number %d, with the old dates: %t", step, dates)
}

// meddle removes or alters some files below a folder of ours.
func (s *lawState) meddle(folder string, output bool) string {
	var files []string
	_ = filepath.WalkDir(s.place(folder), func(name string, entry fs.DirEntry, err error) error { // it may not be there
		if err == nil && !entry.IsDir() && !strings.Contains(name, ".bulletin") {
			files = append(files, name)
		}
		return nil
	})
	if len(files) == 0 {
		return ""
	}
	var said []string
	for range 1 + s.IntN(4) {
		name := files[s.IntN(len(files))]
		src, err := os.ReadFile(name)
		if err != nil {
			continue // it was removed
		}
		inside, _ := filepath.Rel(s.place(folder), name) // it is below
		inside = filepath.ToSlash(inside)
		how := "removed"
		switch at := s.IntN(max(len(src), 1)); {
		case s.IntN(2) == 0 || len(src) == 0:
			err = os.Remove(name)
			if output {
				delete(s.tree, inside)
			}
		case s.IntN(2) == 0:
			how, src = "cut", src[:at]
			err = os.WriteFile(name, src, 0o644)
		default:
			how = "altered"
			src[at] ^= 1
			err = os.WriteFile(name, src, 0o644)
		}
		if err != nil {
			return err.Error()
		}
		if output && how != "removed" {
			s.tree[inside] = string(src)
		}
		said = append(said, inside+" "+how)
	}
	return folder + ": " + strings.Join(said, ", ")
}
