// Package pmtiles writes events as PMTiles (version 3, github.com/protomaps/PMTiles):
// one file of vector tiles, of which a map on the web fetches the few that it
// shows, so that it can show more events than a browser holds.
//
// Tiles know no dates. A feature has the integers day and day_end, by which a map
// filters, besides the properties that a map shows. At the top zoom every event is
// in a tile; below, each cell of a grid shows its deadliest event, and the metadata
// counts what each zoom has. An event that a zoom shows is shown at every further one.
//
// # Non-goals
//
//   - Reading and changing.
//   - All properties of an event: they would be in the tiles of every zoom.
package pmtiles

import (
	"bufio"
	"cmp"
	"io"
	"slices"

	"github.com/dateline-map/dateline/output"
)

// Options are how a file is written. The zero Options is the usual choice.
type Options struct {
	// Title says what the map shows. The default is "Events".
	Title string
	// Attribution names those whose data the tiles hold. Maps show it. The default
	// is none.
	Attribution string
	// Folder is where features and tiles wait on the disk until all are there. The
	// default is the system's folder for such files.
	Folder string
}

// The zooms. At the lowest top zoom a tile's grid of 4096 rounds a place by at
// most 7 m, less than the 8 m by which decimals do; what is drawn larger is that tile
// enlarged.
const (
	lowestTop  = 10
	highestTop = 14
	// fullest is how many events a tile of the top zoom should have at most. If one
	// has more, the top is a zoom further in, where there is one.
	fullest = 2000
	// gridBits makes cells of a 64th of a tile's side, 8 pixels where tiles are drawn
	// with 512: about a dot.
	gridBits = 6
)

type encoder struct {
	w       io.Writer
	o       Options
	fields  []field
	spool   *output.Spool // the features
	tiles   *output.Spool
	points  []point
	box     output.Box
	leftOut int
	moved   int // from beyond the map's edge
	buf     []byte
}

// point is an event that waits for its tiles.
type point struct {
	along  uint64 // the Hilbert curve of the finest square
	offset int64  // of the feature in the spool
	size   uint32 // of the feature there, in bytes
	killed int32  // -1 if not known, which less deserves a place than none killed
}

// NewWriter returns a writer of a file with the events to w.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *output.Layer {
	o.Title = cmp.Or(o.Title, "Events")
	enc := &encoder{w: w, o: o, fields: fieldsOf(columns), box: output.Nowhere}
	var err error
	if enc.spool, err = output.NewSpool(o.Folder); err == nil {
		enc.tiles, err = output.NewSpool(o.Folder)
	}
	return output.NewLayer(columns, enc, err)
}

// Add writes the feature to the spool.
func (enc *encoder) Add(f *output.Feature) error {
	if !f.Drawn {
		enc.leftOut++
		return nil
	}
	lat := max(-edge, min(f.At.Lat, edge))
	if lat != f.At.Lat {
		enc.moved++
	}
	enc.box.Add(f.At.Lon, lat)
	at := mercator(f.At.Lon, lat)
	p := point{along: output.Hilbert(at.x, at.y, curveBits), offset: enc.spool.Size(), killed: -1}
	if n, known := f.Event.Killed.Best.Int(); known {
		p.killed = int32(n)
	}
	enc.buf = at.append(enc.buf[:0])
	enc.buf = appendFeature(enc.buf, uint64(len(enc.points)+1), enc.fields, f)
	p.size = uint32(len(enc.buf))
	enc.points = append(enc.points, p)
	_, err := enc.spool.Write(enc.buf)
	return err
}

// LeftOut returns how many features have no place.
func (enc *encoder) LeftOut() int { return enc.leftOut }

// Moved returns how many features lie beyond the map's northern or southern edge
// and are shown on it.
func (enc *encoder) Moved() int { return enc.moved }

// Drop removes what is on the disk.
func (enc *encoder) Drop() {
	enc.spool.Drop()
	enc.tiles.Drop()
}

// End makes the tiles and writes the file.
func (enc *encoder) End() error {
	if err := enc.spool.Done(); err != nil {
		return err
	}
	slices.SortFunc(enc.points, func(a, b point) int {
		return cmp.Or(cmp.Compare(a.along, b.along), cmp.Compare(a.offset, b.offset))
	})
	m := &tiler{enc: enc, top: topZoom(enc.points)}
	for zoom := range m.top + 1 {
		if err := m.level(zoom); err != nil {
			return err
		}
	}
	if err := enc.tiles.Done(); err != nil {
		return err
	}
	b := bufio.NewWriterSize(enc.w, 1<<16)
	if err := enc.writeHead(b, m); err != nil {
		return err
	}
	if err := enc.tiles.CopyTo(b); err != nil {
		return err
	}
	return b.Flush()
}

// topZoom returns the lowest zoom whose tiles are none too full, or the highest
// there may be; without events, 0.
func topZoom(points []point) int {
	if len(points) == 0 {
		return 0
	}
	for zoom := lowestTop; zoom < highestTop; zoom++ {
		full := 0
		for tile := range groups(points, zoom) {
			full = max(full, len(tile))
		}
		if full <= fullest {
			return zoom
		}
	}
	return highestTop
}
