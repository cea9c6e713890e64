package record

import (
	"fmt"
	"strings"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// The parts of a coordinate in columns of their own.
const (
	partDegrees = iota
	partMinutes
	partSeconds
	partHemisphere
	partsOfAxis
)

// degreeColumns are the columns of one coordinate that is written in several, by
// its parts; -1 for a part that has none.
type degreeColumns [partsOfAxis]int

// whole reports whether there are degrees and minutes. Degrees alone are decimal,
// or so coarse that they are no place.
func (d *degreeColumns) whole() bool { return d[partDegrees] >= 0 && d[partMinutes] >= 0 }

// partWords are the words of headers for parts of a coordinate, in the form of
// headerWords.
var partWords = map[string]int{
	"d": partDegrees, "deg": partDegrees, "degs": partDegrees, "degree": partDegrees, "degrees": partDegrees, "grados": partDegrees, "graus": partDegrees, "degres": partDegrees, "grad": partDegrees,
	"m": partMinutes, "min": partMinutes, "mins": partMinutes, "minute": partMinutes, "minutes": partMinutes, "minutos": partMinutes, "minuten": partMinutes,
	"s": partSeconds, "sec": partSeconds, "secs": partSeconds, "second": partSeconds, "seconds": partSeconds, "seg": partSeconds, "segundos": partSeconds, "secondes": partSeconds, "sekunden": partSeconds,
	"dir": partHemisphere, "direction": partHemisphere, "hem": partHemisphere, "hemi": partHemisphere, "hemisphere": partHemisphere, "hemisferio": partHemisphere, "ns": partHemisphere, "ew": partHemisphere, "orientation": partHemisphere,
}

// partOf returns which part of which coordinate a header of two words names, in
// either order: "lat_deg", "Minutos longitud".
func partOf(header string) (axis Role, part int, ok bool) {
	first, second, _ := strings.Cut(headers.Words(header), " ")
	if _, turned := partWords[first]; turned {
		first, second = second, first
	}
	part, ok = partWords[second]
	axis = headers.Vocab().Headers.Of(first).Role
	return axis, part, ok && (axis == Lat || axis == Lon)
}

// degreeParts finds the columns of coordinates that are written in several.
func (u *understander) degreeParts() {
	var both [2]degreeColumns
	for axis := range both {
		both[axis] = degreeColumns{-1, -1, -1, -1}
	}
	for col, c := range u.t.Columns {
		axis, part, ok := partOf(c.Name)
		if !ok {
			continue
		}
		if at := &both[axis-Lat][part]; *at < 0 {
			*at = col
		}
	}
	if both[0].whole() && both[1].whole() {
		u.t.plan.inParts = &both
	}
}

// partsInColumns settles a claim to a coordinate by a column that has one part of
// it. The degrees stand for all, if minutes stand beside them for both axes.
func (u *understander) partsInColumns(c *claim) {
	_, part, _ := partOf(u.t.Columns[c.col].Name)
	switch {
	case u.t.plan.inParts == nil:
		c.Role = NoRole
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("column %q has only a part of a coordinate, the others of which stand beside it; it is not taken", u.t.Columns[c.col].Name))
	case part == partDegrees:
		c.why = "its name; the minutes stand beside it"
	default:
		c.Role = NoRole
	}
}

// isPart reports whether a column has one part of a coordinate, another of which
// stands beside it: "lat_deg", "lat_min".
func (u *understander) isPart(col int) bool {
	axis, part, ok := partOf(u.t.Columns[col].Name)
	if !ok {
		return false
	}
	for _, c := range u.t.Columns {
		if other, otherPart, ok := partOf(c.Name); ok && other == axis && otherPart != part {
			return true
		}
	}
	return false
}

// fromParts reads the coordinates of a row that are written in several columns.
func (c *converter) fromParts(m *made, r *row.Row) (orb.Point, bool) {
	both := c.plan.inParts
	lat, lon := both[0].written(r), both[1].written(r)
	if lat == "" && lon == "" {
		return orb.Point{}, false
	}
	return c.pointOf(m, lat, lon)
}

// written puts together what a row says of a coordinate, as 33°20'5"N; empty if it
// has no degrees.
func (d *degreeColumns) written(r *row.Row) string {
	var parts [partsOfAxis]string
	for part, col := range d {
		if col < 0 {
			continue
		}
		if v := r.Said(col); v != "" {
			parts[part] = strings.TrimSuffix(v, ".0")
		}
	}
	if parts[partDegrees] == "" {
		return ""
	}
	for part, mark := range [...]string{"°", "'", "\""} {
		if parts[part] != "" {
			parts[part] += mark
		}
	}
	return strings.Join(parts[:], "")
}
