package build

import (
	"io/fs"
	"syscall"
)

// touched is when the file system last saw a file change, and which file it is: dates
// of files can be set, as archives do, and these cannot.
func touched(info fs.FileInfo) (when int64, file uint64) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctimespec.Nano(), s.Ino
	}
	return 0, 0
}
