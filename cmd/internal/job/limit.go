package job

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// Limit is how many inputs may be refused: a number, or a share of all. The zero
// limit allows any number.
type Limit struct {
	text  string // as it was given; empty for any number
	most  int
	share float64 // in percent
	isOf  bool    // it is a share
}

// ParseLimit reads a limit such as 100 or 5%. A number below 0 is none.
func ParseLimit(text string) (l Limit, err error) {
	l.text = text
	if number, isOf := strings.CutSuffix(text, "%"); isOf {
		l.isOf = true
		l.share, err = strconv.ParseFloat(number, 64)
	} else {
		l.most, err = strconv.Atoi(text)
	}
	if err != nil || !(l.share >= 0 && l.share <= 100) {
		return Limit{}, fmt.Errorf("%q is neither a number nor a share such as 5%%", text)
	}
	if l.most < 0 {
		return Limit{}, nil
	}
	return l, nil
}

// surely reports whether so many refused inputs are too many whatever comes.
func (l Limit) surely(refused int) bool { return l.text != "" && !l.isOf && refused > l.most }

// exceeded reports whether so many of all inputs are too many.
func (l Limit) exceeded(refused, all int) bool {
	return l.surely(refused) || l.isOf && 100*float64(refused) > l.share*float64(all)
}

// errTooMany is that more inputs were refused than the limit allows.
type errTooMany struct{ Limit }

func (e errTooMany) Error() string {
	return fmt.Sprintf("more inputs refused than the %s of --max-errors; nothing was written", e.text)
}

// stoppable returns a context that ends with the run's limit, so that a run that
// cannot succeed any more does not go on for hours; and what says of an error of
// the run whether that was the cause.
func (r *Run) stoppable(parent context.Context) (ctx context.Context, why func(error) error) {
	ctx, stop := context.WithCancelCause(parent)
	r.stop = stop
	return ctx, func(err error) error {
		stop(nil)
		if cause, tooMany := context.Cause(ctx).(errTooMany); tooMany && err != nil {
			return cause
		}
		return err
	}
}
