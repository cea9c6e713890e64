package pmtiles

import (
	"encoding/binary"
	"encoding/json"
	"html"
	"io"
	"math"
	"slices"
)

// entry is a tile in a directory.
type entry struct {
	number uint64 // along the curve, through all zooms
	offset uint64 // among the tiles
	size   uint32 // in bytes
}

const (
	headerSize = 127
	// rootRoom is what is left for the root directory in the 16 KiB that a reader
	// fetches first.
	rootRoom = 16<<10 - headerSize
	// leafEntries is how many entries a leaf has at least, if there must be leaves.
	leafEntries = 4096
)

// What the header says of the tiles.
const (
	gzipped    = 2 // Compression
	vectorTile = 1 // TileType, MVT
	clustered  = 1 // the tiles stand in the order of their numbers
)

// writeHead writes all that comes before the tiles.
func (enc *encoder) writeHead(w io.Writer, m *tiler) error {
	root, leaves, err := m.directories()
	if err != nil {
		return err
	}
	metadata, err := enc.metadata(m)
	if err != nil {
		return err
	}
	if err := m.pack(metadata); err != nil {
		return err
	}
	sections := [][]byte{root, m.packed.Bytes(), leaves}
	if _, err := w.Write(enc.header(m, sections)); err != nil {
		return err
	}
	for _, s := range sections {
		if _, err := w.Write(s); err != nil {
			return err
		}
	}
	return nil
}

// header returns the header of a file with root directory, metadata and leaf
// directories, one after the other and then the tiles.
func (enc *encoder) header(m *tiler, sections [][]byte) []byte {
	u64 := binary.LittleEndian.AppendUint64
	h := append(make([]byte, 0, headerSize), "PMTiles\x03"...)
	at := uint64(headerSize)
	for _, s := range sections {
		h = u64(u64(h, at), uint64(len(s)))
		at += uint64(len(s))
	}
	h = u64(u64(h, at), uint64(enc.tiles.Size()))
	for range 3 { // addressed tiles, entries, contents: no two share one
		h = u64(h, uint64(len(m.entries)))
	}
	h = append(h, clustered, gzipped, gzipped, vectorTile, 0, byte(m.top))
	box := enc.box
	if box.Empty() {
		box.West, box.South, box.East, box.North = -180, -edge, 180, edge
	}
	for _, degrees := range []float64{box.West, box.South, box.East, box.North} {
		h = binary.LittleEndian.AppendUint32(h, uint32(e7(degrees)))
	}
	h = append(h, 0) // the zoom to begin with
	for _, degrees := range []float64{(box.West + box.East) / 2, (box.South + box.North) / 2} {
		h = binary.LittleEndian.AppendUint32(h, uint32(e7(degrees)))
	}
	return h
}

// e7 returns degrees in ten-millionths.
func e7(degrees float64) int32 { return int32(math.Round(degrees * 1e7)) }

// directories returns the root directory and the leaves below it, if it has not
// the room for all. Leaves grow until it has the room for them.
func (m *tiler) directories() (root, leaves []byte, err error) {
	if root, err = m.directory(m.entries, 1); err != nil || len(root) <= rootRoom {
		return root, nil, err
	}
	for size := leafEntries; ; size *= 2 {
		var tops []entry
		leaves = leaves[:0]
		for part := range slices.Chunk(m.entries, size) {
			leaf, err := m.directory(part, 1)
			if err != nil {
				return nil, nil, err
			}
			tops = append(tops, entry{part[0].number, uint64(len(leaves)), uint32(len(leaf))})
			leaves = append(leaves, leaf...)
		}
		if root, err = m.directory(tops, 0); err != nil || len(root) <= rootRoom {
			return root, leaves, err
		}
	}
}

// directory returns a directory of the entries, which follow upon each other. A
// run of 1 is for tiles, 0 for leaves.
func (m *tiler) directory(entries []entry, run uint64) ([]byte, error) {
	d := binary.AppendUvarint(nil, uint64(len(entries)))
	last := uint64(0)
	for _, e := range entries {
		d = binary.AppendUvarint(d, e.number-last)
		last = e.number
	}
	for range entries {
		d = binary.AppendUvarint(d, run)
	}
	for _, e := range entries {
		d = binary.AppendUvarint(d, uint64(e.size))
	}
	for i, e := range entries {
		if i > 0 { // 0 is "where the one before ends"
			d = append(d, 0)
			continue
		}
		d = binary.AppendUvarint(d, e.offset+1)
	}
	if err := m.pack(d); err != nil {
		return nil, err
	}
	return slices.Clone(m.packed.Bytes()), nil
}

// metadata is what the file says of itself, as the specification has it for vector
// tiles, and under dateline what of the events is where.
type metadata struct {
	Name        string        `json:"name"`
	Attribution string        `json:"attribution,omitempty"` // HTML
	Type        string        `json:"type"`
	Layers      []vectorLayer `json:"vector_layers"`
	Dateline    counts        `json:"dateline"`
}

type vectorLayer struct {
	ID      string            `json:"id"`
	Fields  map[string]string `json:"fields"`
	MinZoom int               `json:"minzoom"`
	MaxZoom int               `json:"maxzoom"`
}

// counts are of events.
type counts struct {
	Events  int   `json:"events"`         // at the top zoom
	ByZoom  []int `json:"events_by_zoom"` // from zoom 0
	LeftOut int   `json:"without_place"`  // which are in no tile
	Moved   int   `json:"moved_to_edge"`  // from beyond 85.05 degrees
}

func (enc *encoder) metadata(m *tiler) ([]byte, error) {
	fields := make(map[string]string)
	for _, f := range enc.fields {
		fields[f.name] = "Number"
		if f.text {
			fields[f.name] = "String"
		}
	}
	return json.Marshal(metadata{
		Name: enc.o.Title, Attribution: html.EscapeString(enc.o.Attribution), Type: "overlay",
		Layers:   []vectorLayer{{layerName, fields, 0, m.top}},
		Dateline: counts{len(enc.points), m.shown, enc.leftOut, enc.moved},
	})
}
