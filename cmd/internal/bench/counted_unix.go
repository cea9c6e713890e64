//go:build unix

package main

import (
	"os"
	"syscall"
)

// counted returns what the system has counted of a process that has ended: the most
// memory that it held, in kilobytes as Linux counts, and its page faults.
func counted(p *os.ProcessState) (peakKiB, faults int64) {
	r, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, 0
	}
	return int64(r.Maxrss), int64(r.Minflt)
}
