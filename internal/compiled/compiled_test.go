package compiled_test

import (
	"fmt"
	"html/template"
	"strings"
	"testing"

	"bulletin/internal/compiled"
)

type view struct {
	Inner
	Title, Empty string
	Body         template.HTML
	URL          string
	Number       int
	Yes          bool
	Cells        []cell
	None         []cell
	Names        []string
	First, Nil   *cell
	Any          any
	Map          map[string]string
	Address      template.URL
}

type Inner struct {
	Deep  cell
	count *int // of calls
}

type cell struct {
	Text string
	N    int
	Kids []cell
}

func (i Inner) Words() []string { *i.count++; return []string{"a<b", "c"} }

func (c *cell) Shout() string { return c.Text + "!" }

func (c cell) Twice() (string, error) { return c.Text + c.Text, nil }

func sample() view {
	kids := []cell{{Text: "k1", N: 1}, {Text: "<k2>", N: 2, Kids: []cell{{Text: "kk", N: 3}}}}
	return view{
		Inner: Inner{Deep: cell{Text: "deep & low"}, count: new(int)}, Title: `A "title" + <b>'s`, Body: "<p>body & <i>soul</i>+</p>",
		URL: "../a b/?x=1&y=ü%41%zz#f'(g)+", Number: -7, Yes: true, Cells: kids, Names: []string{"x", "y&z"}, First: &kids[1],
		Any: "any", Map: map[string]string{"k": "v"}, Address: "javascript:x",
	}
}

// TestSameAsHTMLTemplate holds what is compiled to html/template, bytes and messages.
func TestSameAsHTMLTemplate(t *testing.T) {
	for _, test := range []struct {
		source   string
		compiled bool
	}{
		{`plain`, true},
		{`{{.Title}}<b title="{{.Title}}">{{.Body}}</b>{{/* said */}}`, true},
		{`<title>{{.Title}}</title><meta content="{{.Title}}">`, true},
		{`<a href="{{.URL}}">x</a><a href='{{.URL}}'>x</a><a href="mailto:{{.URL}}">x</a><a href="/a/{{.URL}}">x</a>`, true},
		{`{{.Number}} {{len .Cells}} {{len .Title}} <li value="{{.Number}}">`, true},
		{`{{.Deep.Text}}{{.Inner.Deep.Text}}{{with .Inner}}{{.Deep.Text}}{{end}}`, true},
		{`{{if .Yes}}1{{else}}2{{end}}{{if .Empty}}1{{else if .Nil}}2{{else}}3{{end}}{{if .None}}1{{end}}{{if .Number}}n{{end}}{{if .Deep}}d{{end}}{{if .First}}f{{end}}`, true},
		{`{{if and .Yes .Title .Cells}}1{{end}}{{if or .Empty .Nil (not .Yes)}}2{{else}}3{{end}}{{if not (and .Yes .Empty)}}4{{end}}`, true},
		{`{{if eq .Title "x"}}1{{end}}{{if ne .Title "x"}}2{{end}}{{if eq (len .Cells) 2}}3{{end}}{{if lt .Number 0}}4{{end}}{{if le .Number -7}}5{{end}}{{if gt .Number 0}}6{{end}}{{if ge .Number 1}}7{{end}}{{if ne .Number 1}}8{{end}}{{if (len .None)}}9{{end}}`, true},
		{`{{with .First}}{{.Text}}{{range .Kids}}{{.Text}}{{end}}{{else}}none{{end}}{{with .Nil}}{{.Text}}{{else}}none {{.Title}}{{end}}`, true},
		{`{{with $c := .First}}{{$c.Text}}{{$.Title}}{{.N}}{{end}}`, true},
		{`{{$t := .Title}}{{$n := len .Cells}}{{range $i, $c := .Cells}}{{if $i}}, {{end}}{{$i}} {{$c.Text}} {{.N}} {{$t}} {{$n}}{{$t := .Text}}{{$t}}{{else}}none{{end}}{{$t}}`, true},
		{`{{range $c := .Cells}}{{$c.Text}}{{end}}{{range .None}}x{{else}}none{{$.Title}}{{end}}{{range .Names}}{{.}};{{end}}`, true},
		{`{{range .Words}}{{.}}{{end}}{{range .Inner.Words}}{{.}}{{end}}`, true},
		{`{{define "tree"}}<li>{{.Text}}{{range .Kids}}{{template "tree" .}}{{end}}{{$.N}}</li>{{end}}{{range .Cells}}{{template "tree" .}}{{end}}{{block "own" .Names}}{{range .}}{{.}}{{end}}{{end}}`, true},
		{`{{define "x"}}{{$a := .}}{{$a}}{{end}}{{$a := .Title}}{{template "x" .Empty}}{{template "x" "<str>"}}{{$a}}`, true},
		{`before {{.Nil.Text}} after`, true}, // and stops
		{`{{range .Cells}}{{$.Nil.Text}}{{end}}`, true},
		{`{{define "r"}}{{template "r" .}}{{end}}{{if .Empty}}{{template "r" .}}{{end}}`, true},
		{`{{.First.Shout}}`, false},
		{`{{.First.Twice}}`, false},
		{`{{.Any}}`, false},
		{`{{.Map.k}}`, false},
		{`{{range $k, $v := .Map}}{{$k}}{{$v}}{{end}}`, false},
		{`{{printf "%q" .Title}}`, false},
		{`{{.Title | html}}`, false},
		{`<b title={{.Title}}>`, false},
		{`<b title="{{.Body}}"><title>{{.Body}}</title>`, false},
		{`<a href="{{.Address}}">`, false},
		{`<a href="/?q={{.Title}}&p={{.URL}}"><a href="#{{.Title}}">`, true},
		{`<a href="{{.URL}}#{{.Title}}">`, true},
		{`<script>x = {{.Title}}</script>`, false},
		{`<p style="color: {{.Title}}">`, false},
		{`{{range .Cells}}{{if eq .N 2}}{{break}}{{end}}{{.Text}}{{end}}`, false},
		{`{{$t := .Title}}{{$t = .Empty}}{{$t}}`, false},
		{`{{range 3}}{{.}}{{end}}`, false},
		{`{{with or .Empty .Title}}{{.}}{{end}}`, false},
		{`{{define "v"}}{{.}}{{end}}<title>{{template "v" .Title}}</title>{{template "v" .Title}}`, false},
		{`{{template "none" .}}`, false},
		{`{{.Wrong}}`, false},
		{`{{if .Title}}<a href="{{else}}<b>{{end}}`, false},
	} {
		want, wantErr := executed(t, test.source, func(set *template.Template, b *strings.Builder) error {
			return set.ExecuteTemplate(b, "base", sample())
		})
		got, gotErr := executed(t, test.source, func(set *template.Template, b *strings.Builder) error {
			s := compiled.New(set)
			if s.Compiles("base", sample()) != test.compiled {
				t.Errorf("%s\nis compiled: %v", test.source, !test.compiled)
			}
			out, err := s.Execute([]byte("before: "), "base", sample())
			if !strings.HasPrefix(string(out), "before: ") {
				t.Errorf("%s\noverwrites: %s", test.source, out)
			}
			b.Write(out[len("before: "):])
			return err
		})
		if wantErr != "" {
			want = ""
		}
		if got != want || gotErr != wantErr {
			t.Errorf("%s\ngot  %s %s\nwant %s %s", test.source, got, gotErr, want, wantErr)
		}
	}
}

func executed(t *testing.T, source string, execute func(*template.Template, *strings.Builder) error) (out, message string) {
	t.Helper()
	set, err := template.New("").Option("missingkey=error").New("base").Parse(source)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := execute(set, &b); err != nil {
		message = err.Error()
	}
	return b.String(), message
}

// TestWithoutEnd executes a template that calls itself for ever, as text/template
// refuses to.
func TestWithoutEnd(t *testing.T) {
	set := template.Must(template.New("base").Parse(`{{define "r"}}{{template "r" .}}{{end}}{{template "r" .}}`))
	if _, err := compiled.New(set).Execute(nil, "base", "x"); err == nil || !strings.Contains(err.Error(), "maximum template depth") {
		t.Errorf("got %v", err)
	}
}

// TestManyWorkers compiles and executes at once.
func TestManyWorkers(t *testing.T) {
	set := compiled.New(template.Must(template.New("base").Parse(`{{range .}}<a href="{{.}}">{{.}}</a>{{end}}`)))
	done := make(chan string)
	for range 8 {
		go func() {
			out, err := set.Execute(nil, "base", []string{"a", "b"})
			done <- fmt.Sprint(string(out), err)
		}()
	}
	for range 8 {
		if got := <-done; got != `<a href="a">a</a><a href="b">b</a><nil>` {
			t.Error(got)
		}
	}
}

// FuzzEscape holds the escapers to those of html/template.
func FuzzEscape(f *testing.F) {
	const source = `<title>{{.}}</title>{{.}}<b title="{{.}}" id='{{.}}'><a href="{{.}}"><a href='x/{{.}}'><a href="mailto:{{.}}"><a href="#{{.}}"><img src="{{.}}"><meta content="{{.}}">`
	parse := func() *template.Template { return template.Must(template.New("base").Parse(source)) }
	theirs, ours := parse(), compiled.New(parse())
	if !ours.Compiles("base", "") {
		f.Fatal("not compiled")
	}
	for _, s := range []string{"", "x", "a:b", "javascript:x", "HTTPS:x", "a/b:c", "%", "%4", "%41", "%zz", "\x00\xff\u2028é", `<>&"'+`, "()[]{}|\\^~`", "mailto:a@b", "\ufdd0\uffff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var b strings.Builder
		if err := theirs.Execute(&b, s); err != nil {
			t.Fatal(err)
		}
		got, err := ours.Execute(nil, "base", s)
		if err != nil || string(got) != b.String() {
			t.Errorf("got  %s %v\nwant %s", got, err, b.String())
		}
	})
}

func BenchmarkExecute(b *testing.B) {
	const source = `{{range .Cells}}<tr><td class="{{if .N}}num{{else}}text{{end}}"><a href="{{$.URL}}">{{.Text}}</a></td></tr>{{end}}`
	v := sample()
	for range 8 {
		v.Cells = append(v.Cells, v.Cells[0])
	}
	set := template.Must(template.New("base").Parse(source))
	b.Run("html/template", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := set.Execute(&strings.Builder{}, v); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("compiled", func(b *testing.B) {
		b.ReportAllocs()
		s, out := compiled.New(set), []byte(nil)
		for b.Loop() {
			var err error
			if out, err = s.Execute(out[:0], "base", v); err != nil {
				b.Fatal(err)
			}
		}
	})
}
