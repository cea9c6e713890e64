package same

import (
	"iter"
	"math"
	"slices"
)

// Cell is a square of a quarter of a degree: a point's neighbours within
// CityReachM lie in its own and the adjoining cells, but for the far north,
// where more columns are searched.
type Cell struct{ X, Y int }

const cellDegrees = 0.25

// CellOf returns the cell that a point lies in.
func CellOf(lon, lat float64) Cell {
	return Cell{int(math.Floor(lon / cellDegrees)), int(math.Floor(lat / cellDegrees))}
}

// CellsWithin yields the cells in which points within radius metres of a point
// may lie, from the south-west on. It does not go on across the date line.
func CellsWithin(lon, lat, radius float64) iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		reach := int(math.Ceil(radius / 111_000 / cellDegrees))
		wide := int(math.Ceil(radius / 111_000 / cellDegrees / math.Max(math.Cos(lat*math.Pi/180), 0.05)))
		c := CellOf(lon, lat)
		for y := c.Y - reach; y <= c.Y+reach; y++ {
			for x := c.X - wide; x <= c.X+wide; x++ {
				if !yield(Cell{x, y}) {
					return
				}
			}
		}
	}
}

// ShareKey reports whether two sorted lists of names share one.
func ShareKey(a, b []string) bool {
	for _, k := range a {
		if _, found := slices.BinarySearch(b, k); found {
			return true
		}
	}
	return false
}
