package main

import (
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/pflag"
)

// siteFlags are the flags of every command that reads a site.
type siteFlags struct {
	dir    string
	drafts bool
	jobs   count
}

func (f *siteFlags) set() *pflag.FlagSet {
	set := f.read()
	set.BoolVar(&f.drafts, "drafts", false, "include pages marked draft: true")
	return set
}

// read are the flags of a command that takes no notice of drafts.
func (f *siteFlags) read() *pflag.FlagSet {
	f.jobs = count(runtime.GOMAXPROCS(0))
	set := pflag.NewFlagSet("site", pflag.ContinueOnError)
	set.StringVarP(&f.dir, "directory", "C", ".", "the site's `folder`, with content/ and data/")
	set.Var(&f.jobs, "jobs", "work on `N` pages at a time")
	set.Lookup("jobs").DefValue = "the number of processors"
	return set
}

// count is a flag's value of one or more.
type count int

// String is the number.
func (c *count) String() string { return fmt.Sprint(int(*c)) }

// Set takes a number from the command line.
func (c *count) Set(text string) error {
	var n int
	if _, err := fmt.Sscanf(text, "%d", &n); err != nil || fmt.Sprint(n) != text || n < 1 {
		return fmt.Errorf("want a number from 1 on")
	}
	*c = count(n)
	return nil
}

// Type names the kind of value in help.
func (c *count) Type() string { return "N" }

// rowRange is a flag's value of a row, or of several that follow each other: 3 or 3-4.
type rowRange struct{ first, last int }

// String is the range as it is typed.
func (r *rowRange) String() string {
	if r.last > r.first {
		return fmt.Sprintf("%d-%d", r.first, r.last)
	}
	return fmt.Sprint(r.first)
}

// Set takes a range from the command line.
func (r *rowRange) Set(text string) error {
	from, to, several := strings.Cut(text, "-")
	if !several {
		to = from
	}
	var first, last count
	if first.Set(from) != nil || last.Set(to) != nil || last < first || several && last == first {
		return fmt.Errorf("want the number of a row, or of the first and the last, as in 3-4")
	}
	*r = rowRange{int(first), int(last)}
	return nil
}

// Type names the kind of value in help.
func (r *rowRange) Type() string { return "N" }

// choice is a flag's value out of a few.
type choice struct {
	value   string
	choices []string
}

// String is the chosen word.
func (c *choice) String() string { return c.value }

// Set takes a word from the command line.
func (c *choice) Set(text string) error {
	for _, word := range c.choices {
		if word == text {
			c.value = word
			return nil
		}
	}
	return fmt.Errorf("want one of %v", c.choices)
}

// Type names the kind of value in help.
func (c *choice) Type() string { return "word" }
