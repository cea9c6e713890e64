package score

import (
	"slices"

	"github.com/paulmach/orb/planar"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/geo"
)

// cause says why an answer is not right.
type cause uint8

// The causes, from what data would mend to what the choice would.
const (
	noCause      cause = iota // the answer is right
	placeMissing              // the gazetteer lacks the place
	nameMissing               // it has the place, by another name or spelling
	otherPoint                // the answer is the place, and its point is far from the gold's
	wrongChoice               // it was among the candidates, another was chosen
	withheld                  // it was among the candidates, none was chosen
	numCauses
)

var causeWords = [...]string{"right", "place missing", "name missing", "other point", "wrong choice", "wrongly unresolved"}

// String returns the cause in words.
func (c cause) String() string { return causeWords[c] }

// cause tells why an answer is not within a distance of the truth.
func (a *Answer) cause(x *gazetteer.Index, withinM float64) cause {
	best := &a.Place.Match
	if a.Truth.Right(best, withinM) {
		return noCause
	}
	if a.SamePlace {
		return otherPoint
	}
	for i := range a.Candidates {
		switch {
		case !a.Truth.holds(&a.Candidates[i], withinM):
		case best.Located():
			return wrongChoice
		default:
			return withheld
		}
	}
	if a.bearsAlike(x) {
		return nameMissing
	}
	return placeMissing
}

// samePlace reports whether a match is the gold's place by its id, or as an area
// that holds the gold's point. A gold with ids of its own shares them but for
// countries'.
func (t Truth) samePlace(x *gazetteer.Index, m *geo.Match) bool {
	if !m.Located() || fellBack(m) || t.Unit != "" && t.Unit != m.Type {
		return false
	}
	if t.ID != "" && m.Type != "country" {
		return t.ID == m.ID
	}
	if !slices.Contains([]string{"country", "adm1", "adm2", "region", "continent", "sea", "river", "island"}, m.Type) {
		return false
	}
	ref, _ := x.ByID(m.ID)
	if area := x.Area(ref); area != nil {
		return planar.MultiPolygonContains(area, t.Point)
	}
	d, _ := t.errorM(m)
	radius, known := m.RadiusM.Int()
	return known && d <= float64(radius)
}

// aroundM is how far in metres from the truth a place may lie that is the same
// one in another list, and mostAround how many are looked at.
const (
	aroundM    = 15_000
	mostAround = 200
)

// bearsAlike reports whether a place at the truth has a name like the written
// one.
func (a *Answer) bearsAlike(x *gazetteer.Index) bool {
	name := bare(a.Place.Name)
	for _, n := range x.Nearby(a.Truth.Point, aroundM, mostAround) {
		p := x.Place(n.Ref)
		if fold.Alike(name, bare(p.Name)) {
			return true
		}
	}
	return false
}

// bare returns a name's comparison form without its class word and article.
func bare(name string) string {
	key, _ := fold.ClassWords(fold.Key(name))
	return key
}
