package geo

import (
	"fmt"
	"slices"
)

// Known says whether a code has an outline.
func Known(code string) bool {
	w, err := theWorld()
	if err != nil {
		return false
	}
	_, err = w.find(code)
	return err == nil
}

// Codes lists the codes that have an outline, in order.
func Codes() []string {
	w, err := theWorld()
	if err != nil {
		return nil
	}
	var codes []string
	for _, u := range w.units {
		if u.code != "" && u.first < u.past {
			codes = append(codes, u.code)
		}
	}
	slices.Sort(codes)
	return codes
}

// Name is the short English name of a code of ISO 3166-1 or XKX, whether it has an outline or not; empty for others.
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

// find is the place of a code that has an outline.
func (w *world) find(code string) (int, error) {
	i, known := w.byCode[code]
	if !known {
		return 0, fmt.Errorf("%q is not a code of ISO 3166-1 alpha-3, nor XKX", code)
	}
	if u := w.units[i]; u.first == u.past {
		return 0, fmt.Errorf("%s (%s) has no outline: it is too small for data at 1:50,000,000", code, u.name)
	}
	return i, nil
}
