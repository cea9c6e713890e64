package resolve

import (
	"slices"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/geo"
)

// keepNamed drops what does not lie in what its own reading of the name says,
// if another reading has a place that does: "Iraq, Anbar, Ramadi" is no Iraq in
// Ramadi.
func (t *toponym) keepNamed() {
	if t.some(func(c *candidate) bool { return c.named == scope.Yes && c.spelled() }) {
		t.drop(func(c *candidate) bool { return c.named == scope.No && len(c.reading.Within) > 0 })
	}
	if t.some(func(c *candidate) bool { return c.named == scope.Yes && c.reading.Apart }) {
		t.drop(func(c *candidate) bool { return c.named != scope.Yes && len(c.reading.Within) > 0 })
	}
}

// keepHeld drops what lies outside the town or area that the cell names, where that surely is
// meant: another area named behind it holds it. "Colonia Centro, Sapote, Sinaloa" is in Sinaloa.
func (t *toponym) keepHeld(r *Resolver) {
	var held, outer, town []gazetteer.Place
	for _, name := range slices.Backward(t.namedWithin()) {
		c := r.areas.Find(name, scope.AnyLevel, t.scope.Land)
		for i := range c {
			if scope.InsideAny(&c[i], outer) == scope.Yes {
				held, town = outer, append(town, c[i])
			}
		}
		if len(held) > 0 {
			break
		}
		outer = c
	}
	if len(held) > 0 {
		t.drop(func(c *candidate) bool { return scope.InsideAny(&c.Place, held) == scope.No || isFar(&c.Place, town) })
	}
}

// keepOffNamesakes drops the towns that have the name of the state or province which the cell
// names last, if that stands for the place because a site is in no list: "Dale University,
// Florida" is not in the town of that name in Uruguay.
func (t *toponym) keepOffNamesakes(r *Resolver) {
	within := t.namedWithin()
	if len(within) == 0 {
		return
	}
	last := within[len(within)-1]
	c := r.areas.Find(last, scope.AnyLevel, t.scope.Land)
	if len(c) == 0 || placetype.KindOf(c[0].Type) != geo.KindAdm1 || fold.Key(c[0].Name) != last {
		return // Freiburg is no canton of Fribourg
	}
	t.drop(func(o *candidate) bool {
		return o.reading.Loose && o.reading.Name == last && placetype.KindOf(o.Type) == geo.KindSettlement && scope.InsideAny(&o.Place, c[:1]) != scope.Yes
	})
}

// farM is how far from the town or the middle of the district that holds it, in metres, no place is.
const farM = 150_000

// isFar reports whether a place lies far from all of some towns and districts; of wider areas
// it does not tell.
func isFar(p *gazetteer.Place, towns []gazetteer.Place) bool {
	return !slices.ContainsFunc(towns, func(town gazetteer.Place) bool {
		return placetype.KindOf(town.Type)&(geo.KindSettlement|geo.KindAdm2) == 0 || distanceM(p.Point, town.Point) < farM
	})
}

// keepCountry drops what lies in a namesake of the country said: Niger is a state
// of Nigeria as well, Georgia one of the United States. That is so only if the
// country has a place spelled like the name, for "Atlanta, Georgia" is in the state
// alone. Short forms ("CA", "IN") are provinces' more often than countries'.
func (t *toponym) keepCountry(r *Resolver) {
	if t.inOneCountry() {
		return
	}
	t.keepInCountry(t.scope.Land)
	if w := t.place.Within.Adm1; !isShort(w) {
		t.keepInCountry(t.scope.Adm1)
	}
	for i := range t.query.Readings {
		for _, name := range t.query.Readings[i].Within {
			if !isShort(name) {
				t.keepInCountry(r.areas.Find(name, scope.AnyLevel, t.scope.Land))
			}
		}
	}
}

// inOneCountry reports whether no candidate lies in another country than the others:
// mostly none does, where the source says one.
func (t *toponym) inOneCountry() bool {
	return !t.some(func(c *candidate) bool {
		return c.Country == "" || c.Country != t.cands[0].Country || c.Land != t.cands[0].Land
	})
}

// keepInCountry does so for one container, which is the places that its name may
// mean.
func (t *toponym) keepInCountry(container []gazetteer.Place) {
	isCountry := func(p gazetteer.Place) bool { return p.Type == placetype.Country }
	if !slices.ContainsFunc(container, isCountry) {
		return
	}
	inCountry := func(c *candidate) bool {
		return slices.ContainsFunc(container, func(p gazetteer.Place) bool { return isCountry(p) && scope.Inside(&c.Place, &p) == scope.Yes })
	}
	if t.some(func(c *candidate) bool { return c.spelled() && c.fits() && inCountry(c) }) {
		t.drop(func(c *candidate) bool { return scope.InsideAny(&c.Place, container) == scope.Yes && !inCountry(c) })
	}
}

// mostShort is the length in letters of the longest short forms of countries and
// provinces: "IRQ", "NSW".
const mostShort = 3

func isShort(name string) bool { return utf8.RuneCountInString(name) <= mostShort }

// keepKind drops what class words exclude: of "Kirkuk province" the city, if
// the province is known; of "Ohio River" everything that is no water, unless
// the source says where to look.
func (t *toponym) keepKind() {
	agrees := func(c *candidate) bool { return c.kind > scope.Unsaid && c.fits() }
	differs := func(c *candidate) bool { return c.kind == scope.No }
	said := placetype.KindOf(t.kindSaid())
	if said&(geo.KindAdm1|geo.KindAdm2) != 0 {
		agrees = func(c *candidate) bool { return c.kind > scope.Unsaid && c.fits() && placetype.IsArea(c.Type) }
		differs = func(c *candidate) bool { return c.kind != scope.Unsaid && !placetype.IsArea(c.Type) }
	}
	t.keepLevel()
	natural := said == geo.KindNature && !t.scope.Any()
	if natural || t.some(agrees) {
		t.drop(differs)
	}
}

// keepLevel drops of two areas of the name, one in the other, that of the level
// which is not said: "Dohuk Governorate" is not its district of Dohuk.
func (t *toponym) keepLevel() {
	t.drop(func(c *candidate) bool {
		return c.kind == scope.CloseTo && t.some(func(o *candidate) bool {
			return o.kind == scope.Yes && o.spelled() && o.fits() && placetype.IsArea(o.Type) && (c.Adm1 == o.Ref || c.Ref == o.Adm1)
		})
	})
}

// Of how many other names most must lie in one country for it to be that of all.
const (
	leastAmong = 3
	mostAmong  = 0.9
)

// dropLandAmong drops the country from what a name in a column of ADM1 may be, if the others lie
// in a country that has an ADM1 of the name: Niger among states of Nigeria, Mexico among those
// of Mexico.
func (t *toponym) dropLandAmong(around *surroundings, n int) {
	if t.place.Kind != placetype.Adm1 || !t.some(func(c *candidate) bool { return c.Type == placetype.Country }) {
		return
	}
	others := around.total - 1
	among := func(c *candidate) bool {
		in := around.lands[c.Land] - around.own[n].lands.of(c.Land)
		return placetype.KindOf(c.Type) == geo.KindAdm1 && c.spelled() && others >= leastAmong && in >= mostAmong*others
	}
	if t.some(among) {
		t.drop(func(c *candidate) bool { return c.Type == placetype.Country })
	}
}

// movedM is how far, in metres, a town may have been built anew from its ruin.
const movedM = 50_000

// keepLiving drops ruins and historic sites of a name where a settlement nearby
// still has it.
func (t *toponym) keepLiving() {
	t.drop(func(c *candidate) bool {
		return c.Type == placetype.Ruin && t.some(func(o *candidate) bool {
			return placetype.KindOf(o.Type) == geo.KindSettlement && o.Type != placetype.Ruin && distanceM(o.Point, c.Point) <= movedM
		})
	})
}

// keepTowns drops sites called by their bare name where a town or an area of the country
// has that name: "Jenin" is the town, unless a word says that the camp is meant.
func (t *toponym) keepTowns() {
	if t.kindSaid() != "" {
		return
	}
	t.drop(func(c *candidate) bool {
		return c.how == gazetteer.Bare && isSiteType(c.Type) && t.some(func(o *candidate) bool {
			return o.Country == c.Country && o.spelled() && o.fits() && !isSiteType(o.Type) && placetype.KindOf(o.Type)&(geo.KindSettlement|geo.KindAdm2|geo.KindAdm1) != 0
		})
	})
}

// keepSeas drops the provinces that are named after a sea, if nothing says where the
// place lies: "in the Red Sea" is not in a governorate of Egypt.
func (t *toponym) keepSeas() {
	if t.kindSaid() != "" || t.scope.Any() || t.namedWithin() != nil {
		return
	}
	if t.some(func(c *candidate) bool { return c.Type == placetype.Sea && c.how == gazetteer.Main }) {
		t.drop(func(c *candidate) bool { return isUnit(&c.Place) })
	}
}

// keepNames drops what the name is the people's of where a word says that a place is meant
// and another has the name itself: "the town of Baghdadi" is not Baghdad.
func (t *toponym) keepNames() {
	if t.kindSaid() != "" && t.some(func(c *candidate) bool { return c.how != gazetteer.Demonym && c.spelled() }) {
		t.drop(func(c *candidate) bool { return c.how == gazetteer.Demonym })
	}
}

// isSiteType reports whether a type is of what is mostly named after the town beside it.
func isSiteType(placeType string) bool {
	return placeType == placetype.Camp || placetype.KindOf(placeType) == geo.KindFacility
}
