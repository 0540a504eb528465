//go:build unix && !linux

package pdf

import (
	"os/exec"
	"syscall"
)

// alone lets a browser and all that it starts end together.
func alone(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
