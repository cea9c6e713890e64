//go:build linux || darwin || freebsd || netbsd || openbsd

package scratch

import (
	"errors"
	"os"
	"syscall"
)

// Claim marks an open file or folder as in use by this process, until it is
// closed, be it because the process was killed. The error is [ErrInUse] if
// another process has claimed it; others say that it cannot be known.
func Claim(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return ErrInUse
	}
	return err
}
