// Package fgb reads FlatGeobuf files, as record.Store wants them: what this program, GDAL
// and QGIS write. A feature is a row, its geometry the row's own. The source is the
// schema of FlatGeobuf, version 3.
//
// # Non-goals
//
//   - Heights and measures; curves and surfaces.
//   - The index: all features are read, one after another.
package fgb

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	flatbuffers "github.com/google/flatbuffers/go"

	"github.com/dateline-map/dateline/geo/record"
)

// magic begins a file; the byte behind it is the version's last number.
const magic = "fgb\x03fgb"

// Store returns what reads FlatGeobuf.
func Store() record.Store { return record.Store{Magic: magic, Open: open} }

// Bounds on a file: a hostile one says anything of its sizes.
const (
	mostHeader  = 16 << 20
	mostFeature = 64 << 20
	mostColumns = 10_000
)

var errDamaged = errors.New("the FlatGeobuf file is damaged")

// layer is what the header of a file says.
type layer struct {
	columns []column
	kind    byte  // of all geometries; 0 if each has its own
	begin   int64 // of the features
	system  string
}

type column struct {
	name string
	kind byte
}

func open(path string) (s record.Stored, err error) {
	f, err := os.Open(path)
	if err != nil {
		return s, err
	}
	l, err := readLayer(f)
	if err != nil {
		return s, errors.Join(err, f.Close())
	}
	t := record.StoredTable{Format: record.FlatGeobuf, Rows: func() (record.StoredRows, error) {
		return &rows{layer: l, in: bufio.NewReader(io.NewSectionReader(f, l.begin, 1<<62))}, nil
	}}
	if l.system != "" {
		t.Notices = []string{"positions are in " + l.system + ", which is not read; the rows go on without them"}
	}
	return record.Stored{Tables: []record.StoredTable{t}, Close: f.Close}, nil
}

// The slots of the tables of the schema.
const (
	headerKind, headerColumns, headerCount, headerNode, headerCRS = 2, 7, 8, 9, 10

	columnName, columnKind                   = 0, 1
	crsOrg, crsCode                          = 0, 1
	featureGeometry, featureProperties       = 0, 1
	featureColumns                           = 2
	geometryEnds, geometryXY                 = 0, 1
	geometryKind, geometryParts              = 6, 7
	defaultNode                              = 16
	nodeBytes                          int64 = 40
)

func readLayer(file io.ReaderAt) (l *layer, err error) {
	defer damagedIfPanics(&err)
	var head [12]byte
	if _, err := file.ReadAt(head[:], 0); err != nil {
		return nil, errDamaged
	}
	size := int64(binary.LittleEndian.Uint32(head[8:]))
	if size > mostHeader {
		return nil, fmt.Errorf("%w: its header is too long", errDamaged)
	}
	b := make([]byte, size)
	if _, err := file.ReadAt(b, int64(len(head))); err != nil {
		return nil, errDamaged
	}
	h := root(b)
	l = &layer{kind: h.byte(headerKind)}
	for i := range h.length(headerColumns) {
		if i == mostColumns {
			return nil, fmt.Errorf("%w: it has more than %d columns", errDamaged, mostColumns)
		}
		c := h.element(headerColumns, i)
		l.columns = append(l.columns, column{c.text(columnName), c.byte(columnKind)})
	}
	if crs, ok := h.table(headerCRS); ok {
		l.system = foreign(crs.text(crsOrg), crs.int32(crsCode))
	}
	l.begin = int64(len(head)) + size + indexBytes(h.uint64(headerCount), h.uint16(headerNode, defaultNode))
	return l, nil
}

// foreign returns what people call a reference system that is not WGS 84 or as good as it;
// empty if it is.
func foreign(org string, code int32) string {
	switch {
	case code == 0, code == 4326, code == 4979, code == 4258, code == 4269, org == "OGC":
		return ""
	}
	return fmt.Sprintf("%s:%d", org, code)
}

// indexBytes returns the length of the index of so many features, which has a root above
// even one.
func indexBytes(features uint64, node uint16) int64 {
	if node < 2 || features == 0 || features > 1<<40 {
		return 0
	}
	n, all := features, features
	for more := true; more; more = n > 1 {
		n = (n + uint64(node) - 1) / uint64(node)
		all += n
	}
	return int64(all) * nodeBytes
}

// damagedIfPanics makes an error of what the library does where a file points beyond its
// end.
func damagedIfPanics(err *error) {
	if recover() != nil {
		*err = errDamaged
	}
}

// table is one of a buffer.
type table struct{ flatbuffers.Table }

func root(b []byte) table {
	return table{flatbuffers.Table{Bytes: b, Pos: flatbuffers.GetUOffsetT(b)}}
}

// at returns where a slot's value is; 0 if it has none.
func (t *table) at(slot int) flatbuffers.UOffsetT {
	if o := t.Offset(flatbuffers.VOffsetT(4 + 2*slot)); o != 0 {
		return t.Pos + flatbuffers.UOffsetT(o)
	}
	return 0
}

func (t *table) byte(slot int) byte {
	if at := t.at(slot); at != 0 {
		return t.GetByte(at)
	}
	return 0
}

func (t *table) int32(slot int) int32 {
	if at := t.at(slot); at != 0 {
		return t.GetInt32(at)
	}
	return 0
}

func (t *table) uint16(slot int, otherwise uint16) uint16 {
	if at := t.at(slot); at != 0 {
		return t.GetUint16(at)
	}
	return otherwise
}

func (t *table) uint64(slot int) uint64 {
	if at := t.at(slot); at != 0 {
		return t.GetUint64(at)
	}
	return 0
}

func (t *table) text(slot int) string {
	if at := t.at(slot); at != 0 {
		return string(t.ByteVector(at))
	}
	return ""
}

func (t *table) bytes(slot int) []byte {
	if at := t.at(slot); at != 0 {
		return t.ByteVector(at)
	}
	return nil
}

func (t *table) table(slot int) (inside table, ok bool) {
	at := t.at(slot)
	if at == 0 {
		return inside, false
	}
	return table{flatbuffers.Table{Bytes: t.Bytes, Pos: t.Indirect(at)}}, true
}

// length returns how many values a list has. Each takes room in the buffer, whatever the
// file says.
func (t *table) length(slot int) int {
	at := t.at(slot)
	if at == 0 {
		return 0
	}
	return min(t.VectorLen(at-t.Pos), len(t.Bytes))
}

func (t *table) element(slot, i int) table {
	at := t.Vector(t.at(slot)-t.Pos) + flatbuffers.UOffsetT(4*i)
	return table{flatbuffers.Table{Bytes: t.Bytes, Pos: t.Indirect(at)}}
}
