package build_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	lawSeed   = flag.Uint64("law.seed", 1, "the first random site that the law is tried on")
	lawSeeds  = flag.Int("law.seeds", 2, "the number of sites that the law is tried on")
	lawLength = flag.Int("law.length", 16, "the number of edits of each site")
	lawImages = flag.Bool("law.images", false, "draw pictures, which takes long")
	lawSteps  = flag.String("law.steps", "", "only these edits, as a failure lists them: 3,9,12")
)

// TestLaw holds incremental builds to the law: what they publish and report is
// what a clean build does, byte for byte. A random site goes through random edits of
// its data, texts, templates and settings, of the options, and of what lies in the
// folders of the output and the cache. After each, three builds must agree: with the
// cache into the folder of before, with the cache into an empty folder, and
// without a cache into an empty folder.
//
// A failure prints the fewest edits that it was found to need. To see it again:
//
//	go test ./internal/build -run TestLaw -law.seed=7 -law.seeds=1 -law.steps=3,9,12
//
// Many sites:
//
//	go test ./internal/build -run TestLaw -law.seed=100 -law.seeds=50 -law.length=60 -timeout 2h
func TestLaw(t *testing.T) {
	length := *lawLength
	if testing.Short() || raceDetector {
		length /= 4
	}
	for i := range uint64(*lawSeeds) {
		seed := *lawSeed + i
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			steps := make([]int, length)
			for i := range steps {
				steps[i] = i + 1
			}
			if *lawSteps != "" {
				steps = steps[:0]
				for _, field := range strings.Split(*lawSteps, ",") {
					n, err := strconv.Atoi(field)
					if err != nil {
						t.Fatal(err)
					}
					steps = append(steps, n)
				}
			}
			found := tryLaw(t, seed, steps, true)
			if found.difference == "" {
				t.Logf("seed %d: %d edits, %d builds published:\n%s", seed, len(found.edits), found.published, strings.Join(found.edits, "\n"))
				return
			}
			if *lawSteps == "" {
				found = shrinkLaw(t, seed, found)
			}
			t.Errorf("seed %d: after the edits\n%s\n%s\n\nagain: go test ./internal/build -run TestLaw -law.seed=%d -law.seeds=1 -law.steps=%s",
				seed, strings.Join(found.edits, "\n"), found.difference, seed, strings.Trim(strings.ReplaceAll(fmt.Sprint(found.steps), " ", ","), "[]"))
		})
	}
}

// lawResult is what came of a sequence of edits.
type lawResult struct {
	steps      []int    // that were tried: the last one failed
	edits      []string // in words
	published  int      // builds that were not blocked
	difference string   // from a clean build; empty where there was none
}

// tryLaw makes the site of a seed and takes it through steps, until one fails; without
// each, only the last one is looked at. Each step has its own random numbers, so that
// leaving others out changes it little.
func tryLaw(t *testing.T, seed uint64, steps []int, each bool) lawResult {
	t.Helper()
	s := newLawState(t, newLawSite(rand.New(rand.NewPCG(seed, 0))), rand.New(rand.NewPCG(seed, 1<<32)))
	var result lawResult
	for i, step := range append([]int{0}, steps...) {
		s.Rand = rand.New(rand.NewPCG(seed, uint64(step)))
		edit := "the site as it is made"
		if step > 0 {
			edit = s.edit()
			result.steps = append(result.steps, step)
		}
		s.said = append(s.said, fmt.Sprintf("%3d. %s", step, edit))
		s.write(t)
		if each || i == len(steps) {
			result.difference = s.build(t)
		} else {
			s.pass(t)
		}
		if s.good {
			result.published++
		}
		if result.difference != "" {
			break
		}
	}
	result.edits = s.said
	return result
}

// shrinkLaw leaves out edits that a failure does not need, for some minutes at most.
func shrinkLaw(t *testing.T, seed uint64, found lawResult) lawResult {
	t.Helper()
	until := time.Now().Add(4 * time.Minute)
	for size := len(found.steps) - 1; size > 0; size /= 2 {
		for at := 0; at+size < len(found.steps) && time.Now().Before(until); { // the last one stays
			fewer := slices.Delete(slices.Clone(found.steps), at, at+size)
			if again := tryLaw(t, seed, fewer, false); again.difference != "" {
				found = again
			} else {
				at += size
			}
		}
	}
	return found
}
