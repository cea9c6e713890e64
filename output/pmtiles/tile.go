package pmtiles

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"iter"
	"math"
	"slices"
)

// edge is the latitude in degrees at which the square map of Web Mercator ends.
const edge = 85.0511287798066

// curveBits is how finely the map is divided: into cells of a centimetre.
const curveBits = 32

// position is a place on the map in cells of the finest square, from the north-west.
type position struct{ x, y uint32 }

// mercator returns where a place is whose latitude is no further than the edge.
func mercator(lon, lat float64) position {
	sin := math.Sin(lat * math.Pi / 180)
	return position{
		x: cell(lon/360 + 0.5),
		y: cell(0.5 - math.Log((1+sin)/(1-sin))/(4*math.Pi)),
	}
}

// cell returns the cell at a share of the map's side. The far edge, which is the
// antimeridian from the west, is of the last cell.
func cell(share float64) uint32 {
	return uint32(max(0, min(share*(1<<curveBits), 1<<curveBits-1)))
}

func (p position) append(dst []byte) []byte {
	return binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(dst, p.x), p.y)
}

// positionSize is how many bytes append appends.
const positionSize = 8

// within returns where the position is in its tile of the zoom, in the tile's units
// from its north-west corner, rounded.
func (p position) within(zoom int) (x, y uint32) {
	unit := uint(curveBits - zoom - extentBits)
	round := func(c uint32) uint32 {
		return uint32((uint64(c&(1<<(curveBits-zoom)-1)) + 1<<(unit-1)) >> unit)
	}
	return round(p.x), round(p.y)
}

// groups yields the points of each tile of the zoom in the order of the file.
func groups(points []point, zoom int) iter.Seq[[]point] {
	shift := 2 * (curveBits - zoom)
	return func(yield func([]point) bool) {
		for begin := 0; begin < len(points); {
			end := begin + 1
			for end < len(points) && points[end].along>>shift == points[begin].along>>shift {
				end++
			}
			if !yield(points[begin:end]) {
				return
			}
			begin = end
		}
	}
}

// tiler makes the tiles, zoom by zoom, which is their order in the file.
type tiler struct {
	enc     *encoder
	top     int
	entries []entry
	shown   []int // events by zoom
	tile    tile
	picked  []point
	feature []byte
	packed  bytes.Buffer
	gzip    *gzip.Writer
}

// level makes the tiles of a zoom. Zoom 0 is never without a tile, since a directory
// may not be empty.
func (m *tiler) level(zoom int) error {
	m.shown = append(m.shown, 0)
	if len(m.enc.points) == 0 {
		return m.add(0, nil, 0)
	}
	for points := range groups(m.enc.points, zoom) {
		number := firstTile(zoom) + points[0].along>>(2*(curveBits-zoom))
		m.pick(points, zoom)
		m.shown[zoom] += len(m.picked)
		if err := m.add(number, m.picked, zoom); err != nil {
			return err
		}
	}
	return nil
}

// firstTile returns how many tiles there may be below a zoom.
func firstTile(zoom int) uint64 { return (1<<(2*zoom) - 1) / 3 }

// pick finds the points of a tile that are shown, and puts them in the order in
// which the events were written.
func (m *tiler) pick(points []point, zoom int) {
	m.picked = m.picked[:0]
	if zoom == m.top {
		m.picked = append(m.picked, points...)
	} else {
		for cell := range groups(points, zoom+gridBits) {
			m.picked = append(m.picked, slices.MinFunc(cell, byToll))
		}
	}
	slices.SortFunc(m.picked, func(a, b point) int { return cmp.Compare(a.offset, b.offset) })
}

// byToll puts the deadliest event first, and of equals the one written first.
func byToll(a, b point) int {
	return cmp.Or(cmp.Compare(b.killed, a.killed), cmp.Compare(a.offset, b.offset))
}

// add writes a tile of the points.
func (m *tiler) add(number uint64, points []point, zoom int) error {
	m.tile.reset()
	for _, p := range points {
		m.feature = slices.Grow(m.feature[:0], int(p.size))[:p.size]
		if _, err := m.enc.spool.ReadAt(m.feature, p.offset); err != nil {
			return err
		}
		at := position{binary.LittleEndian.Uint32(m.feature), binary.LittleEndian.Uint32(m.feature[4:])}
		x, y := at.within(zoom)
		m.tile.add(m.feature[positionSize:], x, y)
	}
	if err := m.pack(m.tile.layer(m.enc.fields)); err != nil {
		return err
	}
	m.entries = append(m.entries, entry{number, uint64(m.enc.tiles.Size()), uint32(m.packed.Len())})
	_, err := m.enc.tiles.Write(m.packed.Bytes())
	return err
}

// pack compresses a text into m.packed. Most tiles are small, and the default level
// takes twice the time for a fiftieth less.
func (m *tiler) pack(text []byte) error {
	m.packed.Reset()
	if m.gzip == nil {
		m.gzip, _ = gzip.NewWriterLevel(&m.packed, gzip.BestSpeed) // a level there is, so no error
	} else {
		m.gzip.Reset(&m.packed)
	}
	if _, err := m.gzip.Write(text); err != nil {
		return err
	}
	return m.gzip.Close()
}
