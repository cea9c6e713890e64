package news

import (
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
func Merge(events []geo.Event, types *en.Taxonomy) []geo.Event {
	if types == nil {
		types = en.Types()
	}
	m := merger{types: types, byKey: map[mergeKey][]int{}}
	for i := range events {
		m.add(&events[i])
	}
	for i := range m.out {
		m.out[i].cite()
	}
	merged := make([]geo.Event, len(m.out))
	for i := range m.out {
		merged[i] = m.out[i].Event
	}
	return merged
}

// merger collects events under what they must share to be the same.
type merger struct {
	types *en.Taxonomy
	byKey map[mergeKey][]int // indexes into out
	out   []mergedEvent
}

// mergeKey is a place, a kind of happening and a day.
type mergeKey struct {
	family, place, relation string
	status                  geo.Status
	day                     when.Day
}

type mergedEvent struct {
	geo.Event
	documents []string
}

// longestMerged is how many days an event may last to be merged: what lasted
// longer is rarely told twice in the same way, and would meet everything.
const longestMerged = 14

func (m *merger) add(e *geo.Event) {
	key, ok := m.key(e)
	if !ok {
		m.out = append(m.out, mergedEvent{Event: *e, documents: []string{e.Source.Document}})
		return
	}
	for day := e.When.First; day <= e.When.Last; day++ {
		key.day = day
		told := m.byKey[key]
		for _, i := range told[max(0, len(told)-lookBack):] {
			if m.out[i].same(e) {
				m.out[i].take(e)
				return
			}
		}
	}
	for day := e.When.First; day <= e.When.Last; day++ {
		key.day = day
		m.byKey[key] = append(m.byKey[key], len(m.out))
	}
	m.out = append(m.out, mergedEvent{Event: *e, documents: []string{e.Source.Document}})
}

// key returns what an event shares with others of the same happening, but for
// the day; ok is false if it is to stay alone.
func (m *merger) key(e *geo.Event) (mergeKey, bool) {
	if e.When.IsZero() || e.When.Last-e.When.First >= longestMerged || !e.Place.Located() || e.Source.Document == "" {
		return mergeKey{}, false
	}
	place := e.Place.Match.ID
	if e.Place.Match.Reason != "" {
		// Another place stands in for this one: only the name tells it.
		place += "\x00" + strings.ToLower(e.Place.Name)
	}
	return mergeKey{
		family: m.types.Family(e.Type, e.SubType), place: place, relation: e.Place.Relation, status: e.Status,
	}, true
}

// same reports whether an event of the same place, family and day is the same
// as this one: of another story, and with tolls that can be one.
func (x *mergedEvent) same(e *geo.Event) bool {
	for _, d := range x.documents {
		if d == e.Source.Document {
			return false
		}
	}
	return x.When.Overlaps(e.When) && alike(x.Killed, e.Killed) && alike(x.Wounded, e.Wounded)
}

// alike reports whether two counts can be of the same people, as early and
// late reports have them: one is unknown, or neither is more than twice the
// other, small numbers apart.
func alike(a, b geo.Count) bool {
	n, m, ok := bothKnown(a.Best, b.Best)
	if !ok {
		return true
	}
	if n > m {
		n, m = m, n
	}
	return m <= 2*n || m-n <= 2
}

func bothKnown(a, b geo.Figure) (n, m int, ok bool) {
	n, k := a.Int()
	m, l := b.Int()
	return n, m, k && l
}

// take merges another story's event into this one.
func (x *mergedEvent) take(e *geo.Event) {
	x.documents = append(x.documents, e.Source.Document)
	if e.When.Last-e.When.First < x.When.Last-x.When.First {
		x.When = e.When
	}
	x.Killed = mergeCount(x.Killed, e.Killed)
	x.Wounded = mergeCount(x.Wounded, e.Wounded)
	x.Displaced = mergeCount(x.Displaced, e.Displaced)
	x.takeActors(e)
}

func (x *mergedEvent) takeActors(e *geo.Event) {
	for _, a := range []struct {
		mine   *string
		theirs string
		id     string
	}{{&x.Actor1, e.Actor1, "actor1_id"}, {&x.Actor2, e.Actor2, "actor2_id"}} {
		if *a.mine != "" || a.theirs == "" {
			continue
		}
		*a.mine = a.theirs
		for _, p := range e.Extra {
			if p.Name == a.id {
				x.Extra = append(x.Extra[:len(x.Extra):len(x.Extra)], p)
			}
		}
	}
}

// cite writes the sources of an event that has several.
func (x *mergedEvent) cite() {
	if len(x.documents) < 2 {
		return
	}
	x.Extra = append(x.Extra[:len(x.Extra):len(x.Extra)],
		geo.Property{Name: sourcesProperty, Value: strings.Join(x.documents, "; ")},
		geo.Property{Name: sourceCountProperty, Value: strconv.Itoa(len(x.documents)), JSON: true})
}
