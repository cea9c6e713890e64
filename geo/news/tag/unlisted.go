package tag

import (
	"strings"

	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// unlistedEagerness speaks for names that no list has, where a place is spoken of: the lessons
// hardly name the hamlets, creeks and quarters that have no number in their annotators'
// gazetteer.
const unlistedEagerness = 300

// isUnlisted reports whether word i can be nothing but part of a name, and is none of a
// person's or of the gazetteer's.
func (p *page) isUnlisted(i int) bool {
	w := &p.words[i]
	return w.match < 0 && w.Case == text.Title && w.noun == en.NoNoun && w.entry.Word == 0 && w.entry.First == 0 && joined(p, i) == 0
}

// spokenOf tells of each run whether it stands where places do: by itself, or because what it is
// listed with does.
func (p *page) spokenOf() []bool {
	out := make([]bool, len(p.runs))
	for from := 0; from < len(p.runs); {
		to, places := from, false
		for to < len(p.runs) && (to == from || p.listGoesOn(to)) {
			out[to] = p.standsForPlace(p.runs[to])
			places = places || out[to] || p.endsInPlace(p.runs[to])
			to++
		}
		for n := from; n < to && to > from+1; n++ {
			out[n] = places
		}
		from = to
	}
	return out
}

// standsForPlace reports whether a run is behind a preposition of place, or is called a village,
// a creek or somebody's home by the words beside it.
func (p *page) standsForPlace(r run) bool {
	before, head, last := r.start-1, &p.words[r.start], &p.words[r.end-1]
	switch {
	case p.precedesPlace(before), p.precedesPlace(r.start):
	case p.precedesHome(before), p.precedesHome(r.start + 1):
	case r.end < len(p.words) && callsPlace(p.words[r.end].lower), callsPlace(last.lower):
	case r.end-r.start > 1 && (waters[head.lower] || waters[last.lower]):
	default:
		return false
	}
	return true
}

// precedesPlace reports whether word i is a preposition of place; "to" is oftener one of people.
func (p *page) precedesPlace(i int) bool {
	return i >= 0 && p.words[i].noun == en.PlacePreposition && p.words[i].lower != "to"
}

// precedesHome reports whether word i is the "of" of "residents of".
func (p *page) precedesHome(i int) bool {
	return i > 0 && i < len(p.words) && p.words[i].lower == "of" && homes[p.words[i-1].lower]
}

// endsInPlace reports whether a run ends in the name of a place of the gazetteer.
func (p *page) endsInPlace(r run) bool {
	m := p.matchAt(r.end - 1)
	return m != nil && !m.info.Demonym
}

// callsPlace reports whether a noun behind names, in small letters, calls them places.
func callsPlace(noun string) bool {
	return en.Settlement(noun) || en.Settlement(strings.TrimSuffix(noun, "s")) || areas[noun]
}

var (
	areas = map[string]bool{"communities": true, "area": true, "areas": true, "counties": true, "municipalities": true}
	homes = map[string]bool{"resident": true, "residents": true, "villagers": true, "outskirts": true, "natives": true, "native": true}
	// waters are kinds of landscape that hardly anything else is called by.
	waters = map[string]bool{"creek": true, "river": true, "lake": true, "valley": true, "bay": true, "mount": true, "harbour": true, "harbor": true}
)
