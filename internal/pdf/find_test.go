package pdf

import (
	"errors"
	"os/exec"
	"strings"
	"testing"
)

// machine has programs at some paths, and an environment.
func machine(system string, programs ...string) finder {
	return finder{
		system: system,
		look: func(name string) (string, error) {
			for _, path := range programs {
				if path == name || strings.HasSuffix(path, "/bin/"+name) {
					return path, nil
				}
			}
			return "", &exec.Error{Name: name, Err: exec.ErrNotFound}
		},
		env: func(name string) string {
			return map[string]string{"HOME": "/Users/ana", "ProgramFiles": `C:\Program Files`, "ProgramFiles(x86)": `C:\Program Files (x86)\`}[name]
		},
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name    string
		machine finder
		asked   string
		want    string
	}{
		{"Debian", machine("linux", "/usr/bin/chromium"), "", "/usr/bin/chromium"},
		{"Chrome", machine("linux", "/usr/bin/google-chrome-stable"), "", "/usr/bin/google-chrome-stable"},
		{"both", machine("linux", "/usr/bin/google-chrome", "/usr/bin/chromium"), "", "/usr/bin/chromium"},
		{"a snap that PATH does not name", machine("linux", "/snap/bin/chromium"), "", "/snap/bin/chromium"},
		{"a Mac", machine("darwin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"), "", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"},
		{"a Mac's user", machine("darwin", "/Users/ana/Applications/Chromium.app/Contents/MacOS/Chromium"), "", "/Users/ana/Applications/Chromium.app/Contents/MacOS/Chromium"},
		{"Windows", machine("windows", `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`), "", `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`},
		{"a path", machine("linux", "/usr/bin/chromium", "/opt/new/chrome"), "/opt/new/chrome", "/opt/new/chrome"},
		{"a name", machine("linux", "/usr/bin/chromium", "/usr/bin/google-chrome"), "google-chrome", "/usr/bin/google-chrome"},
	} {
		if got, err := c.machine.find(c.asked); err != nil || got != c.want {
			t.Errorf("%s: got %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, c := range []struct{ system, asked, message, hint string }{
		{"linux", "", "no browser was found", "apt install chromium"},
		{"darwin", "", "no browser was found", "brew install"},
		{"windows", "", "no browser was found", "winget install"},
		{"linux", "/opt/none", "there is no browser /opt/none", "--browser"},
	} {
		_, err := machine(c.system, "/usr/bin/firefox").find(c.asked)
		var failure *Failure
		if !errors.As(err, &failure) || !strings.HasPrefix(failure.Error(), c.message) || !strings.Contains(failure.Hint, c.hint) {
			t.Errorf("%s, %q: got %#v", c.system, c.asked, err)
		}
		if c.asked != "" && !errors.Is(err, exec.ErrNotFound) {
			t.Errorf("%q: got %v", c.asked, err)
		}
	}
}

func TestRecent(t *testing.T) {
	for named, want := range map[string]string{
		"HeadlessChrome/156.0.8078.79": "156.0.8078.79", "Chrome/131.0.1.2": "131.0.1.2", "Edg/140.1": "140.1",
		"HeadlessChrome/130.0.6723.58": "too old: it is version 130.0.6723.58", "HeadlessChrome/9": "too old",
		"Firefox": "tells no version", "": "tells no version", "Chrome/99999999999999999999": "too old",
	} {
		got, err := recent(named)
		if err != nil {
			got = err.Error()
		}
		if got != want && (err == nil || !strings.Contains(got, want)) {
			t.Errorf("%q: got %q, want %q", named, got, want)
		}
	}
}

func TestTail(t *testing.T) {
	var said tail
	if said.hint() != "" {
		t.Errorf("got %q", said.hint())
	}
	for range 100 {
		if _, err := said.Write([]byte(strings.Repeat("x", 99) + "\n")); err != nil {
			t.Fatal(err)
		}
	}
	if len(said.text) > 4<<10 {
		t.Errorf("it keeps %d bytes", len(said.text))
	}
	for _, line := range []string{"[1:2:FATAL:zygote.cc(1)] No usable sandbox!\n", "#0 0x123\n"} {
		if _, err := said.Write([]byte(line)); err != nil {
			t.Fatal(err)
		}
	}
	if got := said.hint(); !strings.HasSuffix(got, "No usable sandbox!") {
		t.Errorf("got %q", got)
	}
}
