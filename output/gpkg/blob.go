package gpkg

import (
	"encoding/binary"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"

	"github.com/dateline-map/dateline/output"
)

// around returns the box of a geometry.
func around(g orb.Geometry) output.Box {
	b := g.Bound()
	return output.Box{West: b.Min[0], South: b.Min[1], East: b.Max[0], North: b.Max[1]}
}

// A geometry in a GeoPackage is a header, which may have an envelope, and WKB
// (clause 2.1.3).
const (
	littleEndian = 1
	withEnvelope = 1 << 1 // min x, max x, min y, max y
	wgs84        = 4326
	wkbPoint     = 1
)

func appendHeader(dst []byte, flags byte) []byte {
	dst = append(dst, 'G', 'P', 0, flags)
	return binary.LittleEndian.AppendUint32(dst, wgs84)
}

// appendPoint appends a point, which is its own envelope.
func appendPoint(dst []byte, lon, lat float64) []byte {
	dst = appendHeader(dst, littleEndian)
	dst = append(dst, littleEndian)
	dst = binary.LittleEndian.AppendUint32(dst, wkbPoint)
	return appendFloats(dst, lon, lat)
}

func appendGeometry(dst []byte, g orb.Geometry) ([]byte, error) {
	b := around(g)
	dst = appendHeader(dst, littleEndian|withEnvelope)
	dst = appendFloats(dst, b.West, b.East, b.South, b.North)
	body, err := wkb.Marshal(g, binary.LittleEndian)
	return append(dst, body...), err
}

func appendFloats(dst []byte, floats ...float64) []byte {
	for _, f := range floats {
		dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(f))
	}
	return dst
}
