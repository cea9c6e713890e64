package resolve

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// given is what is to be said of a row's coordinates. Nobody changes it.
type given struct {
	*lying
	reason    string
	precision geo.Precision // if there is a reason, as the radius
	radius    geo.Figure
}

// fill tells a match that says no more than its point and how fine that is.
func (g *given) fill(m *geo.Match) {
	if g.reason != "" {
		m.Reason, m.Precision, m.RadiusM = g.reason, g.precision, g.radius
	}
	g.fillAreas(m)
}

// isBare reports whether a place has coordinates, and nothing else is said of what they
// are.
func isBare(p *geo.Place) bool {
	m := &p.Match
	return m.Kind == geo.Given && m.Country == "" && m.Adm1 == "" && m.Adm2 == "" && m.Reason == "" && m.RadiusM == (geo.Figure{})
}

// locateGiven says where a row's coordinates lie and, where the source does not say
// how fine they are, whether they only stand for an area.
func (r *Resolver) locateGiven(p *geo.Place) {
	if m := &p.Match; m.Country == "" || m.Adm1 == "" {
		l := r.lying(r.x.Reverse(m.Point), p.Within.Country)
		r.tellAbroad(p, l)
		r.describe(p, l)
	}
}

// describe says of a row's coordinates, which lie so, what there is to say but that
// they lie abroad.
func (r *Resolver) describe(p *geo.Place, l *lying) {
	if p.Match.Reason == "" {
		r.standIn(p, l)
	}
	l.fillAreas(&p.Match)
}

// tellAbroad says of given coordinates if they lie in another country than the
// source says.
func (r *Resolver) tellAbroad(p *geo.Place, l *lying) {
	if p.Match.Reason == "" && !l.fits && r.abroad(p.Match.Point, l.countries) {
		p.Match.Reason = ReasonAbroad
	}
}

// fillAreas says which country and areas given coordinates lie in, where the
// source does not. The point of a whole country lies in some province of it, but
// says none: no area is finer than the precision. An outline has no level, only
// its size: a small one lies where its middle does.
func (l *lying) fillAreas(m *geo.Match) {
	m.Country = cmp.Or(m.Country, l.country)
	radius, known := m.RadiusM.Int()
	switch small := known && radius <= placetype.LeastAdm2M; {
	case m.Precision >= geo.WithinRegion && !small:
		m.PCodes = nil
	case m.Precision == geo.WithinAdm1:
		m.Adm1, m.PCodes = cmp.Or(m.Adm1, l.adm1), l.adm1Codes
	default:
		m.Adm1, m.Adm2, m.PCodes = cmp.Or(m.Adm1, l.adm1), cmp.Or(m.Adm2, l.adm2), l.pcodes
	}
}

// lying is what is to be said of coordinates that lie in an area, though the
// source says a country. It takes two lines of the processor's cache, all that is
// asked for most rows: the first tells whether the answer is the one, and whether a
// point may be an area's, and the second fills it in.
type lying struct {
	in     gazetteer.Within
	said   string
	lats   [6]float32  // of points
	pcodes *geo.PCodes // of all areas

	country, adm1, adm2 string
	fits                bool // the country is the one said, or nobody can tell
	*lyingRest
}

// lyingRest is what of a lying is asked for few rows.
type lyingRest struct {
	adm1Codes *geo.PCodes // of the ADM1 alone
	points    []areaPoint // by which lists have the areas
	countries []gazetteer.Place
	plain     given // what is usual: nothing more is to be said
}

// lyings are the answers asked for last, each in the one slot that it may have, that
// of its smallest area: of a table of a million points, a few thousand are different.
// An index numbers its 4,000 countries and ADM1 one after another, so that no two
// of them share a slot.
type lyings [1 << 15]atomic.Pointer[lying]

// slot returns the one that may have what is to be said of an area.
func (l *lyings) slot(in gazetteer.Within) *atomic.Pointer[lying] {
	return &l[uint32(cmp.Or(in.Adm2, in.Adm1, in.Land))%uint32(len(l))]
}

// is reports whether an answer is for an area and a country said.
func (l *lying) is(in gazetteer.Within, said string) bool {
	return l != nil && l.in == in && l.said == said
}

func (r *Resolver) lying(in gazetteer.Within, said string) *lying {
	slot := r.lyings.slot(in)
	if l := slot.Load(); l.is(in, said) {
		return l
	}
	l := r.newLying(in, said)
	slot.Store(l)
	return l
}

func (r *Resolver) newLying(in gazetteer.Within, said string) *lying {
	l := &lying{in: in, said: r.kept(said), country: r.country(in.Land), adm1: r.nameOf(in.Adm1), adm2: r.nameOf(in.Adm2), lyingRest: new(lyingRest)}
	l.fits = in.Land == 0 || said == "" || r.isNameOf(said, in.Land)
	if !l.fits {
		l.countries = r.areas.Find(said, scope.LandLevel, nil)
		l.fits = len(l.countries) == 0 || lies(l.country, l.countries)
	}
	l.points = r.pointsOf(in)
	for i := range l.lats {
		l.lats[i] = noLat
		if i < len(l.points) {
			l.lats[i] = float32(l.points[i].at.Lat())
		}
	}
	l.pcodes, l.adm1Codes = r.pcodesWithin(in), r.pcodesWithin(gazetteer.Within{Adm1: in.Adm1})
	l.plain.lying = l
	return l
}

// isNameOf reports whether a country is said by its own name, as mostly. Then it is not
// looked for: what names mean lies all over the index, and a table of points needs
// little else of it.
func (r *Resolver) isNameOf(said string, land gazetteer.Ref) bool {
	_, plain := query.Plain(said)
	return plain && len(said) > mostShort && said == r.nameOf(land)
}

// kept returns a country as rows say it, the same text for all rows: it is compared
// with that of each row.
func (r *Resolver) kept(said string) string {
	kept, known := r.saids.Get(said)
	if !known {
		kept = strings.Clone(said)
		r.saids.Put(kept, kept, 1)
	}
	return kept
}

// noLat is further north than any point.
const noLat = 1000

// mayBePoint reports whether coordinates may be a point that stands for an area; a
// quick look that tells nearly all that are none. How far apart they are is compared by
// its bits: which of the points lies to the north no processor can guess.
func (l *lying) mayBePoint(at orb.Point) bool {
	const sign = 1 << 31
	lat, nearest := float32(at.Lat()), uint32(sign)
	for _, l := range l.lats {
		nearest = min(nearest, math.Float32bits(l-lat)&^sign)
	}
	return math.Float32frombits(nearest) < 2*pointDegrees
}

// borderDegrees is how far from its country a point may lie before that is a
// contradiction: the outlines are simplified by a kilometre or two, and so are
// many coordinates.
const borderDegrees = 0.1

// abroad reports whether a point that lies in none of the countries that the
// source says lies well outside them. A point near the sea contradicts nothing.
func (r *Resolver) abroad(at orb.Point, countries []gazetteer.Place) bool {
	if r.reaches(at, countries) {
		return false
	}
	for _, near := range around(at) {
		if land := r.x.Reverse(near).Land; land == 0 || lies(r.country(land), countries) {
			return false
		}
	}
	return true
}

// reaches reports whether one of some countries reaches into the cell of a point, and so
// nearer to it than borderDegrees.
func (r *Resolver) reaches(at orb.Point, countries []gazetteer.Place) bool {
	return r.x.SomeLandNear(at, func(land gazetteer.Ref) bool { return lies(r.country(land), countries) })
}

// NearLand reports whether a point lies on land or within some kilometres of it.
func (r *Resolver) NearLand(at orb.Point) bool {
	return r.x.SomeLandNear(at, func(gazetteer.Ref) bool { return true })
}

func lies(in string, countries []gazetteer.Place) bool {
	return slices.ContainsFunc(countries, func(c gazetteer.Place) bool { return c.Country == in })
}

// around returns points near one: that far an outline may be wrong.
func around(at orb.Point) [4]orb.Point {
	const d = borderDegrees
	return [...]orb.Point{{at[0] + d, at[1]}, {at[0] - d, at[1]}, {at[0], at[1] + d}, {at[0], at[1] - d}}
}
