// Package backdrop has the countries of the world, to be drawn behind events
// without a network. They are Natural Earth's, as far as they go on a map of a
// continent; the borders are those that are kept in fact.
//
// # Non-goals
//
//   - Knowing in which country a place lies; see package gazetteer.
package backdrop

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
	"github.com/paulmach/orb/simplify"
)

// TopoJSON is the countries and the land, in the format that browsers read with
// topojson-client; see README.md.
//
//go:embed countries-50m.json
var TopoJSON string

// Country is a country and its area, in longitudes and latitudes. No part of it
// goes beyond 180 degrees: one that does is cut in two there.
type Country struct {
	Name string
	Area orb.MultiPolygon
}

// topology is a TopoJSON document: lines between the points where borders meet,
// and areas that say which lines surround them.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      arcs
	Objects   struct {
		Countries struct {
			Geometries []struct {
				Type       string
				Arcs       json.RawMessage
				Properties struct{ Name string }
			}
		}
	}
}

// arcs are lines; each point but a line's first is written as the way from the last.
type arcs [][][2]float64

// UnmarshalJSON reads lines of pairs of whole numbers. They are nearly all of the
// document, and encoding/json takes twenty times as long to read them.
func (a *arcs) UnmarshalJSON(text []byte) error {
	var line [][2]float64
	var pair [2]float64
	depth, at, value, sign := 0, 0, 0, 1
	for _, c := range text {
		switch {
		case '0' <= c && c <= '9':
			value = 10*value + int(c-'0')
		case c == '-':
			sign = -1
		case c == '[':
			depth++
		case c != ',' && c != ']':
			return fmt.Errorf("arcs: %q stands in no list of whole numbers", c)
		case depth == 3:
			pair[at%2] = float64(sign * value)
			at, value, sign = at+1, 0, 1
		}
		if c != ']' {
			continue
		}
		switch {
		case depth == 3 && at != 2:
			return fmt.Errorf("arcs: a point has %d numbers", at)
		case depth == 3:
			line, at = append(line, pair), 0
		case depth == 2:
			*a, line = append(*a, line), nil
		}
		depth--
	}
	return nil
}

// tolerance is how far in degrees a line may be off its place after it is
// simplified, about 2 km: less than the width of a line on any map on which this
// is the only backdrop.
const tolerance = 0.02

// Countries returns all countries, with their borders simplified alike on both
// sides.
func Countries() ([]Country, error) {
	var t topology
	if err := json.Unmarshal([]byte(TopoJSON), &t); err != nil {
		return nil, err
	}
	lines := t.lines()
	var countries []Country
	for _, g := range t.Objects.Countries.Geometries {
		polygons, err := indexes(g.Type, g.Arcs)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.Properties.Name, err)
		}
		c := Country{Name: g.Properties.Name}
		for _, rings := range polygons {
			c.Area = append(c.Area, polygon(rings, lines)...)
		}
		countries = append(countries, c)
	}
	return countries, nil
}

// lines returns the arcs in degrees.
func (t *topology) lines() []orb.LineString {
	scale, origin := t.Transform.Scale, t.Transform.Translate
	lines := make([]orb.LineString, len(t.Arcs))
	for i, arc := range t.Arcs {
		var x, y float64
		line := make(orb.LineString, len(arc))
		for j, way := range arc {
			x, y = x+way[0], y+way[1]
			line[j] = orb.Point{x*scale[0] + origin[0], y*scale[1] + origin[1]}
		}
		lines[i] = simplified(line)
	}
	return lines
}

// simplified leaves a small island as it is, which would become a line.
func simplified(line orb.LineString) orb.LineString {
	s := simplify.DouglasPeucker(tolerance).LineString(line.Clone())
	if line[0] == line[len(line)-1] && len(s) < 5 {
		return line
	}
	return s
}

// indexes returns which arcs surround a geometry: for each polygon, for each
// ring. Some islands have no area at this scale and so no arcs.
func indexes(kind string, arcs json.RawMessage) (polygons [][][]int, err error) {
	switch kind {
	case "Polygon":
		polygons = make([][][]int, 1)
		return polygons, json.Unmarshal(arcs, &polygons[0])
	case "MultiPolygon":
		return polygons, json.Unmarshal(arcs, &polygons)
	case "":
		return nil, nil
	}
	return nil, fmt.Errorf("%q is no area", kind)
}

// polygon returns the polygons that the rings make once they are cut at 180
// degrees. A ring around a pole is an area of its own: on a globe the other ring
// of Antarctica is its hole, the pole.
func polygon(rings [][]int, lines []orb.LineString) (parts orb.MultiPolygon) {
	var whole orb.Polygon
	for _, arcs := range rings {
		ring := unrolled(joined(arcs, lines))
		if ring.Closed() {
			whole = append(whole, ring)
		} else {
			parts = append(parts, cut(orb.Polygon{closed(ring)})...)
		}
	}
	if whole != nil {
		parts = append(parts, cut(whole)...)
	}
	return parts
}

// cut returns what of the polygon, and of it a world away to either side, lies
// in the world.
func cut(whole orb.Polygon) (parts orb.MultiPolygon) {
	b := whole.Bound()
	for _, shift := range []float64{0, -360, 360} {
		if b.Max[0]+shift <= -180 || b.Min[0]+shift >= 180 {
			continue
		}
		if part := clip.Polygon(world, shifted(whole, shift)); len(part) > 0 && len(part[0]) > 3 {
			parts = append(parts, part)
		}
	}
	return parts
}

// world ends a little before the poles, which no map in Mercator's projection
// can show.
var world = orb.Bound{Min: orb.Point{-180, -89.9}, Max: orb.Point{180, 89.9}}

// joined returns the line along the arcs. An arc n below zero is the arc ^n the
// other way round.
func joined(arcs []int, lines []orb.LineString) orb.Ring {
	var ring orb.Ring
	for _, n := range arcs {
		reverse := n < 0
		if reverse {
			n = ^n
		}
		line := slices.Clone(lines[n])
		if reverse {
			slices.Reverse(line)
		}
		if len(ring) > 0 {
			line = line[1:] // is where the last arc ended
		}
		ring = append(ring, line...)
	}
	return ring
}

// unrolled returns a ring that jumps from one edge of the map to the other as
// one that goes on beyond the edge.
func unrolled(ring orb.Ring) orb.Ring {
	turns := 0.0
	result := make(orb.Ring, len(ring))
	for i, p := range ring {
		if i > 0 {
			switch way := p[0] - ring[i-1][0]; {
			case way > 180:
				turns--
			case way < -180:
				turns++
			}
		}
		result[i] = orb.Point{p[0] + 360*turns, p[1]}
	}
	return result
}

// closed closes a ring around a pole along the map's edge.
func closed(ring orb.Ring) orb.Ring {
	first, last := ring[0], ring[len(ring)-1]
	pole := 90.0
	if last[1] < 0 {
		pole = -90
	}
	return append(ring, orb.Point{last[0], pole}, orb.Point{first[0], pole}, first)
}

func shifted(p orb.Polygon, degrees float64) orb.Polygon {
	p = p.Clone()
	for _, ring := range p {
		for i := range ring {
			ring[i][0] += degrees
		}
	}
	return p
}
