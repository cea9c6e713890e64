package record

import (
	"math"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// Window is a box of points, in the units in which records count them: to tell
// whether a record's point lies in it takes no more than its bits.
type Window struct {
	west, south   uint32
	width, height uint32
}

// around is the longitudes that there are, in units.
const around = 360 * unitsPerDegree

// NewWindow returns a window around a point that holds every point within reach of
// it in longitude, the date line notwithstanding, and in latitude, all in degrees. It
// holds points two units further away as well, whatever the sums are rounded to.
func NewWindow(lon, lat, reachLon, reachLat float64) Window {
	const margin = 2
	south := max(0, math.Floor((lat-reachLat+90)*unitsPerDegree)-margin)
	north := max(0, math.Ceil((lat+reachLat+90)*unitsPerDegree)+margin)
	w := Window{south: uint32(south), height: uint32(max(0, north-south)), width: math.MaxUint32}
	if reachLon < 180-1 {
		west := int64(math.Floor((lon-reachLon+180)*unitsPerDegree)) - margin
		w.west = uint32((west%around + around) % around)
		w.width = uint32(math.Ceil(2*reachLon*unitsPerDegree)) + 2*margin + 1
	}
	return w
}

// Next returns the first record from a number on, and before another, whose point
// lies in a window; that other number if none does, also one beyond the records,
// as a damaged file may say.
func (t *Table) Next(number, end uint32, w Window) uint32 {
	for last := min(end, uint32(t.n)); number < last; number++ {
		v := wire.Word(t.s.Records[int(number)*Len:])
		east := uint32(v&(1<<lonBits-1)) - w.west
		if int32(east) < 0 {
			east += around
		}
		if uint32(v>>lonBits&(1<<latBits-1))-w.south <= w.height && east <= w.width && v&locatedBit != 0 {
			return number
		}
	}
	return end
}
