package geo

import (
	"strings"
	"unicode/utf8"

	"github.com/paulmach/orb"
)

// Decision is the user's own word on what a written name means. It holds for all
// places written just so, with the name and what it is said to lie in; or, if it
// names an event, for that one alone, whatever that says.
type Decision struct {
	Name   string // as [Place.Written] gives it
	Within Within
	Event  string // the event's id; empty for a decision on a name

	// PlaceID is the gazetteer's id of the place meant, or [NoPlace]. It is
	// empty if nothing is decided yet, or a point is.
	PlaceID string
	// Point is longitude, latitude of the place meant; it counts if HasPoint.
	Point    orb.Point
	HasPoint bool
	// RadiusM is how far from the point the place may be, in metres, as far as
	// the user says. It counts if HasPoint.
	RadiusM Figure
	Note    string // the user's own, kept
}

// NoPlace is the PlaceID of a name that means no place.
const NoPlace = "none"

// Decided reports whether the decision says anything.
func (d *Decision) Decided() bool { return d.PlaceID != "" || d.HasPoint }

// Question returns what the decision answers.
func (d *Decision) Question() Question {
	if d.Event != "" {
		return Question{Event: d.Event}
	}
	return newQuestion(d.Name, d.Within)
}

// Question is what one decision answers: what a written name means, or where an
// event was that names no place. Questions that look alike in a table are the
// same: white space and signs that no cell can hold do not tell them apart.
type Question struct {
	Name   string
	Within Within
	Event  string // the event's id; then the others are empty
}

// Question returns what a decision on the event's place answers.
func (e *Event) Question() Question {
	if e.Place.Name == "" {
		return Question{Event: e.ID}
	}
	return e.Place.Question()
}

// Question returns what a decision on the place's name answers.
func (p *Place) Question() Question { return newQuestion(p.Written(), p.Within) }

func newQuestion(name string, w Within) Question {
	return Question{Name: cellText(name), Within: Within{Country: cellText(w.Country), Adm1: cellText(w.Adm1), Adm2: cellText(w.Adm2)}}
}

// cellText returns a text as it is after a spreadsheet has had it.
func cellText(s string) string {
	if isCellText(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
	return strings.Join(strings.Fields(s), " ")
}

// isCellText reports whether a text is plain enough to be the same in every
// table, as nearly all names are.
func isCellText(s string) bool {
	space := true // before the first letter
	for _, r := range s {
		if r < ' ' || r == utf8.RuneError || r >= utf8.RuneSelf && strings.ContainsRune("\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", r) || r >= '\u2000' && r <= '\u200a' || r == ' ' && space {
			return false
		}
		space = r == ' '
	}
	return !space || s == ""
}

// nearPlaceM is the radius in metres from which on a place is not where an event
// was but near it: a large village. From nearM on it is a region.
const nearPlaceM = 2_000

// PrecisionWithin returns how fine a place is that is known to within so many
// metres.
func PrecisionWithin(radiusM int) Precision {
	switch {
	case radiusM <= nearPlaceM:
		return ExactPlace
	case radiusM <= nearM:
		return NearPlace
	}
	return WithinRegion
}

// Written returns the place's name as written, both names of "between A and B".
func (p *Place) Written() string {
	if p.Other != "" {
		return p.Name + " and " + p.Other
	}
	return p.Name
}
