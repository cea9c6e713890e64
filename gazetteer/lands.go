package gazetteer

import (
	"sync/atomic"

	"github.com/dateline-map/dateline/gazetteer/internal/area"
	"github.com/paulmach/orb"
)

// OneLandAll tells for each of some points the only country of which an area reaches
// into the cell of a sixteenth of a degree that the point lies in; no place if several
// do, or none. There must be room for all answers.
func (x *Index) OneLandAll(points []orb.Point, lands []Ref) {
	var room [area.AtOnce]area.Shares
	for len(points) > 0 {
		n := min(len(points), area.AtOnce)
		x.cover.AtAll(points[:n], room[:])
		for i, shares := range room[:n] {
			lands[i] = x.oneLand(shares)
		}
		points, lands = points[n:], lands[n:]
	}
}

// SomeLandNear reports whether a country is as asked of which an area reaches into the
// cell of a point.
func (x *Index) SomeLandNear(p orb.Point, is func(land Ref) bool) bool {
	for shares, holds := x.cover.At(p), false; !holds; {
		number, whole, more := shares.Next()
		if !more {
			return false
		}
		if is(x.unit(number).within.Land) {
			return true
		}
		holds = whole
	}
	return false
}

// cellLands keeps for lists of areas the one country that they all lie in, each in
// the one slot that it may have: above it the number of the list, which is never 0. Its
// zero value is ready for use by any number of goroutines.
type cellLands [1 << 14]atomic.Uint64

// oneLand returns the country in which all areas of a list lie; no place if they lie in
// several.
func (x *Index) oneLand(shares area.Shares) Ref {
	list := shares.List()
	slot := &x.lands[list*0x9E3779B1>>18]
	if kept := slot.Load(); kept>>32 == uint64(list) {
		return Ref(kept)
	}
	land := x.commonLand(shares)
	slot.Store(uint64(list)<<32 | uint64(land))
	return land
}

func (x *Index) commonLand(shares area.Shares) (land Ref) {
	for first, holds := true, false; !holds; first = false {
		number, whole, more := shares.Next()
		if !more {
			return land
		}
		of := x.unit(number).within.Land
		if !first && of != land {
			return 0
		}
		land, holds = of, whole
	}
	return land
}
