//go:build linux && !arm && !ppc64 && !ppc64le

package output

import (
	"os"
	"syscall"
)

const syncFileRangeWrite = 2 // SYNC_FILE_RANGE_WRITE of <fcntl.h>

// send has n bytes of a file from an offset on their way to the disk. It does not
// wait until they are there. What cannot be written is told to a later Sync, from
// which this call takes no error away.
func send(f *os.File, from, n int64) {
	_ = syscall.SyncFileRange(int(f.Fd()), from, n, syncFileRangeWrite)
}
