package parquet

import (
	"encoding/binary"
	"encoding/json"
	"math"

	"github.com/dateline-map/dateline/output"
)

// appendPoint appends a point as ISO WKB, little-endian.
func appendPoint(dst []byte, x, y float64) []byte {
	const littleEndian, point = 1, 1
	dst = binary.LittleEndian.AppendUint32(append(dst, littleEndian), point)
	dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(x))
	return binary.LittleEndian.AppendUint64(dst, math.Float64bits(y))
}

// metadata returns what GeoParquet 1.1 wants under the key "geo". The reference
// system is not named: it is then OGC:CRS84, degrees with the longitude first.
func metadata(b output.Box) string {
	type geometry struct {
		Encoding string              `json:"encoding"`
		Types    []string            `json:"geometry_types"`
		Bounds   *[4]float64         `json:"bbox,omitempty"`
		Covering map[string]covering `json:"covering"`
	}
	g := geometry{Encoding: "WKB", Types: []string{"Point"}, Covering: map[string]covering{boxColumn: {}}}
	for _, part := range boxParts {
		g.Covering[boxColumn][part] = []string{boxColumn, part}
	}
	if !b.Empty() {
		g.Bounds = &[4]float64{b.West, b.South, b.East, b.North}
	}
	text, err := json.Marshal(struct {
		Version string              `json:"version"`
		Primary string              `json:"primary_column"`
		Columns map[string]geometry `json:"columns"`
	}{"1.1.0", geometryColumn, map[string]geometry{geometryColumn: g}})
	if err != nil {
		panic(err) // texts and finite numbers can always be written
	}
	return string(text)
}

// covering says in which column each part of a box is, as a path.
type covering map[string][]string
