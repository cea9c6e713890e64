package gpkg_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/outputtest"
)

// BenchmarkWriter writes 100,000 events an operation, by date, all over the
// world.
func BenchmarkWriter(b *testing.B) {
	events := make([]geo.Event, 100_000)
	for i := range events {
		events[i] = geo.Event{
			ID: fmt.Sprintf("e%06d", i), When: when.On(when.Day(18_000 + i/50)), Type: "Battles", SubType: "Armed clash",
			Actor1: "one side", Actor2: "the other side", Killed: geo.Exactly(i % 7),
			Place:  at(float64(i*7919%36_000)/100-180, float64(i*104_729%17_000)/100-85),
			Source: geo.Source{Document: "a document", Quote: "They fought at some length over the bridge, witnesses said."},
		}
	}
	columns := outputtest.Columns(events)
	for b.Loop() {
		w := gpkg.NewWriter(io.Discard, columns, gpkg.Options{Folder: b.TempDir()})
		for i := range events {
			if err := w.Write(&events[i]); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
