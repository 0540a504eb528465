package serve

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
)

// Browse shows an address in the browser that opens addresses on this machine. It
// returns when the program that opens them has ended, or the context is done; the
// browser stays.
func Browse(ctx context.Context, url string) error {
	name, args, err := opener(runtime.GOOS, os.Getenv)
	if err != nil {
		return err
	}
	command := exec.Command(name, append(args, url)...)
	detach(command)
	if err := command.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	case <-ctx.Done():
	}
	return nil
}

// opener is the program that opens addresses on a system, with its arguments.
func opener(system string, environment func(string) string) (name string, args []string, err error) {
	switch {
	case environment("CI") != "":
		return "", nil, errors.New("CI is set, so that nobody would see it")
	case system == "darwin":
		return "open", nil, nil
	case system == "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler"}, nil
	case environment("WSL_DISTRO_NAME") != "":
		return "wslview", nil, nil
	case environment("DISPLAY") == "" && environment("WAYLAND_DISPLAY") == "":
		return "", nil, errors.New("there is no desktop (neither DISPLAY nor WAYLAND_DISPLAY is set)")
	}
	return "xdg-open", nil, nil
}
