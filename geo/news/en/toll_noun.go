package en

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// noun reads "deaths of five people", "12 deaths", "claimed 12 lives".
func (r *tollReader) noun(i int) (group, bool) {
	w := r.w.At(i)
	if r.w.At(i-2) == "of" && r.w.At(i-3) == "anniversary" || r.w.At(i-1) == "of" && r.w.At(i-2) == "anniversary" {
		return group{}, false
	}
	if w == "death" && r.w.At(i+1) == "toll" || w == "body" && r.w.At(i+1) != "of" {
		return group{}, false
	}
	if w == "life" {
		if r.w.At(i-1) == "the" && r.w.At(i+1) == "of" && (strings.HasPrefix(r.w.At(i-2), "claim") || r.w.At(i-2) == "took") {
			return r.object(i + 2)
		}
		return group{}, false
	}
	if w == "grave" {
		return r.inGrave(i)
	}
	if g, ok := r.countedBodies(i); ok {
		return g, true
	}
	if r.w.At(i+1) == "of" || r.w.At(i+1) == "to" && (w == "injuries" || w == "injury") {
		if w == "lives" && r.w.At(i-1) != "the" {
			return group{}, false
		}
		return r.object(i + 2)
	}
	if w == "death" || w == "body" || w == "injury" || w == "martyrdom" {
		return group{}, false
	}
	if g, ok := r.sufferers(i); ok {
		return g, true
	}
	for n := range r.groups {
		if g := r.groups[n]; g.to == i && (g.bare || g.counted && g.to == g.from+2 && w == "deaths" || g.counted && w == "deaths" && r.w.At(i-1) == "civilian") && g.from >= r.last {
			return g, w != "lives" || strings.HasPrefix(r.w.At(g.from-1), "claim")
		}
	}
	return group{}, false
}

// inGrave reads how many lie in a mass grave, whose noun is token i: "a mass grave containing 80 victims".
func (r *tollReader) inGrave(i int) (group, bool) {
	x := r.w.At(i + 1)
	q, counted := r.w.Quantity(i + 2)
	if r.w.At(i-1) != "mass" || x != "containing" && x != "holding" && x != "with" || !counted {
		return group{}, false
	}
	if next := r.w.At(q.To); next == "bodies" || next == "corpses" {
		return group{}, false // whose noun counts them
	}
	return group{from: q.From, to: q.To, count: q.Count, counted: true}, true
}

// ofPeople reads whom a deed befell: "the murder of ten people".
func (r *tollReader) ofPeople(i int) (group, bool) {
	if r.w.At(i+1) != "of" {
		return group{}, false
	}
	n, ok := r.groupAt(i + 2)
	if !ok || !r.groups[n].counted || r.groups[n].bare {
		return group{}, false
	}
	return r.object(i + 2)
}

// foundToo reads how many more bodies were found, of which token i is "another" and that has no noun: "police
// found nine bodies in Gao. Another five were discovered in Mopti".
func (r *tollReader) foundToo(i int) (next int, ok bool) {
	if r.w.At(i) != "another" {
		return 0, false
	}
	n, end, number := r.w.Number(i + 1)
	if !number || n < 2 || r.w.At(end) != "were" || !found.has(r.w.At(end+1)) || r.w.At(end+2) == "alive" || r.w.At(end+2) == "guilty" {
		return 0, false
	}
	r.tolls = append(r.tolls, Toll{At: end + 1, Harm: Killed, Count: geo.Exactly(n), PeopleFrom: i, PeopleTo: end, More: true})
	r.last = end + 2
	return end + 2, true
}

var found = setOf("found discovered recovered")

// BodyNoun reports whether a word is one for the dead that are found.
func BodyNoun(word string) bool { return bodyNouns.has(word) }

var bodyNouns = setOf("body bodies corpse corpses remains")

// countedBodies reads the number before "bodies" at token i where more words stand
// around it than a number alone: "28 burned bodies of policemen".
func (r *tollReader) countedBodies(i int) (group, bool) {
	if w := r.w.At(i); w != "bodies" && w != "corpses" {
		return group{}, false
	}
	for k := i - 1; k >= 0 && i-k <= 3; k-- {
		q, ok := r.w.Quantity(k)
		if !ok || q.To > i || q.From < r.last {
			continue
		}
		for j := k - 3; j < k; j++ {
			if bounded, ok := r.w.Quantity(j); ok && bounded.To == q.To {
				q = bounded // "more than 28"
				break
			}
		}
		g := group{from: q.From, to: i, count: q.Count, counted: true}
		if r.w.At(i+1) == "of" {
			if of, ok := r.object(i + 2); ok && !of.counted {
				g.to = of.to
			}
		}
		return g, true
	}
	return group{}, false
}

// sufferers returns the people who were left "with serious injuries", whose noun
// is token i.
func (r *tollReader) sufferers(i int) (group, bool) {
	if r.w.At(i) != "injuries" && r.w.At(i) != "wounds" {
		return group{}, false
	}
	k := i - 1
	for ; k > 0 && i-k < 6 && r.w.At(k) != "with" && (r.w.At(k) == "of" || !r.w.endsPhrase(k)); k-- {
	}
	if r.w.At(k) != "with" {
		return group{}, false
	}
	n := r.before(k)
	if n < 0 || r.groups[n].to != k || r.groups[n].from < r.last {
		return group{}, false
	}
	return r.groups[n], r.groups[n].counted
}
