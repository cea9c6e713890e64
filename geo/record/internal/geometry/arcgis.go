package geometry

import (
	"encoding/json"
	"fmt"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/record/shape"
)

// OfArcGIS reads the geometry of a feature of Esri's ArcGIS REST API, in a system of
// coordinates by its number; nil without an error if it is none. The source is "Geometry
// objects" of the API.
func OfArcGIS(raw []byte, wkid int) (*Place, error) {
	if raw[0] != '{' {
		return nil, nil
	}
	var g struct {
		X, Y   *float64
		Points orb.MultiPoint
		Paths  orb.MultiLineString
		Rings  orb.Polygon
	}
	if err := json.Unmarshal(raw, &g); err != nil {
		return nil, fmt.Errorf("not a geometry of ArcGIS: %w", err)
	}
	var drawn orb.Geometry
	switch {
	case g.X != nil && g.Y != nil:
		drawn = orb.Point{*g.X, *g.Y}
	case len(g.Points) > 0:
		drawn = g.Points
	case len(g.Paths) > 0:
		drawn = g.Paths
	case len(g.Rings) > 0:
		drawn = g.Rings
	default:
		return nil, nil
	}
	system, known := shape.EPSG(wkid)
	if !known {
		return nil, fmt.Errorf("coordinates are in the system %d; ask the service for outSR=%d", wkid, wgs84)
	}
	return StandFor(system.Degrees(drawn))
}
