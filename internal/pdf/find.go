package pdf

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// finder looks for a browser on a machine.
type finder struct {
	system string                       // as runtime.GOOS
	look   func(string) (string, error) // finds a program, as exec.LookPath
	env    func(string) string          // as os.Getenv
}

// find is the path of the browser that was asked for by its name or path, or of
// the first one that there is.
func (f finder) find(asked string) (string, error) {
	if asked != "" {
		path, err := f.look(asked)
		if err != nil {
			return "", &Failure{fmt.Sprintf("there is no browser %s", asked), "give --browser the program of Chromium, Chrome or Edge", err}
		}
		return path, nil
	}
	for _, place := range f.places() {
		if path, err := f.look(place); err == nil {
			return path, nil
		}
	}
	return "", &Failure{
		Message: "no browser was found to print with",
		Hint:    "install Chromium, Chrome or Edge (" + f.install() + "), or name the program of one with --browser",
	}
}

// places are where browsers of the Chromium family are, the free one first.
func (f finder) places() []string {
	names := []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge", "headless-shell"}
	switch f.system {
	case "darwin":
		for _, name := range []string{"Chromium", "Google Chrome", "Microsoft Edge"} {
			for _, home := range []string{"", f.env("HOME")} {
				names = append(names, home+"/Applications/"+name+".app/Contents/MacOS/"+name)
			}
		}
	case "windows":
		for _, variable := range []string{"ProgramFiles", "ProgramFiles(x86)", "LocalAppData"} {
			for _, program := range []string{`Chromium\Application\chrome.exe`, `Google\Chrome\Application\chrome.exe`, `Microsoft\Edge\Application\msedge.exe`} {
				if folder := f.env(variable); folder != "" {
					names = append(names, strings.TrimSuffix(folder, `\`)+`\`+program)
				}
			}
		}
	default:
		names = append(names, "/snap/bin/chromium", "/opt/google/chrome/chrome")
	}
	return names
}

// install is how a browser is installed.
func (f finder) install() string {
	switch f.system {
	case "darwin":
		return "brew install --cask chromium"
	case "windows":
		return "winget install Google.Chrome"
	}
	return "on Debian and Ubuntu: apt install chromium"
}

// shown is a program's name for messages.
func shown(path string) string { return strings.TrimSuffix(filepath.Base(path), ".exe") }

// thisMachine is where browsers are looked for.
func thisMachine(look func(string) (string, error), env func(string) string) finder {
	return finder{runtime.GOOS, look, env}
}
