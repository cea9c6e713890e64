package gpkg

import (
	"encoding/binary"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
)

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
	b := g.Bound()
	dst = appendHeader(dst, littleEndian|withEnvelope)
	dst = appendFloats(dst, b.Min[0], b.Max[0], b.Min[1], b.Max[1])
	body, err := wkb.Marshal(g, binary.LittleEndian)
	return append(dst, body...), err
}

func appendFloats(dst []byte, floats ...float64) []byte {
	for _, f := range floats {
		dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(f))
	}
	return dst
}
