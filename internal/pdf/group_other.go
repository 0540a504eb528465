//go:build !unix

package pdf

import "os/exec"

// alone does nothing here: the processes of a browser end when it does.
func alone(*exec.Cmd) {}
