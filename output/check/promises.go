package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// promises is what is known of an event layer so far.
type promises struct {
	names []string        // of the first feature's properties
	ids   map[string]int  // of the features, with their lines
	last  string          // the sort key of the feature before
	told  map[string]bool // promises broken once for all features, such as their columns
}

// marks are the properties by which a layer is known as one of events.
var marks = []string{"date_edtf", "date_precision", "place_precision", "match"}

// event checks what an event layer promises of a feature, if the first feature
// of the file looks like an event.
func (c *checker) event(n *node, path string) {
	p := n.member("properties")
	if c.Features == 1 {
		c.Events = p != nil && !slices.ContainsFunc(marks, func(name string) bool { return p.member(name) == nil })
		c.events = promises{ids: make(map[string]int), told: make(map[string]bool)}
	}
	if !c.Events {
		return
	}
	path = join(path, "properties")
	if p == nil || p.kind != object {
		c.at(n.line, path, "promise: columns", "is missing, while the first feature is an event")
		return
	}
	c.columns(p, path)
	c.kinds(p, path)
	c.identity(n, p, path)
	c.time(p, path)
	c.order(p, path)
	c.where(n, p, path)
	c.tolls(p, path)
	c.word(p, path, "status", words(geo.Reported, geo.Disputed))
}

// columns: every feature has the same properties in the same order, the fixed
// ones first.
func (c *checker) columns(p *node, path string) {
	names := make([]string, len(p.members))
	for i := range p.members {
		names[i] = p.members[i].name
	}
	if c.events.names == nil {
		c.events.names = names
		for i, f := range output.NewColumns().Fixed() {
			if i >= len(names) || names[i] != f.Name {
				c.at(p.line, path, "promise: columns", "property %d is not %q", i+1, f.Name)
				break
			}
		}
		return
	}
	if !slices.Equal(names, c.events.names) {
		c.at(p.line, path, "promise: columns", "has other properties than the first feature, or in another order")
	}
}

// kinds: a fixed property is null or of its kind.
func (c *checker) kinds(p *node, path string) {
	for _, f := range output.NewColumns().Fixed() {
		v := p.member(f.Name)
		if v == nil || v.kind == null {
			continue
		}
		want := text
		if f.Kind == output.Integer || f.Kind == output.Real {
			want = number
		}
		switch {
		case v.kind != want:
			c.at(v.line, join(path, f.Name), "promise: kinds", "is %s, not %s or null", v.kind, want)
		case f.Kind == output.Integer && strings.ContainsAny(v.text, ".eE"):
			c.at(v.line, join(path, f.Name), "promise: kinds", "is %s, not a whole number", v.text)
		}
	}
}

// identity: the feature's id is the event's, and no other's.
func (c *checker) identity(n, p *node, path string) {
	id := p.member("id")
	if id == nil || id.kind != text || id.text == "" {
		c.at(p.line, join(path, "id"), "promise: id", "is not a string")
		return
	}
	if f := n.member("id"); f == nil || f.text != id.text {
		c.at(id.line, join(path, "id"), "promise: id", "%q is not the feature's id", id.text)
	}
	if line, known := c.events.ids[id.text]; known {
		c.at(id.line, join(path, "id"), "promise: id", "%q is also the id of the event in line %d", id.text, line)
	} else {
		c.events.ids[id.text] = id.line
	}
}

const (
	civilDay  = "2006-01-02"
	civilTime = "2006-01-02T15:04:05" // no zone: the same day in every reader
)

// time: date, start, end, date_precision and date_edtf tell of one and the same
// time, in the forms that readers take for dates.
func (c *checker) time(p *node, path string) {
	precision, edtf := value(p, "date_precision"), value(p, "date_edtf")
	date, start, end := value(p, "date"), value(p, "start"), value(p, "end")
	c.word(p, path, "date_precision", words(when.Unknown, when.ToYear))
	if date == "" && start == "" && end == "" {
		if precision != when.Unknown.String() {
			c.at(p.line, join(path, "date_precision"), "promise: time", "is %q, but there is no date", precision)
		}
		return
	}
	if !parses(civilDay, date) {
		c.at(p.line, join(path, "date"), "promise: time", "%q is not a day such as 2014-06-10", date)
		return
	}
	for _, name := range []string{"start", "end"} {
		if !parses(civilTime, value(p, name)) {
			c.at(p.line, join(path, name), "promise: time", "%q is not a civil time without a zone, such as 2014-06-10T00:00:00", value(p, name))
			return
		}
	}
	switch {
	case !strings.HasPrefix(start, date):
		c.at(p.line, join(path, "start"), "promise: time", "%s is not on the date %s", start, date)
	case start >= end:
		c.at(p.line, join(path, "end"), "promise: time", "%s is not after the start %s; players would skip the event", end, start)
	}
	if _, err := when.ParseEDTF(edtf); err != nil {
		c.at(p.line, join(path, "date_edtf"), "promise: time", "%v", err)
	}
}

func parses(layout, s string) bool {
	_, err := time.Parse(layout, s)
	return err == nil
}

// order: by start, end and id, what has no date last.
func (c *checker) order(p *node, path string) {
	key := cmp.Or(value(p, "start"), "~") + value(p, "end") + value(p, "id")
	if c.Features > 1 && key < c.events.last {
		c.at(p.line, join(path, "start"), "promise: order", "comes after a later event; events stand by start, end and id, undated ones last")
	}
	c.events.last = key
}

// where: geometry, match, precision, radius and confidence tell of one place.
func (c *checker) where(n, p *node, path string) {
	c.word(p, path, "place_precision", words(geo.UnknownPlace, geo.WithinCountry))
	c.word(p, path, "match", words(geo.Given, geo.Coded))
	g := n.member("geometry")
	located := g != nil && g.kind != null
	if known := value(p, "place_precision") != geo.UnknownPlace.String(); known != located {
		c.at(p.line, join(path, "place_precision"), "promise: place", "is %q, but the geometry is %s", value(p, "place_precision"), presence(located))
	}
	if v := p.member("confidence"); v != nil && v.kind == number && (v.number < 0 || v.number > 1) {
		c.at(v.line, join(path, "confidence"), "promise: place", "is %s, not a probability from 0 to 1", v.text)
	}
	if v := p.member("place_radius_m"); v != nil && v.kind == number && v.number < 0 {
		c.at(v.line, join(path, "place_radius_m"), "promise: place", "is below 0")
	}
}

func presence(there bool) string {
	if there {
		return "not null"
	}
	return "null"
}

// tolls: no figure is below 0, and the best one lies between low and high.
func (c *checker) tolls(p *node, path string) {
	for _, name := range []string{"killed", "killed_low", "killed_high", "wounded", "displaced"} {
		if v := p.member(name); v != nil && v.kind == number && v.number < 0 {
			c.at(v.line, join(path, name), "promise: tolls", "is below 0")
		}
	}
	low, best, high := p.member("killed_low"), p.member("killed"), p.member("killed_high")
	if above(low, best) || above(best, high) || above(low, high) {
		c.at(p.line, join(path, "killed"), "promise: tolls", "does not lie between killed_low and killed_high")
	}
}

func above(a, b *node) bool {
	return a != nil && b != nil && a.kind == number && b.kind == number && a.number > b.number
}

// word: a property is one of a vocabulary's words.
func (c *checker) word(p *node, path, name string, vocabulary []string) {
	if v := p.member(name); v != nil && !slices.Contains(vocabulary, v.text) {
		c.at(v.line, join(path, name), "promise: words", "is %q, not one of %s", v.text, strings.Join(vocabulary, ", "))
	}
}

// words are the names of an enumeration's values.
func words[T interface {
	~uint8
	fmt.Stringer
}](first, last T) []string {
	var all []string
	for v := first; v <= last; v++ {
		all = append(all, v.String())
	}
	return all
}

// value returns a property's text, or "" if it has none.
func value(p *node, name string) string {
	if v := p.member(name); v != nil && v.kind == text {
		return v.text
	}
	return ""
}
