package job

import (
	"context"
	"slices"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record"
)

// surveyRows is how many rows of a table are looked at, before it is read, to
// learn what it is about.
const surveyRows = 100_000

// TableLocator returns what locates the rows of a table, and what was found out
// about the tables of the file for it. One that does not name countries is read
// twice: what most rows say decides where the others are. Standard input can only
// be read once, and is not.
func TableLocator(ctx context.Context, path string, options record.Options, places *resolve.Decided) (rowLocator, []record.Table) {
	if input.ComesOnce(path) {
		return places, nil
	}
	says := false
	var known []record.Table
	options.Understood = func(t record.Table) {
		says = slices.ContainsFunc(t.Columns, func(c record.Column) bool { return c.Role == record.Country })
		known = append(known, t)
	}
	rows := 0
	table := places.Table(func(yield func(geo.Place) bool) {
		for p := range record.Parts(path, options) {
			if says || ctx.Err() != nil || !placesOf(p, func(place geo.Place) bool {
				rows++
				return rows <= surveyRows && yield(place)
			}) {
				return
			}
		}
	})
	if says {
		return places, known
	}
	return table, known
}

// placesOf yields the places of a part's events, and reports whether to go on. Of
// its problems who reads it again is told.
func placesOf(p *record.Part, yield func(geo.Place) bool) bool {
	p.Convert()
	for e, err := range p.Events() {
		if err == nil && !yield(e.Place) {
			return false
		}
	}
	return true
}
