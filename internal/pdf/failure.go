package pdf

import "strings"

// Failure is what keeps a browser from printing, and what to do about it.
type Failure struct {
	Message string
	Hint    string // may be empty
	Err     error  // what lies behind it; may be nil
}

// Error tells what is wrong, on one line where what lies behind it ends in a line
// that the browser did not fill.
func (f *Failure) Error() string {
	if f.Err == nil {
		return f.Message
	}
	return f.Message + ": " + strings.TrimRight(f.Err.Error(), ": \n")
}

// Unwrap is what lies behind it.
func (f *Failure) Unwrap() error { return f.Err }
