package build

import (
	"iter"
	"math"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/same"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

// Two entries of one country are one place if they are nearer than samePointM,
// or nearer than sameNameM and share a name.
const (
	samePointM = 1_000
	sameNameM  = same.CityReachM
)

// Settlements collects populated places from several lists, each place once.
// The list added first is believed: later ones only fill in what it lacks.
type Settlements struct {
	Places []Place
	cells  map[cell][]int // indexes into Places
	keys   [][]string     // the folded names of each place
}

// cell is a square of a quarter of a degree: a point's neighbours within
// sameNameM lie in its own and the adjoining cells, but for the far north,
// where more columns are searched.
type cell struct{ x, y int }

const cellDegrees = 0.25

func cellOf(lon, lat float64) cell {
	return cell{int(math.Floor(lon / cellDegrees)), int(math.Floor(lat / cellDegrees))}
}

// cellsWithin yields the cells in which points within radius metres of a point
// may lie, from the south-west on. It does not go on across the date line.
func cellsWithin(lon, lat, radius float64) iter.Seq[cell] {
	return func(yield func(cell) bool) {
		reach := int(math.Ceil(radius / 111_000 / cellDegrees))
		wide := int(math.Ceil(radius / 111_000 / cellDegrees / math.Max(math.Cos(lat*math.Pi/180), 0.05)))
		c := cellOf(lon, lat)
		for y := c.y - reach; y <= c.y+reach; y++ {
			for x := c.x - wide; x <= c.x+wide; x++ {
				if !yield(cell{x, y}) {
					return
				}
			}
		}
	}
}

// Add takes a place in, unless it is there already; then the place that is
// there gains the names and the inhabitants it lacks, and is Known as p is. It
// reports whether p was new.
func (s *Settlements) Add(p Place) bool {
	if s.cells == nil {
		s.cells = make(map[cell][]int)
	}
	keys := foldedNames(&p)
	if i, named := s.same(&p, keys); i >= 0 {
		s.complete(i, &p, named)
		return false
	}
	s.insert(p, keys)
	return true
}

// AddNamed takes a place in, unless one within sameNameM shares a name with it. It
// takes no other place for the same, however near, and completes none: the point
// is good for no more than the name. It reports whether p was new.
func (s *Settlements) AddNamed(p Place) bool {
	keys := foldedNames(&p)
	if _, named := s.same(&p, keys); named {
		return false
	}
	s.insert(p, keys)
	return true
}

// AddAll takes in a list whose entries are known to be different places.
func (s *Settlements) AddAll(places []Place) {
	if s.cells == nil {
		s.cells = make(map[cell][]int)
	}
	for _, p := range places {
		s.insert(p, foldedNames(&p))
	}
}

func (s *Settlements) insert(p Place, keys []string) {
	c := cellOf(p.Lon, p.Lat)
	s.cells[c] = append(s.cells[c], len(s.Places))
	s.Places = append(s.Places, p)
	s.keys = append(s.keys, keys)
}

func foldedNames(p *Place) []string {
	keys := []string{fold.Key(p.Name)}
	for _, a := range p.Aliases {
		keys = append(keys, fold.Key(a))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// same returns the place that p is, and whether they share a name; -1 if it is
// none. A shared name outweighs a nearer point.
func (s *Settlements) same(p *Place, keys []string) (index int, named bool) {
	index, nearest := -1, math.Inf(1)
	for i, d := range s.Near(p.Lon, p.Lat, sameNameM) {
		q := &s.Places[i]
		if q.Country != p.Country {
			continue
		}
		shares := shareKey(keys, s.keys[i])
		if !shares && d >= samePointM || named && !shares {
			continue
		}
		if shares && !named || d < nearest {
			index, nearest, named = i, d, shares
		}
	}
	return index, named
}

func shareKey(a, b []string) bool {
	for _, k := range a {
		if _, found := slices.BinarySearch(b, k); found {
			return true
		}
	}
	return false
}

// complete fills in what place i lacks. An unnamed match is only the nearest
// place: what that one calls itself may be a section of the other, so its
// inhabitants are not taken over, and names only by a settlement of its own.
func (s *Settlements) complete(i int, p *Place, named bool) {
	q := &s.Places[i]
	if named && q.Population == 0 && q.Type != placetype.Ruin && q.Type != placetype.Neighbourhood {
		q.Population = p.Population
		q.Type = Settlement(q.Code, q.Population)
	}
	if named && !(p.Population > 0 && p.Population < q.Population/2) { // else it is a part of q that bears one of its names
		q.Known = distinctNames(q.Name, append(q.Known, p.Known...))
	}
	if named || q.Type != placetype.Neighbourhood {
		q.Aliases = CleanAliases(q.Name, slices.Concat(q.Aliases, []string{p.Name}, p.Aliases))
		s.keys[i] = foldedNames(q)
	}
}

// Near yields the places within radius metres of a point, in no particular
// but always the same order, with their distance in metres.
func (s *Settlements) Near(lon, lat, radius float64) iter.Seq2[int, float64] {
	return func(yield func(int, float64) bool) {
		at := orb.Point{lon, lat}
		for c := range cellsWithin(lon, lat, radius) {
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

// TameSections forgets the inhabitants of sections of cities (PPLX) that have
// more than half of the largest place around them.
func (s *Settlements) TameSections() {
	for i := range s.Places {
		p := &s.Places[i]
		if p.Type != placetype.Neighbourhood || p.Population == 0 {
			continue
		}
		largest := 0
		for j := range s.Near(p.Lon, p.Lat, sameNameM) {
			if q := &s.Places[j]; q.Type != placetype.Neighbourhood && q.Country == p.Country {
				largest = max(largest, q.Population)
			}
		}
		if float64(p.Population) > sectionShare*float64(largest) {
			p.Population = 0
		}
	}
}
