// Package area keeps the outlines of places in an index, and tells which of them
// a point lies in. Both are read in place; an outline is decoded only when asked
// for.
package area

import (
	"encoding/binary"
	"errors"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// Outline is what an index knows of a place besides its record.
type Outline struct {
	Countries []string // of a place that lies in several
	Box       orb.Bound
	HasBox    bool
	Area      orb.MultiPolygon
	Middle    orb.Point // of the Area; StoreBuilder works it out
	HasMiddle bool      // the middle lies in the area
}

// empty reports whether there is nothing to keep.
func (o *Outline) empty() bool { return len(o.Countries) == 0 && !o.HasBox && len(o.Area) == 0 }

// Store holds outlines by the number of their place. Its section is:
//
//	uint32                 units per degree of the coordinates
//	uint32                 number of outlines
//	number × 2 × uint32    number of the place, rising; where its outline begins
//	outlines
//
// An outline is a sequence of varints: the countries; the sum of 1 if it has a box
// and 2 if its middle is known; the box; the middle, two float64; then the polygons,
// each a number of rings. A ring is its length in bytes, its box, the number of
// its points, and the points as differences; the last point, which is the first
// one again, is left out.
type Store struct {
	data  string
	units float64
	n     int
	asked asked
}

const storeHeader = 8

// OpenStore returns the outlines in a section.
func OpenStore(data string) (*Store, error) {
	s := &Store{data: data, units: float64(wire.Uint32(data, 0)), n: int(wire.Uint32(data, 4))}
	if s.units == 0 || s.n < 0 || s.n > (len(data)-storeHeader)/8 {
		return nil, errors.New("index is damaged: the table of outlines does not fit its section")
	}
	return s, nil
}

// find returns a Reader of the outline of a place.
func (s *Store) find(number uint32) (wire.Reader, bool) {
	lo, hi := 0, s.n
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if wire.Uint32(s.data, storeHeader+mid*8) < number {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == s.n || wire.Uint32(s.data, storeHeader+lo*8) != number {
		return wire.Reader{}, false
	}
	return wire.At(s.data, int(wire.Uint32(s.data, storeHeader+lo*8+4))), true
}

// Of returns the outline of a place, the zero Outline if it has none.
func (s *Store) Of(number uint32) Outline {
	r, ok := s.find(number)
	if !ok {
		return Outline{}
	}
	o := s.head(&r)
	for range r.Count(1) {
		var polygon orb.Polygon
		for range r.Count(1) {
			if ring := s.ring(&r); len(ring) > 0 {
				polygon = append(polygon, ring)
			}
		}
		if len(polygon) > 0 {
			o.Area = append(o.Area, polygon)
		}
	}
	return o
}

// Head returns the outline of a place without its area.
func (s *Store) Head(number uint32) Outline {
	r, ok := s.find(number)
	if !ok {
		return Outline{}
	}
	return s.head(&r)
}

func (s *Store) head(r *wire.Reader) (o Outline) {
	for range r.Count(2) {
		o.Countries = append(o.Countries, r.Take(2))
	}
	has := r.Uvarint()
	if o.HasBox = has&hasBox != 0; o.HasBox {
		o.Box.Min = orb.Point{s.degrees(r.Varint()), s.degrees(r.Varint())}
		o.Box.Max = orb.Point{s.degrees(r.Varint()), s.degrees(r.Varint())}
	}
	if o.HasMiddle = has&hasMiddle != 0; o.HasMiddle {
		middle := r.Take(16)
		o.Middle = orb.Point{math.Float64frombits(wire.Uint64(middle, 0)), math.Float64frombits(wire.Uint64(middle, 8))}
	}
	return o
}

// What an outline has besides its countries and its area.
const (
	hasBox = 1 << iota
	hasMiddle
)

func (s *Store) degrees(units int64) float64 { return float64(units) / s.units }

// ring reads a ring and closes it.
func (s *Store) ring(r *wire.Reader) orb.Ring {
	r.Uvarint()
	skipBox(r)
	n := r.Count(2)
	ring := make(orb.Ring, 0, n+1)
	var x, y int64
	for range n {
		x += r.Varint()
		y += r.Varint()
		ring = append(ring, orb.Point{s.degrees(x), s.degrees(y)})
	}
	if n > 0 {
		ring = append(ring, ring[0])
	}
	return ring
}

func skipBox(r *wire.Reader) {
	for range 4 {
		r.Varint()
	}
}

// Contains reports whether the area of a place contains a point, by the rule of
// even and odd crossings, so that holes count as outside. A point on the edge of
// two areas lies in one of them at most.
func (s *Store) Contains(number uint32, p orb.Point) bool {
	x, y := p[0]*s.units, p[1]*s.units
	if b := s.asked.get(number); b != nil {
		return b.contains(x, y)
	}
	r, ok := s.find(number)
	if !ok {
		return false
	}
	if s.asked.once(number) {
		return s.contains(r, x, y)
	}
	b := newBanded(number, r, s.head)
	s.asked.put(b)
	return b.contains(x, y)
}

// ContainsAll does for up to AtOnce areas and points what Contains does for one. What
// leads to the edges is read for all of them before any edge is: each step waits for
// memory.
func (s *Store) ContainsAll(numbers []uint32, points []orb.Point, inside []bool) {
	var kept [AtOnce]*banded
	for i, number := range numbers {
		kept[i] = s.asked.get(number)
	}
	var bands [AtOnce]int
	for i, p := range points {
		if bands[i] = -1; kept[i] != nil {
			bands[i] = kept[i].around(p[0]*s.units, p[1]*s.units)
		}
	}
	var two [AtOnce][2]run
	for i, band := range bands[:len(points)] {
		if band >= 0 {
			two[i] = kept[i].bands[band].two
		}
	}
	var begins [AtOnce][2]corner
	for i := range points {
		if bands[i] >= 0 {
			corners := kept[i].corners
			begins[i] = [2]corner{corners[two[i][0].from], corners[two[i][1].from]}
		}
	}
	for i, p := range points {
		switch b, x, y := kept[i], p[0]*s.units, p[1]*s.units; {
		case b == nil:
			inside[i] = s.Contains(numbers[i], p)
		case bands[i] < 0:
			inside[i] = false
		default:
			odd := b.crosses(two[i][0], begins[i][0], x, y) != b.crosses(two[i][1], begins[i][1], x, y)
			inside[i] = odd != b.isOdd(b.others(bands[i]), x, y)
		}
	}
}

// contains is Contains for an outline that is read but once. The rings whose
// boxes do not hold the point are passed over.
func (s *Store) contains(r wire.Reader, x, y float64) (inside bool) {
	s.head(&r)
	for range r.Count(1) {
		for range r.Count(1) {
			if s.ringContains(&r, x, y) {
				inside = !inside
			}
		}
	}
	return inside && !r.Bad()
}

// ringContains reads a ring and reports whether a line from the point to the east
// crosses it an odd number of times.
func (s *Store) ringContains(r *wire.Reader, x, y float64) (odd bool) {
	size := int(r.Uvarint())
	end := r.Pos() + size
	west, south := float64(r.Varint()), float64(r.Varint())
	east, north := float64(r.Varint()), float64(r.Varint())
	if !(x >= west && x <= east && y >= south && y <= north) {
		r.Take(end - r.Pos())
		return false
	}
	n := r.Count(2)
	if n == 0 {
		return false
	}
	first := [2]int64{r.Varint(), r.Varint()}
	last := first
	for range n - 1 {
		next := [2]int64{last[0] + r.Varint(), last[1] + r.Varint()}
		odd = odd != crosses(x, y, last[0], last[1], next[0], next[1])
		last = next
	}
	return odd != crosses(x, y, last[0], last[1], first[0], first[1])
}

// crosses reports whether the edge from a to b crosses the line that runs from
// the point to the east.
func crosses(x, y float64, ax, ay, bx, by int64) bool {
	if (float64(ay) > y) == (float64(by) > y) {
		return false
	}
	return x < float64(ax)+(y-float64(ay))*float64(bx-ax)/float64(by-ay)
}

// StoreBuilder writes outlines. They are added in the order of their numbers.
type StoreBuilder struct {
	// Units is the number of units per degree in which coordinates are kept.
	Units float64

	index []uint32
	body  []byte
}

// Add adds the outline of a place, if there is anything to keep.
func (b *StoreBuilder) Add(number uint32, o Outline) {
	if o.empty() {
		return
	}
	b.index = append(b.index, number, uint32(len(b.body)))
	b.body = binary.AppendUvarint(b.body, uint64(len(o.Countries)))
	for _, c := range o.Countries {
		b.body = append(b.body, (c + "  ")[:2]...)
	}
	b.addMarks(&o)
	b.body = binary.AppendUvarint(b.body, uint64(len(o.Area)))
	for _, polygon := range o.Area {
		b.body = binary.AppendUvarint(b.body, uint64(len(polygon)))
		for _, ring := range polygon {
			b.addRing(ring)
		}
	}
}

// addMarks adds the box and the middle of an outline.
func (b *StoreBuilder) addMarks(o *Outline) {
	has := uint64(0)
	if o.HasBox {
		has |= hasBox
	}
	middle, inside := middleOf(b.kept(o.Area))
	if inside {
		has |= hasMiddle
	}
	b.body = binary.AppendUvarint(b.body, has)
	if o.HasBox {
		b.body = b.appendBox(b.body, o.Box)
	}
	if inside {
		b.body = binary.LittleEndian.AppendUint64(b.body, math.Float64bits(middle[0]))
		b.body = binary.LittleEndian.AppendUint64(b.body, math.Float64bits(middle[1]))
	}
}

// kept returns an area as it comes back from the section.
func (b *StoreBuilder) kept(area orb.MultiPolygon) (kept orb.MultiPolygon) {
	for _, polygon := range area {
		var rings orb.Polygon
		for _, ring := range polygon {
			var r orb.Ring
			for _, p := range b.round(ring) {
				r = append(r, orb.Point{float64(p[0]) / b.Units, float64(p[1]) / b.Units})
			}
			if len(r) > 0 {
				rings = append(rings, append(r, r[0]))
			}
		}
		if len(rings) > 0 {
			kept = append(kept, rings)
		}
	}
	return kept
}

// middleOf returns the middle of an area, if it lies inside.
func middleOf(area orb.MultiPolygon) (at orb.Point, inside bool) {
	if len(area) == 0 {
		return at, false
	}
	at, _ = planar.CentroidArea(area)
	return at, planar.MultiPolygonContains(area, at)
}

func (b *StoreBuilder) unit(degrees float64) int64 { return int64(math.Round(degrees * b.Units)) }

func (b *StoreBuilder) appendBox(dst []byte, box orb.Bound) []byte {
	for _, v := range []float64{box.Min[0], box.Min[1], box.Max[0], box.Max[1]} {
		dst = binary.AppendVarint(dst, b.unit(v))
	}
	return dst
}

func (b *StoreBuilder) addRing(ring orb.Ring) {
	body := b.appendBox(nil, ring.Bound())
	points := b.round(ring)
	body = binary.AppendUvarint(body, uint64(len(points)))
	var x, y int64
	for _, p := range points {
		body = binary.AppendVarint(body, p[0]-x)
		body = binary.AppendVarint(body, p[1]-y)
		x, y = p[0], p[1]
	}
	b.body = binary.AppendUvarint(b.body, uint64(len(body)))
	b.body = append(b.body, body...)
}

// round returns the points of a ring in units, without those that became equal
// to the one before, nor the last one that closes it; nothing of a ring that has
// become a line.
func (b *StoreBuilder) round(ring orb.Ring) [][2]int64 {
	var points [][2]int64
	for _, p := range ring {
		u := [2]int64{b.unit(p[0]), b.unit(p[1])}
		if len(points) == 0 || points[len(points)-1] != u {
			points = append(points, u)
		}
	}
	for len(points) > 1 && points[len(points)-1] == points[0] {
		points = points[:len(points)-1]
	}
	if len(points) < 3 {
		return nil
	}
	return points
}

// Finish returns the section.
func (b *StoreBuilder) Finish() ([]byte, error) {
	body := storeHeader + 4*len(b.index)
	if uint64(body)+uint64(len(b.body)) > math.MaxUint32 {
		return nil, errors.New("the outlines take more than 4 GiB")
	}
	data := binary.LittleEndian.AppendUint32(nil, uint32(b.Units))
	data = binary.LittleEndian.AppendUint32(data, uint32(len(b.index)/2))
	for i := 0; i < len(b.index); i += 2 {
		data = binary.LittleEndian.AppendUint32(data, b.index[i])
		data = binary.LittleEndian.AppendUint32(data, uint32(body)+b.index[i+1])
	}
	return append(data, b.body...), nil
}
