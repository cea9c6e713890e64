// Package retold finds the happenings that several stories tell of, and makes one event of each.
//
// # Non-goals
//
//   - What one story tells twice; package news has made that one event already.
package retold

import (
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
)

// The properties by which a merged event names all its sources.
const (
	sourcesProperty     = "sources"      // ids of the documents, the quoted one first, separated by "; "
	sourceCountProperty = "source_count" // how many they are
)

// Merge makes one event of those that several stories tell of the same
// happening: of the same family, status and place, on days that meet, with
// tolls that could be the same. The first of them stays with its id and quote;
// it gains the finer time, what it lacked, and the other documents in its
// properties sources and source_count. Where tolls differ the first one's
// figure stands, and its bounds hold both.
//
// Families are those of types; nil stands for [en.Types]. Events keep their
// order, and the same events in the same order merge in the same way. Events
// without a date or a located place, and those of one document, stay apart.
// The events of a document stand together.
//
// Where memory does not hold the events, a [Merger] and [Merged] do the same.
func Merge(events []geo.Event, types *en.Taxonomy) []geo.Event {
	m := NewMerger(types)
	told := make([]Merged, len(events)) // by the first telling
	document := 0
	for i := range events {
		if i > 0 && events[i].Source.Document != events[i-1].Source.Document {
			document++
		}
		told[m.Tell(&events[i], uint64(i), uint64(document))].Take(&events[i])
	}
	var merged []geo.Event
	for i := range told {
		if told[i].documents != nil {
			merged = append(merged, told[i].Event())
		}
	}
	return merged
}

// Merger finds out which events tell of the same happening. Of an event it
// remembers only what that takes, some 100 bytes. It is made by [NewMerger].
//
// Where memory does not hold that of all, events are dealt out by [Merger.Bucket],
// and each bucket has a Merger of its own: the result is the same.
type Merger struct {
	types  *en.Taxonomy
	groups map[mergeGroup]int32
	latest map[groupDay]int32 // index into links, from 1
	links  []chained
	told   []telling
}

// NewMerger returns a Merger that knows families by types, nil for [en.Types].
func NewMerger(types *en.Taxonomy) *Merger {
	if types == nil {
		types = en.Types()
	}
	return &Merger{types: types, groups: map[mergeGroup]int32{}, latest: map[groupDay]int32{}}
}

// mergeGroup is what events of one happening share, but for the day.
type mergeGroup struct {
	family, place, relation string
	status                  geo.Status
}

// groupDay is a group on a day. Each has a chain of the happenings told.
type groupDay struct {
	group int32
	day   when.Day
}

type chained struct {
	telling int32 // index into told
	before  int32 // index into links, from 1; 0 if there is none
}

// telling is what is known of a happening that may be told again.
type telling struct {
	number          uint64 // of the first that told of it
	when            when.Interval
	killed, wounded geo.Figure
	document        uint64 // the latest that told of it
}

// lookBack is how many happenings of a place and day back one may be told again; it bounds the work
// on a place of which everything is told.
const lookBack = 200

// longestMerged is how many days an event may last to be merged: what lasted
// longer is rarely told twice in the same way, and would meet everything.
const longestMerged = 14

// Tell returns the number of the event that was the first to tell of the happening
// of which this one tells, or its own. Events come in the order of their numbers;
// document is the number of the one that tells.
func (m *Merger) Tell(e *geo.Event, number, document uint64) (first uint64) {
	g, ok := m.groupOf(e)
	if !ok {
		return number
	}
	key := groupDay{group: m.numbered(g)}
	for key.day = e.When.First; key.day <= e.When.Last; key.day++ {
		if x := m.again(key, e, document); x != nil {
			x.take(e, document)
			return x.number
		}
	}
	m.told = append(m.told, telling{number, e.When, e.Killed.Best, e.Wounded.Best, document})
	for key.day = e.When.First; key.day <= e.When.Last; key.day++ {
		m.links = append(m.links, chained{int32(len(m.told) - 1), m.latest[key]})
		m.latest[key] = int32(len(m.links))
	}
	return number
}

// Bucket returns a number that all events have in common which tell of one
// happening.
func (m *Merger) Bucket(e *geo.Event) uint64 {
	g, ok := m.groupOf(e)
	if !ok {
		return 0
	}
	h := fnv.New64a()
	for _, s := range []string{g.family, g.place, g.relation} {
		h.Write(append([]byte(s), 0))
	}
	h.Write([]byte{byte(g.status)})
	return h.Sum64()
}

// again returns the happening of that group and day which an event tells of
// again: the earliest of those looked at; nil if there is none.
func (m *Merger) again(key groupDay, e *geo.Event, document uint64) (earliest *telling) {
	at := m.latest[key]
	for range lookBack {
		if at == 0 {
			break
		}
		l := m.links[at-1]
		if x := &m.told[l.telling]; x.same(e, document) {
			earliest = x
		}
		at = l.before
	}
	return earliest
}

// groupOf returns the group of an event; ok is false if the event is to stay alone.
func (m *Merger) groupOf(e *geo.Event) (g mergeGroup, ok bool) {
	if e.When.IsZero() || e.When.Last-e.When.First >= longestMerged || !e.Place.Located() || e.Source.Document == "" {
		return mergeGroup{}, false
	}
	place := e.Place.Match.ID
	if e.Place.Match.Reason != "" {
		// Another place stands in for this one: only the name tells it.
		place += "\x00" + strings.ToLower(e.Place.Name)
	}
	return mergeGroup{
		family: m.types.Family(e.Type, e.SubType), place: place, relation: e.Place.Relation, status: e.Status,
	}, true
}

// numbered returns the number of a group.
func (m *Merger) numbered(g mergeGroup) int32 {
	n, known := m.groups[g]
	if !known {
		n = int32(len(m.groups))
		m.groups[g] = n
	}
	return n
}

// same reports whether an event of the same group and day is of the same
// happening: of another story, and with tolls that can be one.
func (x *telling) same(e *geo.Event, document uint64) bool {
	return x.document != document && x.when.Overlaps(e.When) && alike(x.killed, e.Killed.Best) && alike(x.wounded, e.Wounded.Best)
}

// take notes that an event tells of the happening again, as [Merged.Take] does.
func (x *telling) take(e *geo.Event, document uint64) {
	x.document = document
	x.when = finerTime(x.when, e.When)
	x.killed = firstKnown(x.killed, e.Killed.Best)
	x.wounded = firstKnown(x.wounded, e.Wounded.Best)
}

// finerTime returns the second time if it is shorter, else the first.
func finerTime(a, b when.Interval) when.Interval {
	if b.Last-b.First < a.Last-a.First {
		return b
	}
	return a
}

func firstKnown(a, b geo.Figure) geo.Figure {
	if _, known := a.Int(); known {
		return a
	}
	return b
}

// alike reports whether two figures can be of the same people, as early and
// late reports have them: one is unknown, or neither is more than twice the
// other, small numbers apart.
func alike(a, b geo.Figure) bool {
	n, m, ok := geo.BothKnown(a, b)
	if !ok {
		return true
	}
	if n > m {
		n, m = m, n
	}
	return m <= 2*n || m-n <= 2
}

// Merged is an event of one happening, made of all its tellings. The zero Merged
// has none.
type Merged struct {
	event     geo.Event
	documents []string
}

// Take adds a telling. The first is the event; the others add to it.
func (x *Merged) Take(e *geo.Event) {
	x.documents = append(x.documents, e.Source.Document)
	if len(x.documents) == 1 {
		x.event = *e
		return
	}
	x.event.When = finerTime(x.event.When, e.When)
	x.event.Killed = x.event.Killed.Join(e.Killed)
	x.event.Wounded = x.event.Wounded.Join(e.Wounded)
	x.event.Displaced = x.event.Displaced.Join(e.Displaced)
	x.takeActors(e)
}

func (x *Merged) takeActors(e *geo.Event) {
	mine := &x.event
	for _, a := range []struct {
		mine   *string
		theirs string
		id     string
	}{{&mine.Actor1, e.Actor1, "actor1_id"}, {&mine.Actor2, e.Actor2, "actor2_id"}} {
		if *a.mine != "" || a.theirs == "" {
			continue
		}
		*a.mine = a.theirs
		for _, p := range e.Extra {
			if p.Name == a.id {
				mine.Extra = append(mine.Extra[:len(mine.Extra):len(mine.Extra)], p)
			}
		}
	}
}

// Event returns the event. Of several tellings it names all the sources.
func (x *Merged) Event() geo.Event {
	e := x.event
	if len(x.documents) > 1 {
		e.Extra = append(e.Extra[:len(e.Extra):len(e.Extra)],
			geo.Property{Name: sourcesProperty, Value: strings.Join(x.documents, "; ")},
			geo.Property{Name: sourceCountProperty, Value: strconv.Itoa(len(x.documents)), JSON: true})
	}
	return e
}
