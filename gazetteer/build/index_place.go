package build

import (
	"encoding/binary"
	"math"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
	"github.com/paulmach/orb"
)

// AppendPlace appends a place in a form that only this program reads, within one
// run: its fields in their order, strings with their length before them.
func AppendPlace(dst []byte, p *Place) []byte {
	for _, s := range []string{p.ID, p.Name, p.Type, p.Code, p.Country, p.Adm1, p.Adm2, p.PCode} {
		dst = wire.AppendString(dst, s)
	}
	for _, list := range [][]string{p.Aliases, p.Known, p.Codes, p.Demonyms, p.Countries} {
		dst = binary.AppendUvarint(dst, uint64(len(list)))
		for _, s := range list {
			dst = wire.AppendString(dst, s)
		}
	}
	dst = binary.AppendUvarint(dst, uint64(p.Population))
	for _, v := range []float64{p.Lon, p.Lat, p.RadiusM} {
		dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(v))
	}
	if p.Box == (orb.Bound{}) && p.Area == nil {
		return append(dst, 0) // most places
	}
	dst = append(dst, 1)
	dst = appendPoints(dst, []orb.Point{p.Box.Min, p.Box.Max})
	dst = binary.AppendUvarint(dst, uint64(len(p.Area)))
	for _, polygon := range p.Area {
		dst = binary.AppendUvarint(dst, uint64(len(polygon)))
		for _, ring := range polygon {
			dst = appendPoints(dst, ring)
		}
	}
	return dst
}

func appendPoints(dst []byte, points []orb.Point) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(points)))
	for _, p := range points {
		dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(p[0]))
		dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(p[1]))
	}
	return dst
}

// ParsePlace reads what AppendPlace wrote. The place shares its memory.
func ParsePlace(data string) (p Place) {
	r := wire.At(data, 0)
	for _, s := range []*string{&p.ID, &p.Name, &p.Type, &p.Code, &p.Country, &p.Adm1, &p.Adm2, &p.PCode} {
		*s = r.String()
	}
	for _, list := range []*[]string{&p.Aliases, &p.Known, &p.Codes, &p.Demonyms, &p.Countries} {
		if n := r.Count(1); n > 0 {
			*list = make([]string, n)
		}
		for i := range *list {
			(*list)[i] = r.String()
		}
	}
	p.Population = int(r.Uvarint())
	for _, v := range []*float64{&p.Lon, &p.Lat, &p.RadiusM} {
		*v = readFloat(&r)
	}
	if r.Uvarint() == 0 {
		return p
	}
	box := readPoints(&r)
	p.Box = orb.Bound{Min: box[0], Max: box[1]}
	for range r.Count(1) {
		var polygon orb.Polygon
		for range r.Count(1) {
			polygon = append(polygon, readPoints(&r))
		}
		p.Area = append(p.Area, polygon)
	}
	return p
}

func readFloat(r *wire.Reader) float64 {
	return math.Float64frombits(wire.Uint64(r.Take(8), 0))
}

func readPoints(r *wire.Reader) orb.Ring {
	points := make(orb.Ring, r.Count(16))
	for i := range points {
		points[i] = orb.Point{readFloat(r), readFloat(r)}
	}
	return points
}
