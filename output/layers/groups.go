package layers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
)

// Grouping says which events share a layer beside the one of all.
type Grouping struct {
	name   string
	key    func(*geo.Event) string // of the event's layer; may be empty
	lacks  string                  // what events with an empty key are without, and their layer's name
	what   string                  // what a key is, for people
	byTime bool                    // keys come one after the other in events sorted by date
}

// The groupings, the usual one first.
var groupings = []Grouping{
	{name: "type", key: func(e *geo.Event) string { return e.Type }, lacks: "untyped", what: "type"},
	{name: "sub-type", key: func(e *geo.Event) string { return e.SubType }, lacks: "untyped", what: "sub-type"},
	{name: "day", key: firstDay(len("2006-01-02")), lacks: "undated", what: "day", byTime: true},
	{name: "month", key: firstDay(len("2006-01")), lacks: "undated", what: "month", byTime: true},
	{name: "year", key: firstDay(len("2006")), lacks: "undated", what: "year", byTime: true},
	{name: "country", key: func(e *geo.Event) string { return e.Place.Country }, lacks: "nowhere", what: "country"},
	{name: "adm1", key: province, lacks: "nowhere", what: "first-level area"},
	{name: "source", key: func(e *geo.Event) string { return e.Source.Publisher }, lacks: "unsigned", what: "source"},
	{name: "precision", key: precision, what: "place precision"},
}

// GroupBy returns the grouping of a name: type, sub-type, day, month, year,
// country, adm1, source or precision.
func GroupBy(name string) (Grouping, error) {
	for _, g := range groupings {
		if g.name == name {
			return g, nil
		}
	}
	return Grouping{}, fmt.Errorf("%q is none of %s", name, strings.Join(GroupingNames(), ", "))
}

// GroupingNames are the names that GroupBy knows, the usual one first.
func GroupingNames() []string {
	names := make([]string, len(groupings))
	for i, g := range groupings {
		names[i] = g.name
	}
	return names
}

// firstDay returns a key that is the beginning of an event's first day. An event
// known to its month only belongs to the layer of the month's first day.
func firstDay(length int) func(*geo.Event) string {
	return func(e *geo.Event) string {
		if e.When.IsZero() {
			return ""
		}
		return e.When.First.String()[:length]
	}
}

// province is the country and the first-level area: many countries have a North.
func province(e *geo.Event) string {
	if e.Place.Adm1 == "" {
		return e.Place.Country
	}
	return strings.TrimSpace(e.Place.Country + " " + e.Place.Adm1)
}

func precision(e *geo.Event) string {
	if !e.Place.Located() {
		return geo.UnknownPlace.String()
	}
	return e.Place.Precision.String()
}

// plural is the word for several keys.
func (g *Grouping) plural() string {
	if root, ok := strings.CutSuffix(g.what, "y"); ok {
		return root + "ies"
	}
	return g.what + "s"
}

// describe says in a sentence what the layer of a key shows.
func (g *Grouping) describe(key string) string {
	if key == "" {
		return fmt.Sprintf("Events without a %s, sorted by date", g.what)
	}
	return fmt.Sprintf("Events of %s %s, sorted by date", g.what, key)
}

// frequent returns the keys that get a layer of their own, in their order.
func frequent(events map[string]int, most int) []string {
	keys := make([]string, 0, len(events))
	for k := range events {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(events[b], events[a]), cmp.Compare(a, b))
	})
	keys = keys[:min(len(keys), most)]
	slices.Sort(keys)
	return keys
}

// groups is the layers of a grouping while they are written.
type groups struct {
	by     Grouping
	opener *opener
	slugs  output.Slugs
	layers map[string]*layer
	rest   *layer // of the keys without a layer; nil if all have one
	last   *layer // the one that is open, if keys come in the order of time
}

// openGroups begins the layers of all keys, or of none if they come one after
// the other: a year of days would be too many open files.
func openGroups(opener *opener, by Grouping, events map[string]int, most int) *groups {
	g := &groups{by: by, opener: opener, layers: make(map[string]*layer)}
	g.slugs.Make("events", "") // is the layer of all
	if by.byTime {
		return g
	}
	for _, key := range frequent(events, most) {
		g.layers[key] = g.open(key)
	}
	if len(g.layers) < len(events) {
		name := g.slugs.Make("other "+by.plural(), "")
		g.rest = opener.geojson(name+".geojson", name, "Events of all other "+by.plural()+", sorted by date")
	}
	return g
}

func (g *groups) open(key string) *layer {
	name := g.slugs.Make(key, cmp.Or(g.by.lacks, "none"))
	return g.opener.geojson(name+".geojson", name, g.by.describe(key))
}

// of returns the layer that the event belongs to.
func (g *groups) of(e *geo.Event) (*layer, error) {
	key := g.by.key(e)
	l, known := g.layers[key]
	switch {
	case known:
		return l, nil
	case !g.by.byTime:
		return g.rest, nil
	}
	if g.last != nil {
		if err := g.last.close(); err != nil {
			return nil, err
		}
	}
	g.last = g.open(key)
	g.layers[key] = g.last
	return g.last, g.opener.err
}
