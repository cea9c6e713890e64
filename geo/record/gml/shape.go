package gml

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/record/internal/markup"
	"github.com/dateline-map/dateline/geo/record/shape"
)

// shapes are the elements that are geometries.
var shapes = map[string]bool{
	"Point": true, "LineString": true, "Curve": true, "Polygon": true, "Surface": true, "MultiPoint": true, "MultiLineString": true,
	"MultiCurve": true, "MultiPolygon": true, "MultiSurface": true, "MultiGeometry": true,
}

var (
	errNoSystem  = errors.New("the geometry does not say its reference system")
	errPositions = errors.New("the geometry's positions cannot be read")
)

// shape reads the geometry that an element is, in degrees.
func (e *element) shape(system string) (orb.Geometry, error) {
	system = cmp.Or(markup.Attribute(e.Attrs, "srsName"), system)
	if system == "" {
		return nil, errNoSystem
	}
	to, northFirst, ok := systemOf(system)
	if !ok {
		return nil, fmt.Errorf("coordinates are in the system %q; ask the service for srsName=EPSG:4326", system)
	}
	var all orb.Collection
	dimension, _ := strconv.Atoi(markup.Attribute(e.Attrs, "srsDimension"))
	if err := e.gather(&all, e.XMLName.Local, northFirst, max(dimension, 2)); err != nil {
		return nil, err
	}
	switch len(all) {
	case 0:
		return nil, errPositions
	case 1:
		return to.Degrees(all[0]), nil
	}
	return to.Degrees(all), nil
}

// gather adds the points, lines and outer rings in an element, which is inside a
// geometry of a kind. Holes change nothing of where an area is.
func (e *element) gather(all *orb.Collection, kind string, northFirst bool, dimension int) error {
	name := e.XMLName.Local
	switch {
	case shapes[name]:
		kind = name
	case name == "interior" || name == "innerBoundaryIs":
		return nil
	}
	if n, _ := strconv.Atoi(markup.Attribute(e.Attrs, "srsDimension")); n > 0 {
		dimension = n
	}
	var line orb.LineString
	for i := range e.Inside {
		in := &e.Inside[i]
		if !positions[in.XMLName.Local] {
			if err := in.gather(all, kind, northFirst, dimension); err != nil {
				return err
			}
			continue
		}
		some, err := in.positions(dimension)
		if err != nil {
			return err
		}
		line = append(line, some...)
	}
	if northFirst {
		for i, p := range line {
			line[i] = orb.Point{p[1], p[0]}
		}
	}
	switch {
	case len(line) == 0:
	case len(line) == 1:
		*all = append(*all, line[0])
	case kind == "Polygon" || kind == "Surface":
		*all = append(*all, orb.Polygon{orb.Ring(line)})
	default:
		*all = append(*all, line)
	}
	return nil
}

// positions are the elements that have positions: of GML 3, and of GML 2.
var positions = map[string]bool{"pos": true, "posList": true, "coordinates": true, "coord": true}

// positions reads the positions of an element, each of so many numbers.
func (e *element) positions(dimension int) (line orb.LineString, err error) {
	if n, _ := strconv.Atoi(markup.Attribute(e.Attrs, "srsDimension")); n > 0 {
		dimension = n
	}
	var numbers []string
	switch e.XMLName.Local {
	case "coord": // X, Y and perhaps Z
		for i := range e.Inside {
			numbers = append(numbers, strings.TrimSpace(e.Inside[i].Text))
		}
		dimension = max(len(numbers), 2)
	case "coordinates": // tuples between spaces, their numbers between commas
		tuples := strings.Fields(e.Text)
		for _, t := range tuples {
			numbers = append(numbers, strings.Split(t, ",")...)
		}
		if len(tuples) > 0 {
			dimension = max(len(numbers)/len(tuples), 2)
		}
	case "pos":
		numbers = strings.Fields(e.Text)
		dimension = max(len(numbers), 2)
	default:
		numbers = strings.Fields(e.Text)
	}
	for i := 0; i+dimension <= len(numbers); i += dimension {
		x, errX := strconv.ParseFloat(numbers[i], 64)
		y, errY := strconv.ParseFloat(numbers[i+1], 64)
		if errX != nil || errY != nil || math.IsNaN(x+y) || math.IsInf(x+y, 0) {
			return nil, errPositions
		}
		line = append(line, orb.Point{x, y})
	}
	return line, nil
}

// systemOf returns the reference system of a name, and whether its positions have the
// north first: those of EPSG in degrees do where the name is a URN or an address of
// its registry, and do not in the older "EPSG:4326".
func systemOf(name string) (s shape.System, northFirst, ok bool) {
	if strings.HasSuffix(name, "CRS84") {
		s, ok = shape.EPSG(wgs84)
		return s, false, ok
	}
	code, err := strconv.Atoi(name[strings.LastIndexAny(name, ":/#")+1:])
	if err != nil {
		return s, false, false
	}
	s, ok = shape.EPSG(code)
	formal := strings.HasPrefix(name, "urn:") || strings.Contains(name, "/def/crs/")
	return s, formal && inDegrees[code], ok
}

const wgs84 = 4326

// inDegrees are the systems of which the first axis is the latitude: WGS 84, ETRS89 and NAD83.
var inDegrees = map[int]bool{wgs84: true, 4979: true, 4258: true, 4269: true}
