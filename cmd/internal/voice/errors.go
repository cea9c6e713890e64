package voice

import (
	"errors"
	"fmt"
	"io/fs"
)

// ErrPartial ends a run that was done although some input was refused; the
// summary has said so already.
var ErrPartial = errors.New("some input was refused")

// UsageError is a mistake in the command line.
type UsageError struct{ error }

// Usagef returns a UsageError that says so.
func Usagef(format string, args ...any) error {
	return UsageError{fmt.Errorf(format, args...)}
}

// hinted is an error with advice.
type hinted struct {
	error
	hint string
}

func (h *hinted) Unwrap() error { return h.error }

// WithHint adds to an error what can be done about it.
func WithHint(err error, format string, args ...any) error {
	return &hinted{err, fmt.Sprintf(format, args...)}
}

// Cause drops the operation and path of a file error, which the message names
// already.
func Cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// OutputError names an output in an error of the system.
func OutputError(name string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("%s: %w", name, p.Err)
	}
	return err
}
