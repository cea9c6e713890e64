//go:build unix

package voice

import (
	"runtime"
	"syscall"
	"time"
)

// usage returns the CPU time and the peak memory of the process in bytes.
func usage() (cpu time.Duration, peak int64) {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0, 0
	}
	peak = int64(u.Maxrss)
	if runtime.GOOS != "darwin" {
		peak *= 1024 // the others count in kilobytes
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), peak
}
