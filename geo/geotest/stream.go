package geotest

import (
	"fmt"
	"iter"
	"strings"
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

// Drain returns the events of a stream, and what its errors say.
func Drain(events iter.Seq2[geo.Event, error]) (all []geo.Event, problems []string) {
	for e, err := range events {
		if err != nil {
			problems = append(problems, err.Error())
			continue
		}
		all = append(all, e)
	}
	return all, problems
}

// Alike compares events that were read from files of two formats, both of which
// hold the same of [Events]: all must be the same but for the ids of events that had none,
// which are made of what the files say of them, and for NUL, which many formats
// cannot hold and replace.
func Alike(t testing.TB, want, got []geo.Event) {
	t.Helper()
	given := map[string]bool{}
	for _, e := range Events() {
		given[e.ID] = true
	}
	if len(want) == 0 || len(got) != len(want) {
		t.Fatalf("%d events are read of %d", len(got), len(want))
	}
	for i := range got {
		a, b := &want[i], &got[i]
		if given[a.ID] && a.ID != b.ID || summary(a) != summary(b) {
			t.Errorf("event %d\n  is   %s %s\n  want %s %s", i+1, b.ID, summary(b), a.ID, summary(a))
		}
	}
}

func summary(e *geo.Event) string {
	m := &e.Place.Match
	return strings.ReplaceAll(fmt.Sprintf("%v %s/%s %v %v %s %s %v %s %.6f %v", e.When, e.Type, e.SubType, e.Killed, e.Status,
		e.Actor1, e.Place.Name, e.Place.Within, m.Kind, m.Point, m.Precision), "\x00", "\uFFFD")
}
