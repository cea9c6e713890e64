package shapefile

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/paulmach/orb"
)

// The parts of a .shp: a head, and then records that have heads of their own.
const (
	headBytes   = 100
	recordBytes = 8
	// mostShape bounds one shape: a million vertices are 16 MB.
	mostShape = 64 << 20
)

// bounds are what bounds all shapes of a file.
type bounds struct{ left, bottom, right, top float64 }

func readBounds(r io.ReaderAt) (b bounds, err error) {
	var head [headBytes]byte
	if _, err := r.ReadAt(head[:], 0); err != nil {
		return b, damaged(err)
	}
	return bounds{float(head[36:]), float(head[44:]), float(head[52:]), float(head[60:])}, nil
}

func (b bounds) degrees() bool {
	return b.left >= -180 && b.right <= 180 && b.bottom >= -90 && b.top <= 90
}

func float(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) }

// shapes runs over the records of a .shp.
type shapes struct {
	r   *bufio.Reader
	buf bytes.Buffer
}

func newShapes(r io.Reader) *shapes { return &shapes{r: bufio.NewReaderSize(r, 64<<10)} }

// next returns the next shape as it is written, good until the one after it. The
// error is io.EOF at the end.
func (s *shapes) next() ([]byte, error) {
	var head [recordBytes]byte
	if _, err := io.ReadFull(s.r, head[:]); err == io.EOF {
		return nil, err
	} else if err != nil {
		return nil, damaged(err)
	}
	n := 2 * int64(binary.BigEndian.Uint32(head[4:])) // it counts words of 16 bits
	if n < 4 || n > mostShape {
		return nil, damaged(fmt.Errorf("a shape of %d bytes", n))
	}
	s.buf.Reset() // it grows as far as there is something to read
	if _, err := io.CopyN(&s.buf, s.r, n); err != nil {
		return nil, damaged(err)
	}
	return s.buf.Bytes(), nil
}

// The kinds of shapes. Those with heights or measures are 10 and 20 higher, and
// have these behind all else.
const (
	null       = 0
	point      = 1
	polyLine   = 3
	polygon    = 5
	multiPoint = 8
	multiPatch = 31
	perKind    = 10
)

var (
	errCut   = errors.New("shape is cut off")
	errPatch = errors.New("shape is a surface in space, which is not read")
)

// geometry returns a shape; nil, without an error, if it is none.
func geometry(b []byte) (orb.Geometry, error) {
	kind := binary.LittleEndian.Uint32(b)
	b = b[4:]
	switch {
	case kind == null:
		return nil, nil
	case kind == multiPatch:
		return nil, errPatch
	case kind > 3*perKind:
		return nil, fmt.Errorf("shape of the unknown kind %d", kind)
	}
	switch kind % perKind {
	case point:
		return onePoint(b)
	case multiPoint:
		p, err := points(b, boxBytes+4, boxBytes)
		return some(orb.MultiPoint(p), err)
	case polyLine:
		all, err := parts(b)
		var lines orb.MultiLineString
		for _, p := range all {
			lines = append(lines, orb.LineString(p))
		}
		return some(lines, err)
	case polygon:
		all, err := parts(b)
		return some(areas(all), err)
	}
	return nil, fmt.Errorf("shape of the unknown kind %d", kind)
}

// some returns a geometry that has something, else nil.
func some[G interface {
	orb.Geometry
	~[]E
}, E any](g G, err error) (orb.Geometry, error) {
	if err != nil || len(g) == 0 {
		return nil, err
	}
	return g, nil
}

const (
	pointBytes = 16
	boxBytes   = 32 // what bounds a shape
)

func onePoint(b []byte) (orb.Geometry, error) {
	if len(b) < pointBytes {
		return nil, errCut
	}
	return orb.Point{float(b), float(b[8:])}, nil
}

// points returns points, whose number stands at one place and which begin at
// another.
func points(b []byte, from, count int) ([]orb.Point, error) {
	if len(b) < from {
		return nil, errCut
	}
	n := int64(binary.LittleEndian.Uint32(b[count:]))
	b = b[from:]
	if n*pointBytes > int64(len(b)) {
		return nil, errCut
	}
	all := make([]orb.Point, n)
	for i := range all {
		all[i] = orb.Point{float(b[i*pointBytes:]), float(b[i*pointBytes+8:])}
	}
	return all, nil
}

// parts returns the parts of a line or an area.
func parts(b []byte) (all [][]orb.Point, err error) {
	if len(b) < boxBytes+8 {
		return nil, errCut
	}
	n := int64(binary.LittleEndian.Uint32(b[boxBytes:]))
	begin := boxBytes + 8
	if n*4 > int64(len(b)-begin) {
		return nil, errCut
	}
	p, err := points(b, begin+int(n)*4, boxBytes+4)
	if err != nil {
		return nil, err
	}
	for i := range int(n) {
		from, to := binary.LittleEndian.Uint32(b[begin+4*i:]), uint32(len(p))
		if i+1 < int(n) {
			to = binary.LittleEndian.Uint32(b[begin+4*i+4:])
		}
		if from > to || int64(to) > int64(len(p)) {
			return nil, errCut
		}
		if from < to {
			all = append(all, p[from:to])
		}
	}
	return all, nil
}

// areas makes areas of rings: one that runs clockwise begins an area, one that
// runs the other way is a hole in it.
func areas(rings [][]orb.Point) (all orb.MultiPolygon) {
	for _, r := range rings {
		ring := orb.Ring(r)
		if len(all) > 0 && ring.Orientation() == orb.CCW {
			all[len(all)-1] = append(all[len(all)-1], ring)
			continue
		}
		all = append(all, orb.Polygon{ring})
	}
	return all
}
