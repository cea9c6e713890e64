package news

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	orbgeo "github.com/paulmach/orb/geo"
)

type relation uint8

const (
	differ relation = iota
	equal
	holds       // one place holds the other
	unsaidPlace // of one of them no place is said
)

// placesOf says how the places of two incidents lie to each other.
func placesOf(a, b *incident) relation {
	if a.place.Name == "" || b.place.Name == "" || a.carried || b.carried {
		return unsaidPlace
	}
	p, q := &a.place, &b.place
	if b.definite && b.noun && q.Match.Reason == reasonStandIn {
		return unsaidPlace // "the assault on the hotel"
	}
	switch {
	case p.Relation == q.Relation && (strings.EqualFold(p.Name, q.Name) || sameMatch(&p.Match, &q.Match)):
		if p.Kind == q.Kind || p.Kind == "" || q.Kind == "" || sameMatch(&p.Match, &q.Match) {
			return equal
		}
	case a.view == b.view && a.name >= 0 && b.name >= 0 && a.view.names[a.name].list == a.view.names[b.name].list && a.name != b.name:
		return differ
	}
	if b.name >= 0 && b.view.names[b.name].again() && b.definite && b.noun && p.Match.Reason == reasonStandIn && p.Match.ID == q.Match.ID {
		return equal // "the village" near which it was put
	}
	coarse := a.kind.Family == "territory"
	if encloses(p, q, coarse) || encloses(q, p, coarse) {
		return holds
	}
	return differ
}

// sameMatch reports whether two matches are one place, and not only one that
// stands in for both.
func sameMatch(m, n *geo.Match) bool {
	return m.Located() && m.ID == n.ID && m.Reason == "" && n.Reason == ""
}

// encloses reports whether place p holds place q. Only countries and regions
// hold anything where it matters that a province and its capital are two. A town holds nothing of the
// province that is called like it. What lies between two places, on a road, holds nothing but them.
func encloses(p, q *geo.Place, countriesOnly bool) bool {
	if strings.EqualFold(q.Within.Country, p.Name) || !countriesOnly && !(p.Match.Located() && settlements[p.Match.Type]) && (strings.EqualFold(q.Within.Adm1, p.Name) || strings.EqualFold(q.Within.Adm2, p.Name)) {
		return p.Name != ""
	}
	if !p.Match.Located() || !q.Match.Located() || p.Match.Reason != "" || outsideOf(p.Relation) && !insidePart(p) {
		return false
	}
	if p.Match.ID == q.Match.ID {
		return !countriesOnly && q.Match.Reason != "" && p.Match.Precision >= geo.WithinAdm2 // a village that only this is known of
	}
	switch {
	case p.Relation == "between":
		return !countriesOnly && (q.Name == p.Name || q.Name == p.Other)
	case p.Match.Type == "country" || p.Match.Precision == geo.WithinCountry:
		return p.Match.Country == q.Match.Country && q.Match.Type != "country"
	case countriesOnly:
		return false
	case p.Match.Precision == geo.WithinRegion:
		return p.Match.Country != "" && p.Match.Country == q.Match.Country && q.Match.Precision < geo.WithinRegion && p.Match.Type != "island"
	case p.Match.Type == "adm1":
		return p.Match.Country == q.Match.Country && p.Match.Adm1 != "" && p.Match.Adm1 == q.Match.Adm1 && q.Match.Type != "adm1"
	case p.Match.Type == "adm2":
		return p.Match.Country == q.Match.Country && p.Match.Adm2 != "" && p.Match.Adm2 == q.Match.Adm2 && p.Match.Adm1 == q.Match.Adm1 && q.Match.Type != "adm2"
	}
	return false
}

// insidePart reports whether a relation means a part of a country or province: "in the volatile
// east of Congo".
func insidePart(p *geo.Place) bool {
	return p.Match.Precision >= geo.WithinAdm1 && p.Relation != "outside" && !en.Measured(p.Relation)
}

// outsideOf reports whether a relation leads out of the place that it names:
// "north of Gao".
func outsideOf(relation string) bool {
	return strings.HasSuffix(relation, " of") && relation != "on the outskirts of" || strings.HasSuffix(relation, " from") || relation == "outside"
}

// finer reports whether y's place is better known than x's.
func finer(y, x *incident) bool {
	switch {
	case y.place.Name == "" || y.carried && x.place.Name != "":
		return false
	case x.place.Name == "" || x.carried || x.view.headline && !(y.place.Match.Precision >= geo.WithinCountry && encloses(&y.place, &x.place, false)):
		return true // and the town of a headline is no coarser than its country
	case y.addsWounded(x) && y.definite && y.noun && placesOf(x, y) == differ:
		return !unsure(&y.place) && y.name >= 0 && y.view.behind(y.head, &y.view.names[y.name]) // "nine more were wounded in the attack at the village of Gao"
	}
	return encloses(&x.place, &y.place, false) || vaguely(&x.place, &y.place) || isNorthOf(&x.place, &y.place) || y.saysWhere() && y.view != x.view
}

// saysWhere reports whether a telling is there to say where it happened: "The murder took
// place in the village of Gao".
func (y *incident) saysWhere() bool {
	return y.toldWhere() && y.place.Match.Located() && y.place.Match.Precision <= geo.WithinAdm2
}

// toldWhere reports whether a telling is there to say where it happened, be the place found
// or not.
func (y *incident) toldWhere() bool {
	if at := y.view.w.Happened(); at >= 0 && !y.carried && y.place.Name != "" && !y.view.w.Clause(at, y.head) {
		return slices.ContainsFunc(y.view.triggers, func(t en.Trigger) bool {
			return t.Noun && t.Definite && t.Head() == at && slices.Contains(y.anchors, at)
		})
	}
	return false
}

// vagueM is how far in metres a place may lie from the city that a story first
// says it is near, or south of.
const vagueM = 150_000

// vaguely reports whether place p says of place q only on which side of a city
// it lies.
func vaguely(p, q *geo.Place) bool {
	bearing := strings.HasSuffix(p.Relation, " of") && p.Relation != "on the outskirts of" && !strings.ContainsAny(p.Relation, "0123456789") || p.Relation == "near" || p.Relation == "outside"
	return bearing && q.Relation == "" && onSide(p, q) && p.Match.Located() && q.Match.Located() && p.Match.ID != q.Match.ID &&
		q.Match.Precision <= geo.NearPlace && orbgeo.DistanceHaversine(p.Match.Point, q.Match.Point) <= vagueM
}

// isNorthOf reports whether one of two places is only told by the side of a city on which it
// lies, and the other may be it: agencies say of all between Samarra and Sharqat that it is
// north of Baghdad.
func isNorthOf(p, q *geo.Place) bool {
	if !strings.HasSuffix(p.Relation, " of") || p.Relation == "on the outskirts of" || en.Measured(p.Relation) {
		return false
	}
	return (q.Relation == "" || q.Relation == "near") && onSide(p, q) && p.Match.Located() && q.Match.Located() && p.Match.ID != q.Match.ID &&
		q.Match.Precision <= geo.NearPlace && orbgeo.DistanceHaversine(p.Match.Point, q.Match.Point) <= farNorthM
}

// onSide reports whether a place lies on the side that another is told by, roughly: what was south of
// Gao was not in a town west of it. Where no side is said, any will do.
func onSide(p, q *geo.Place) bool {
	word, ok := strings.CutSuffix(p.Relation, " of")
	side, known := partBearing(word)
	if !ok || !known {
		return true
	}
	off := math.Abs(math.Mod(orbgeo.Bearing(p.Match.Point, q.Match.Point)-side+540, 360) - 180)
	return off <= sideWidth
}

// sideWidth is how far in degrees a place may lie to either side of where it is said to lie: it is
// roughly told, and from the middle of a city.
const sideWidth = 75

// farNorthM is how far in metres such a place may lie from that city.
const farNorthM = 260_000

// unsure reports whether a place is hardly the one that its name means.
func unsure(p *geo.Place) bool {
	return p.Match.Confidence < doubtful
}
