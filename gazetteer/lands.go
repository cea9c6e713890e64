package gazetteer

import (
	"sync/atomic"

	"github.com/dateline-map/dateline/gazetteer/internal/area"
	"github.com/paulmach/orb"
)

// LandAll tells for each of some points in which country Reverse says that it lies.
// There must be room for all answers.
func (x *Index) LandAll(points []orb.Point, lands []Ref) {
	for len(points) > 0 {
		n := min(len(points), area.AtOnce)
		x.landSome(points[:n], lands)
		points, lands = points[n:], lands[n:]
	}
}

func (x *Index) landSome(points []orb.Point, lands []Ref) {
	var shares [area.AtOnce]area.Shares
	x.cover.AtAll(points, shares[:])
	var open [area.AtOnce]int // points whose cells do not tell
	var at [area.AtOnce]orb.Point
	n := 0
	for i := range points {
		if lands[i] = x.landOf(shares[i]); lands[i] == 0 {
			open[n], at[n], shares[n] = i, points[i], shares[i]
			n++
		}
	}
	var in [area.AtOnce]Within
	x.reverseIn(shares[:n], at[:n], in[:])
	for k, i := range open[:n] {
		lands[i] = in[k].Land
	}
}

// cellLands keeps for lists of areas the country that all of a cell lies in, each in
// the one slot that it may have: above it the number of the list, which is never 0. Its
// zero value is ready for use by any number of goroutines.
type cellLands [1 << 14]atomic.Uint64

// landOf returns the country of all points of cells that have a list: that of all its
// areas, of which the last holds the cells. It is no place if they may lie in several,
// or at sea.
func (x *Index) landOf(shares area.Shares) Ref {
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
	for first := true; ; first = false {
		number, holds, more := shares.Next()
		if !more {
			return 0
		}
		of := x.unit(number).within.Land
		if !first && of != land {
			return 0
		}
		if land = of; holds {
			return land
		}
	}
}
