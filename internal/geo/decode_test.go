package geo

import (
	"bytes"
	"compress/flate"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
)

// deflate packs bytes as the generator does.
func deflate(t testing.TB, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func inflate(t testing.TB, packed []byte) []byte {
	t.Helper()
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestEmbeddedSize(t *testing.T) {
	if n := len(packed); n > 200_000 {
		t.Errorf("the outlines take %d bytes of the program", n)
	}
}

func TestDecodeRefusesWhatIsCut(t *testing.T) {
	text := inflate(t, packed)
	for _, n := range []int{0, 7, 31, 32, 33, 1000, 100_000, len(text) / 2, len(text) - 5000, len(text) - 1} {
		if _, err := decode(deflate(t, text[:n])); err == nil {
			t.Errorf("%d of %d bytes are decoded without an error", n, len(text))
		}
	}
	if _, err := decode([]byte("not deflated")); err == nil {
		t.Error("any bytes are decoded")
	}
}

// FuzzDecode changes the small parts of the data at will: it must be refused or give a world without a panic.
func FuzzDecode(f *testing.F) {
	text := inflate(f, packed)
	f.Add(text[:200])
	f.Add(append(make([]byte, 32), 1, 3, 2, 0, 2, 0, 2, 0, 2, 2, 1, 3, 'A', 'B', 'C', 1, 'a', 0, 1, 3, 1, 0))
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<14 {
			return
		}
		w, err := decode(deflate(t, text))
		if err != nil {
			return
		}
		for i := range w.arcs {
			w.arc(i)
		}
		for i := range w.parts {
			w.part(i)
		}
		for _, u := range w.units {
			u.anchor()
		}
	})
}

// TestGenerator makes world.bin anew and compares what is inside, which does not depend on the version of Go.
func TestGenerator(t *testing.T) {
	input := os.Getenv("BULLETIN_WORLD_ATLAS")
	if input == "" {
		t.Skip("BULLETIN_WORLD_ATLAS is not set to the folder of the npm package world-atlas 2.0.2: world.bin is not compared with what its generator makes of that")
	}
	sources, err := filepath.Glob("world_gen*.go")
	if err != nil {
		t.Fatal(err)
	}
	output := filepath.Join(t.TempDir(), "world.bin")
	command := exec.Command("go", append(append([]string{"run"}, sources...), input, output)...)
	if text, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	made, err := os.ReadFile(output)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(inflate(t, made), inflate(t, packed)) {
		t.Error("world.bin is not what its generator makes of the input")
	}
}

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(packed); err != nil {
			b.Fatal(err)
		}
	}
}

// TestFirstMapsOfManyWorkers: the world is measured piece by piece, as maps look at it, whoever is first.
func TestFirstMapsOfManyWorkers(t *testing.T) {
	all, err := theWorld()
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := decode(packed)
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for _, focus := range [][]string{{"GRC", "XKX"}, {"GRC"}, {"SRB", "GRC"}, {"FRA", "RUS"}, {"GRC", "XKX"}, {"USA", "CHN"}} {
		wait.Go(func() {
			_, got, err := fresh.fit(focus, 7000, [2]int{5000, 5000}, 200, 0)
			if err != nil {
				t.Error(err)
				return
			}
			if _, want, err := all.fit(focus, 7000, [2]int{5000, 5000}, 200, 0); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%v: another map (%v)", focus, err)
			}
		})
	}
	wait.Wait()
}

// BenchmarkFirst is what the first map of a build costs.
func BenchmarkFirst(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		w, err := decode(packed)
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := w.fit([]string{"GRC", "ALB", "MKD", "BGR", "SRB", "XKX", "MNE", "BIH", "HRV", "ROU"}, 7200, [2]int{3000, 5700}, 260, 0); err != nil {
			b.Fatal(err)
		}
	}
}
