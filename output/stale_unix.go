//go:build linux || darwin || freebsd || netbsd || openbsd

package output

import (
	"os"
	"syscall"
)

// claim marks a file as being written by this process until it is closed, be it
// because the process was killed. It reports whether no other one has.
func claim(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}
