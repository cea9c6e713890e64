package geometry

import (
	"fmt"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

func TestParseGeometry(t *testing.T) {
	tests := []struct {
		raw    string
		want   string
		reason string
	}{
		{`null`, "none", "an event without a place is one"},
		{`{"type":"Point","coordinates":[36.2,33.5]}`, "[36.2 33.5] exact", "as given"},
		{`{"type":"Point","coordinates":[36.2,33.5,700]}`, "[36.2 33.5] exact", "the height is not needed"},
		{`{"type":"MultiPoint","coordinates":[[36.2,33.5]]}`, "[36.2 33.5] exact", "one point is a point"},
		{`{"type":"Point","coordinates":[0,0]}`, ErrNullIsland.Error(), "null island"},
		{`{"type":"Point","coordinates":[33.5]}`, errNoVertices.Error(), "half a point"},
		{`{"type":"Point","coordinates":[12,123]}`, "latitude 123 is not between -90 and 90; latitude and longitude look swapped", "as 123 E, 12 N it would be one"},
		{`{"type":"Polygon","coordinates":[[[10,50],[10.02,50],[10.02,50.02],[10,50.02],[10,50]]]}`, "[10.01 50.01] near 1324 m", "as small as a town"},
		{`{"type":"Polygon","coordinates":[[[10,50],[12,50],[12,52],[10,52],[10,50]]]}`, "[11 51] region 131929 m", "as large as a province"},
		{`{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,1],[1,1],[1,9],[10,9],[10,10],[0,10],[0,0]]]}`, "[1 1] region 1412858 m", "the centroid of a C lies outside it"},
		{`{"type":"MultiPolygon","coordinates":[[[[179,-17],[180,-17],[180,-16],[179,-16],[179,-17]]],[[[-180,-17],[-179,-17],[-179,-16],[-180,-16],[-180,-17]]]]}`, "[180 -16.5] region 120498 m", "over the antimeridian, not round the world"},
		{`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[36,33]},null]}`, "[36 33] exact", "a collection of one point"},
		{`{"type":"Circle","coordinates":[1,2]}`, `"Circle" is not a type of geometry`, "GeoJSON has none"},
	}
	for _, tt := range tests {
		g, err := OfGeoJSON([]byte(tt.raw))
		if got := describe(g, err); got != tt.want {
			t.Errorf("%s is read as %s, want %s: %s", tt.raw, got, tt.want, tt.reason)
		}
	}
}

func describe(g *Place, err error) string {
	switch {
	case err != nil:
		return err.Error()
	case g == nil:
		return "none"
	case g.Radius == geo.Figure{}:
		return fmt.Sprintf("[%.6g %.6g] %v", g.Point[0], g.Point[1], g.Precision)
	}
	r, _ := g.Radius.Int()
	return fmt.Sprintf("[%.6g %.6g] %v %d m", g.Point[0], g.Point[1], g.Precision, r)
}
