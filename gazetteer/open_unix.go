//go:build unix

package gazetteer

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"unsafe"
)

// mapFile returns the bytes of a file, mapped into memory, and what undoes that.
func mapFile(path string) (data string, unmap func() error, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", nil, err
	}
	if !info.Mode().IsRegular() {
		return "", nil, fmt.Errorf("%s is not a file", path)
	}
	if info.Size() == 0 || int64(int(info.Size())) != info.Size() {
		return "", nil, fmt.Errorf("%s: %w", path, errors.New("not a Dateline gazetteer index, or one too large for this machine"))
	}
	b, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return "", nil, &os.PathError{Op: "mmap", Path: path, Err: err}
	}
	return unsafe.String(unsafe.SliceData(b), len(b)), func() error { return syscall.Munmap(b) }, nil
}
