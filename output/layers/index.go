package layers

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// indexEntry is what the index says of a layer.
type indexEntry struct {
	File   string `json:"file"`
	Title  string `json:"title"`
	Events int    `json:"events"`
	// The first and the last day that an event of the layer may have happened
	// on; null if none is dated.
	First *string `json:"first"`
	Last  *string `json:"last"`

	dated when.Interval
}

// writeIndex lists the GeoJSON layers for pages and scripts: that of all events
// first, the others by their first day, then their last, those without a date
// at the end.
func writeIndex(dir *output.Dir, layers []*layer) error {
	var index struct {
		Layers []*indexEntry `json:"layers"`
	}
	for _, l := range layers {
		if !strings.HasSuffix(l.list.Name, ".geojson") {
			continue
		}
		index.Layers = append(index.Layers, newIndexEntry(l))
	}
	slices.SortStableFunc(index.Layers, func(a, b *indexEntry) int {
		return cmp.Or(
			-compareBool(a.File == EventsFile, b.File == EventsFile),
			compareBool(a.dated.IsZero(), b.dated.IsZero()),
			cmp.Compare(a.dated.First, b.dated.First), cmp.Compare(a.dated.Last, b.dated.Last),
			cmp.Compare(a.File, b.File),
		)
	})
	text, err := json.MarshalIndent(index, "", "  ")
	if err != nil {
		return err
	}
	f, err := dir.Create(IndexFile)
	if err != nil {
		return err
	}
	_, err = f.Write(append(text, '\n'))
	return err
}

func newIndexEntry(l *layer) *indexEntry {
	e := &indexEntry{File: l.list.Name, Title: l.description, Events: l.list.Events, dated: l.dated}
	if !l.dated.IsZero() {
		first, last := l.dated.First.String(), l.dated.Last.String()
		e.First, e.Last = &first, &last
	}
	return e
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
