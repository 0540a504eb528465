package serve

import (
	"os/exec"
	"syscall"
)

// detach keeps Ctrl-C in our terminal from ending a browser that we opened.
func detach(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}
