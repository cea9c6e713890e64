package job

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/layers"
)

// blurred hides places in the events and in what the report says of problems,
// which may quote a row.
func (r *Run) blurred(events iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
	if r.Blur == nil {
		return events
	}
	return func(yield func(geo.Event, error) bool) {
		for e, err := range r.Blur.Events(events) {
			if !yield(e, r.withheld(err)) {
				return
			}
		}
	}
}

var errWithheld = errors.New("withheld by --blur; the terminal has shown it")

// withheld returns an error that says where, not what.
func (r *Run) withheld(err error) error {
	var p *geo.Problem
	if err == nil || !errors.As(err, &p) {
		return err
	}
	hidden := *p
	hidden.Err, hidden.File = errWithheld, ""
	for i, in := range r.inputs {
		if in.Path == p.File {
			hidden.File = hiddenInput(i)
		}
	}
	return &hidden
}

// hiddenInput is what the report calls an input whose name may tell a place.
func hiddenInput(i int) string { return fmt.Sprintf("input %d", i+1) }

// hiddenInputs returns what the report says of inputs without what could tell
// them: by its sum, who knows all of a file but a few digits finds these.
func hiddenInputs(inputs []layers.Input) []layers.Input {
	for i := range inputs {
		in := &inputs[i]
		in.Path, in.SHA256, in.Bytes = hiddenInput(i), "", 0
	}
	return inputs
}

// blurredWords says what --blur did.
func blurredWords(b *geo.Blur) string {
	what := "points are administrative areas"
	if b.CellM > 0 {
		what = fmt.Sprintf("points are cells of %g km", b.CellM/1000)
	}
	if len(b.Keep) == 0 {
		return what + "; names, titles, quotes, links and the input's columns are left out"
	}
	return what + "; kept although they may tell the place: " + strings.Join(b.Keep, ", ")
}
