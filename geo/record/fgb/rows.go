package fgb

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"

	flatbuffers "github.com/google/flatbuffers/go"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/record"
)

// rows runs over the features of a file.
type rows struct {
	layer *layer
	in    *bufio.Reader
	n     int
	b     []byte // of the feature at hand
}

// Columns implements [record.StoredRows].
func (r *rows) Columns() []string {
	names := make([]string, len(r.layer.columns))
	for i, c := range r.layer.columns {
		names[i] = c.name
	}
	return names
}

// Close implements [record.StoredRows]. The file stays open for others.
func (r *rows) Close() error { return nil }

// Next implements [record.StoredRows].
func (r *rows) Next(row *record.StoredRow) (err error) {
	defer damagedIfPanics(&err)
	var size [4]byte
	if _, err := io.ReadFull(r.in, size[:]); err != nil {
		if err == io.EOF {
			return io.EOF
		}
		return errDamaged
	}
	n := binary.LittleEndian.Uint32(size[:])
	if n < 8 || n > mostFeature {
		return fmt.Errorf("%w: feature %d has %d bytes", errDamaged, r.n+1, n)
	}
	if r.b, err = readSome(r.in, r.b[:0], int(n)); err != nil {
		return errDamaged
	}
	r.n++
	row.Number = r.n
	f := root(r.b)
	if g, ok := f.table(featureGeometry); ok && r.layer.system == "" {
		row.Shape, row.Fault = shape(&g, r.layer.kind, 0)
	}
	return r.properties(row, f.bytes(featureProperties))
}

// readSome reads so many bytes, and takes no room for those that are not there.
func readSome(in io.Reader, b []byte, n int) ([]byte, error) {
	const step = 1 << 20
	for len(b) < n {
		at := len(b)
		b = append(b, make([]byte, min(step, n-at))...)
		if _, err := io.ReadFull(in, b[at:]); err != nil {
			return b, err
		}
	}
	return b, nil
}

// The kinds of values.
const (
	int8Kind = iota
	uint8Kind
	boolKind
	int16Kind
	uint16Kind
	int32Kind
	uint32Kind
	int64Kind
	uint64Kind
	float32Kind
	float64Kind
	textKind
	jsonKind
	timeKind
	binaryKind
)

// properties sets the values of a row, each of which stands behind the number of its
// column.
func (r *rows) properties(row *record.StoredRow, b []byte) error {
	for len(b) > 0 {
		col := int(binary.LittleEndian.Uint16(b))
		b = b[2:]
		if col >= len(r.layer.columns) {
			return fmt.Errorf("%w: feature %d has a value in column %d of %d", errDamaged, r.n, col+1, len(r.layer.columns))
		}
		le := binary.LittleEndian
		n := 0
		switch r.layer.columns[col].kind {
		case int8Kind:
			n = 1
			row.SetNumber(col, strconv.Itoa(int(int8(b[0]))))
		case uint8Kind:
			n = 1
			row.SetNumber(col, strconv.Itoa(int(b[0])))
		case boolKind:
			n = 1
			row.SetBool(col, b[0] != 0)
		case int16Kind:
			n = 2
			row.SetNumber(col, strconv.Itoa(int(int16(le.Uint16(b)))))
		case uint16Kind:
			n = 2
			row.SetNumber(col, strconv.Itoa(int(le.Uint16(b))))
		case int32Kind:
			n = 4
			row.SetNumber(col, strconv.Itoa(int(int32(le.Uint32(b)))))
		case uint32Kind:
			n = 4
			row.SetNumber(col, strconv.FormatUint(uint64(le.Uint32(b)), 10))
		case int64Kind:
			n = 8
			row.SetNumber(col, strconv.FormatInt(int64(le.Uint64(b)), 10))
		case uint64Kind:
			n = 8
			row.SetNumber(col, strconv.FormatUint(le.Uint64(b), 10))
		case float32Kind:
			n = 4
			row.SetFloat(col, float64(math.Float32frombits(le.Uint32(b))), 32)
		case float64Kind:
			n = 8
			row.SetFloat(col, math.Float64frombits(le.Uint64(b)), 64)
		case textKind, jsonKind, timeKind, binaryKind:
			n = 4 + int(le.Uint32(b))
			row.SetBytes(col, b[4:n])
		default:
			return fmt.Errorf("%w: nobody knows columns of kind %d", errDamaged, r.layer.columns[col].kind)
		}
		b = b[n:]
	}
	return nil
}

// The kinds of geometries.
const (
	pointKind = 1 + iota
	lineKind
	polygonKind
	pointsKind
	linesKind
	polygonsKind
	collectionKind
)

// deepest bounds geometries within geometries.
const deepest = 8

var errShape = errors.New("the geometry is none that can be read: a curve, or damaged")

// shape reads a geometry, whose kind is its own or that of all.
func shape(g *table, kind byte, depth int) (orb.Geometry, error) {
	if kind == 0 {
		kind = g.byte(geometryKind)
	}
	xy, ends := g.doubles(geometryXY), g.ends(len(g.doubles(geometryXY)))
	switch {
	case kind == polygonsKind || kind == collectionKind:
		return parts(g, kind, depth)
	case len(xy) == 0:
		return nil, nil
	case kind == pointKind:
		return xy[0], nil
	case kind == lineKind:
		return orb.LineString(xy), nil
	case kind == pointsKind:
		return orb.MultiPoint(xy), nil
	case kind != polygonKind && kind != linesKind:
		return nil, errShape
	}
	var rings orb.Polygon
	from := 0
	for _, to := range ends {
		if to < from || to > len(xy) {
			return nil, errShape
		}
		rings = append(rings, orb.Ring(xy[from:to]))
		from = to
	}
	if kind == polygonKind {
		return rings, nil
	}
	var lines orb.MultiLineString
	for _, ring := range rings {
		lines = append(lines, orb.LineString(ring))
	}
	return lines, nil
}

// parts reads a geometry of several.
func parts(g *table, kind byte, depth int) (orb.Geometry, error) {
	if depth == deepest {
		return nil, errShape
	}
	inside := byte(0)
	if kind == polygonsKind {
		inside = polygonKind
	}
	var all orb.Collection
	for i := range g.length(geometryParts) {
		part := g.element(geometryParts, i)
		s, err := shape(&part, inside, depth+1)
		if err != nil {
			return nil, err
		}
		if s != nil {
			all = append(all, s)
		}
	}
	if kind == collectionKind || len(all) == 0 {
		if len(all) == 0 {
			return nil, nil
		}
		return all, nil
	}
	var polygons orb.MultiPolygon
	for _, p := range all {
		polygons = append(polygons, p.(orb.Polygon))
	}
	return polygons, nil
}

// doubles returns the positions of a list of coordinates in turn.
func (t *table) doubles(slot int) []orb.Point {
	at := t.at(slot)
	if at == 0 {
		return nil
	}
	n, from := t.length(slot)/2, t.Vector(at-t.Pos)
	n = min(n, (len(t.Bytes)-int(from))/16)
	points := make([]orb.Point, n)
	for i := range points {
		o := from + flatbuffers.UOffsetT(16*i)
		points[i] = orb.Point{t.GetFloat64(o), t.GetFloat64(o + 8)}
	}
	return points
}

// ends returns where each ring or line ends among so many positions; one alone has none.
func (t *table) ends(positions int) []int {
	n := t.length(geometryEnds)
	if n == 0 {
		return []int{positions}
	}
	from := t.Vector(t.at(geometryEnds) - t.Pos)
	var all []int
	for i := range n {
		all = append(all, int(t.GetUint32(from+flatbuffers.UOffsetT(4*i))))
	}
	return all
}
