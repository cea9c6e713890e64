// Package style says how events look: the colour of each type and the size of a
// dot. It is decided once, for every format that draws.
//
// The colours were searched for, by computer, as far from each other as could
// be found in normal sight and for people without red, green or blue cones, with
// a contrast of at least 3 to 1 against land. Two sets are needed for that, one
// for light maps and one for dark. The test of this package measures them.
package style

import (
	"slices"
)

// Class is how events of one type look.
type Class struct {
	Type  string
	Light string // "#rrggbb", for a light map
	Dark  string // "#rrggbb", for a dark map
}

// classes are in the order of a legend: from violence to its absence.
var classes = []Class{
	{"Battles", "#a90200", "#ec351d"},
	{"Explosions/Remote violence", "#e05d08", "#ff9516"},
	{"Violence against civilians", "#7a0081", "#b948bb"},
	{"Riots", "#9d8670", "#dde369"},
	{"Protests", "#2e59d7", "#4b7eff"},
	{"Strategic developments", "#292d40", "#b5a2dd"},
	{"Diplomacy", "#1a96b4", "#6fedeb"},
	{"Humanitarian", "#035c35", "#67c88f"},
}

var other = Class{"", "#686868", "#7b8070"}

// Land is the colour of land behind the dots, by which their contrast is
// measured.
const (
	LandLight = "#f6f4ef"
	LandDark  = "#262b31"
)

// Classes returns the classes of the types, in the legend's order: the types
// known here first, each with its own colour; then the others as given, with the
// colours that are left over while there are any. No type is given twice.
func Classes(types []string) []Class {
	wanted := make(map[string]bool)
	for _, t := range types {
		wanted[t] = true
	}
	var result, free []Class
	for _, c := range classes {
		if wanted[c.Type] {
			result = append(result, c)
			delete(wanted, c.Type)
		} else {
			free = append(free, c)
		}
	}
	for _, t := range types {
		if !wanted[t] {
			continue
		}
		delete(wanted, t)
		look := other
		if t != "" && len(free) > 0 {
			look, free = free[0], free[1:]
		}
		look.Type = t
		result = append(result, look)
	}
	return result
}

// Known returns the classes of the types known here, in the legend's order.
func Known() []Class { return slices.Clone(classes) }

// Other returns how events look whose type has no class. Its Type is empty.
func Other() Class { return other }

// The radius of a dot in pixels: what is added to the least grows with the root
// of the dead, so that areas can be compared.
const (
	LeastRadius   = 4.5 // can still be hit with a finger
	RadiusPerRoot = 1.3 // a pixel and a bit for each square root of the dead
	MostRadius    = 30  // leaves room for others
)
