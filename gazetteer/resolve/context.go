package resolve

import (
	"math"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/spelling"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
	"github.com/paulmach/orb"
)

// surroundings is what the names of a story seem to mean at some point of the
// choice.
type surroundings struct {
	lands, adm1s map[gazetteer.Ref]float64 // how many of the names are there, by probability
	total        float64
	names        []*toponym
	own          []share            // what each name adds to lands and adm1s
	best         []*gazetteer.Place // the likeliest meaning of each name; nil if it has none
	sure         []float64
	homes        []gazetteer.Ref // the countries that the story may have been written in; nil if that is not known
}

// share is what one name adds to the sums.
type share struct{ lands, adm1s sums }

// sums are of probabilities by area. A name may mean places in a few countries and a
// dozen of their ADM1: fewer than are worth a map.
type sums []struct {
	area gazetteer.Ref
	p    float64
}

func (s *sums) add(area gazetteer.Ref, p float64) {
	for i := range *s {
		if (*s)[i].area == area {
			(*s)[i].p += p
			return
		}
	}
	*s = append(*s, struct {
		area gazetteer.Ref
		p    float64
	}{area, p})
}

func (s sums) of(area gazetteer.Ref) float64 {
	for i := range s {
		if s[i].area == area {
			return s[i].p
		}
	}
	return 0
}

func (s *story) surroundings() *surroundings {
	n := len(s.toponyms)
	a := &surroundings{
		names: s.toponyms, homes: s.homes, lands: make(map[gazetteer.Ref]float64, n), adm1s: make(map[gazetteer.Ref]float64, n),
		own: make([]share, n), best: make([]*gazetteer.Place, n), sure: make([]float64, n),
	}
	for _, home := range s.homes { // as if a name were the country's
		a.lands[home] += 1 / float64(len(s.homes))
		a.total += 1 / float64(len(s.homes))
	}
	places, room := make([]gazetteer.Place, n), s.roomForSums()
	for n, t := range s.toponyms {
		k := len(t.cands)
		a.own[n], room = share{room[:0:k], room[k : k : 2*k]}, room[2*k:]
		if c := t.best(); c != nil {
			places[n] = c.Place
			a.best[n], a.sure[n] = &places[n], c.p
			a.total++
		}
		for i := range t.cands {
			a.add(n, &t.cands[i])
		}
	}
	return a
}

// roomForSums returns room for two sums of each name, which have no more areas than the
// name has meanings.
func (s *story) roomForSums() sums {
	n := 0
	for _, t := range s.toponyms {
		n += len(t.cands)
	}
	return make(sums, 2*n)
}

func (a *surroundings) add(n int, c *candidate) {
	if c.Land != 0 {
		a.lands[c.Land] += c.p
		a.own[n].lands.add(c.Land, c.p)
	}
	if c.Adm1 != 0 {
		a.adm1s[c.Adm1] += c.p
		a.own[n].adm1s.add(c.Adm1, c.p)
	}
}

// oneName reports whether two toponyms are one name: a mention that was matched
// before, or one with a word of relation. That a story names "Ramadi" says
// nothing of whether "near Ramadi" is near the city or the district.
func (t *toponym) oneName(o *toponym) bool {
	if t == o {
		return true
	}
	return t.name == o.name && (t.anchor || o.anchor || t.related != o.related) &&
		(t.place.Within == o.place.Within || t.place.Within == geo.Within{} || o.place.Within == geo.Within{})
}

// What makes up for a misspelling in running text: a place within supportM
// metres that the story names, or, for another transliteration that is much
// like the name, a country that it names.
const (
	supportM       = 250_000
	supportLikeway = 0.7
)

// supports reports whether the story speaks for a candidate that is spelled
// otherwise.
func (a *surroundings) supports(c *candidate) bool {
	for n, b := range a.best {
		switch {
		case b == nil || a.sure[n] < 0.5:
		case b.Type == placetype.Country && b.Ref == c.Land && c.stage == spelling.Skeleton && c.likeway >= supportLikeway:
			return true
		case placetype.KindOf(b.Type)&(geo.KindSettlement|geo.KindAdm2|geo.KindFacility) != 0 && within(supportM, b.Point, c.Point):
			return true
		}
	}
	return false
}

// within reports whether two points are no more than so many metres apart. Most
// are so far apart that their latitudes tell.
func within(metres float64, a, b orb.Point) bool {
	const leastDegreeM = 110_000
	return math.Abs(a[1]-b[1])*leastDegreeM <= metres && distanceM(a, b) <= metres
}

// describe adds how a candidate of the n-th name goes with the other names.
func (a *surroundings) describe(v *linear.Vector, n int, t *toponym, c *candidate) {
	a.describeShares(v, n, c)
	a.describeHolding(v, n, c)
	a.describeBeside(v, t, c)
	a.describeDistance(v, n, c)
	a.describeCompany(v, n, c)
	a.describeFirst(v, n, c)
	a.describeHome(v, n, c)
}

// describeHome adds whether the candidate is in the country that the story was written
// in, as far as its words told: what a local paper calls Athens is at home, unless it
// speaks of Greece.
func (a *surroundings) describeHome(v *linear.Vector, n int, c *candidate) {
	switch {
	case a.homes == nil || c.Type == placetype.Country || c.Land == 0:
	case holds(a.homes, c.Land):
		v.Add(1, "at home")
	default:
		v.Add(1, "abroad")
		v.Add(boolFloat(a.lands[c.Land]-a.own[n].lands.of(c.Land) < 0.1), "abroad, nobody else in its country")
	}
}

// describeFirst adds how the candidate lies to the place that the story names first.
func (a *surroundings) describeFirst(v *linear.Vector, n int, c *candidate) {
	for m, b := range a.best {
		if b == nil || a.names[m].oneName(a.names[n]) {
			continue
		}
		if b.Ref == c.Ref {
			return
		}
		v.Add(boolFloat(b.Land == c.Land && c.Land != 0), "first one's country")
		v.Add(boolFloat(b.Adm1 == c.Adm1 && c.Adm1 != 0), "first one's adm1")
		return
	}
}

// describeCompany adds how well the candidate would go with what the other
// names could mean, likely or not: of "Paris" and "Henry County" each has a
// dozen meanings, and one pair of them lies together.
func (a *surroundings) describeCompany(v *linear.Vector, n int, c *candidate) {
	var sum company
	for m, t := range a.names {
		if !a.names[m].oneName(a.names[n]) {
			sum.add(t.company(c))
		}
	}
	v.Add(math.Log1p(companyScale*sum.near), "company near")
	v.Add(math.Log1p(companyScale*sum.holds), "company holds it")
	v.Add(math.Log1p(companyScale*sum.land), "company is its country")
	v.Add(math.Log1p(companyScale*sum.held), "company held", c.Type)
}

// company is how likely some meaning of another name lies near a candidate, is an
// area or the country that holds it, or lies in it.
type company struct{ near, holds, land, held float64 }

func (s *company) add(o company) {
	s.near, s.holds, s.land, s.held = s.near+o.near, s.holds+o.holds, s.land+o.land, s.held+o.held
}

// liesIn reports whether a place lies in an ADM1 or ADM2. One that the index does
// not have has no Ref, and holds nothing.
func liesIn(p *gazetteer.Place, area gazetteer.Ref) bool {
	return area != 0 && (area == p.Adm1 || area == p.Adm2)
}

// companyScale makes company of one in twenty count for half of what a sure one
// does.
const companyScale = 20

// company returns what t is to c. Each meaning has half of its chance from being
// one of so many.
func (t *toponym) company(c *candidate) company {
	even := 0.5 / float64(max(1, len(t.cands)))
	var s company
	for i := range t.cands {
		d := &t.cands[i]
		if d.Ref == c.Ref {
			return company{} // the same place under another name tells nothing
		}
		q := even + d.p/2
		switch {
		case liesIn(&c.Place, d.Ref):
			s.holds = max(s.holds, q)
		case d.Ref != 0 && d.Ref == c.Land:
			s.land = max(s.land, q)
		case liesIn(&d.Place, c.Ref):
			s.held = max(s.held, q)
		}
		if q > s.near && math.Abs(d.Point[1]-c.Point[1]) < 1 && placetype.KindOf(d.Type)&(geo.KindSettlement|geo.KindAdm2|geo.KindFacility) != 0 {
			s.near = max(s.near, q*math.Exp(-roughKm(d.Point, c.Point)/40))
		}
	}
	return s
}

// describeShares adds how many of the other names are in the candidate's
// country and ADM1.
func (a *surroundings) describeShares(v *linear.Vector, n int, c *candidate) {
	others := max(1, a.total-1)
	in := max(0, a.lands[c.Land]-a.own[n].lands.of(c.Land))
	if c.Land != 0 {
		v.Add(in/others, "others in its country")
		v.Add(math.Log1p(in), "others in its country, log")
		if in < 0.1 {
			v.Add(1, "nobody else in its country")
			v.Add(1, "nobody else in its country", c.Type)
			v.Add(boolFloat(c.Code == "PPLC"), "capital of a country not named otherwise")
			v.Add(boolFloat(c.Code != "PPLC" && c.Type == placetype.City && c.Population >= Metropolis), "metropolis of a country not named otherwise")
		}
	}
	if c.Adm1 != 0 && c.Type != placetype.Adm1 {
		in := max(0, a.adm1s[c.Adm1]-a.own[n].adm1s.of(c.Adm1))
		v.Add(in/others, "others in its adm1")
		v.Add(math.Log1p(in), "others in its adm1, log")
		if in < 0.1 {
			v.Add(1, "nobody else in its adm1")
		}
	}
	if a.total < 2 {
		v.Add(1, "alone", c.Type)
	}
}

// describeHolding adds whether the names of the areas that hold the candidate,
// or of places that it holds, are in the story.
func (a *surroundings) describeHolding(v *linear.Vector, n int, c *candidate) {
	var land, adm1, adm2 bool
	held := 0.0
	for m, b := range a.best {
		if b == nil || a.names[m].oneName(a.names[n]) || b.Ref == c.Ref {
			continue
		}
		known := b.Ref != 0
		land = land || known && b.Ref == c.Land
		adm1 = adm1 || known && b.Ref == c.Adm1
		adm2 = adm2 || known && b.Ref == c.Adm2
		if b.Land == c.Ref || liesIn(b, c.Ref) {
			held++
		}
	}
	v.Add(boolFloat(land), "its country is named")
	v.Add(boolFloat(adm1), "its adm1 is named")
	v.Add(boolFloat(adm2), "its adm2 is named")
	if held > 0 {
		v.Add(1, "holds others", c.Type)
		v.Add(held/max(1, a.total-1), "share of others held", c.Type)
	} else if placetype.IsArea(c.Type) {
		v.Add(1, "holds no other", c.Type)
	}
}

// describeBeside adds how the candidate goes with the names right before and
// after it: "Paris, Texas".
func (a *surroundings) describeBeside(v *linear.Vector, t *toponym, c *candidate) {
	a.describeNext(v, "after", t.after, c)
	a.describeNext(v, "before", t.before, c)
}

func (a *surroundings) describeNext(v *linear.Vector, where string, names []int, c *candidate) {
	var holder, sameAdm1, sameLand, sameKind bool
	for _, m := range names {
		b := a.best[m]
		if b == nil || b.Ref == c.Ref {
			continue
		}
		holder = holder || b.Ref != 0 && b.Ref == c.Land || liesIn(&c.Place, b.Ref)
		sameAdm1 = sameAdm1 || b.Adm1 == c.Adm1 && c.Adm1 != 0
		sameLand = sameLand || b.Land == c.Land && c.Land != 0
		sameKind = sameKind || placetype.IsArea(c.Type) && b.Type == c.Type && (b.Land == c.Land || isWide(&c.Place))
	}
	v.Add(boolFloat(holder), where, "holds it")
	v.Add(boolFloat(sameAdm1), where, "same adm1")
	v.Add(boolFloat(sameLand), where, "same country")
	v.Add(boolFloat(sameKind), where, "of the same kind", c.Type)
}

// Metropolis is the number of inhabitants from which on a city is known in countries
// other than its own.
const Metropolis = 1_000_000

// isWide reports whether a place is no part of a country.
func isWide(p *gazetteer.Place) bool {
	return p.Type == placetype.Country || placetype.KindOf(p.Type) == geo.KindRegion
}

// near are the distances, in kilometres, by which nearness is told.
var near = []struct {
	km   float64
	name string
}{{15, "15"}, {40, "40"}, {100, "100"}, {250, "250"}, {600, "600"}}

// describeDistance adds how near the candidate is to the places that others
// seem to mean.
func (a *surroundings) describeDistance(v *linear.Vector, n int, c *candidate) {
	nearest, decay := math.Inf(1), 0.0
	for m, b := range a.best {
		if b == nil || a.names[m].oneName(a.names[n]) || b.Ref == c.Ref || placetype.KindOf(b.Type)&(geo.KindSettlement|geo.KindAdm2|geo.KindFacility) == 0 {
			continue
		}
		km := roughKm(b.Point, c.Point)
		nearest = min(nearest, km)
		decay += a.sure[m] * math.Exp(-km/100)
	}
	if math.IsInf(nearest, 1) {
		return
	}
	area := "place"
	if placetype.IsArea(c.Type) {
		area = "area"
	}
	v.Add(math.Log1p(decay), "others near", area)
	for _, d := range near {
		if nearest <= d.km {
			v.Add(1, "nearest other within km", area, d.name)
			return
		}
	}
	v.Add(1, "nearest other far", area)
}

// describeCompanions adds whether a choice stands to reason beside the others: a
// name may have one meaning only, at the other end of the world.
func (a *surroundings) describeCompanions(v *linear.Vector, t *toponym, c *candidate) {
	nearest, compatriots, others := math.Inf(1), 0.0, 0.0
	for n, b := range a.best {
		if b == nil || a.names[n].oneName(t) || b.Ref == c.Ref {
			continue
		}
		others++
		compatriots += a.sure[n] * boolFloat(b.Land == c.Land && c.Land != 0)
		if placetype.KindOf(b.Type)&(geo.KindSettlement|geo.KindAdm1|geo.KindAdm2|geo.KindFacility) != 0 {
			nearest = min(nearest, roughKm(b.Point, c.Point))
		}
	}
	kind := "settlement"
	switch {
	case placetype.IsArea(c.Type):
		kind = c.Type
	case c.Code == "PPLC", c.Type == placetype.City && c.Population >= Metropolis:
		kind = "capital" // may be named in any story
	}
	switch {
	case others == 0 && holds(a.homes, c.Land):
		v.Add(1, "no companions, at home")
	case others == 0:
		v.Add(1, "no companions")
	case compatriots < 0.1:
		v.Add(1, "no compatriots", kind)
	default:
		v.Add(compatriots/others, "compatriots", kind)
	}
	if !math.IsInf(nearest, 1) {
		v.Add(math.Log1p(nearest/50), "nearest companion", kind)
	}
}

// roughKm is the distance of two points in kilometres as if the earth were flat
// between them: right to a few per cent below 600 km, where it matters, and a
// third of the cost.
func roughKm(a, b orb.Point) float64 {
	lon := math.Abs(a[0] - b[0])
	if lon > 180 {
		lon = 360 - lon
	}
	x := lon * math.Cos((a[1]+b[1])*math.Pi/360)
	return 111.2 * math.Hypot(x, a[1]-b[1])
}
