// Package outputtest checks the promises of an [output.Writer], for the test of
// every format.
package outputtest

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/output"
)

// New makes a writer of a layer with the columns to w.
type New func(w io.Writer, columns *output.Columns) output.Writer

// Count returns how many features are in a layer, as its own reader sees them.
// It reports a layer that is not valid to t.
type Count func(t testing.TB, layer []byte) int

// Promises checks what every format promises: one feature for each event,
// however awkward, or, where the format holds nothing without a place or a date, the truth
// about what is left out; a valid layer of no events; the same bytes for the same
// events; errors of what lies below that are not swallowed.
func Promises(t *testing.T, newWriter New, count Count) {
	t.Run("a feature for each event", func(t *testing.T) {
		for n := range len(geotest.Events()) {
			events := geotest.Events()[n : n+1]
			checkCount(t, newWriter, count, events)
		}
		checkCount(t, newWriter, count, geotest.Events())
	})
	t.Run("no events", func(t *testing.T) {
		if got := count(t, Layer(t, newWriter, nil)); got != 0 {
			t.Errorf("%d features of no events", got)
		}
	})
	t.Run("same bytes", func(t *testing.T) {
		if !bytes.Equal(Layer(t, newWriter, geotest.Events()), Layer(t, newWriter, geotest.Events())) {
			t.Error("two layers of the same events differ")
		}
	})
	t.Run("full disk", func(t *testing.T) { fullDisk(t, newWriter) })
	t.Run("broken after an error", func(t *testing.T) { brokenAfterError(t, newWriter) })
	t.Run("closed", func(t *testing.T) { closed(t, newWriter) })
}

// checkCount checks that every event is a feature, but for those without a place,
// or without a date, that a writer says it has left out.
func checkCount(t *testing.T, newWriter New, count Count, events []geo.Event) {
	t.Helper()
	var layer bytes.Buffer
	w := newWriter(&layer, Columns(events))
	fill(t, w, events)
	placeless, undated, leftOut := 0, 0, 0
	for i := range events {
		if !events[i].Place.Located() {
			placeless++
		}
		if events[i].When.IsZero() {
			undated++
		}
	}
	if l, ok := w.(interface{ LeftOut() int }); ok {
		leftOut = l.LeftOut()
	}
	if leftOut != 0 && leftOut != placeless && leftOut != undated {
		t.Errorf("%d events of %d are said to be left out; %d have no place, %d no date", leftOut, len(events), placeless, undated)
	}
	if got := count(t, layer.Bytes()); got != len(events)-leftOut {
		t.Errorf("event %q and on: %d features of %d events, %d left out", events[0].ID, got, len(events), leftOut)
	}
}

// Layer returns the layer of the events, with all their columns.
func Layer(t testing.TB, newWriter New, events []geo.Event) []byte {
	t.Helper()
	var layer bytes.Buffer
	fill(t, newWriter(&layer, Columns(events)), events)
	return layer.Bytes()
}

// fill writes the events to a layer and closes it.
func fill(t testing.TB, w output.Writer, events []geo.Event) {
	t.Helper()
	for i := range events {
		if err := w.Write(&events[i]); err != nil {
			t.Fatalf("event %q: %v", events[i].ID, err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// Columns returns the columns that the events need.
func Columns(events []geo.Event) *output.Columns {
	var s output.Survey
	for i := range events {
		s.Note(&events[i])
	}
	return s.Columns()
}

var errFull = errors.New("no space left")

// disk is a writer with room for so many bytes.
type disk struct{ room int }

func (d *disk) Write(p []byte) (int, error) {
	if len(p) > d.room {
		n := d.room
		d.room = 0
		return n, errFull
	}
	d.room -= len(p)
	return len(p), nil
}

func fullDisk(t *testing.T, newWriter New) {
	events := geotest.Events()
	size := len(Layer(t, newWriter, events))
	for _, room := range []int{0, 1, size / 2, size - 1} {
		if err := write(newWriter(&disk{room}, Columns(events)), events); !errors.Is(err, errFull) {
			t.Errorf("room for %d of %d bytes: got error %v, want %v", room, size, err, errFull)
		}
	}
}

func write(w output.Writer, events []geo.Event) error {
	for i := range events {
		if err := w.Write(&events[i]); err != nil {
			return err
		}
	}
	return w.Close()
}

// brokenAfterError writes a property that has no column, which cannot be
// written without being lost.
func brokenAfterError(t *testing.T, newWriter New) {
	w := newWriter(io.Discard, output.NewColumns())
	stray := geo.Event{ID: "stray", Extra: []geo.Property{{Name: "stray", Value: "x"}}}
	if err := w.Write(&stray); err == nil {
		t.Error("a property without a column was taken")
	}
	if err := w.Write(&geo.Event{ID: "next"}); err == nil {
		t.Error("a broken layer took another event")
	}
	if err := w.Close(); err == nil {
		t.Error("a broken layer was closed as if it were whole")
	}
}

func closed(t *testing.T, newWriter New) {
	w := newWriter(io.Discard, output.NewColumns())
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Write(&geo.Event{ID: "late"}); err == nil {
		t.Error("a closed layer took an event")
	}
}
