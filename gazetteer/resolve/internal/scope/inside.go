package scope

import (
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/geo"
	orbgeo "github.com/paulmach/orb/geo"
)

// Answer is yes, no, or that nothing is known.
type Answer int8

// The answers.
const (
	No      Answer = -1
	Unsaid  Answer = 0
	Yes     Answer = 1
	CloseTo Answer = 2 // not inside, but no further than areas are vague
)

// InsideAny reports whether a place lies in one of several; Unsaid if there are
// none. The best answer counts: the container's name may mean any of them.
func InsideAny(p *gazetteer.Place, containers []gazetteer.Place) Answer {
	if len(containers) == 0 {
		return Unsaid
	}
	best := No
	for i := range containers {
		switch Inside(p, &containers[i]) {
		case Yes:
			return Yes
		case CloseTo:
			best = CloseTo
		}
	}
	return best
}

// Distances in metres within which a place belongs to a container that is
// known by a point only, and those in which it is at least close.
const (
	seatReachM = 15_000
	nearbyM    = 40_000
)

// Inside reports whether p lies in c.
func Inside(p, c *gazetteer.Place) Answer {
	switch {
	case p.Ref == c.Ref, p.Land == c.Ref, p.Adm1 == c.Ref, p.Adm2 == c.Ref, p.Parent == c.Ref:
		return Yes
	case c.Type == placetype.Country:
		return isYes(p.Country != "" && p.Country == c.Country)
	case !p.Located || !c.Located || p.Country != c.Country && p.Country != "" && c.Country != "":
		return No
	case p.Country == "" && p.Adm1 == 0 && placetype.KindOf(c.Type)&(geo.KindAdm1|geo.KindAdm2|geo.KindSettlement) != 0:
		return onBorder(p, c)
	case c.Type == placetype.Adm2 && p.Adm2 == 0 && p.Adm1 != 0 && p.Adm1 == c.Adm1:
		return CloseTo // its ADM2 is not known, and may be this one
	}
	return withinReach(p, c)
}

// borderReachM is how far in metres beyond an area's usual reach its border may
// lie: desert districts end a hundred kilometres from their seat.
const borderReachM = 120_000

// acrossM is how far in metres beyond the border of an ADM1 a place may seem to lie
// that is in it: outlines are simplified, points of villages rounded, and those that
// nobody measured good to some 15 km.
const acrossM = 15_000

// ReachesAcross reports whether an ADM1 has something within acrossM metres of a
// place that seems to lie in another, by the outlines.
func (f *Finder) ReachesAcross(p *gazetteer.Place, adm1 []gazetteer.Place) bool {
	far := func(c gazetteer.Place) bool {
		return p.Country != c.Country || orbgeo.DistanceHaversine(p.Point, c.Point) > 2*c.ReachM()+acrossM
	}
	if placetype.KindOf(p.Type) != geo.KindSettlement || !slices.ContainsFunc(adm1, func(c gazetteer.Place) bool { return !far(c) }) {
		return false
	}
	for _, bearing := range [...]float64{0, 90, 180, 270} {
		in := f.x.Reverse(orbgeo.PointAtBearingAndDistance(p.Point, bearing, acrossM)).Adm1
		if in != 0 && slices.ContainsFunc(adm1, func(c gazetteer.Place) bool { return c.Ref == in }) {
			return true
		}
	}
	return false
}

// onBorder judges a place of several countries, such as a crossing. The
// gazetteer puts it in no area, and it stands where those that it is said to be
// in end.
func onBorder(p, c *gazetteer.Place) Answer {
	return isYes(orbgeo.DistanceHaversine(p.Point, c.Point) <= 2*float64(c.RadiusM)+borderReachM)
}

func isYes(b bool) Answer {
	if b {
		return Yes
	}
	return No
}

// withinReach judges by distance: a seat stands for its area, and areas known
// by a point and a radius are vague.
func withinReach(p, c *gazetteer.Place) Answer {
	d := orbgeo.DistanceHaversine(p.Point, c.Point)
	switch placetype.KindOf(c.Type) {
	case geo.KindSettlement:
		if d <= max(seatReachM, float64(c.RadiusM)) {
			return Yes
		}
	case geo.KindRegion, geo.KindNature:
		switch {
		case d <= float64(c.RadiusM):
			return Yes
		case d <= 2*float64(c.RadiusM):
			return CloseTo // regions have no borders to go by
		}
	case geo.KindAdm1:
		switch {
		case p.Adm1 == 0:
			return isYes(d <= float64(c.RadiusM))
		case c.Population == 0 && d <= float64(c.RadiusM):
			return CloseTo // cut out of others since the lists put their towns in those
		}
		return No
	}
	if d <= max(nearbyM, float64(c.RadiusM)) && d <= 3*nearbyM {
		return CloseTo
	}
	return No
}
