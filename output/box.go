package output

import "math"

// Box is a rectangle of longitudes and latitudes in degrees, its edges included.
// [Nowhere] is the box to begin with; the zero Box is null island.
type Box struct{ West, South, East, North float64 }

// Nowhere is the empty box, to which points and boxes can be added.
var Nowhere = Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

// Empty reports whether nothing has been added to the box.
func (b *Box) Empty() bool { return b.West > b.East }

// Add stretches the box over a point.
func (b *Box) Add(lon, lat float64) { b.Join(Box{lon, lat, lon, lat}) }

// Join stretches the box over another.
func (b *Box) Join(c Box) {
	b.West, b.South = min(b.West, c.West), min(b.South, c.South)
	b.East, b.North = max(b.East, c.East), max(b.North, c.North)
}
