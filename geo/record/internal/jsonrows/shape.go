package jsonrows

import (
	"bytes"
	"encoding/json"

	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// shapeInside notes where an object inside a record lies, if that is a line, an area or a
// collection of them as GeoJSON writes them. Points are read as the pairs that their columns
// have; of several shapes the first speaks.
func (j *Rows) shapeInside(r *row.Row, object []byte) {
	if r.Inside != nil || !bytes.Contains(object, []byte(`"coordinates"`)) {
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
		r.Inside = g
	}
}
