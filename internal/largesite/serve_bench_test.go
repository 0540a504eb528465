package largesite_test

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"bulletin/internal/build"
	"bulletin/internal/serve"
	"bulletin/templates"
)

// served is a site that is shown while its files change.
type served struct {
	*trial
	url string
}

// serveSite shows a site, and comes back when its first build is done.
func serveSite(b *testing.B, pages int) *served {
	b.Helper()
	before := debug.SetGCPercent(200) // as the command does
	b.Cleanup(func() { debug.SetGCPercent(before) })
	s := &served{trial: newTrial(b, pages)}
	ctx, cancel := context.WithCancel(b.Context())
	ready, built, ended := make(chan string, 1), make(chan error, 100), make(chan error, 1)
	go func() {
		ended <- serve.Run(ctx, serve.Options{
			Dir: s.dir, Addr: "127.0.0.1:0", Jobs: runtime.GOMAXPROCS(0), Cache: ".cache", Version: "bench", Now: time.Now,
			Ready: func(url string) { ready <- url },
			Report: func(r *build.Result, err error) {
				if err == nil && len(r.Problems) > 0 {
					err = fmt.Errorf("%d problems, the first: %+v", len(r.Problems), r.Problems[0])
				}
				select {
				case built <- err:
				default:
				}
			},
			Note: func(string) {},
		})
	}()
	b.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			b.Error(err)
		}
	})
	for range 2 {
		select {
		case s.url = <-ready:
		case err := <-built:
			if err != nil {
				b.Fatal(err)
			}
		case err := <-ended:
			b.Fatalf("serving ended: %v", err)
		}
	}
	return s
}

// until asks for a page again and again, until it has the words.
func (s *served) until(path, words string) {
	s.Helper()
	for began := time.Now(); time.Since(began) < 2*time.Minute; time.Sleep(time.Millisecond) {
		answer, err := http.Get(s.url + path)
		if err != nil {
			s.Fatal(err)
		}
		src, err := io.ReadAll(answer.Body)
		if err = cmp.Or(err, answer.Body.Close()); err != nil {
			s.Fatal(err)
		}
		if strings.Contains(string(src), words) {
			return
		}
	}
	s.Fatalf("%s never has %q", path, words)
}

// saves measures how long it takes from a saved file to the new bytes in an
// answer, and reports the median.
func (s *served) saves(b *testing.B, path string, save func(n int) (words string)) {
	s.B = b
	var all []time.Duration
	for n := 0; b.Loop(); n++ {
		words := save(n)
		began := time.Now()
		s.until(path, words)
		all = append(all, time.Since(began))
		b.StopTimer()
		time.Sleep(time.Second) // the build goes on behind the page that was asked for; an author takes longer still
		b.StartTimer()
	}
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "ms-median")
	b.ReportMetric(0, "ns/op")
}

// letters tells numbers apart without a digit, which would be a figure.
func letters(n int) string {
	return strings.Map(func(r rune) rune { return r - '0' + 'a' }, fmt.Sprint(n))
}

// BenchmarkServe measures from save to served, for a page, an observation, and a
// part of the template of articles.
func BenchmarkServe(b *testing.B) {
	for _, pages := range sizes() {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			s := serveSite(b, pages)
			const edition = "reports/2025-12-movements/" // there is one at every size
			b.Run("page", func(b *testing.B) {
				const page = "content/" + edition + "serbia.md"
				text := s.read(page)
				s.saves(b, edition+"serbia/", func(n int) string {
					words := "This was written down in the note called " + letters(n) + "."
					s.write(page, strings.Replace(text, "\n\n## ", " "+words+"\n\n## ", 1))
					return words
				})
			})
			b.Run("observation", func(b *testing.B) {
				const file = "data/observations/movements/2025-12.yaml"
				head, tail, _ := strings.Cut(s.read(file), "indicator: presence\n")
				before, after, _ := strings.Cut(tail, "serbia: ")
				number, rest, _ := strings.Cut(after, "\n")
				value, err := strconv.Atoi(number)
				if err != nil {
					b.Fatal(err)
				}
				s.saves(b, edition+"serbia/", func(n int) string {
					next := strconv.Itoa(value + 1 + n)
					s.write(file, head+"indicator: presence\n"+before+"serbia: "+next+"\n"+rest)
					return `value="` + next + `"`
				})
			})
			b.Run("template", func(b *testing.B) {
				src, err := fs.ReadFile(templates.FS, "partials/contacts.html")
				if err != nil {
					b.Fatal(err)
				}
				article := s.oneOf("content/news/*.md")
				address := strings.TrimSuffix(strings.TrimPrefix(article, "content/"), ".md") + "/"
				s.saves(b, address, func(n int) string {
					words := "<p>Written to the desk " + letters(n) + "</p>"
					s.write("templates/partials/contacts.html", strings.TrimSuffix(strings.TrimSpace(string(src)), "{{end}}")+words+"{{end}}\n")
					return words
				})
			})
		})
	}
}

// oneOf is the newest file of a pattern.
func (t *trial) oneOf(pattern string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(t.dir, filepath.FromSlash(pattern)))
	if err != nil || len(names) == 0 {
		t.Fatalf("no file is %s: %v", pattern, err)
	}
	name, err := filepath.Rel(t.dir, names[len(names)-1])
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(name)
}

func (t *trial) read(name string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(t.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func (t *trial) write(name, text string) {
	t.Helper()
	path := filepath.Join(t.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
