package main

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// action is .github/action.yml.
type action struct {
	Inputs map[string]struct{ Default string }
	Runs   struct {
		Using string
		Steps []struct {
			Name, ID, If, Shell, Run, Uses string
			Env, With                      map[string]string
		}
	}
}

// job is one run of the action, as a runner does it: its own folders, an
// environment of its own, step after step until one fails.
type job struct {
	contexts map[string]string // as "inputs.strict", "github.event_name"
	env      map[string]string
	work     string // what was checked out
	temp     string

	ran    []string // names of the steps that were begun
	handed []string // what other actions were given: name, and its path
	said   string
	failed string // the step that failed
	code   int
}

// value evaluates an expression of GitHub's: names of contexts, texts in quotation
// marks, ==, !=, && and ||. What a context does not have is empty.
func (j *job) value(expression string) string {
	expression = strings.TrimSpace(expression)
	if left, right, ok := cutLast(expression, "||"); ok {
		if v := j.value(left); v != "" && v != "false" {
			return v
		}
		return j.value(right)
	}
	if left, right, ok := cutLast(expression, "&&"); ok {
		if v := j.value(left); v == "" || v == "false" {
			return v
		}
		return j.value(right)
	}
	for _, operator := range []string{"==", "!="} {
		if left, right, ok := cutLast(expression, operator); ok {
			if (j.value(left) == j.value(right)) == (operator == "==") {
				return "true"
			}
			return "false"
		}
	}
	if text, ok := strings.CutPrefix(expression, "'"); ok {
		return strings.TrimSuffix(text, "'")
	}
	return j.contexts[expression]
}

func cutLast(s, by string) (before, after string, found bool) {
	at := strings.LastIndex(s, by)
	if at < 0 {
		return "", "", false
	}
	return s[:at], s[at+len(by):], true
}

var expression = regexp.MustCompile(`\$\{\{(.*?)\}\}`)

// filled is a text with its expressions evaluated.
func (j *job) filled(text string) string {
	return expression.ReplaceAllStringFunc(text, func(e string) string {
		return j.value(expression.FindStringSubmatch(e)[1])
	})
}

// run runs the action that lies in folder.
func (j *job) run(t *testing.T, folder string) {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(folder, "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var a action
	if err := yaml.Unmarshal(src, &a); err != nil {
		t.Fatal(err)
	}
	if a.Runs.Using != "composite" {
		t.Fatalf("the action is run by %q", a.Runs.Using)
	}
	for name, input := range a.Inputs {
		if _, given := j.contexts["inputs."+name]; !given {
			j.contexts["inputs."+name] = input.Default
		}
	}
	for _, step := range a.Runs.Steps {
		if v := j.value(step.If); step.If != "" && (v == "" || v == "false") {
			continue
		}
		j.ran = append(j.ran, step.Name)
		if step.Uses != "" {
			j.handed = append(j.handed, strings.TrimSpace(step.Uses+" "+j.filled(step.With["path"])))
			continue
		}
		if step.Shell != "bash" {
			t.Fatalf("%s is run by %q", step.Name, step.Shell)
		}
		env := maps.Clone(j.env)
		for name, text := range step.Env {
			env[name] = j.filled(text)
		}
		if j.code = j.bash(t, step.Run, env); j.code != 0 {
			j.failed = step.Name
			return
		}
	}
}

// bash runs a script as the runner does, and takes over the path that it asks for.
func (j *job) bash(t *testing.T, script string, env map[string]string) int {
	t.Helper()
	c := exec.CommandContext(t.Context(), "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script)
	c.Dir = j.work
	for _, name := range slices.Sorted(maps.Keys(env)) {
		c.Env = append(c.Env, name+"="+env[name])
	}
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	err := c.Run()
	j.said += out.String()
	added, readErr := os.ReadFile(j.env["GITHUB_PATH"])
	if readErr != nil {
		t.Fatal(readErr)
	}
	for line := range strings.Lines(string(added)) {
		if folder := strings.TrimSpace(line); !strings.Contains(j.env["PATH"], folder) {
			j.env["PATH"] = folder + ":" + j.env["PATH"]
		}
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	if err != nil {
		t.Fatal(err)
	}
	return 0
}
