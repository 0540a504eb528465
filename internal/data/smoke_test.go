package data_test

import (
	"os"
	"testing"

	"bulletin/internal/data"
)

// TestThisSite loads the data of this repository.
func TestThisSite(t *testing.T) {
	set, ps := data.Load(os.DirFS("../.."))
	for _, p := range ps {
		t.Errorf("%s: %s (%s)", p.Pos, p.Message, p.Hint)
	}
	if len(set.Areas()) < 10 || len(set.Observations()) < 100 {
		t.Errorf("only %d areas and %d observations", len(set.Areas()), len(set.Observations()))
	}
}
