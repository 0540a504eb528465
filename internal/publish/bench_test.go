package publish

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

// output is a file of a large site.
type output struct {
	path string
	data []byte
	sum  [32]byte
}

// outputs are n files of 12 kB, no two alike, so many in a folder.
func outputs(n, many int) []output {
	files := make([]output, n)
	for i := range files {
		data := make([]byte, 0, 12<<10)
		for len(data) < 12<<10-40 {
			data = fmt.Appendf(data, "<p>file %d, part %d</p>\n", i, len(data))
		}
		path := fmt.Sprintf("reports/%d/%d/%02d.html", i/many/12, i/many, i%many)
		files[i] = output{path, data, sha256.Sum256(data)}
	}
	return files
}

// publishAll publishes files from as many workers as there are processors.
func publishAll(b *testing.B, place string, files []output, put func(*Stage, output) error) Changes {
	b.Helper()
	folder, err := Open(place)
	if err != nil {
		b.Fatal(err)
	}
	stage := folder.Stage()
	var (
		wait sync.WaitGroup
		next atomic.Int64
	)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(files); i = int(next.Add(1)) - 1 {
				if err := put(stage, files[i]); err != nil {
					b.Error(err)
				}
			}
		})
	}
	wait.Wait()
	if problems, err := stage.Obstacles(); err != nil || len(problems) > 0 {
		b.Fatal(problems, err)
	}
	c, err := stage.Publish()
	if err != nil {
		b.Fatal(err)
	}
	if err := folder.Close(); err != nil {
		b.Fatal(err)
	}
	return c
}

func add(s *Stage, f output) error { return s.AddSum(f.path, "", f.data, f.sum) }

func keepOrAdd(s *Stage, f output) error {
	if kept, err := s.Keep(f.path, "", f.sum); kept || err != nil {
		return err
	}
	return add(s, f)
}

// BenchmarkPublish publishes 31,000 files, 31 in a folder and, as the pages of
// a large site lie, 3: into an empty folder, again by their bytes, again by
// what is known of them, with 13 changed, with all changed.
func BenchmarkPublish(b *testing.B) {
	for _, many := range []int{31, 3} {
		b.Run(fmt.Sprint(many), func(b *testing.B) { benchmark(b, many) })
	}
}

func benchmark(b *testing.B, many int) {
	const n = 31_000
	files := outputs(n, many)
	perFile := func(b *testing.B) { b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/file") }
	b.Run("cold", func(b *testing.B) {
		places := b.TempDir()
		for i := range b.N {
			publishAll(b, filepath.Join(places, fmt.Sprint(i)), files, add)
		}
		perFile(b)
	})
	round := 0
	place := filepath.Join(b.TempDir(), "site")
	publishAll(b, place, files, add)
	b.Run("unchanged by Add", func(b *testing.B) {
		for range b.N {
			if c := publishAll(b, place, files, add); c.Unchanged != n {
				b.Fatal(c)
			}
		}
		perFile(b)
	})
	b.Run("unchanged by Keep", func(b *testing.B) {
		for range b.N {
			if c := publishAll(b, place, files, keepOrAdd); c.Unchanged != n {
				b.Fatal(c)
			}
		}
		perFile(b)
	})
	b.Run("13 changed", func(b *testing.B) {
		for range b.N {
			round++
			for at := range 13 {
				change(&files[at*n/13], round)
			}
			if c := publishAll(b, place, files, keepOrAdd); c.Written != 13 {
				b.Fatal(c)
			}
		}
		perFile(b)
	})
	b.Run("all changed", func(b *testing.B) {
		for range b.N {
			b.StopTimer()
			round++
			for at := range files {
				change(&files[at], round)
			}
			b.StartTimer()
			if c := publishAll(b, place, files, keepOrAdd); c.Written != n {
				b.Fatal(c)
			}
		}
		perFile(b)
	})
	if err := os.RemoveAll(place); err != nil {
		b.Fatal(err)
	}
}

// change makes the bytes of a file others, of the same number.
func change(f *output, round int) {
	copy(f.data, fmt.Sprintf("<p>changed %08d</p>", round))
	f.sum = sha256.Sum256(f.data)
}
