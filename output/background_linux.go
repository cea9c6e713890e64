package output

import (
	"os"
	"syscall"
)

// passCache has what is written to a file from now on pass by the system's cache of
// files, or go through it again. The file is written to by nobody else.
func passCache(f *os.File, past bool) error {
	flags := 0
	if past {
		flags = syscall.O_DIRECT
	}
	if _, _, e := syscall.Syscall(syscall.SYS_FCNTL, f.Fd(), syscall.F_SETFL, uintptr(flags)); e != 0 {
		return e
	}
	return nil
}
