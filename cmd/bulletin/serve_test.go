package main

import (
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestServeEndsCleanly: whoever asks the process to end gets an end: streams are
// closed, folders are removed, the exit code is 0.
func TestServeEndsCleanly(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("there are no such signals")
	}
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			temporary := t.TempDir()
			var stdout, stderr output
			command := exec.Command("bulletin", "serve", "-C", smallSite(t), "--addr", "127.0.0.1:0")
			command.Env = append(os.Environ(), "TMPDIR="+temporary)
			command.Stdout, command.Stderr = &stdout, &stderr
			if err := command.Start(); err != nil {
				t.Fatal(err)
			}
			defer func() { _ = command.Process.Kill() }()
			address := ""
			for deadline := time.Now().Add(patienceWithBrowser); address == ""; time.Sleep(10 * time.Millisecond) {
				if time.Now().After(deadline) {
					t.Fatalf("does not start: %s%s", stdout.String(), stderr.String())
				}
				if _, rest, ok := strings.Cut(stdout.String(), "serving http://"); ok {
					address, _, _ = strings.Cut(rest, "/")
				}
			}
			stream, err := net.Dial("tcp", address)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = stream.Close() }()
			if _, err := stream.Write([]byte("GET /.bulletin/events HTTP/1.1\r\nHost: localhost\r\n\r\n")); err != nil {
				t.Fatal(err)
			}
			if _, err := stream.Read(make([]byte, 1)); err != nil {
				t.Fatal(err)
			}
			if err := command.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			asked := time.Now()
			if err := command.Wait(); err != nil {
				t.Errorf("ended with %v: %s", err, stderr.String())
			}
			if took := time.Since(asked); took > patienceWithBrowser/3 { // an open stream would hold it up for ever
				t.Errorf("took %v to end", took)
			}
			if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
				t.Errorf("left %v behind, %v", left, err)
			}
		})
	}
}

func TestServeTakenAddress(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	var stdout, stderr output
	code := run(t.Context(), []string{"serve", "-C", smallSite(t), "--addr", taken.Addr().String()}, &stdout, &stderr)
	if want := "bulletin: the address " + taken.Addr().String() + " is taken"; code != worldFail || !strings.HasPrefix(stderr.String(), want) || !strings.Contains(stderr.String(), "\n   hint: ") {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
}

func TestServeWithoutASite(t *testing.T) {
	var stdout, stderr output
	code := run(t.Context(), []string{"serve", "-C", filepath.Join(t.TempDir(), "nothing"), "--addr", "127.0.0.1:0"}, &stdout, &stderr)
	if code != wrongUse || !strings.Contains(stderr.String(), "there is no folder") || stdout.String() != "" {
		t.Errorf("exit code %d: %s%s", code, stdout.String(), stderr.String())
	}
}

// TestServeOpens: --open has the site shown by the program that opens addresses;
// one that fails is a note.
func TestServeOpens(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("the program has another name")
	}
	for name, c := range map[string]struct{ script, asked, note string }{
		"opened": {`printf %s "$*" > "$ASKED.new" && mv "$ASKED.new" "$ASKED"`, "/small/", ""},
		"failed": {"exit 4", "", "note: no browser was opened: xdg-open: exit status 4\n"},
	} {
		t.Run(name, func(t *testing.T) {
			programs := t.TempDir()
			asked := filepath.Join(programs, "asked")
			if err := os.WriteFile(filepath.Join(programs, "xdg-open"), []byte("#!/bin/sh\n"+c.script+"\n"), 0o700); err != nil {
				t.Fatal(err)
			}
			var stdout, stderr output
			command := exec.Command("bulletin", "serve", "-C", smallSite(t), "--addr", "127.0.0.1:0", "--open")
			command.Env = append(os.Environ(), "CI=", "WSL_DISTRO_NAME=", "DISPLAY=:0", "ASKED="+asked, "PATH="+programs+":"+os.Getenv("PATH"))
			command.Stdout, command.Stderr = &stdout, &stderr
			if err := command.Start(); err != nil {
				t.Fatal(err)
			}
			opened := func() bool {
				if c.note != "" {
					return stderr.String() == c.note
				}
				url, err := os.ReadFile(asked)
				return err == nil && strings.HasPrefix(string(url), "http://127.0.0.1:") && strings.HasSuffix(string(url), c.asked)
			}
			for deadline := time.Now().Add(patienceWithBrowser); !opened() && time.Now().Before(deadline); {
				time.Sleep(10 * time.Millisecond)
			}
			if !opened() {
				t.Errorf("not opened: %s%s", stdout.String(), stderr.String())
			}
			var exit *exec.ExitError
			if err := errors.Join(command.Process.Signal(os.Interrupt), command.Wait()); errors.As(err, &exit) {
				t.Errorf("ended with %v: %s", exit, stderr.String())
			}
		})
	}
}
