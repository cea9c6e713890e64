package main

import (
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	orbgeo "github.com/paulmach/orb/geo"
)

// What makes a home of the stories that stand around one in their file: so many on
// either side, so many of whose places, and what share of them, lie within a
// distance of it, which are matched with this confidence.
const (
	homeStories    = 3
	homePlaces     = 4
	homeShare      = 0.35
	homeM          = 80_000
	homeConfidence = 0.7
)

// withHomes puts the home of its publisher before the names of each story, as far as
// it shows: corpora of local news keep the stories of a paper together, and what
// those around a story are about is where its paper is at home. No gold is looked
// at.
func (t *trainer) withHomes(examples []example, w *resolve.Weights) []example {
	seen := make([][]geo.Match, len(examples))
	r := resolve.New(t.x, resolve.Options{Weights: w, MinConfidence: homeConfidence})
	for i := range examples {
		seen[i] = towns(r, examples[i].places)
	}
	out := make([]example, len(examples))
	for i, e := range examples {
		var around []geo.Match
		for j := max(0, i-homeStories); j <= min(len(examples)-1, i+homeStories); j++ {
			if j != i {
				around = append(around, seen[j]...)
			}
		}
		out[i] = e
		if home, ok := middleOf(around); ok {
			out[i].places = append([]geo.Place{{Match: home}}, e.places...)
			out[i].gold = append([]gold{{unknown: true}}, e.gold...)
		}
	}
	return out
}

// towns returns the places of a story that are no wider than a district.
func towns(r *resolve.Resolver, places []geo.Place) []geo.Match {
	located := make([]*geo.Place, len(places))
	for i := range places {
		p := places[i]
		located[i] = &p
	}
	r.Locate(located...)
	var out []geo.Match
	for _, p := range located {
		if p.Match.Located() && p.Precision <= geo.WithinAdm2 {
			out = append(out, p.Match)
		}
	}
	return out
}

// middleOf returns the match that most others lie around; ok is false if they lie
// anywhere.
func middleOf(matches []geo.Match) (home geo.Match, ok bool) {
	most := 0
	for _, m := range matches {
		n := 0
		for _, o := range matches {
			if orbgeo.DistanceHaversine(m.Point, o.Point) <= homeM {
				n++
			}
		}
		if n > most {
			home, most = m, n
		}
	}
	return home, most >= homePlaces && float64(most) >= homeShare*float64(len(matches))
}
