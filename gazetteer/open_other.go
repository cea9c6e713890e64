//go:build !unix

package gazetteer

import (
	"os"
	"unsafe"
)

// mapFile returns the bytes of a file, read into memory.
func mapFile(path string) (data string, unmap func() error, err error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return "", nil, err
	}
	return unsafe.String(unsafe.SliceData(b), len(b)), func() error { return nil }, nil
}
