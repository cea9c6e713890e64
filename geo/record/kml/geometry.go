package kml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

var errTuple = errors.New("coordinates are not longitude, latitude and height between commas")

// geometry reads the geometry whose element is at hand. A placemark should have
// one; of more, the first that is one counts.
func (r *reader) geometry(t xml.StartElement) error {
	g, fault, err := r.shape(t.Name.Local)
	if err == nil && r.place.Shape == nil {
		r.place.Shape, r.place.Fault = g, fault
	}
	return err
}

// shape reads a geometry, whose element is over then. Fault says why there is
// none.
func (r *reader) shape(kind string) (g orb.Geometry, fault, err error) {
	var parts orb.Collection
	var rings orb.Polygon
	for {
		t, err := r.xml.Token()
		if err != nil {
			return nil, nil, r.failure(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			r.path = r.path[:len(r.path)-1]
			return assembled(kind, parts, rings), fault, nil
		case xml.StartElement:
			if r.path = append(r.path, t.Name.Local); len(r.path) > deepest {
				return nil, nil, errDeep
			}
			var wrong error
			switch t.Name.Local {
			case "coordinates", "coord":
				wrong, err = r.coordinates(kind, t.Name.Local, &parts)
			case "outerBoundaryIs", "innerBoundaryIs", "Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track":
				var part orb.Geometry
				if part, wrong, err = r.shape(t.Name.Local); part != nil {
					parts = append(parts, part)
				}
				if line, ok := part.(orb.LineString); ok && kind == "Polygon" {
					rings = append(rings, orb.Ring(line))
				}
			case "when":
				err = r.text(when)
			default:
				_, err = r.content()
			}
			if err != nil {
				return nil, nil, err
			}
			if fault == nil {
				fault = wrong
			}
		}
	}
}

// assembled returns a geometry of its parts; nil if there are none.
func assembled(kind string, parts orb.Collection, rings orb.Polygon) orb.Geometry {
	switch {
	case len(parts) == 0:
		return nil
	case kind == "Polygon":
		if len(rings) == 0 {
			return nil
		}
		return rings
	case len(parts) == 1 || kind == "Track" || kind == "MultiTrack":
		return parts[0]
	}
	return parts
}

// coordinates reads the coordinates of a geometry into its parts.
func (r *reader) coordinates(kind, element string, parts *orb.Collection) (fault, err error) {
	s, err := r.content()
	if err != nil {
		return nil, err
	}
	if element == "coord" { // of a track, with spaces
		s = strings.Join(strings.Fields(s), ",")
	}
	points, fault := tuples(s)
	switch {
	case fault != nil || len(points) == 0:
		return fault, nil
	case kind == "Point" || element == "coord":
		*parts = append(*parts, points[0])
	default:
		*parts = append(*parts, orb.LineString(points))
	}
	return nil, nil
}

// tuples reads coordinates between spaces. Spaces behind the commas are wrong, but
// people write them.
func tuples(s string) (all []orb.Point, err error) {
	var t string
	for part := range strings.FieldsSeq(s) {
		if t += part; strings.HasSuffix(t, ",") && len(t) < mostTuple {
			continue
		}
		x, rest, ok := strings.Cut(t, ",")
		y, _, _ := strings.Cut(rest, ",")
		lon, err1 := strconv.ParseFloat(x, 64)
		lat, err2 := strconv.ParseFloat(y, 64)
		if !ok || err1 != nil || err2 != nil {
			return nil, fmt.Errorf("%w: %q", errTuple, t[:min(len(t), 40)])
		}
		all, t = append(all, orb.Point{lon, lat}), ""
	}
	return all, nil
}

// mostTuple bounds what is put together of parts that end with a comma.
const mostTuple = 200
