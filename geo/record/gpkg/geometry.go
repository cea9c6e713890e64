package gpkg

import (
	"errors"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/record/shape"
)

// Parts of the head of a geometry as clause 2.1.3 of GeoPackage 1.3 gives them:
// "GP", a version, flags, the reference system, then an envelope that the flags
// give the size of.
const (
	headBytes  = 8
	flagsAt    = 3
	isEmpty    = 1 << 4
	isExtended = 1 << 5
)

var envelopeBytes = [...]int{0, 32, 48, 48, 64}

var (
	errNoGeometry = errors.New("not a geometry of a GeoPackage")
	errExtended   = errors.New("geometry of a kind of its maker's own, which is not read")
)

// shape returns the geometry of a cell in degrees; nil, without an error, if
// there is none.
func (l *layer) shape(cell any) (orb.Geometry, error) {
	if cell == nil {
		return nil, nil
	}
	blob, ok := cell.([]byte)
	if !ok {
		return nil, errNoGeometry
	}
	wkb, err := body(blob)
	if wkb == nil || err != nil {
		return nil, err
	}
	g, err := shape.FromWKB(wkb)
	return l.system.Degrees(g), err
}

// body returns what stands behind the head; nil if the geometry is empty.
func body(blob []byte) ([]byte, error) {
	if len(blob) < headBytes || blob[0] != 'G' || blob[1] != 'P' {
		return nil, errNoGeometry
	}
	flags := blob[flagsAt]
	envelope := int(flags >> 1 & 7)
	switch {
	case flags&isExtended != 0:
		return nil, errExtended
	case flags&isEmpty != 0:
		return nil, nil
	case envelope >= len(envelopeBytes) || len(blob) < headBytes+envelopeBytes[envelope]:
		return nil, errNoGeometry
	}
	return blob[headBytes+envelopeBytes[envelope]:], nil
}
