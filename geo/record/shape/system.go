package shape

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/project"

	"github.com/dateline-map/dateline/geo/grid"
)

// System turns coordinates of a reference system into degrees, longitude first,
// on WGS 84. The zero System is of those that are such degrees already.
type System struct {
	degrees orb.Projection // nil if they are degrees
}

// Ranges of EPSG's numbers that are zones of UTM: on WGS 84 north and south of
// the equator, and on ETRS89.
const (
	utmNorth  = 32600
	utmSouth  = 32700
	utmEurope = 25800
)

// EPSG returns the reference system of a number in EPSG's register, and whether it
// is one that this package reads.
//
// ETRS89 and NAD83 are taken for WGS 84, from which they differ by less than two
// metres, as do their UTM zones.
func EPSG(code int) (s System, known bool) {
	switch code {
	case 4326, 4979, 4258, 4269:
		return System{}, true
	case 3857, 900913, 102100, 102113:
		return System{project.Mercator.ToWGS84}, true
	}
	zone := code % 100
	switch base := code - zone; {
	case base == utmNorth && zone >= 1 && zone <= 60:
		return utm(zone, false), true
	case base == utmSouth && zone >= 1 && zone <= 60:
		return utm(zone, true), true
	case base == utmEurope && zone >= 28 && zone <= 38:
		return utm(zone, false), true
	}
	return System{}, false
}

func utm(zone int, southern bool) System {
	return System{func(p orb.Point) orb.Point { return grid.FromUTM(zone, southern, p[0], p[1]) }}
}

// Degrees returns the geometry in degrees. The one given may be changed; nil
// stays nil.
func (s System) Degrees(g orb.Geometry) orb.Geometry {
	if s.degrees == nil || g == nil {
		return g
	}
	return project.Geometry(g, s.degrees)
}
