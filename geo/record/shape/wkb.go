// Package shape reads geometries as databases and columnar files keep them: in
// well-known binary, in the reference systems that tables of events come in.
//
// # Non-goals
//
//   - Curves and surfaces: nobody draws events as circular arcs.
//   - A library of reference systems: what is not longitude and latitude, web
//     Mercator or UTM is named and refused.
package shape

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/paulmach/orb"
)

// The kinds of geometry in well-known binary, ISO 19125-1.
const (
	point = 1 + iota
	lineString
	polygon
	multiPoint
	multiLineString
	multiPolygon
	collection
)

// names are those of kinds that are refused; others have numbers.
var names = map[uint32]string{
	8: "circular string", 9: "compound curve", 10: "curve polygon", 11: "multicurve", 12: "multisurface",
	15: "polyhedral surface", 16: "TIN", 17: "triangle",
}

var errCut = errors.New("geometry is cut off")

// deepest bounds collections within collections.
const deepest = 8

// FromWKB reads a geometry in well-known binary, also in PostGIS's extension of
// it. Heights and measures are left out. An empty geometry is nil, without an
// error, as is an empty point, whose coordinates are not numbers.
func FromWKB(b []byte) (orb.Geometry, error) {
	d := decoder{rest: b}
	return d.geometry(0)
}

// decoder reads well-known binary from its front. Its first error ends it.
type decoder struct {
	rest  []byte
	order binary.ByteOrder
	skip  int // coordinates of each point beside x and y
}

// geometry reads one geometry, with its own byte order and type.
func (d *decoder) geometry(depth int) (orb.Geometry, error) {
	kind, err := d.header()
	if err != nil {
		return nil, err
	}
	switch kind {
	case point:
		return d.point()
	case lineString:
		return some(d.points())
	case polygon:
		return some(d.polygon())
	case multiPoint, multiLineString, multiPolygon, collection:
		return d.several(kind, depth)
	}
	if name := names[kind]; name != "" {
		return nil, fmt.Errorf("geometry is a %s, which is not read", name)
	}
	return nil, fmt.Errorf("geometry of the unknown kind %d", kind)
}

// Flags of PostGIS's extension, which stand in the kind.
const (
	hasHeight  = 0x80000000
	hasMeasure = 0x40000000
	hasSystem  = 0x20000000
)

// header reads the byte order and the kind, and how many coordinates a point has.
func (d *decoder) header() (kind uint32, err error) {
	if len(d.rest) == 0 {
		return 0, errCut
	}
	switch d.rest[0] {
	case 0:
		d.order = binary.BigEndian
	case 1:
		d.order = binary.LittleEndian
	default:
		return 0, errors.New("not a geometry in well-known binary")
	}
	d.rest = d.rest[1:]
	if kind, err = d.number(); err != nil {
		return 0, err
	}
	flags := kind & (hasHeight | hasMeasure | hasSystem)
	kind &^= flags
	d.skip = 0
	for _, present := range [...]bool{flags&hasHeight != 0, flags&hasMeasure != 0} {
		if present {
			d.skip++
		}
	}
	switch kind / 1000 { // ISO: 1001 has a height, 2001 a measure, 3001 both
	case 1, 2:
		d.skip = 1
	case 3:
		d.skip = 2
	}
	if flags&hasSystem != 0 {
		_, err = d.number() // the file's own metadata say the system
	}
	return kind % 1000, err
}

func (d *decoder) number() (uint32, error) {
	if len(d.rest) < 4 {
		return 0, errCut
	}
	n := d.order.Uint32(d.rest)
	d.rest = d.rest[4:]
	return n, nil
}

// count reads how many parts follow, each of so many bytes at least: a hostile
// count must not make room for what is not there.
func (d *decoder) count(bytes int) (int, error) {
	n, err := d.number()
	if err == nil && int64(n)*int64(bytes) > int64(len(d.rest)) {
		err = errCut
	}
	return int(n), err
}

const pointBytes = 16

// position reads the coordinates of one point.
func (d *decoder) position() (orb.Point, error) {
	size := pointBytes + 8*d.skip
	if len(d.rest) < size {
		return orb.Point{}, errCut
	}
	p := orb.Point{math.Float64frombits(d.order.Uint64(d.rest)), math.Float64frombits(d.order.Uint64(d.rest[8:]))}
	d.rest = d.rest[size:]
	return p, nil
}

func (d *decoder) point() (orb.Geometry, error) {
	p, err := d.position()
	if err != nil || math.IsNaN(p[0]) && math.IsNaN(p[1]) {
		return nil, err
	}
	return p, nil
}

func (d *decoder) points() (orb.LineString, error) {
	n, err := d.count(pointBytes + 8*d.skip)
	if err != nil {
		return nil, err
	}
	line := make(orb.LineString, n)
	for i := range line {
		if line[i], err = d.position(); err != nil {
			return nil, err
		}
	}
	return line, nil
}

func (d *decoder) polygon() (orb.Polygon, error) {
	n, err := d.count(4)
	if err != nil {
		return nil, err
	}
	rings := make(orb.Polygon, n)
	for i := range rings {
		ring, err := d.points()
		if err != nil {
			return nil, err
		}
		rings[i] = orb.Ring(ring)
	}
	return rings, nil
}

// leastBytes is what the smallest geometry takes: a byte order, a kind, a count.
const leastBytes = 9

// several reads the parts of a geometry that has some. They are of any kinds,
// which harms nobody.
func (d *decoder) several(kind uint32, depth int) (orb.Geometry, error) {
	if depth == deepest {
		return nil, fmt.Errorf("geometry collections are nested deeper than %d", deepest)
	}
	n, err := d.count(leastBytes)
	if err != nil {
		return nil, err
	}
	var all orb.Collection
	for range n {
		part, err := d.geometry(depth + 1)
		if err != nil {
			return nil, err
		}
		if part != nil {
			all = append(all, part)
		}
	}
	return some(gathered(kind, all), nil)
}

// gathered returns parts as the kind that they are together. Parts that do not
// fit it stay a collection.
func gathered(kind uint32, all orb.Collection) orb.Geometry {
	switch kind {
	case multiPoint:
		return allOf(all, func(m orb.MultiPoint, p orb.Point) orb.MultiPoint { return append(m, p) })
	case multiLineString:
		return allOf(all, func(m orb.MultiLineString, l orb.LineString) orb.MultiLineString { return append(m, l) })
	case multiPolygon:
		return allOf(all, func(m orb.MultiPolygon, p orb.Polygon) orb.MultiPolygon { return append(m, p) })
	}
	return all
}

func allOf[Many, One orb.Geometry](all orb.Collection, add func(Many, One) Many) orb.Geometry {
	var many Many
	for _, g := range all {
		one, ok := g.(One)
		if !ok {
			return all
		}
		many = add(many, one)
	}
	return many
}

// some returns a geometry, or nil if it has no parts.
func some[G orb.Geometry](g G, err error) (orb.Geometry, error) {
	if err != nil || empty(g) {
		return nil, err
	}
	return g, nil
}

func empty(g orb.Geometry) bool {
	switch g := g.(type) {
	case orb.LineString:
		return len(g) == 0
	case orb.Polygon:
		return len(g) == 0
	case orb.MultiPoint:
		return len(g) == 0
	case orb.MultiLineString:
		return len(g) == 0
	case orb.MultiPolygon:
		return len(g) == 0
	case orb.Collection:
		return len(g) == 0
	}
	return false
}
