//go:build !linux

package output

import (
	"errors"
	"os"
)

// passCache knows no way past the cache of these systems.
func passCache(_ *os.File, past bool) error {
	if past {
		return errors.ErrUnsupported
	}
	return nil
}
