package voice

import (
	"errors"
	"fmt"
)

// ErrPartial ends a run that was done although some input was refused; the
// summary has said so already.
var ErrPartial = errors.New("some input was refused")

// UsageError is a mistake in the command line.
type UsageError struct{ error }

func Usagef(format string, args ...any) error {
	return UsageError{fmt.Errorf(format, args...)}
}

// hinted is an error with advice.
type hinted struct {
	error
	hint string
}

func (h *hinted) Unwrap() error { return h.error }

func WithHint(err error, format string, args ...any) error {
	return &hinted{err, fmt.Sprintf(format, args...)}
}
