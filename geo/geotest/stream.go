package geotest

import (
	"iter"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// Stream returns events as a source yields them, without an error.
func Stream(events ...geo.Event) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		for _, e := range events {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// mostStops bounds how often StopsForGood runs a long stream.
const mostStops = 40

// StopsForGood checks that a stream yields nothing more once yield has returned
// false, wherever that happens in its first yields and at its end. The stream
// must be one that can be run again; source makes it anew each time.
func StopsForGood[K, V any](t testing.TB, source func() iter.Seq2[K, V]) {
	t.Helper()
	total := 0
	for range source() {
		total++
	}
	for stop := 1; stop <= min(total, mostStops); stop++ {
		checkStop(t, source(), stop)
	}
	if total > mostStops {
		checkStop(t, source(), total)
	}
}

// checkStop calls the stream itself, since the runtime panics when a for loop
// is called again after it ended.
func checkStop[K, V any](t testing.TB, seq iter.Seq2[K, V], stop int) {
	t.Helper()
	calls := 0
	seq(func(K, V) bool {
		calls++
		return calls < stop
	})
	if calls != stop {
		t.Errorf("yield returned false at call %d and was called %d times", stop, calls)
	}
}
