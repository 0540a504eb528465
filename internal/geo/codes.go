package geo

import (
	"fmt"
	"slices"
)

// Known says whether there is an outline for a code.
func Known(code string) bool {
	w, err := theWorld()
	if err != nil {
		return false
	}
	_, err = w.find(code)
	return err == nil
}

// Codes lists all codes, in order: those of ISO 3166-1, and XKX.
func Codes() []string {
	w, err := theWorld()
	if err != nil {
		return nil
	}
	var codes []string
	for _, u := range w.units {
		if u.code != "" {
			codes = append(codes, u.code)
		}
	}
	slices.Sort(codes)
	return codes
}

// Name is the short English name of a code; empty for one that is not known.
func Name(code string) string {
	w, err := theWorld()
	if err != nil {
		return ""
	}
	if i, known := w.byCode[code]; known {
		return w.units[i].name
	}
	return ""
}

// find is the place of a code.
func (w *world) find(code string) (int, error) {
	i, known := w.byCode[code]
	if !known {
		return 0, fmt.Errorf("%q is not a code of ISO 3166-1 alpha-3, nor XKX", code)
	}
	return i, nil
}
