package resolve

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// atPointM is how close in metres given coordinates must be to a point that
// lists have for an area, or to the middle of its outline, to be that point: as
// far as rounding to two decimals or to half a minute moves it, less at the
// corners. By chance one position in ten thousand of a country the size of
// Syria lies so close to one of its 75 points.
const atPointM = 500

// ownTownM is how close in metres coordinates must lie to a town of the area's
// name to be meant for the town: towns are that large, and lists as far apart.
const ownTownM = 10_000

// standIn tells of given coordinates, of which the source does not say how fine
// they are, whether they only stand for an administrative area: for the one that
// is all the source names, or for one whose point they are although the source
// names another place. A seat that is named itself is a town and none of these.
func (r *Resolver) standIn(p *geo.Place, l *lying) {
	if p.Match.Precision != geo.ExactPlace {
		return
	}
	if unit, level := r.areaNamed(p, l); unit != nil {
		r.standFor(p, unit, level, ReasonStandsForName)
		return
	}
	if !l.mayBePoint(p.Match.Point) {
		return
	}
	for _, a := range l.points {
		if !samePoint(a.at, p.Match.Point) {
			continue
		}
		if unit := r.x.Place(a.ref); !r.namesWhatIsHere(p, &unit) {
			r.standFor(p, &unit, a.level, ReasonStandsForPoint)
		}
		return
	}
}

// areaPoint is a point by which lists have an area, or the middle of its outline.
type areaPoint struct {
	at    orb.Point
	ref   gazetteer.Ref
	level geo.Precision
}

// pointsOf returns the points that stand for areas, the smallest first.
func (r *Resolver) pointsOf(in gazetteer.Within) []areaPoint {
	all := make([]areaPoint, 0, 6) // two of each area
	for _, a := range []areaPoint{{ref: in.Adm2, level: geo.WithinAdm2}, {ref: in.Adm1, level: geo.WithinAdm1}, {ref: in.Land, level: geo.WithinCountry}} {
		if a.ref == 0 {
			continue
		}
		for _, a.at = range r.middlesOf(a.ref) {
			all = append(all, a)
		}
	}
	return all
}

// middlesOf returns the points that stand for an area. Outlines of countries are
// long.
func (r *Resolver) middlesOf(ref gazetteer.Ref) [2]orb.Point {
	points, known := r.middles.Get(ref)
	if !known {
		area := r.x.Place(ref)
		points = [2]orb.Point{area.Point, middle(r.x, &area)}
		r.middles.Put(ref, points, 1)
	}
	return points
}

// pointDegrees is more than atPointM in degrees of latitude.
const pointDegrees = 0.01

// samePoint reports whether a point is another but for rounding.
func samePoint(a, b orb.Point) bool {
	return math.Abs(a.Lat()-b.Lat()) < pointDegrees && distanceM(a, b) <= atPointM
}

// standFor lowers the precision of given coordinates to that of an area, which
// reaches around them as far as it does around its own point and that away.
func (r *Resolver) standFor(p *geo.Place, unit *gazetteer.Place, level geo.Precision, reason string) {
	p.Match.Precision, p.Match.Reason = level, reason
	if p.Match.RadiusM == (geo.Figure{}) {
		p.Match.RadiusM = geo.Known(int(math.Round(unit.ReachM() + distanceM(unit.Point, p.Match.Point))))
	}
}

// areaNamed returns the area that is all the source names, if the coordinates lie
// in it or near. Its name must be said to be an area's, by a word ("Afrin
// district"), as a country, or for want of anything finer; and where a town of
// the same name lies at the coordinates, that is meant.
func (r *Resolver) areaNamed(p *geo.Place, l *lying) (*gazetteer.Place, geo.Precision) {
	worded, column := query.EndsInAreaWord(p.Name), columnOf(p)
	if !worded && column == geo.UnknownPlace && p.Kind == "" {
		return nil, 0
	}
	if !worded && column == geo.WithinAdm1 && !sameFolded(p.Name, p.Within.Country) && (!l.mayBePoint(p.Match.Point) || r.townHere(p, p.Name)) {
		return nil, 0 // as below, without looking up all that the name may mean
	}
	unit, level := r.areaBy(p, l.in)
	switch {
	case worded && column != geo.UnknownPlace:
		if unit == nil {
			unit = &gazetteer.Place{Type: placetype.Adm2, Point: p.Match.Point, RadiusM: placetype.LeastAdm2M}
		}
		return unit, column
	case unit == nil:
		return nil, 0
	case worded || level == geo.WithinCountry && !isSmall(unit):
		return unit, level
	case r.isPointOf(p.Match.Point, unit.Ref) && !r.townHere(p, unit.Name):
		return unit, level
	}
	return nil, 0 // any point in it may be where it was
}

// areaBy returns the area that a place is by its name alone, if the coordinates
// lie in it; an ADM2 that is known by its seat, in the same ADM1.
func (r *Resolver) areaBy(p *geo.Place, in gazetteer.Within) (*gazetteer.Place, geo.Precision) {
	answer := r.rowMatch(p)
	unit, level := answer.area, answer.match.Precision
	if unit == nil {
		return nil, 0
	}
	sameAdm1 := level == geo.WithinAdm2 && in.Adm1 != 0 && unit.Adm1 == in.Adm1
	if ref := unit.Ref; ref != in.Adm2 && ref != in.Adm1 && ref != in.Land && !sameAdm1 && distanceM(unit.Point, p.Match.Point) > 2*unit.ReachM() {
		return nil, 0
	}
	return unit, level
}

// isSmall reports whether a country is hardly more than a town: Singapore.
func isSmall(country *gazetteer.Place) bool { return country.ReachM() < 3*ownTownM }

// columnOf returns the level of the area whose column has the place's own name;
// unknown if none has.
func columnOf(p *geo.Place) geo.Precision {
	if p.Name == "" {
		return geo.UnknownPlace
	}
	w := &p.Within
	switch {
	case sameFolded(p.Name, w.Adm2):
		return geo.WithinAdm2
	case sameFolded(p.Name, w.Adm1):
		return geo.WithinAdm1
	case sameFolded(p.Name, w.Country):
		return geo.WithinCountry
	}
	return geo.UnknownPlace
}

// sameFolded is strings.EqualFold, quick for what begins with different letters of
// ASCII, as the columns of nearly all rows do.
func sameFolded(a, b string) bool {
	if a == "" || b == "" {
		return a == b
	}
	if a[0] < utf8.RuneSelf && b[0] < utf8.RuneSelf && a[0]|0x20 != b[0]|0x20 {
		return false
	}
	return strings.EqualFold(a, b)
}

// rowMatch returns what a place would be by its names alone. Nobody changes it.
func (r *Resolver) rowMatch(p *geo.Place) *rowAnswer { return r.rows.answer(p, r.findRow) }

// findRow is rowMatch without a memory.
func (r *Resolver) findRow(p *geo.Place) *rowAnswer {
	room := rowRooms.Get().(*rowRoom)
	room.place = geo.Place{Name: p.Name, Relation: p.Relation, Kind: p.Kind, Other: p.Other, Within: p.Within}
	s := r.newStory([]*geo.Place{&room.place}, nil)
	s.borrow(room)
	defer room.back(s)
	s.choose()
	m := s.match(0)
	return &rowAnswer{match: m, relation: s.relation(0), area: r.areaOf(&m)}
}

// areaOf returns the country or administrative area that a match is; nil if it is
// none, or if the area only stands for a name.
func (r *Resolver) areaOf(m *geo.Match) *gazetteer.Place {
	ref, known := r.byID(m.ID)
	if !known || m.Reason != "" || m.Precision < geo.WithinAdm2 || m.Precision == geo.WithinRegion {
		return nil
	}
	area := r.x.Place(ref)
	return &area
}

// isPointOf reports whether a point is one that stands for an area.
func (r *Resolver) isPointOf(at orb.Point, ref gazetteer.Ref) bool {
	points := r.middlesOf(ref)
	return samePoint(points[0], at) || samePoint(points[1], at)
}

// namesWhatIsHere reports whether the source names a place that lies where the
// coordinates of an area's point are: its seat, or anything beside it. Where
// nothing is named and a town has the area's name, it is the town.
func (r *Resolver) namesWhatIsHere(p *geo.Place, unit *gazetteer.Place) bool {
	switch {
	case query.NotAName(p.Name) != "":
		return r.townHere(p, unit.Name)
	case r.townHere(p, p.Name): // as mostly, and to see it takes but a look
		return true
	}
	m := &r.rowMatch(p).match
	return m.Reason == "" && m.Located() && m.Precision <= geo.NearPlace && distanceM(m.Point, p.Match.Point) <= ownTownM
}

// townHere reports whether a settlement of a name lies at the coordinates.
func (r *Resolver) townHere(p *geo.Place, name string) bool {
	for _, hit := range r.x.Exact(fold.Key(name), nil) {
		if placetype.KindOf(r.x.Type(hit.Ref)) != geo.KindSettlement {
			continue
		}
		if place := r.x.Unnamed(hit.Ref); distanceM(place.Point, p.Match.Point) <= ownTownM {
			return true
		}
	}
	return false
}
