package voice

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"github.com/dateline-map/dateline/geo/scratch"
)

// Advised adds to an error what can be done about it, if that is known.
func Advised(err error) error {
	switch full, spill := outOfRoom(err), (*scratch.Error)(nil); {
	case err == nil:
		return nil
	case errors.As(err, &spill):
		return AdviseMore(err, "name another folder for temporary files with --tmp, or let more be sorted in memory with --memory")
	case full:
		return AdviseMore(err, "make room there, or write to another disk")
	case errors.Is(err, fs.ErrPermission):
		return AdviseMore(err, "choose a folder that you may write to")
	}
	return err
}

// AdviseMore adds advice to what an error has.
func AdviseMore(err error, hint string) error {
	var h *hinted
	if !errors.As(err, &h) {
		return WithHint(err, "%s", hint)
	}
	if strings.Contains(h.hint, hint) {
		return err
	}
	return WithHint(err, "%s; %s", h.hint, hint)
}

// outOfRoom reports whether a disk is full, or what the user may have of it.
func outOfRoom(err error) bool {
	const sqliteFull = 13
	var code interface{ Code() int }
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.As(err, &code) && code.Code() == sqliteFull
}
