package serve

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestOpener(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		system      string
		environment map[string]string
		want        string // the command, or what the error says
	}{
		{"darwin", nil, "open"},
		{"windows", nil, "rundll32 url.dll,FileProtocolHandler"},
		{"linux", map[string]string{"DISPLAY": ":0"}, "xdg-open"},
		{"linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, "xdg-open"},
		{"freebsd", map[string]string{"DISPLAY": ":0"}, "xdg-open"},
		{"linux", map[string]string{"WSL_DISTRO_NAME": "Debian"}, "wslview"},
		{"linux", nil, "there is no desktop"},
		{"linux", map[string]string{"DISPLAY": ":0", "CI": "true"}, "CI is set"},
		{"darwin", map[string]string{"CI": "1"}, "CI is set"},
	} {
		name, args, err := opener(c.system, func(key string) string { return c.environment[key] })
		got := strings.Join(append([]string{name}, args...), " ")
		if err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%s %v: got %q", c.system, c.environment, got)
		}
	}
}

// TestBrowse opens an address with a program that writes it down.
func TestBrowse(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the program has another name")
	}
	dir := t.TempDir()
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("CI", "")
	t.Setenv("WSL_DISTRO_NAME", "")
	t.Setenv("DISPLAY", ":0")
	program := func(script string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	program(`printf %s "$*" > "` + dir + `/asked"`)
	const url = "http://127.0.0.1:8080/repo/?a=b&c=$(d)"
	if err := Browse(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	if asked, err := os.ReadFile(filepath.Join(dir, "asked")); err != nil || string(asked) != url {
		t.Errorf("asked for %q, %v", asked, err)
	}
	program("exit 3")
	if err := Browse(t.Context(), url); err == nil || !strings.Contains(err.Error(), "xdg-open: exit status 3") {
		t.Errorf("got %v", err)
	}
	program("exec sleep 30")
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := Browse(ctx, url); err != nil {
		t.Errorf("a browser that stays is no failure: %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if err := Browse(t.Context(), url); err == nil || !strings.Contains(err.Error(), "xdg-open") {
		t.Errorf("got %v", err)
	}
}
