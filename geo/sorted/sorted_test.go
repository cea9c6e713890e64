package sorted_test

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/scratch"
	"github.com/dateline-map/dateline/geo/sorted"
	"github.com/dateline-map/dateline/geo/when"
)

// TestOrderIsThatOfMemory compares with geo.Sorted: awkward events, many of the
// same day and some of the same id, in runs of every size down to a few records; all of
// one day each, too, and with ids that rise to the end, or nearly.
func TestOrderIsThatOfMemory(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 100, 3000, 2999, 3001, 3003, 3004} {
		var events []geo.Event
		for i := range n {
			e := geotest.Events()[i%len(geotest.Events())]
			if len(e.Source.Quote) > 1000 && i > 200 {
				e.Source.Quote = e.Source.Quote[:r.IntN(1000)]
			}
			switch e.ID = fmt.Sprintf("%x", r.IntN(n)); {
			case n > 3000 && (n < 3003 || i < n-3):
				e.ID = fmt.Sprintf("%06d", i/2)
			case n > 3003:
				e.ID = fmt.Sprintf("%06d", i/2-1000)
			}
			if day := when.Day(r.IntN(40) - 20); i%9 > 0 {
				e.When = when.Between(day, day+when.Day(r.IntN(3)))
			}
			if n%2 == 1 {
				e.When = when.On(when.Day(r.IntN(40_000) - 20_000))
			}
			e.Title = fmt.Sprint(i)
			events = append(events, e)
		}
		want := slices.Collect(values(geo.Sorted(geotest.Stream(events...))))
		for _, memory := range []int64{1, 0} {
			got := slices.Collect(values(sorted.Events(geotest.Stream(events...), sorted.Options{Memory: memory, Folder: t.TempDir()})))
			if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b geo.Figure) bool { return a == b })); diff != "" {
				t.Fatalf("%d events, memory %d (-geo.Sorted +sorted.Events):\n%.2000s", n, memory, diff)
			}
		}
	}
}

func values(stream iter.Seq2[geo.Event, error]) iter.Seq[geo.Event] {
	return func(yield func(geo.Event) bool) {
		for e, err := range stream {
			if err == nil && !yield(e) {
				return
			}
		}
	}
}

// TestRunsAreMerged makes sure that the test above has runs to merge: records of
// 10 kB in 1 MiB.
func TestRunsAreMerged(t *testing.T) {
	folder := t.TempDir()
	s := sorted.New(sorted.Options{Memory: 1, Folder: folder})
	defer s.Close()
	payload := bytes.Repeat([]byte("x"), 10_000)
	const n = 1000
	for i := range n {
		e := geo.Event{ID: fmt.Sprintf("%04d", (i*7919)%n)}
		if err := s.Add(sorted.KeyOf(&e), append([]byte(e.ID), payload...)); err != nil {
			t.Fatal(err)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("temporary files have names: %v %v", left, err)
	}
	i := 0
	for record, err := range s.Merged() {
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("%04d", i); string(record[:4]) != want || len(record) != 10_004 {
			t.Fatalf("record %d is %.4s, %d bytes", i, record, len(record))
		}
		i++
	}
	if i != n {
		t.Errorf("%d of %d records", i, n)
	}
}

func TestLargeRecords(t *testing.T) {
	s := sorted.New(sorted.Options{Memory: 1, Folder: t.TempDir()})
	defer s.Close()
	sizes := []int{0, 3 << 20, 5, 2 << 20, 1 << 20, 100, 3<<20 + 1}
	for i, size := range sizes {
		e := geo.Event{ID: fmt.Sprint(i)}
		if err := s.Add(sorted.KeyOf(&e), bytes.Repeat([]byte{byte(i)}, size)); err != nil {
			t.Fatal(err)
		}
	}
	i := 0
	for record, err := range s.Merged() {
		if err != nil {
			t.Fatal(err)
		}
		if len(record) != sizes[i] || bytes.Count(record, []byte{byte(i)}) != sizes[i] {
			t.Errorf("record %d has %d bytes, not %d", i, len(record), sizes[i])
		}
		i++
	}
	if i != len(sizes) {
		t.Errorf("%d records", i)
	}
}

// TestCodec checks that nothing of an event is lost, whatever fields it has: each
// is set by reflection.
func TestCodec(t *testing.T) {
	events := append(geotest.Events(), full(t))
	var c sorted.Codec
	var written [][]byte
	for i := range events {
		written = append(written, c.Append(nil, &events[i]))
	}
	for name, reader := range map[string]*sorted.Codec{"the same": &c, "another": new(sorted.Codec)} {
		for i, b := range written {
			got, err := reader.Event(b)
			if err != nil {
				t.Fatal(err)
			}
			want := events[i]
			want.Place.Match.Answer = 0 // whoever reads it may be another run, which numbers its answers anew
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s codec: event %q\ngot  %+v\nwant %+v", name, want.ID, got, want)
			}
		}
	}
}

// full returns an event no field of which is zero.
func full(t *testing.T) (e geo.Event) {
	n := 0
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		n++
		switch v.Kind() {
		case reflect.String:
			v.SetString(strings.Repeat("é", n))
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Float64:
			v.SetFloat(float64(n) / 7)
		case reflect.Int, reflect.Int32, reflect.Int64:
			v.SetInt(int64(-n))
			if v.Type().Name() == "int" {
				v.SetInt(int64(n))
			}
		case reflect.Uint8:
			v.SetUint(uint64(1 + n%2))
		case reflect.Uint32:
			v.SetUint(uint64(n))
		case reflect.Struct:
			if v.Type() == reflect.TypeFor[geo.Figure]() {
				v.Set(reflect.ValueOf(geo.Known(n)))
				return
			}
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		case reflect.Array:
			for i := range v.Len() {
				fill(v.Index(i))
			}
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem())
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0))
			fill(v.Index(1))
		default:
			t.Fatalf("%v: say how to fill it", v.Type())
		}
	}
	fill(reflect.ValueOf(&e).Elem())
	return e
}

// FuzzCodec reads whatever bytes: they are an event or an error.
func FuzzCodec(f *testing.F) {
	var c sorted.Codec
	for _, e := range geotest.Events() {
		if b := c.Append(nil, &e); len(b) < 1000 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var c sorted.Codec
		e, err := c.Event(b)
		if err != nil {
			return
		}
		var w, r sorted.Codec
		again, err := r.Event(w.Append(nil, &e))
		if err != nil || fmt.Sprintf("%#v", e) != fmt.Sprintf("%#v", again) { // NaN is not NaN
			t.Errorf("got %#v, want %#v: %v", again, e, err)
		}
	})
}

func TestErrorsComeFirst(t *testing.T) {
	bad := errors.New("bad row")
	stream := func(yield func(geo.Event, error) bool) {
		_ = yield(geo.Event{ID: "b"}, nil) && yield(geo.Event{}, bad) && yield(geo.Event{ID: "a"}, nil)
	}
	var got []string
	for e, err := range sorted.Events(stream, sorted.Options{}) {
		got = append(got, fmt.Sprint(e.ID, err))
	}
	if want := []string{"bad row", "a<nil>", "b<nil>"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestStopsForGood(t *testing.T) {
	geotest.StopsForGood(t, func() iter.Seq2[geo.Event, error] {
		return sorted.Events(geotest.Stream(geotest.Events()...), sorted.Options{})
	})
}

func TestNoRoom(t *testing.T) {
	s := sorted.New(sorted.Options{Memory: 1, Folder: filepath.Join(t.TempDir(), "gone")})
	defer s.Close()
	e := geo.Event{ID: "x"}
	var err error
	for range 2000 {
		if err = s.Add(sorted.KeyOf(&e), make([]byte, 2000)); err != nil {
			break
		}
	}
	var spill *scratch.Error
	if !errors.As(err, &spill) || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkSorter(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	record := make([]byte, 700)
	const n = 200_000
	b.SetBytes(n * 700)
	for b.Loop() {
		s := sorted.New(sorted.Options{Folder: b.TempDir()})
		for range n {
			day := when.Day(r.IntN(8000))
			e := geo.Event{ID: fmt.Sprintf("EVT%07d", r.IntN(n)), When: when.On(day)}
			if err := s.Add(sorted.KeyOf(&e), record); err != nil {
				b.Fatal(err)
			}
		}
		for _, err := range s.Merged() {
			if err != nil {
				b.Fatal(err)
			}
		}
		s.Close()
	}
}
