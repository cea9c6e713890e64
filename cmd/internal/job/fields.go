package job

import (
	"slices"

	"github.com/dateline-map/dateline/cmd/internal/format"
	"github.com/dateline-map/dateline/output"
)

// knows reports whether the properties are there that were asked for. Of what a pipe
// brings there may be more elsewhere, and in nothing there are none.
func (r *Run) knows(s *output.Survey) error {
	err := format.UnknownFields(s.CheckFields())
	if err == nil || r.rows+r.documents == 0 {
		return nil
	}
	if slices.ContainsFunc(r.inputs, func(in *source) bool { return in.Once }) {
		r.Voice.Warn(err)
		return nil
	}
	return err
}
