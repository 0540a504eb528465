package cache

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"
)

// whole tells whether an entry is one that load puts: one byte, all the way.
func whole(data []byte) bool {
	return len(data) > 0 && len(data) == bytes.Count(data, data[:1])
}

// load puts and gets entries at random, and holds each to be whole.
func load(s *Store, seed uint64, times int) error {
	random := rand.New(rand.NewPCG(seed, 0))
	for range times {
		name := fmt.Sprint(random.IntN(5))
		if random.IntN(2) == 0 {
			part := bytes.Repeat([]byte{'a' + byte(random.IntN(26))}, 1+random.IntN(50_000))
			if err := s.Put("unit", name, part, part[:len(part)/2]); err != nil {
				return err
			}
		} else if data, ok := s.Get("unit", name); ok && !whole(data) {
			return fmt.Errorf("%s is a mixture of %d bytes", name, len(data))
		}
	}
	return nil
}

// restless opens, uses and closes stores with little room, so that entries are
// removed under the hands of others.
func restless(place string, seed uint64, times int) error {
	for i := range times {
		s, err := open(&Store{place: place, version: "1", bound: 60_000, now: time.Now, wrap: func(d disk) disk { return d }})
		if err != nil {
			return err
		}
		if err := load(s, seed+uint64(i), 5); err != nil {
			return err
		}
		if err := s.Close(); err != nil {
			return err
		}
	}
	return nil
}

func TestStoresTogether(t *testing.T) {
	place := t.TempDir()
	one, two := opened(t, place, "1"), opened(t, place, "1")
	var all sync.WaitGroup
	for i := range uint64(6) {
		all.Go(func() {
			err := error(nil)
			switch i % 3 {
			case 0:
				err = load(one, i, 150)
			case 1:
				err = load(two, i, 150)
			case 2:
				err = restless(place, 100*i, 20)
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

// TestFolderThatComesAndGoes deletes the folder again and again while two
// goroutines use it.
func TestFolderThatComesAndGoes(t *testing.T) {
	s := opened(t, t.TempDir()+"/.cache", "1")
	done := make(chan struct{})
	var all sync.WaitGroup
	for i := range uint64(2) {
		all.Go(func() {
			random := rand.New(rand.NewPCG(i, 0))
			for range 200 {
				// It may be deleted again before the second try.
				_ = s.Put("unit", "a", bytes.Repeat([]byte{'a' + byte(random.IntN(26))}, 2000))
				if data, ok := s.Get("unit", "a"); ok && !whole(data) {
					t.Error("an entry is a mixture")
				}
			}
		})
	}
	go func() {
		all.Wait()
		close(done)
	}()
	for {
		select {
		case <-done:
			put(t, s, "unit", "a", "aaa")
			hits(t, s, "unit", "a", "aaa")
			return
		default:
			_ = os.RemoveAll(s.place) // fails where an entry comes meanwhile
		}
	}
}

// process is the place of the cache for a test that runs as a process of its own.
const process = "BULLETIN_TEST_CACHE"

// TestProcess is the process that TestProcessesTogether starts.
func TestProcess(t *testing.T) {
	place := os.Getenv(process)
	if place == "" {
		t.Skip("a part of TestProcessesTogether")
	}
	if err := restless(place, uint64(os.Getpid()), 60); err != nil {
		t.Error(err)
	}
}

// TestProcessesTogether runs processes in one folder and kills some of them.
func TestProcessesTogether(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	place := t.TempDir()
	var all sync.WaitGroup
	for i := range 6 {
		all.Go(func() {
			command := exec.Command(program, "-test.run=^TestProcess$")
			command.Env = append(os.Environ(), process+"="+place)
			var out bytes.Buffer
			command.Stdout, command.Stderr = &out, &out
			if err := command.Start(); err != nil {
				t.Error(err)
				return
			}
			killed := i%3 == 0
			if killed {
				time.Sleep(time.Duration(20+10*i) * time.Millisecond)
				_ = command.Process.Kill() // it may be done already
			}
			if err := command.Wait(); err != nil && !killed {
				t.Errorf("%v\n%s", err, out.Bytes())
			}
		})
	}
	all.Wait()
	s := opened(t, place, "1")
	for i := range 5 {
		if data, ok := s.Get("unit", fmt.Sprint(i)); ok && !whole(data) {
			t.Errorf("entry %d is a mixture", i)
		}
	}
	put(t, s, "unit", "0", "aaa")
	hits(t, s, "unit", "0", "aaa")
}
