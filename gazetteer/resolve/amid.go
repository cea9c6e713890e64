package resolve

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/paulmach/orb"
)

// Where in an area something lies of which nothing else is known is guessed best from
// where its people live: in the middle of its settlements. A seat often lies at the
// edge, and the middle of an outline in a desert. Of the world's own settlements of fewer
// than 20,000 inhabitants, each looked for as if it were missing, the middle of the others
// of its ADM2 lies within 25 km of 76 % of them, the seat of 70 %; the middle of the
// others of its ADM1 within 50 km of 45 %, the middle of its outline of 37 %.

// amidReach is how many radii from an area's point its settlements are looked for, of
// which one holds nine tenths of them, and amidM how many metres at least: the districts
// of deserts are larger than their seats.
const (
	amidReach = 2
	amidM     = 150_000
)

// amid returns the point that stands for whatever lies in an ADM1 or ADM2: the middle of
// its settlements; the area's own if none is known to lie in it.
func (r *Resolver) amid(area *gazetteer.Place) orb.Point {
	at, known := r.amids.Get(area.Ref)
	if known {
		return at
	}
	at = area.Point
	settled := r.x.Settled(area.Adm1, area.Point, max(amidM, amidReach*area.ReachM()))
	if area.Ref != area.Adm1 {
		settled = settledIn(area.Ref, settled)
	}
	if len(settled) > 0 {
		at = median(settled)
	}
	r.amids.Put(area.Ref, at, 1)
	return at
}

// settledIn returns those settlements of an ADM1 that lie in one of its ADM2, and where
// lists know the ADM2 of hardly more than its seat, as in Syria, those to which one that
// lies in it is the nearest of which that is known.
func settledIn(adm2 gazetteer.Ref, all []gazetteer.Settlement) (in []gazetteer.Settlement) {
	var known []gazetteer.Settlement
	for _, p := range all {
		if p.Adm2 != 0 {
			known = append(known, p)
		}
	}
	for _, p := range all {
		if p.Adm2 == 0 && len(known) > 0 {
			p.Adm2 = slices.MinFunc(known, func(a, b gazetteer.Settlement) int {
				return cmp.Compare(roughKm(a.Point, p.Point), roughKm(b.Point, p.Point))
			}).Adm2
		}
		if p.Adm2 == adm2 {
			in = append(in, p)
		}
	}
	return in
}

// medianOf is how many settlements at most a median is taken of, at even steps among all, and
// medianSteps how often it is corrected: after so many steps it hardly moves.
const (
	medianOf    = 1000
	medianSteps = 30
)

// median returns the point of which the sum of the distances to some settlements is least
// (Weiszfeld's algorithm): unlike their mean it does not follow a few far ones. It is
// rounded to a kilometre, which is finer than what it stands for.
func median(points []gazetteer.Settlement) orb.Point {
	const kmPerDegree, leastKm, perDegree = 111.0, 1.0, 100
	first := points[0].Point
	east := math.Cos(first.Lat() * math.Pi / 180)
	step := 1 + len(points)/medianOf
	var x, y float64 // degrees from the first point
	for n := range medianSteps {
		var sumX, sumY, sum float64
		for i := 0; i < len(points); i += step {
			px, py := wrapLon(points[i].Point.Lon()-first.Lon()), points[i].Point.Lat()-first.Lat()
			weight := 1 / max(leastKm, kmPerDegree*math.Hypot((px-x)*east, py-y))
			if n == 0 {
				weight = 1 // from the mean on, whatever the order
			}
			sumX, sumY, sum = sumX+weight*px, sumY+weight*py, sum+weight
		}
		x, y = sumX/sum, sumY/sum
	}
	round := func(degrees float64) float64 { return math.Round(degrees*perDegree) / perDegree }
	return orb.Point{round(wrapLon(first.Lon() + x)), round(first.Lat() + y)}
}
