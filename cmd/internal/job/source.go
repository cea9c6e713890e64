package job

import (
	"context"
	"encoding/hex"
	"errors"
	"os"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/layers"
)

// source is an input of a run, and what has been read of it.
type source struct {
	input.File
	lost    bool // it was gone when it was to be read
	refused bool // as a whole, of stories

	documents, rows int // read so far, the refused included

	adrift adrift
}

// begin notes whether an input is still there when it is to be read.
func (in *source) begin() { in.lost = in.Gone() }

// end returns the problem of an input that is not any more as it was found, nil if it
// is: what was read of it may be a part, and the sum in the report is of another
// content.
func (in *source) end() error {
	if in.lost {
		return nil // its absence was told when it was to be opened
	}
	p := in.Unlike()
	if p == nil {
		return nil
	}
	p.Refused = p.Refused && !in.refused // which was counted
	return p
}

// refusal counts a row that was refused among those read.
func (in *source) refusal(err error) {
	var p *geo.Problem
	if in != nil && errors.As(err, &p) && p.Refused && p.Row > 0 {
		in.rows++
	}
}

// report says what the inputs were, for the report.
func report(inputs []*source) []layers.Input {
	var sums input.Summer
	out := make([]layers.Input, 0, len(inputs))
	for _, in := range inputs {
		l := layers.Input{Path: in.Path, Kind: in.Kind(), Documents: in.documents, Rows: in.rows}
		if info, err := os.Stat(in.Path); err == nil && info.Mode().IsRegular() {
			l.Bytes = info.Size()
			if s, err := sums.Of(in.Path); err == nil {
				l.SHA256 = hex.EncodeToString(s[:])
			}
		}
		out = append(out, l)
	}
	return out
}

// sizeOfInputs returns the bytes of files; 0 if there is something else, such as
// a pipe, of which nobody knows how much will come.
func sizeOfInputs(inputs []*source) (total int64) {
	for _, in := range inputs {
		size := input.Size(in.Path)
		if in.Path == input.Stdin || size < 0 {
			return 0
		}
		total += size
	}
	return total
}

// connect opens the inputs that come once.
func (r *Run) connect(ctx context.Context) {
	for _, in := range r.inputs {
		in.Connect(ctx, r.Stdin)
	}
}
