package jsonrows

import (
	"strings"
	"testing"
)

// TestTopologyDamaged: what lacks a part is refused in words.
func TestTopologyDamaged(t *testing.T) {
	for _, text := range []string{
		`{"type":"Topology"}`, `{"type":"Topology","objects":[]}`, `{"type":"Topology","objects":{"a":1}}`, `{"type":"Topology","objects":`,
		`{"type":"Topology","transform":{},"arcs":[[[1],[]]],"objects":{"a":{"type":"Point","coordinates":"x"}}}`,
	} {
		_, err := FromTopology(strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), "TopoJSON document is damaged") {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestTopologyShapes makes the shapes of arcs that features share.
func TestTopologyShapes(t *testing.T) {
	const arcs = `"arcs":[[[0,0],[10,0],[0,10]],[[10,10],[-10,0],[0,-10]]]`
	for _, c := range []struct{ geometry, want string }{
		{`"type":"Point","coordinates":[5,6]`, `"coordinates":[40.5,30.6]`},
		{`"type":"MultiPoint","coordinates":[[5,6],[0,0]]`, `[[40.5,30.6],[40,30]]`},
		{`"type":"LineString","arcs":[0]`, `[[40,30],[41,30],[41,31]]`},
		{`"type":"LineString","arcs":[-1]`, `[[41,31],[41,30],[40,30]]`},
		{`"type":"Polygon","arcs":[[0,1]]`, `[[[40,30],[41,30],[41,31],[40,31],[40,30]]]`},
		{`"type":"MultiPolygon","arcs":[[[0,1]]]`, `[[[[40,30],[41,30],[41,31],[40,31],[40,30]]]]`},
		{`"type":null`, `"geometry":null`},
		{`"type":"LineString","arcs":[7]`, "there is no arc 7"},
		{`"type":"LineString","arcs":{}`, "damaged"},
	} {
		text := `{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[40,30]},"objects":{"a":{"type":"GeometryCollection","geometries":[{` + c.geometry + `,"id":"x","properties":{"n":1}}]}},` + arcs + `}`
		got := ""
		r, err := FromTopology(strings.NewReader(text))
		if err != nil {
			got = err.Error()
		} else {
			head, _ := r.Peek(1000)
			got = string(head)
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s is %s, want %s", c.geometry, got, c.want)
		}
	}
}
