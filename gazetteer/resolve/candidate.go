package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/spelling"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
)

// candidate is a place that a name may mean, and what speaks for it.
type candidate struct {
	gazetteer.Place
	how     gazetteer.How
	stage   spelling.Stage
	likeway float64 // likeness of the spellings, from 0 to 1
	reading *query.Reading

	// What the source says against what the gazetteer knows.
	land, adm1, adm2, named, kind scope.Answer

	alone      []linear.Feature // what it is by itself; never changed, for stories share it
	beside     []linear.Feature // how it goes with the other names of the story
	itself     float64          // logarithm of the probability that it has by itself
	storyScore float64          // of alone, by the weights for stories
	p          float64          // probability
	before     float64          // the one that it had before it was last judged
}

// spelled reports whether the name is in the gazetteer as it is written.
func (c *candidate) spelled() bool { return c.stage <= spelling.Bare }

// fits reports whether nothing that the source says speaks against c.
func (c *candidate) fits() bool {
	return c.land != scope.No && c.adm1 != scope.No && c.adm2 != scope.No && c.named != scope.No && c.kind != scope.No
}

// toponym is one name of a story, with what it may mean. The same name is one
// toponym wherever it stands in the story: writers keep to one sense.
type toponym struct {
	place   *geo.Place // the first that has the name
	query   query.Query
	name    string // in its comparison form, without words of relation
	related bool   // there are such words: "near Hit"
	anchor  bool   // its match was known before
	scope   scope.Said
	cands   []candidate
	others  rivals
	outside []gazetteer.Place // places of that very name outside the country said, without ids and names
	none    float64           // probability that the gazetteer lacks the place
	noneBy  []linear.Feature
	reason  string
	note    string // why the area stands for a name that is none; else empty
	before  []int  // toponyms that stand right before it
	after   []int  // toponyms that stand right after it

	remembered bool // from another story: looked up and judged by itself
}

// usualCandidates is how many candidates there is room for at first.
const usualCandidates = 8

// some reports whether a candidate is one of those wanted.
func (t *toponym) some(wanted func(*candidate) bool) bool {
	for i := range t.cands {
		if wanted(&t.cands[i]) {
			return true
		}
	}
	return false
}

// drop takes away some candidates. As they are asked about one after another, those
// before have been taken away.
func (t *toponym) drop(unwanted func(*candidate) bool) {
	n := 0
	for i := range t.cands {
		if c := &t.cands[i]; !unwanted(c) {
			if n < i {
				t.cands[n] = *c
			}
			n++
		}
	}
	clear(t.cands[n:])
	t.cands = t.cands[:n]
}

// maxCandidates bounds the candidates of a name; the most populous of those
// that fit are kept. No name of the world's cities has more.
const maxCandidates = 100

// gather looks the name up stage by stage, until something fits what the source
// says. support tells which places may be found by a likeness of spelling.
func (t *toponym) gather(r *Resolver, stages []spelling.Stage, support func(*candidate) bool) {
	fits := t.some(func(c *candidate) bool { return c.fits() })
	held := false // some candidate lies in what its own cell says
	var hits []gazetteer.Hit
	for _, st := range stages {
		for i := range t.query.Readings {
			rd := &t.query.Readings[i]
			if fits && (held || !rd.Apart) && !(rd.Either && st == spelling.Exact) {
				continue // "Kirkuk - Hawija" is in Hawija, however that is spelled
			}
			if rd.WholeOnly && st != spelling.Exact {
				continue
			}
			if st == spelling.Typos && len(t.scope.Adm1)+len(t.scope.Adm2) == 0 {
				continue
			}
			hits = st.Find(r.x, rd.Name, t.scope.Land, hits[:0])
			if t.cands == nil && len(hits) > 0 {
				t.cands = make([]candidate, 0, min(len(hits), usualCandidates))
			}
			for _, h := range hits {
				fits = t.consider(r, h, st, rd, support) || fits
			}
			held = t.some(func(c *candidate) bool { return c.named == scope.Yes })
		}
		if st == spelling.Bare {
			fits = t.forgiveBorder(r) || fits
		}
	}
	t.keepCountry(r)
	t.keepNamed()
	t.keepHeld(r)
	t.keepOffNamesakes(r)
	t.addSeats(r)
	t.keepNames()
	t.keepKind()
	t.keepTowns()
	t.keepSeas()
	t.keepLiving()
	t.cut()
	t.compare()
}

// forgiveBorder takes what is spelled as written and seems to lie just beyond the
// border of the ADM1 said for a place in it, if there is none in it. It reports
// whether one fits now.
func (t *toponym) forgiveBorder(r *Resolver) (fits bool) {
	if len(t.scope.Adm1) == 0 || t.some(func(c *candidate) bool { return c.adm1 == scope.Yes }) {
		return false
	}
	for i := range t.cands {
		c := &t.cands[i]
		if c.adm1 == scope.No && c.spelled() && r.areas.ReachesAcross(&c.Place, t.scope.Adm1) {
			c.adm1 = scope.Yes
			fits = fits || c.fits()
		}
	}
	return fits
}

// addSeats adds the seats of areas whose name is found where no settlement's is:
// who writes "Hodeidah" for the province writes it for the city as well, whether
// or not the gazetteer knows.
func (t *toponym) addSeats(r *Resolver) {
	settled := func(c *candidate) bool { return placetype.KindOf(c.Type) == geo.KindSettlement }
	if t.kindSaid() != "" || len(t.cands) > maxSeats || t.some(settled) {
		return
	}
	for i := range len(t.cands) { // without those that are added
		area := t.cands[i]
		_, class := fold.ClassWords(area.reading.Name)
		if placetype.KindOf(area.Type)&(geo.KindAdm1|geo.KindAdm2) == 0 || area.how > gazetteer.Bare || class != "" {
			continue
		}
		key := fold.Key(area.Name)
		bare, _ := fold.ClassWords(key)
		for _, name := range []string{key, bare} {
			for _, h := range r.x.Skeleton(name, r.x.Exact(name, nil)) {
				t.addSeat(r, &area, h.Ref)
			}
		}
	}
}

// maxSeats bounds how many areas' seats are looked for.
const maxSeats = 8

// addSeat adds a settlement that lies in an area of its name.
func (t *toponym) addSeat(r *Resolver, area *candidate, ref gazetteer.Ref) {
	p := r.x.Unnamed(ref)
	seat := placetype.KindOf(p.Type) == geo.KindSettlement && p.Type != placetype.Ruin && p.Located && p.Country == area.Country &&
		(p.Adm1 == area.Ref || p.Adm2 == area.Ref || distanceM(p.Point, area.Point) <= seatM)
	if !seat || t.some(func(o *candidate) bool { return o.Ref == ref }) {
		return
	}
	p.ID, p.Name = r.x.Called(ref)
	c := *area
	c.Place, c.how = p, max(gazetteer.Alias, area.how)
	t.judgeLand(r, &c)
	t.judge(r, &c)
	t.cands = append(t.cands, c)
}

// consider makes a candidate of a hit and reports whether it fits.
func (t *toponym) consider(r *Resolver, h gazetteer.Hit, st spelling.Stage, rd *query.Reading, support func(*candidate) bool) bool {
	if h.How == gazetteer.Code && !t.codesMeant() || t.elsewhere(r, h, st) {
		return false
	}
	if len(t.cands) >= 4*maxCandidates {
		t.cut() // a list of villages has thousands of places of one name
	}
	last := len(t.cands)
	t.cands = append(t.cands, candidate{Place: r.x.Unnamed(h.Ref), how: h.How, stage: st, reading: rd})
	c := &t.cands[last]
	if !t.suits(r, c, h.Key, support) {
		t.cands = t.cands[:last]
		return false
	}
	c.ID, c.Name = r.x.Called(h.Ref) // last, for most of what is only spelled alike is refused
	return c.fits()
}

// suits judges the last candidate, which was found by a key, and reports whether it is
// to be one.
func (t *toponym) suits(r *Resolver, c *candidate, key string, support func(*candidate) bool) bool {
	if !c.Located || t.again(c) {
		return false
	}
	if t.judgeLand(r, c); c.land == scope.No && !c.reading.Inverted {
		t.keepOutside(c)
		return false
	}
	t.judge(r, c)
	if c.reading.Inverted && (c.named != scope.Yes || c.kind == scope.No || c.Type == placetype.Country) {
		return false
	}
	c.likeway = 1
	if !c.spelled() {
		c.likeway = spelling.Likeness(c.reading.Name, key)
	}
	switch {
	case c.stage == spelling.Typos && c.adm1 != scope.Yes && c.adm2 != scope.Yes:
		// Of the names of Syria's conflict events that nothing nearer was found
		// for, those two errors from some town's are villages that no list has,
		// in 260 cases of 270.
		return false
	case c.land == scope.No:
		t.keepOutside(c)
		return false
	case !c.spelled() && (c.adm1 == scope.No || c.adm2 == scope.No || c.kind == scope.No && isWide(&c.Place) || !support(c)), c.reading.WholeOnly && len(t.query.Readings) > 1 && c.kind == scope.No:
		return false
	}
	return true
}

// again reports whether the last candidate is one that was found before. One that is found by the
// long form of its name as well has that as it has the better of the two.
func (t *toponym) again(c *candidate) bool {
	for i := range t.cands[:len(t.cands)-1] {
		if o := &t.cands[i]; o.Ref == c.Ref {
			if o.stage == c.stage && c.reading.Either {
				o.how = min(o.how, c.how)
			}
			return true
		}
	}
	return false
}

// keepOutside notes a place outside the country said, if it has the very name.
func (t *toponym) keepOutside(c *candidate) {
	if c.spelled() && c.how <= gazetteer.Alias {
		t.outside = append(t.outside, c.Place)
	}
}

// elsewhere reports whether a hit need not be looked at, because it lies in another
// country than the source says and enough such places are known. It reads little
// of the place, so that what a name costs does not grow with the rest of the world.
func (t *toponym) elsewhere(r *Resolver, h gazetteer.Hit, st spelling.Stage) bool {
	if len(t.scope.Land) == 0 || st <= spelling.Bare && len(t.outside) < maxCandidates {
		return false
	}
	country := r.x.Country(h.Ref)
	return country != "" && !slices.ContainsFunc(t.scope.Land, func(land gazetteer.Place) bool {
		return land.Type != placetype.Country || land.Country == country
	})
}

// codesMeant reports whether a short form may be meant as one: "TX" after
// "Paris,", "IRQ" in a table; in running text only as a whole name in capitals.
func (t *toponym) codesMeant() bool {
	return t.scope.Any() || isCapitals(t.place.Name)
}

func isCapitals(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }

// judge holds what the source says, but for the country, against what the gazetteer knows
// of c; see judgeLand.
func (t *toponym) judge(r *Resolver, c *candidate) {
	c.adm1 = scope.InsideAny(&c.Place, t.scope.Adm1)
	c.adm2 = scope.InsideAny(&c.Place, t.scope.Adm2)
	for _, containers := range t.scope.Named {
		c.named = min2(c.named, scope.InsideAny(&c.Place, containers))
	}
	for _, name := range c.reading.Within {
		if r.isLand(name, t.scope.Land) {
			c.named = min2(c.named, c.land)
			continue // the country said, once more: places in it have its name, too
		}
		c.named = min2(c.named, scope.InsideAny(&c.Place, r.areas.Find(name, scope.AnyLevel, t.scope.Land)))
	}
	c.kind = kindAgrees(cmp.Or(c.reading.Kind, t.place.Kind), &c.Place)
	if c.kind == scope.CloseTo && t.isContainerItself(c) {
		c.kind = scope.No
	}
	if c.kind == scope.No && query.IsElsewhere(c.reading.Kind) && c.spelled() {
		c.kind = scope.CloseTo // lists have quarters that are called after their street, word and all
	}
	if c.how != gazetteer.Main && placetype.IsArea(c.Type) && placetype.KindOf(c.reading.InName) == geo.KindSettlement {
		c.kind = scope.No // some list calls the governorate "Damascus city"
	}
}

// judgeLand holds the country said against c, of which it needs no name.
func (t *toponym) judgeLand(r *Resolver, c *candidate) {
	c.land = scope.InsideAny(&c.Place, t.scope.Land)
	if c.land == scope.No && r.liesIn(c.Ref, t.scope.Land) {
		c.land = scope.Yes
	}
}

// isLand reports whether a name is that of one of some countries.
func (r *Resolver) isLand(name string, lands []gazetteer.Place) bool {
	return len(lands) > 0 && slices.ContainsFunc(r.areas.Find(name, scope.LandLevel, nil), func(p gazetteer.Place) bool {
		return slices.ContainsFunc(lands, func(land gazetteer.Place) bool { return land.Ref == p.Ref })
	})
}

// isContainerItself reports whether c is the ADM1 that the place is said to lie
// in, though the place is called an ADM2: "Homs district" in the governorate of
// Homs is the smaller of the two. Who writes the same in both columns means the
// same by them, whatever the unit is called.
func (t *toponym) isContainerItself(c *candidate) bool {
	said := cmp.Or(c.reading.Kind, t.place.Kind)
	return placetype.KindOf(said) == geo.KindAdm2 && placetype.KindOf(c.Type) == geo.KindAdm1 &&
		slices.ContainsFunc(t.scope.Adm1, func(p gazetteer.Place) bool { return p.Ref == c.Ref }) &&
		fold.Key(t.place.Name) != fold.Key(t.place.Within.Adm1)
}

// min2 joins two answers: one no outweighs what else is said.
func min2(a, b scope.Answer) scope.Answer {
	switch {
	case a == scope.No || b == scope.No:
		return scope.No
	case a == scope.Unsaid:
		return b
	case b == scope.Unsaid:
		return a
	}
	return max(a, b) // CloseTo is the weaker of the two
}

// liesIn reports whether a place of several countries lies in one of those
// said.
func (r *Resolver) liesIn(ref gazetteer.Ref, lands []gazetteer.Place) bool {
	for _, code := range r.x.Countries(ref) {
		for i := range lands {
			if lands[i].Country == code {
				return true
			}
		}
	}
	return false
}

// cut keeps the best maxCandidates.
func (t *toponym) cut() {
	if len(t.cands) <= maxCandidates {
		return
	}
	slices.SortStableFunc(t.cands, func(a, b candidate) int {
		return cmp.Or(
			-cmp.Compare(boolFloat(a.fits()), boolFloat(b.fits())),
			cmp.Compare(a.stage, b.stage),
			cmp.Compare(b.Population, a.Population),
		)
	})
	t.cands = t.cands[:maxCandidates]
}

func boolFloat(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// kindAgrees says whether a place is what class words call it: yes for the
// kind itself, CloseTo for what people call so as well, no for another kind.
func kindAgrees(said string, p *gazetteer.Place) scope.Answer {
	if said == "" {
		return scope.Unsaid
	}
	if said == p.Type {
		return scope.Yes
	}
	want, has := placetype.KindOf(said), placetype.KindOf(p.Type)
	switch {
	case want == has:
		return scope.CloseTo // towns are called villages, and the other way round
	case want == geo.KindAdm2 && has == geo.KindAdm1, want == geo.KindAdm1 && has == geo.KindAdm2,
		said == placetype.Region && has&(geo.KindAdm1|geo.KindAdm2) != 0,
		said == placetype.Adm1 && has == geo.KindRegion, said == placetype.Adm2 && has == geo.KindSettlement,
		said == placetype.Adm1 && p.Type == placetype.Country && p.Code == "TERR":
		return scope.CloseTo
	}
	return scope.No
}
