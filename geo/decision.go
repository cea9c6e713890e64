package geo

import "github.com/paulmach/orb"

// Decision is the user's own word on what a written name means. It holds for
// places written just so: with the name and what it is said to lie in.
type Decision struct {
	Name   string // as [Place.Written] gives it
	Within Within

	// PlaceID is the gazetteer's id of the place meant, or [NoPlace]. It is
	// empty if nothing is decided yet, or a point is.
	PlaceID string
	// Point is longitude, latitude of the place meant; it counts if HasPoint.
	Point    orb.Point
	HasPoint bool
	Note     string // the user's own, kept
}

// NoPlace is the PlaceID of a name that means no place.
const NoPlace = "none"

// Decided reports whether the decision says anything.
func (d *Decision) Decided() bool { return d.PlaceID != "" || d.HasPoint }

// Written returns the place's name as written, both names of "between A and B".
func (p *Place) Written() string {
	if p.Other != "" {
		return p.Name + " and " + p.Other
	}
	return p.Name
}
