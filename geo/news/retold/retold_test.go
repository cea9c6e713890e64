package retold_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/retold"
	"github.com/dateline-map/dateline/geo/when"
)

// randomTellings returns events of few documents, places, days and tolls, so
// that many are told again.
func randomTellings(r *rand.Rand, n int) []geo.Event {
	events := make([]geo.Event, n)
	document := 0
	for i := range events {
		document += r.IntN(2)
		first := when.Date(2019, 5, 1+r.IntN(6))
		e := &events[i]
		e.ID = fmt.Sprint(i)
		e.Type, e.SubType = "Battles", "Armed clash"
		e.Source.Document = fmt.Sprintf("d%d", document)
		e.When = when.Interval{First: first, Last: first + when.Day(r.IntN(4)), Precision: when.ToDays}
		e.Place.Name = "X"
		e.Place.Match = geo.Match{Kind: geo.Exact, ID: fmt.Sprintf("gn:%d", r.IntN(2))}
		if toll := r.IntN(12); toll > 0 {
			e.Killed = geo.Exactly(toll)
		}
	}
	return events
}

// toldAgain is Merge without an index: each event is held against all
// happenings before it, by the day on which they meet. It returns the number of
// the first event of each event's happening.
func toldAgain(events []geo.Event) []int {
	type happening struct {
		days   when.Interval // as first told
		latest string
		merged *retold.Merged
		first  int
	}
	var all []happening
	numbers := make([]int, len(events))
	for i := range events {
		e := &events[i]
		n := len(all)
		for day := e.When.First; day <= e.When.Last && n == len(all); day++ {
			for k, h := range all {
				x := h.merged.Event()
				if h.days.First <= day && day <= h.days.Last && h.latest != e.Source.Document &&
					x.Place.Match.ID == e.Place.Match.ID && x.When.Overlaps(e.When) && canBeOne(x.Killed, e.Killed) {
					n = k
					break
				}
			}
		}
		if n == len(all) {
			all = append(all, happening{days: e.When, merged: &retold.Merged{}, first: i})
		}
		all[n].latest = e.Source.Document
		all[n].merged.Take(e)
		numbers[i] = all[n].first
	}
	return numbers
}

func canBeOne(a, b geo.Count) bool {
	n, k := a.Best.Int()
	m, l := b.Best.Int()
	n, m = min(n, m), max(n, m)
	return !k || !l || m <= 2*n || m-n <= 2
}

func TestMergerAgainstAll(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	again := 0
	for range 500 {
		events := randomTellings(r, 1+r.IntN(40))
		whole, buckets := retold.NewMerger(nil), map[uint64]*retold.Merger{}
		happenings, document := 0, uint64(0)
		for i, want := range toldAgain(events) {
			e := &events[i]
			if i > 0 && e.Source.Document != events[i-1].Source.Document {
				document++
			}
			if got := whole.Tell(e, uint64(i), document); got != uint64(want) {
				t.Fatalf("event %d of %+v is told first by %d, not %d", i, events, got, want)
			}
			b := whole.Bucket(e)
			if buckets[b] == nil {
				buckets[b] = retold.NewMerger(nil)
			}
			if got := buckets[b].Tell(e, uint64(i), document); got != uint64(want) {
				t.Fatalf("event %d of %+v is told first by %d in its bucket, not %d", i, events, got, want)
			}
			if want == i {
				happenings++
			}
		}
		if merged := retold.Merge(events, nil); len(merged) != happenings {
			t.Fatalf("%d merged events of %d happenings", len(merged), happenings)
		}
		again += len(events) - happenings
	}
	if again == 0 {
		t.Error("nothing was told again; the test proves nothing")
	}
}
