package largesite_test

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"bulletin/internal/build"
	"bulletin/internal/largesite"
)

// sizes are the numbers of report pages that are measured; the last is left out
// with -short.
func sizes() []int {
	if testing.Short() {
		return []int{100, 1000}
	}
	return []int{100, 1000, 10_000}
}

// meter takes the time and the memory of what is measured, without what lies
// between.
type meter struct {
	began          runtime.MemStats
	bytes, mallocs uint64
}

func (m *meter) start(b *testing.B) {
	runtime.ReadMemStats(&m.began)
	b.StartTimer()
}

func (m *meter) stop(b *testing.B) {
	b.StopTimer()
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	m.bytes += now.TotalAlloc - m.began.TotalAlloc
	m.mallocs += now.Mallocs - m.began.Mallocs
}

// report tells what a page costs.
func (m *meter) report(b *testing.B, pages int) {
	all := float64(b.N) * float64(pages)
	b.ReportMetric(all/b.Elapsed().Seconds(), "pages/s")
	b.ReportMetric(float64(m.bytes)/all, "B/page")
	b.ReportMetric(float64(m.mallocs)/all, "allocs/page")
}

// measured runs work over and over; before each run prepare puts things as they
// must be, which is not measured.
func measured(b *testing.B, pages int, prepare func(n int), work func()) {
	var m meter
	b.StopTimer()
	b.ResetTimer()
	for n := range b.N {
		prepare(n)
		m.start(b)
		work()
		m.stop(b)
	}
	m.report(b, pages)
}

// trial is a site on the disk that is built again and again.
type trial struct {
	*testing.B
	dir string
}

func newTrial(b *testing.B, pages int) *trial {
	b.Helper()
	t := &trial{b, b.TempDir()}
	if err := largesite.Write(t.dir, largesite.Shape{Pages: pages}); err != nil {
		b.Fatal(err)
	}
	return t
}

// build builds the site, which must be without problems.
func (t *trial) build() {
	result, err := build.Run(t.Context(), build.Options{Dir: t.dir, Out: "public", Cache: ".cache", Jobs: runtime.GOMAXPROCS(0), Version: "bench", Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Problems) > 0 {
		t.Fatalf("%d problems, the first: %+v", len(result.Problems), result.Problems[0])
	}
}

// remove takes away what builds have left.
func (t *trial) remove(names ...string) {
	for _, name := range names {
		if err := os.RemoveAll(filepath.Join(t.dir, name)); err != nil {
			t.Fatal(err)
		}
	}
}

// checkOut makes the site as it is in a fresh checkout, beside a kept cache: each
// file has a new date, and nothing is published.
func (t *trial) checkOut(n int) {
	t.remove("public")
	now := time.Now().Add(time.Duration(n) * time.Second)
	for _, name := range []string{"content", "data"} {
		err := filepath.WalkDir(filepath.Join(t.dir, name), func(path string, _ fs.DirEntry, err error) error {
			return cmp.Or(err, os.Chtimes(path, now, now))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// edit changes the text of a file; each n gives another text.
func (t *trial) edit(pattern string, n int, change func(text string) string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(t.dir, filepath.FromSlash(pattern)))
	if err != nil || len(names) == 0 {
		t.Fatalf("no file is %s: %v", pattern, err)
	}
	name := names[n*7%len(names)]
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text := change(string(src))
	if bytes.Equal(src, []byte(text)) {
		t.Fatalf("%s is not changed", name)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// editPage adds a sentence to a chapter.
func (t *trial) editPage(n int) {
	t.edit("content/reports/*/serbia.md", n, func(text string) string {
		return strings.Replace(text, "\n\n## ", fmt.Sprintf(" The teams wrote this down again%s.\n\n## ", strings.Repeat(", and again", n%5)), 1)
	})
}

// editCell makes an observation larger by one, and with the next n smaller again,
// which no claim in a text notices.
func (t *trial) editCell(n int) {
	t.edit("data/observations/movements/*.yaml", n/2, func(text string) string {
		head, tail, ok := strings.Cut(text, "indicator: presence\n")
		before, after, found := strings.Cut(tail, "serbia: ")
		var value int
		if _, err := fmt.Sscanf(after, "%d", &value); !ok || !found || err != nil {
			t.Fatalf("there is no value of Serbia's: %v", err)
		}
		return head + "indicator: presence\n" + before + strings.Replace("serbia: "+after, fmt.Sprintf("serbia: %d", value), fmt.Sprintf("serbia: %d", value+1-n%2*2), 1)
	})
}

// BenchmarkBuild builds whole sites, with a cache: with nothing kept; again; after a
// page has changed; after an observation has; in a fresh checkout.
func BenchmarkBuild(b *testing.B) {
	for _, pages := range sizes() {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			t := newTrial(b, pages)
			b.Run("cold", func(b *testing.B) {
				t.B = b
				measured(b, pages, func(int) { t.remove("public", ".cache") }, t.build)
			})
			for _, c := range []struct {
				name   string
				change func(n int)
			}{{"unchanged", func(int) {}}, {"page", t.editPage}, {"observation", t.editCell}, {"checkout", t.checkOut}} {
				b.Run(c.name, func(b *testing.B) {
					t.B = b
					t.build()
					measured(b, pages, c.change, t.build)
				})
			}
		})
	}
}
