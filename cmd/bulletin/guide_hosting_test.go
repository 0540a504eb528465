package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// These tests run the recipes of the guide for hosts, as far as the network: the
// releases are files of a server of the test, the server of the site is a folder.

const hosting = "content/pages/guide/hosting.md"

// recipes is the blocks of a kind below a heading of the guide's page.
func recipes(t *testing.T, heading, info string) []string {
	t.Helper()
	_, section, found := strings.Cut(read(t, filepath.Join(root, hosting)), "\n## "+heading+"\n")
	section, _, _ = strings.Cut(section, "\n## ")
	var blocks []string
	for _, b := range readGuidePage("hosting.md", section).blocks {
		if b.info == info {
			blocks = append(blocks, b.text)
		}
	}
	if !found || len(blocks) == 0 {
		t.Fatalf("%s has no block of %s below %q", hosting, info, heading)
	}
	return blocks
}

// recipeJob is a clean folder with the small site, where the address of releases is
// that of a server of the test.
func recipeJob(t *testing.T) (j *job, address func(string) string) {
	t.Helper()
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		t.Skip("the recipes are for the machines of hosts")
	}
	files, _ := released(t)
	server := httptest.NewServer(http.FileServer(http.Dir(files)))
	t.Cleanup(server.Close)
	j, _ = newJob(t, server.URL, "push")
	return j, func(text string) string {
		return strings.ReplaceAll(text, "https://github.com/OWNER/", server.URL+"/owner/")
	}
}

// isSite checks that there is a site with an address.
func isSite(t *testing.T, folder, address string) {
	t.Helper()
	if page := read(t, filepath.Join(folder, "index.html")); !strings.Contains(page, `href="`+address) {
		t.Errorf("the site in %s does not have the address %s", folder, address)
	}
}

func TestGuideProgramRecipe(t *testing.T) {
	t.Parallel()
	j, address := recipeJob(t)
	code := j.bash(t, address(recipes(t, "Programs", "sh")[0]), j.env)
	if code != 0 || !strings.Contains(j.said, "bulletin-linux-amd64.tar.gz: OK\nbulletin "+version+" (") {
		t.Errorf("exit code %d:\n%s", code, j.said)
	}
}

func TestGuideGitLabRecipe(t *testing.T) {
	t.Parallel()
	var config struct {
		Variables     map[string]string
		Before        []string `yaml:"before_script"`
		Review, Pages struct {
			Script    []string
			Artifacts struct{ Paths []string }
		}
	}
	if err := yaml.Unmarshal([]byte(recipes(t, "GitLab Pages", "yaml")[0]), &config); err != nil {
		t.Fatal(err)
	}
	for name, script := range map[string][]string{"pages": config.Pages.Script, "review": config.Review.Script} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			j, address := recipeJob(t)
			merged(t, j, func() {
				inPlace(t, filepath.Join(j.work, "data/observations/2023-Q1.yaml"), "bulgaria: 2331", "bulgaria: 2332")
			})
			env := map[string]string{"PATH": j.env["PATH"], "CI_PAGES_URL": "https://desk.example.org/report", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD^1"}
			for key, value := range config.Variables {
				env[key] = address(value)
			}
			if code := j.bash(t, strings.Join(slices.Concat(config.Before, script), "\n"), env); code != 0 {
				t.Fatalf("exit code %d:\n%s", code, j.said)
			}
			if name == "pages" {
				isSite(t, filepath.Join(j.work, config.Pages.Artifacts.Paths[0]), "https://desk.example.org/report/")
			} else if !strings.Contains(j.said, "2,332") {
				t.Errorf("the change is not told:\n%s", j.said)
			}
		})
	}
}

func TestGuideNetlifyRecipe(t *testing.T) {
	t.Parallel()
	recipe := recipes(t, "Netlify", "toml")[0]
	command := regexp.MustCompile(`(?s)command = """\n(.*?)"""`).FindStringSubmatch(recipe)
	release := regexp.MustCompile(`RELEASE = "(.*)"`).FindStringSubmatch(recipe)
	options := regexp.MustCompile(`\[context\.([\w-]+)\.environment\]\nOPTIONS = "(.*)"`).FindAllStringSubmatch(recipe, -1)
	if command == nil || release == nil || len(options) != 3 {
		t.Fatalf("the recipe is not as this test reads it:\n%s", recipe)
	}
	for _, context := range options[:2] {
		j, address := recipeJob(t)
		env := map[string]string{"PATH": j.env["PATH"], "RELEASE": address(release[1]), "OPTIONS": context[2]}
		if code := j.bash(t, command[1], env); code != 0 {
			t.Fatalf("%s: exit code %d:\n%s", context[1], code, j.said)
		}
		if context[1] == "production" {
			isSite(t, filepath.Join(j.work, "public"), "https://report.example.org/")
		}
		inPlace(t, filepath.Join(j.work, "data/observations/2023-Q1.yaml"), "bulgaria: 2331", "bulgaria: many")
		if code := j.bash(t, command[1], env); code == 0 {
			t.Errorf("%s: a site with an error is deployed:\n%s", context[1], j.said)
		}
	}
}

func TestGuideServerRecipe(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("rsync"); err != nil {
		t.Skip("needs rsync")
	}
	j, _ := recipeJob(t)
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin, _, _ := strings.Cut(j.env["PATH"], ":")
	if err := os.Symlink(program, filepath.Join(bin, "bulletin")); err != nil {
		t.Fatal(err)
	}
	server := t.TempDir()
	put(t, filepath.Join(server, "gone/index.html"), "a page of the site before")
	recipe := recipes(t, "A server of your own", "sh")[0]
	command := strings.Replace(recipe, "web@report.example.org:/srv/report/", server+"/", 1)
	if command == recipe {
		t.Fatalf("the recipe is not as this test reads it:\n%s", recipe)
	}
	if code := j.bash(t, command, j.env); code != 0 {
		t.Fatalf("exit code %d:\n%s", code, j.said)
	}
	isSite(t, server, "https://report.example.org/")
	for _, name := range []string{"gone", ".bulletin"} {
		if _, err := os.Stat(filepath.Join(server, name)); err == nil {
			t.Errorf("%s is on the server", name)
		}
	}
}

// TestGuideAction: the recipe for GitHub gives the action what it knows, and the
// table has each input with what stands for it.
func TestGuideAction(t *testing.T) {
	t.Parallel()
	var a action
	if err := yaml.Unmarshal([]byte(read(t, filepath.Join(root, ".github/action.yml"))), &a); err != nil {
		t.Fatal(err)
	}
	var recipe struct {
		Jobs map[string]struct {
			Steps []struct {
				Uses string
				With map[string]string
			}
		}
	}
	text := recipes(t, "GitHub Pages", "yaml")[0]
	if err := yaml.Unmarshal([]byte(text), &recipe); err != nil {
		t.Fatal(err)
	}
	used := 0
	for _, job := range recipe.Jobs {
		for _, step := range job.Steps {
			if !strings.HasPrefix(step.Uses, "OWNER/") {
				continue
			}
			used++
			if step.Uses != "OWNER/bulletin/.github@v"+version {
				t.Errorf("the recipe uses %s, and the version is %s", step.Uses, version)
			}
			for name := range step.With {
				if _, known := a.Inputs[name]; !known {
					t.Errorf("the action has no input %s", name)
				}
			}
		}
	}
	if used != 1 {
		t.Errorf("the recipe uses the action %d times", used)
	}
	keys, _ := keyTable(t, "hosting.md", "GitHub Pages")
	for name, input := range a.Inputs {
		if !slices.Contains(keys, name) {
			t.Errorf("the guide does not name the input %s", name)
		}
		if input.Default != "" && !strings.Contains(read(t, filepath.Join(root, hosting)), "\n| `"+name+"` | `"+input.Default+"` |") {
			t.Errorf("the guide does not tell that %s is %s", name, input.Default)
		}
	}
	if len(keys) != len(a.Inputs) {
		t.Errorf("the guide names %q, and there are %d inputs", keys, len(a.Inputs))
	}
}
