package rulebook

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"bulletin/internal/check"
	"bulletin/internal/diag"
)

// Said is what a build says of an example: its problems, sorted, and the files
// that they are in.
type Said struct {
	Problems diag.Problems
	Source   func(file string) []byte
}

// Page writes the page of the guide. try builds an example.
func Page(w io.Writer, try func(check.Example) (Said, error)) error {
	var p page
	p.WriteString(opening)
	p.table()
	p.WriteString(remedies)
	for _, g := range check.Groups() {
		fmt.Fprintf(&p, "## %s\n\n%s", g.Title, escape(g.Doc))
		if !slices.ContainsFunc(g.Rules, check.Rule.Lowers) {
			p.WriteString(" What they find can be neither accepted nor lowered.")
		}
		p.WriteString("\n\n")
		for _, r := range g.Rules {
			said, err := try(r.Fails)
			if err != nil {
				return fmt.Errorf("trying the example of %s: %w", r.Name, err)
			}
			if err := p.rule(g, r, said); err != nil {
				return err
			}
		}
	}
	p.site()
	_, err := w.Write(append(bytes.TrimRight(p.Bytes(), "\n"), '\n'))
	return err
}

// page is the page in the making.
type page struct{ bytes.Buffer }

const opening = `---
title: Rules
weight: 47
summary: >-
  Every rule that a build keeps: what it asks for, what can be done about a problem, and an example of
  each that fails and one that passes.
---

Nothing is published while an error stands. A warning stops a build only under ` + "`--strict`" + `. Each problem ends with
the name of its rule, in square brackets. This page is made from the rules themselves; each message on it is what
` + "`bulletin check`" + ` says of the example above it. An example that names no file is the body of a chapter; the site that it
belongs to stands [at the end](#the-site-of-the-examples).

## All rules

`

const remedies = "\n" + `## What can be done about a problem

**Mend it.** The hint below the message says how.

**Accept it in data.** A warning about figures or sources takes a reason beside what it is about: a key ` + "`accept`" + ` with
the name of the rule. On an observation the reason holds for all its values.

` + "```yaml" + `
- {indicator: arrivals, source: office-2023-q1, values: {serbia: 3000}, accept: {jump: the border was closed before}}
` + "```" + `

**Accept it in a text.** A warning about typed words, and an error of which it is said below, take a reason behind them: the words stand in square brackets,
and a literal with the reason follows.

` + "```text" + `
The hall has [400]{{ literal "no figure of the report" }} seats.
` + "```" + `

**Lower the rule.** A site can turn errors of a rule into warnings, and warnings into remarks, in ` + "`data/site.yaml`" + `, with a
reason. It cannot be done with the rules of reading and joining, nor with ` + "`claim`" + `.

` + "```yaml" + `
rules: {unused-source: {severity: accepted, reason: the register is shared with other reports}}
` + "```" + `

What was accepted is listed at the end of each check, and is neither an error nor a warning. Once there is nothing
left to accept, the reason is a problem of its own: see [acceptance](#acceptance).

`

// table lists all rules, each leading to its place on the page.
func (p *page) table() {
	p.WriteString("| Rule | Severity | What it asks for |\n|:--|:--|:--|\n")
	for _, r := range check.Rules() {
		fmt.Fprintf(p, "| [%s](#%s) | %s | %s |\n", r.Name, r.Name, r.Severity, strings.ReplaceAll(escape(r.Doc), "|", `\|`))
	}
}

// rule writes a rule, its examples, and what a build says of the failing one.
func (p *page) rule(g check.Group, r check.Rule, said Said) error {
	severity := "Error"
	if r.Severity == diag.Warning {
		severity = "Warning"
	}
	fmt.Fprintf(p, "### %s\n\n**%s.** %s%s\n\n", r.Name, severity, escape(r.Doc), remedy(g, r))
	p.example("Fails", r.Fails)
	var out bytes.Buffer
	if err := diag.Write(&out, diag.Text, said.Problems, said.Source); err != nil {
		return err
	}
	p.WriteString("What check says:\n\n")
	p.code("text", plain(out.String()))
	p.example("Passes", r.Passes)
	return nil
}

// remedy says what can be done about a problem of a rule but to mend it; where
// nothing can, the group says so.
func remedy(g check.Group, r check.Rule) string {
	var ways []string
	switch g.Accepted(r) {
	case check.InData:
		ways = append(ways, "accepted in data")
	case check.InProse:
		ways = append(ways, "accepted in a text")
	}
	if r.Lowers() {
		ways = append(ways, "lowered by the site")
	}
	switch {
	case len(ways) > 0:
		return " It can be " + strings.Join(ways, ", or ") + "."
	case r.Held:
		return " It can be neither accepted nor lowered: without it no figure could be trusted."
	}
	return ""
}

// example writes the files of an example.
func (p *page) example(what string, e check.Example) {
	for i, f := range e {
		lead, name := what, cmp.Or(f.Name, check.Chapter)
		switch {
		case i > 0:
			lead = "with `" + name + "`"
		case f.Name != "" || len(e) > 1:
			lead += ", `" + name + "`"
		}
		fmt.Fprintf(p, "%s:\n\n", lead)
		p.code(language(name), plain(f.Text))
	}
}

// language is the info string of a file's block.
func language(name string) string {
	switch path.Ext(name) {
	case ".md":
		return "markdown"
	case ".yaml":
		return "yaml"
	case ".html":
		return "html"
	case ".svg":
		return "xml"
	}
	return "text"
}

// code writes a fenced block. Its fence is longer than any in the text.
func (p *page) code(info, text string) {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	fmt.Fprintf(p, "%s%s\n%s\n%s\n\n", fence, info, strings.TrimRight(text, "\n"), fence)
}

// site writes the site that the examples change.
func (p *page) site() {
	fmt.Fprintf(p, "## The site of the examples\n\nThe examples change this site, which keeps every rule. Of `%s` they show the body alone; the front matter below stays.\n\n", check.Chapter)
	for _, f := range check.ExampleSite() {
		if language(f.Name) == "text" {
			continue // a picture
		}
		fmt.Fprintf(p, "`%s`:\n\n", f.Name)
		p.code(language(f.Name), f.Text)
	}
}

// escape writes plain words as Markdown. What stands between backticks stays
// code.
func escape(text string) string {
	signs := strings.NewReplacer(`\`, `\\`, "{{", `\{{`, "<", `\<`, "*", `\*`, "_", `\_`, "[", `\[`)
	parts := strings.Split(text, "`")
	for i := 0; i < len(parts); i += 2 {
		parts[i] = signs.Replace(parts[i])
	}
	return strings.Join(parts, "`")
}
