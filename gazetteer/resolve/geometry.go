package resolve

import (
	"math"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
	"github.com/paulmach/orb/planar"
)

// distanceM returns the distance of two points in metres, along a great circle.
func distanceM(a, b orb.Point) float64 { return geo.DistanceHaversine(a, b) }

// Distances in metres that written relations stand for when they name none.
const (
	nearM      = 10_000 // "near X": how far the place may well be
	towardM    = 10_000 // "south of X": how far to go
	towardRing = 15_000 // and how far around that point to look
)

// spot is a point and the radius around it, in metres, that holds the place
// meant nine times in ten.
type spot struct {
	point   orb.Point
	radiusM float64
}

// applied moves a place to where a relation says. other is the second place of
// "between"; nil if it is unknown.
func applied(rel query.Relation, x gazetteer.Places, p, other *gazetteer.Place) spot {
	s := spot{p.Point, p.ReachM()}
	switch rel.Kind {
	case query.Near:
		s.radiusM += nearM
	case query.Offset:
		if placetype.IsArea(p.Type) && rel.Bears && rel.DistanceM == 0 {
			return partOf(x, p, rel.Bearing) // "in the south of Iraq"
		}
		return offset(rel, s)
	case query.Part:
		return partOf(x, p, rel.Bearing)
	case query.Between:
		if other != nil {
			return between(s.point, other.Point)
		}
		s.radiusM += 2 * nearM
	}
	return s
}

// offset goes from a point as far as is said, in the direction that is said.
func offset(rel query.Relation, s spot) spot {
	switch {
	case !rel.Bears: // "10 km from X": a ring
		return spot{s.point, s.radiusM + rel.DistanceM}
	case rel.DistanceM == 0:
		return spot{geo.PointAtBearingAndDistance(s.point, rel.Bearing, towardM), s.radiusM + towardRing}
	}
	// A bearing of eight is vague by a sixteenth of a circle on either side, two
	// fifths of the distance.
	return spot{
		geo.PointAtBearingAndDistance(s.point, rel.Bearing, rel.DistanceM),
		s.radiusM + 0.4*rel.DistanceM,
	}
}

// middle returns the point that stands for an area as a whole: the middle of its
// outline, where that is known and lies inside. An ADM2's own point is often its
// seat, which serves better for what lies in it, since people live around it.
func middle(x gazetteer.Places, p *gazetteer.Place) orb.Point {
	if at, known := x.Middle(p.Ref); known {
		return at
	}
	return p.Point
}

// partOf returns the middle of the part of an area that lies to a bearing:
// half-way from its point to the edge of its box, nearer if the area does not
// reach there.
func partOf(x gazetteer.Places, p *gazetteer.Place, bearing float64) spot {
	box, ok := x.Bound(p.Ref)
	if !ok {
		return spot{geo.PointAtBearingAndDistance(p.Point, bearing, p.ReachM()/2), 0.7 * p.ReachM()}
	}
	area := x.Area(p.Ref)
	east, north := math.Sincos(bearing * math.Pi / 180)
	width, height := box.Max[0]-box.Min[0], box.Max[1]-box.Min[1]
	if width < 0 {
		width += 360 // across the antimeridian
	}
	for _, share := range []float64{0.28, 0.2, 0.12} {
		at := orb.Point{wrapLon(p.Point[0] + share*east*width), p.Point[1] + share*north*height}
		if len(area) == 0 || planar.MultiPolygonContains(area, at) {
			return spot{at, 0.7 * p.ReachM()}
		}
	}
	return spot{p.Point, p.ReachM()}
}

func wrapLon(lon float64) float64 {
	switch {
	case lon > 180:
		return lon - 360
	case lon < -180:
		return lon + 360
	}
	return lon
}

// between returns the middle of two points, and a radius that reaches nearly to
// both.
func between(a, b orb.Point) spot {
	return spot{geo.Midpoint(a, b), 0.45*distanceM(a, b) + nearM/2}
}
