package cli

import (
	"context"
	"iter"
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record"
)

// surveyRows is how many rows of a table are looked at, before it is read, to
// learn what it is about.
const surveyRows = 100_000

// tableLocator returns what locates the rows of a table. One that does not name
// countries is read twice: what most rows say decides where the others are.
// Standard input can only be read once, and is not.
func tableLocator(ctx context.Context, path string, options record.Options, places *gazetteer.Decided) geo.Locator {
	if comesOnce(path) {
		return places
	}
	says := false
	options.Understood = func(t record.Table) {
		says = slices.ContainsFunc(t.Columns, func(c record.Column) bool { return c.Role == record.Country })
	}
	rows := record.Open(path, options)
	table := places.Table(func(yield func(geo.Place) bool) {
		for e := range firstEvents(ctx, rows, surveyRows) {
			if says || !yield(e.Place) {
				return
			}
		}
	})
	if says {
		return places
	}
	return table
}

// firstEvents yields up to n events of a stream, and none of its problems: who
// reads it again tells them.
func firstEvents(ctx context.Context, events iter.Seq2[geo.Event, error], n int) iter.Seq[geo.Event] {
	return func(yield func(geo.Event) bool) {
		for e, err := range events {
			if err != nil {
				continue
			}
			if n--; n < 0 || ctx.Err() != nil || !yield(e) {
				return
			}
		}
	}
}
