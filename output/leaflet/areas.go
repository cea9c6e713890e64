package leaflet

import (
	"math"
	"strconv"

	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"
)

// areas are the outlines of the places that are known no finer than an area,
// each once however many events lie in it.
type areas struct {
	of      func(*geo.Event) orb.MultiPolygon // nil if there are none
	numbers map[string]int32                  // by the place's id; -1 for one without an outline
	json    []byte
	n       int32
	points  int
}

// mostAreaPoints is how many points the outlines of a page have in all, those of
// some five thousand districts: a megabyte. Places that come later are dots only.
const mostAreaPoints = 300_000

func newAreas(of func(*geo.Event) orb.MultiPolygon) areas {
	return areas{of: of, numbers: make(map[string]int32), json: []byte("[")}
}

// number returns the number of the outline of the event's place, or -1.
func (a *areas) number(e *geo.Event) int32 {
	if a.of == nil || !e.Place.Located() || e.Place.ID == "" {
		return -1
	}
	if n, known := a.numbers[e.Place.ID]; known {
		return n
	}
	n := int32(-1)
	if outline := a.of(e); len(outline) > 0 && a.points < mostAreaPoints {
		n = a.n
		a.n++
		if n > 0 {
			a.json = append(a.json, ',')
		}
		a.appendOutline(outline)
	}
	a.numbers[e.Place.ID] = n
	return n
}

// appendOutline appends polygons of rings of coordinates in thousandths of a
// degree, 100 m, longitude first, each but a ring's first as the way from the
// last. What is simplified away is narrower than a line on a map that shows the
// area whole.
func (a *areas) appendOutline(outline orb.MultiPolygon) {
	b := outline.Bound()
	tolerance := math.Hypot(b.Max[0]-b.Min[0], b.Max[1]-b.Min[1]) / 800
	a.json = append(a.json, '[')
	for i, polygon := range outline {
		if i > 0 {
			a.json = append(a.json, ',')
		}
		a.json = append(a.json, '[')
		for j, ring := range polygon {
			if j > 0 {
				a.json = append(a.json, ',')
			}
			a.appendRing(ring, tolerance)
		}
		a.json = append(a.json, ']')
	}
	a.json = append(a.json, ']')
}

// appendRing leaves a small island as it is, which would become a line.
func (a *areas) appendRing(ring orb.Ring, tolerance float64) {
	if simple := simplify.DouglasPeucker(tolerance).Ring(ring.Clone()); len(simple) > 4 {
		ring = simple
	}
	a.points += len(ring)
	a.json = append(a.json, '[')
	var last [2]int64
	for i, p := range ring {
		at := [2]int64{int64(math.Round(p[0] * 1000)), int64(math.Round(p[1] * 1000))}
		for axis := range at {
			if i+axis > 0 {
				a.json = append(a.json, ',')
			}
			a.json = strconv.AppendInt(a.json, at[axis]-last[axis], 10)
		}
		last = at
	}
	a.json = append(a.json, ']')
}
