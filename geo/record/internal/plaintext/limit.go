package plaintext

import (
	"errors"
	"fmt"
	"unsafe"
)

// ErrTooLong is of a record beyond what one may take; see record.Options.MaxRecord.
var ErrTooLong = errors.New("record is too long")

// SizeInWords writes a size for people.
func SizeInWords[T int | int64](n T) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GiB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.1f KiB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d bytes", n)
}

// Lent returns bytes as a text without copying them. It is only a text for
// as long as nobody writes to them.
func Lent(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
