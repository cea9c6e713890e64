package geometry

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
	"github.com/paulmach/orb/planar"
	"github.com/paulmach/orb/project"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/jsontext"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// Place is where a geometry lies: the point that stands for it.
type Place struct {
	Point     orb.Point
	Precision geo.Precision
	Radius    geo.Figure // metres; known unless the geometry is a point
}

// nearRadius is the radius in metres up to which an area is a place, such as a
// town or an airbase, rather than a region.
const nearRadius = 10_000

var errNoVertices = errors.New("geometry has no coordinates")

// written is a geometry as GeoJSON writes it.
type written struct {
	Type        string            `json:"type"`
	Coordinates json.RawMessage   `json:"coordinates"`
	Geometries  []json.RawMessage `json:"geometries"`
}

// OfGeoJSON reads a GeoJSON geometry. It is nil, without an error, for null.
// Anything but a point becomes the point on it that stands for it best, with the
// radius that holds all of it.
func OfGeoJSON(raw []byte) (*Place, error) {
	if p, ok := plainPosition(raw); ok {
		return &Place{Point: p, Precision: geo.ExactPlace}, nil
	}
	shape, err := parseShape(raw, 0)
	if shape == nil || err != nil {
		return nil, err
	}
	return StandFor(shape)
}

// plainPosition reads a point on earth that is nothing but its type and two short
// numbers, as most are, in a tenth of the time. It reports false for all others.
func plainPosition(raw []byte) (p orb.Point, ok bool) {
	if !jsontext.Valid(raw) || raw[0] != '{' {
		return orb.Point{}, false
	}
	var kind, coordinates []byte
	more := false
	jsontext.Members(raw, func(key, value []byte) {
		switch string(key) {
		case "type":
			kind = value
		case "coordinates":
			coordinates = value
		default:
			more = true
		}
	})
	if more || string(kind) != `"Point"` || len(coordinates) == 0 || coordinates[0] != '[' {
		return orb.Point{}, false
	}
	var axes [2]string
	n := 0
	jsontext.Elements(coordinates, func(v []byte) {
		if n < len(axes) {
			axes[n] = plaintext.Lent(v)
		}
		n++
	})
	if n != len(axes) {
		return orb.Point{}, false
	}
	return PlainPoint(axes[1], axes[0])
}

// StandFor returns the point that stands for a shape best.
func StandFor(shape orb.Geometry) (*Place, error) {
	points := vertices(shape, nil)
	if len(points) == 0 {
		return nil, errNoVertices
	}
	for _, p := range points {
		if err := onEarth(p); err != nil {
			return nil, err
		}
	}
	if len(points) == 1 {
		if points[0] == (orb.Point{}) {
			return nil, ErrNullIsland
		}
		return &Place{Point: points[0], Precision: geo.ExactPlace}, nil
	}
	return representative(shape, points), nil
}

func onEarth(p orb.Point) error {
	switch {
	case math.IsNaN(p[0]) || math.Abs(p[0]) > 180:
		return fmt.Errorf("longitude %v is not between -180 and 180", p[0])
	case math.IsNaN(p[1]) || math.Abs(p[1]) > 90:
		if math.Abs(p[0]) <= 90 && math.Abs(p[1]) <= 180 {
			return fmt.Errorf("latitude %v is not between -90 and 90; latitude and longitude look swapped", p[1])
		}
		return fmt.Errorf("latitude %v is not between -90 and 90", p[1])
	}
	return nil
}

// deepest bounds collections within collections.
const deepest = 8

func parseShape(raw []byte, depth int) (orb.Geometry, error) {
	var w *written
	if err := json.Unmarshal(raw, &w); err != nil {
		return nil, fmt.Errorf("not a GeoJSON geometry: %w", err)
	}
	if w == nil {
		return nil, nil
	}
	if w.Type == "GeometryCollection" {
		return parseCollection(w.Geometries, depth)
	}
	return w.shape()
}

func parseCollection(parts []json.RawMessage, depth int) (orb.Geometry, error) {
	if depth == deepest {
		return nil, fmt.Errorf("geometry collections are nested deeper than %d", deepest)
	}
	var all orb.Collection
	for _, p := range parts {
		shape, err := parseShape(p, depth+1)
		if err != nil {
			return nil, err
		}
		if shape != nil {
			all = append(all, shape)
		}
	}
	return all, nil
}

func (w *written) shape() (orb.Geometry, error) {
	switch w.Type {
	case "Point":
		return w.point()
	case "MultiPoint":
		return coordinates[orb.MultiPoint](w)
	case "LineString":
		return coordinates[orb.LineString](w)
	case "MultiLineString":
		return coordinates[orb.MultiLineString](w)
	case "Polygon":
		return coordinates[orb.Polygon](w)
	case "MultiPolygon":
		return coordinates[orb.MultiPolygon](w)
	}
	return nil, fmt.Errorf("%s is not a type of geometry", literal.Quoted(w.Type))
}

// point is apart from the others since a point of fewer than two numbers would
// be filled up with zeros.
func (w *written) point() (orb.Geometry, error) {
	var c []float64
	if err := json.Unmarshal(w.Coordinates, &c); err != nil {
		return nil, fmt.Errorf("not the coordinates of a Point: %w", err)
	}
	if len(c) < 2 {
		return nil, errNoVertices
	}
	return orb.Point{c[0], c[1]}, nil
}

func coordinates[G orb.Geometry](w *written) (orb.Geometry, error) {
	var g G
	if err := json.Unmarshal(w.Coordinates, &g); err != nil {
		return nil, fmt.Errorf("not the coordinates of a %s: %w", w.Type, err)
	}
	return g, nil
}

// vertices appends all points of a shape.
func vertices(shape orb.Geometry, all []orb.Point) []orb.Point {
	switch g := shape.(type) {
	case orb.Point:
		all = append(all, g)
	case orb.MultiPoint:
		all = append(all, g...)
	case orb.LineString:
		all = append(all, g...)
	case orb.MultiLineString:
		for _, l := range g {
			all = append(all, l...)
		}
	case orb.Polygon:
		for _, r := range g {
			all = append(all, r...)
		}
	case orb.MultiPolygon:
		for _, p := range g {
			all = vertices(p, all)
		}
	case orb.Collection:
		for _, c := range g {
			all = vertices(c, all)
		}
	}
	return all
}

// representative returns the centroid of a shape, or the vertex nearest to it
// if the centroid lies outside, as that of a crescent does. A shape more than
// half the world wide crosses the antimeridian and is measured across it.
func representative(shape orb.Geometry, points []orb.Point) *Place {
	if b := orb.MultiPoint(points).Bound(); b.Max[0]-b.Min[0] > 180 {
		shape = eastward(shape)
		points = vertices(shape, nil)
	}
	center, _ := planar.CentroidArea(shape)
	if math.IsNaN(center[0]) || math.IsNaN(center[1]) {
		center = points[0]
	}
	if !holds(shape, center) {
		center = nearest(points, center)
	}
	radius := 0.0
	for _, p := range points {
		radius = max(radius, orbgeo.DistanceHaversine(center, p))
	}
	g := &Place{Point: center, Precision: geo.WithinRegion, Radius: geo.Known(int(math.Ceil(radius)))}
	if radius <= nearRadius {
		g.Precision = geo.NearPlace
	}
	if g.Point[0] > 180 {
		g.Point[0] -= 360
	}
	return g
}

func holds(shape orb.Geometry, p orb.Point) bool {
	switch g := shape.(type) {
	case orb.Polygon:
		return planar.PolygonContains(g, p)
	case orb.MultiPolygon:
		return planar.MultiPolygonContains(g, p)
	}
	return false
}

func nearest(points []orb.Point, to orb.Point) orb.Point {
	best := points[0]
	for _, p := range points[1:] {
		if planar.DistanceSquared(p, to) < planar.DistanceSquared(best, to) {
			best = p
		}
	}
	return best
}

// eastward returns a copy of a shape with western longitudes counted on beyond
// 180.
func eastward(shape orb.Geometry) orb.Geometry {
	return project.Geometry(orb.Clone(shape), func(p orb.Point) orb.Point {
		if p[0] < 0 {
			p[0] += 360
		}
		return p
	})
}
