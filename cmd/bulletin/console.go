package main

import (
	"fmt"
	"io"
	"strings"
	"sync"

	"bulletin/internal/build"
	"bulletin/internal/diag"
)

// console is the terminal while a site is served. Each state of the site is told
// once, however often it is built. A terminal that went away does not end the server.
type console struct {
	out, err io.Writer
	guard    sync.Mutex
	built    bool            // once at least
	blocked  bool            // the build before was not published
	wrong    string          // what the build before said was wrong
	noted    map[string]bool // notes that were told
}

// ready tells where the site is.
func (s *console) ready(url string) {
	s.guard.Lock()
	defer s.guard.Unlock()
	fmt.Fprintf(s.out, "serving %s (Ctrl-C ends it)\n", url)
}

// note tells a note, once.
func (s *console) note(text string) {
	s.guard.Lock()
	defer s.guard.Unlock()
	if s.noted[text] {
		return
	}
	if s.noted == nil {
		s.noted = map[string]bool{}
	}
	s.noted[text] = true
	fmt.Fprintf(s.err, "note: %s\n", text)
}

// report tells what came of a build, as far as it is not what came of the one
// before.
func (s *console) report(result *build.Result, err error) {
	if result != nil {
		for _, note := range result.Notes {
			s.note(note)
		}
	}
	s.guard.Lock()
	defer s.guard.Unlock()
	var text strings.Builder
	if result != nil {
		_ = diag.Write(&text, diag.Text, result.Problems, result.Source) // a strings.Builder does not fail
	}
	if err != nil {
		fmt.Fprintf(&text, "bulletin: %v\n", err)
	}
	wrong, before := text.String(), s.wrong
	blocked := err != nil || result.Blocked
	same := s.built && wrong == before
	if !same {
		fmt.Fprint(s.err, wrong)
	}
	switch {
	case blocked && result != nil && same:
		fmt.Fprintf(s.err, "still %s: the last good site stays\n", tally(result.Problems, result.Accepted))
	case blocked && err == nil:
		fmt.Fprintf(s.err, "%s: the last good site stays\n", tally(result.Problems, result.Accepted))
	case blocked:
	case !same || result.Written+result.Removed > 0:
		if before != "" && wrong == "" {
			fmt.Fprintln(s.out, "mended: no problems any more")
		} else if s.blocked {
			fmt.Fprintf(s.out, "mended: %s left\n", tally(result.Problems, nil))
		}
		fmt.Fprintln(s.out, published(result))
	}
	s.built, s.blocked, s.wrong = true, blocked, wrong
}
