package data

import (
	"strings"

	"bulletin/internal/diag"
)

// Status is the SDMX observation status (code list CL_OBS_STATUS) of a value,
// or of its absence.
type Status byte

// The statuses in use.
const (
	Normal            Status = 'A'
	Break             Status = 'B' // break in the series
	DefinitionDiffers Status = 'D'
	Estimated         Status = 'E'
	Forecast          Status = 'F'
	Imputed           Status = 'I'
	NotCollected      Status = 'L'
	CannotExist       Status = 'M'
	Missing           Status = 'O'
	Provisional       Status = 'P'
	Suppressed        Status = 'Q'
	LowReliability    Status = 'U'
)

// Valid tells whether s is one of the statuses above.
func (s Status) Valid() bool { return s.Name() != "" }

// Missing tells whether s says that there is no value.
func (s Status) Missing() bool {
	return s == NotCollected || s == CannotExist || s == Missing || s == Suppressed
}

// Estimated tells whether readers are to be told that the value is not firm:
// estimated, forecast, imputed, provisional or of low reliability.
func (s Status) Estimated() bool {
	return s == Estimated || s == Forecast || s == Imputed || s == Provisional || s == LowReliability
}

// String is the letter.
func (s Status) String() string { return string(rune(s)) }

// Name is the status in words: "estimated".
func (s Status) Name() string {
	switch s {
	case Normal:
		return "normal"
	case Break:
		return "break in the series"
	case DefinitionDiffers:
		return "definition differs"
	case Estimated:
		return "estimated"
	case Forecast:
		return "forecast"
	case Imputed:
		return "imputed"
	case NotCollected:
		return "not collected"
	case CannotExist:
		return "cannot exist"
	case Missing:
		return "missing"
	case Provisional:
		return "provisional"
	case Suppressed:
		return "suppressed"
	case LowReliability:
		return "low reliability"
	}
	return ""
}

// statusLetters are the letters of all statuses.
const statusLetters = "ABDEFILMOPQU"

// statusHint helps an author who wrote an unknown status: e, or estimate.
func statusHint(wrote string) string {
	if len(wrote) == 1 && strings.Contains(statusLetters, strings.ToUpper(wrote)) {
		return "write " + strings.ToUpper(wrote)
	}
	names := make([]string, len(statusLetters))
	for i := range len(statusLetters) {
		names[i] = Status(statusLetters[i]).Name()
	}
	near := diag.Nearest(wrote, names)
	for i, name := range names {
		if name == near {
			return "write " + statusLetters[i:i+1] + " for " + name
		}
	}
	return "A normal, B break, D definition differs, E estimated, F forecast, I imputed, P provisional, U low reliability; without a value: L not collected, M cannot exist, O missing, Q suppressed"
}
