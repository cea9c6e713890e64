// Package sorted puts events in order of date when there may be more of them
// than memory holds: what does not fit is sorted in runs, the runs are written
// to a temporary file, and merged from there. The order is that of
// [geo.Compare] and the result, to the byte, that of [geo.Sorted].
//
// A [Sorter] moves events in whatever form its user chose for them; [Events]
// moves them as they are, from stream to stream.
//
// # Non-goals
//
//   - Speed on data that fits into memory twice; that is slices.SortFunc.
package sorted

import (
	"iter"

	"github.com/dateline-map/dateline/geo"
)

// Options say what sorting may take. The zero Options are the usual ones.
type Options struct {
	// Memory is how many bytes sorting may hold in memory, but for a little. The
	// default is 24 MiB; less than 1 MiB counts as 1 MiB.
	Memory int64
	// Folder is where temporary files go. The default is os.TempDir.
	Folder string
}

const (
	defaultMemory = 24 << 20
	leastMemory   = 1 << 20
)

func (o Options) withDefaults() Options {
	if o.Memory == 0 {
		o.Memory = defaultMemory
	}
	o.Memory = max(o.Memory, leastMemory)
	return o
}

// Events yields the errors of a stream first, as they come, and then its events
// in the order of [geo.Compare]. An event is copied before the stream is asked
// for the next one. That temporary files cannot be written or read is an error
// after which nothing more is yielded; it is a *[scratch.Error].
func Events(events iter.Seq2[geo.Event, error], o Options) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		s := New(o)
		defer s.Close()
		var c Codec
		var buf []byte
		for e, err := range events {
			if err == nil {
				buf = c.Append(buf[:0], &e)
				if err := s.Add(KeyOf(&e), buf); err != nil {
					yield(geo.Event{}, err)
					return
				}
			} else if !yield(geo.Event{}, err) {
				return
			}
		}
		for record, err := range s.Merged() {
			var e geo.Event
			if err == nil {
				e, err = c.Event(record)
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// Key is what events are sorted by.
type Key struct {
	days uint64 // the first day, then the last; the undated have the highest
	id   string
}

// undated is behind all days.
const undated = 1<<64 - 1

// KeyOf returns the key of an event. It shares the event's id.
func KeyOf(e *geo.Event) Key {
	if e.When.IsZero() {
		return Key{undated, e.ID}
	}
	return Key{uint64(order(int64(e.When.First)))<<32 | uint64(order(int64(e.When.Last))), e.ID}
}

// KeyAt returns the key of what stands in the nth place of an order of one's own.
func KeyAt(n uint64) Key { return Key{days: n} }

// order maps days to unsigned numbers in the same order. Days are far fewer than
// 32 bits hold.
func order(day int64) uint32 { return uint32(int32(day)) ^ 1<<31 }
