package geojson_test

import (
	"bytes"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/outputtest"
)

// TestReadAgain reads layers as the events that they were written from: written
// again they are the same, byte by byte.
func TestReadAgain(t *testing.T) {
	newWriter := func(o geojson.Options) func(events []geo.Event) []byte {
		return func(events []geo.Event) []byte {
			var b bytes.Buffer
			w := geojson.NewWriter(&b, outputtest.Columns(events), o)
			for i := range events {
				if err := w.Write(&events[i]); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
	}
	for _, framing := range []geojson.Framing{geojson.Collection, geojson.Lines} {
		write := newWriter(geojson.Options{Framing: framing})
		for i, e := range geotest.Events() {
			if e.ID == "" || planar.Distance(e.Place.Point, orb.Point{}) < 1e-3 {
				continue // it gets an id; and 0, 0 stands for a missing value in whatever is read
			}
			once := write(geotest.Events()[i : i+1])
			events, problems := geotest.Drain(record.Read("layer.geojson", bytes.NewReader(once), record.Options{Layers: true}))
			if len(problems) > 0 {
				t.Errorf("event %d: %q", i, problems)
			}
			if again := write(events); !bytes.Equal(again, once) {
				t.Errorf("event %d: written\n%s\nand again\n%s", i, once, again)
			}
		}
	}
}
