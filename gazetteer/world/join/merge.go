package join

import (
	"iter"
	"math"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/same"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

// Two entries of one country are one place if they are nearer than samePointM,
// or nearer than [same.CityReachM] and share a name.
const samePointM = 1_000

// settlements collects populated places from several lists, each place once.
// The list added first is believed: later ones only fill in what it lacks.
type settlements struct {
	Places []build.Place
	cells  map[same.Cell][]int // indexes into Places
	keys   [][]string          // the folded names of each place
}

// add takes a place in, unless it is there already; then the place that is
// there gains the names and the inhabitants it lacks, and is Known as p is. It
// reports whether p was new.
func (s *settlements) add(p build.Place) bool {
	if s.cells == nil {
		s.cells = make(map[same.Cell][]int)
	}
	keys := p.Keys()
	if i, named := s.same(&p, keys); i >= 0 {
		s.complete(i, &p, named)
		return false
	}
	s.insert(p, keys)
	return true
}

// addNamed takes a place in, unless one within [same.CityReachM] shares a name with it. It
// takes no other place for the same, however near, and completes none: the point
// is good for no more than the name. It reports whether p was new.
func (s *settlements) addNamed(p build.Place) bool {
	keys := p.Keys()
	if _, named := s.same(&p, keys); named {
		return false
	}
	s.insert(p, keys)
	return true
}

// addAll takes in a list whose entries are known to be different places.
func (s *settlements) addAll(places []build.Place) {
	if s.cells == nil {
		s.cells = make(map[same.Cell][]int)
	}
	for _, p := range places {
		s.insert(p, p.Keys())
	}
}

func (s *settlements) insert(p build.Place, keys []string) {
	c := same.CellOf(p.Lon, p.Lat)
	s.cells[c] = append(s.cells[c], len(s.Places))
	s.Places = append(s.Places, p)
	s.keys = append(s.keys, keys)
}

// same returns the place that p is, and whether they share a name; -1 if it is
// none. A shared name outweighs a nearer point.
func (s *settlements) same(p *build.Place, keys []string) (index int, named bool) {
	index, nearest := -1, math.Inf(1)
	for i, d := range s.near(p.Lon, p.Lat, same.CityReachM) {
		q := &s.Places[i]
		if q.Country != p.Country {
			continue
		}
		shares := same.ShareKey(keys, s.keys[i])
		if !shares && d >= samePointM || named && !shares {
			continue
		}
		if shares && !named || d < nearest {
			index, nearest, named = i, d, shares
		}
	}
	return index, named
}

// complete fills in what place i lacks. An unnamed match is only the nearest
// place: what that one calls itself may be a section of the other, so its
// inhabitants are not taken over, and names only by a settlement of its own.
func (s *settlements) complete(i int, p *build.Place, named bool) {
	q := &s.Places[i]
	if named && q.Population == 0 && q.Type != placetype.Ruin && q.Type != placetype.Neighbourhood {
		q.Population = p.Population
		q.Type = lists.Settlement(q.Code, q.Population)
	}
	if named && !(p.Population > 0 && p.Population < q.Population/2) { // else it is a part of q that bears one of its names
		q.Known = naming.Distinct(q.Name, append(q.Known, p.Known...))
	}
	if named || q.Type != placetype.Neighbourhood {
		q.Aliases = naming.Clean(q.Name, slices.Concat(q.Aliases, []string{p.Name}, p.Aliases))
		s.keys[i] = q.Keys()
	}
}

// near yields the places within radius metres of a point, in no particular
// but always the same order, with their distance in metres.
func (s *settlements) near(lon, lat, radius float64) iter.Seq2[int, float64] {
	return func(yield func(int, float64) bool) {
		at := orb.Point{lon, lat}
		for c := range same.CellsWithin(lon, lat, radius) {
			for _, i := range s.cells[c] {
				d := geo.DistanceHaversine(at, orb.Point{s.Places[i].Lon, s.Places[i].Lat})
				if d < radius && !yield(i, d) {
					return
				}
			}
		}
	}
}

// sectionShare is how much of its city a section can hold. GeoNames gives some
// sections the inhabitants of the whole city; Brooklyn, the largest honest
// share, has a third of New York.
const sectionShare = 0.5

// tameSections forgets the inhabitants of sections of cities (PPLX) that have
// more than half of the largest place around them.
func (s *settlements) tameSections() {
	for i := range s.Places {
		p := &s.Places[i]
		if p.Type != placetype.Neighbourhood || p.Population == 0 {
			continue
		}
		largest := 0
		for j := range s.near(p.Lon, p.Lat, same.CityReachM) {
			if q := &s.Places[j]; q.Type != placetype.Neighbourhood && q.Country == p.Country {
				largest = max(largest, q.Population)
			}
		}
		if float64(p.Population) > sectionShare*float64(largest) {
			p.Population = 0
		}
	}
}
