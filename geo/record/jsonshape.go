package record

import (
	"bytes"
	"encoding/json"
)

// shapeInside notes where an object inside a record lies, if that is a line, an area or a
// collection of them as GeoJSON writes them. Points are read as the pairs that their columns
// have; of several shapes the first speaks.
func (j *jsonRows) shapeInside(r *row, object []byte) {
	if r.inside != nil || !bytes.Contains(object, []byte(`"coordinates"`)) {
		return
	}
	var w struct {
		Type     string `json:"type"`
		Geometry json.RawMessage
		Features []struct{ Geometry json.RawMessage }
	}
	if json.Unmarshal(object, &w) != nil {
		return
	}
	shape := object
	switch w.Type {
	case "LineString", "MultiLineString", "Polygon", "MultiPolygon", "MultiPoint", "GeometryCollection":
	case "Feature":
		shape = w.Geometry
	case "FeatureCollection":
		if len(w.Features) == 0 {
			return
		}
		shape = w.Features[0].Geometry
	default:
		return
	}
	if g, err := j.crs.Place(shape); err == nil {
		r.inside = g
	}
}
