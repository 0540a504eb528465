package build_test

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestLawWithDamagedCache holds builds to the law whose cache was damaged since the
// build before: entries are missing, cut or altered. What is left of it is used with
// what is made anew.
func TestLawWithDamagedCache(t *testing.T) {
	t.Parallel()
	rounds := uint64(12)
	if testing.Short() || raceDetector {
		rounds = 4
	}
	for round := range rounds {
		random := rand.New(rand.NewPCG(round, 3))
		s := newLawState(t, newLawSite(random), random)
		s.write(t)
		s.said = []string{s.build(t)}
		share := 1 + s.IntN(5) // so many of six entries
		var damage []string
		err := filepath.WalkDir(s.place("site/.cache"), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.Contains(filepath.Base(filepath.Dir(name)), "v") || s.IntN(6) >= share {
				return err
			}
			src, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			damage = append(damage, entry.Name())
			switch s.IntN(3) {
			case 0:
				return os.Remove(name)
			case 1:
				return os.WriteFile(name, src[:s.IntN(len(src))], 0o644)
			default:
				src[s.IntN(len(src))] ^= 1
				return os.WriteFile(name, src, 0o644)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		edits := lawDataEdits()
		if round%2 == 0 {
			edits = slices.Concat(lawContentEdits(), lawPageEdits())
		}
		edit := ""
		for edit == "" {
			edit = edits[s.IntN(len(edits))].do(s)
		}
		s.said = append(s.said, edit)
		s.write(t)
		if difference := s.build(t); difference != "" {
			t.Errorf("round %d, %d entries damaged, then %s:\n%s", round, len(damage), edit, difference)
		}
	}
}
