package opendata_test

import (
	"bytes"
	"sync"
	"testing"

	"bulletin/internal/opendata"
)

// TestMakerShared: a maker that makes all files, side by side and again when their rows
// were let go, makes the bytes that one of its own makes of each.
func TestMakerShared(t *testing.T) {
	set := hostile(t)
	var parts []opendata.Part
	for _, i := range set.Indicators() {
		if !i.Example {
			parts = append(parts, opendata.Part{Indicator: i})
		}
	}
	for _, a := range set.Areas() {
		parts = append(parts, opendata.Part{Area: a})
	}
	parts = append(parts, opendata.Part{})
	makes := []func(m *opendata.Maker, of opendata.Part) ([]byte, error){
		(*opendata.Maker).CSV, (*opendata.Maker).XLSX,
		func(m *opendata.Maker, of opendata.Part) ([]byte, error) { return m.JSON("https://example.org/", of) },
		func(m *opendata.Maker, _ opendata.Part) ([]byte, error) { return m.Descriptor("https://example.org/") },
	}
	shared := opendata.NewMaker(set)
	for range 2 {
		shared.Begin()
		var side sync.WaitGroup
		for _, of := range parts {
			side.Go(func() {
				for n, file := range makes {
					want, err := file(opendata.NewMaker(set), of)
					if err != nil {
						t.Error(err)
					}
					if got, err := file(shared, of); err != nil || !bytes.Equal(got, want) {
						t.Errorf("file %d of %s: %d bytes, %v; a maker of its own makes %d", n, of.Path("csv"), len(got), err, len(want))
					}
				}
				if of.Area == nil {
					shared.Done(of)
				}
			})
		}
		side.Wait()
	}
}
