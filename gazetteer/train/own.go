package main

import (
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/score"
	"github.com/dateline-map/dateline/geo"
)

// ownWeight is what an example made of the gazetteer itself counts beside one
// of gold: enough to teach what gold of one country's newspapers cannot, too
// little to outweigh it.
const ownWeight = 0.3

// ownStories makes stories of a gazetteer's own places, for what the guideline
// of events says and gold of local news does not show:
//
//   - a name that is both a province's and its seat's is the seat's;
//   - a capital or a city of millions may be named in a story about any other
//     country;
//   - a town is the one in the country that the story names, or in its province;
//   - a name in a list of provinces is a province's, in a list of countries a
//     country's, beside countries a continent's.
func ownStories(x *gazetteer.Index) []example {
	w := survey(x)
	var out []example
	for _, p := range w.seats {
		e := w.story(p, w.name(p.Land), w.largest(p.Land, p, 0), w.largest(p.Land, p, 1))
		e.weight *= 2 // gold of the United States says the opposite
		out = append(out, e)
	}
	for i, p := range slices.Concat(w.capitals, w.metropoles) {
		other := w.capitals[(i+1)%len(w.capitals)].Land
		e := w.story(p, w.name(other), w.largest(other, p, 0), w.largest(other, p, 1))
		e.weight *= 4 // so do its Parises and Washingtons
		out = append(out, e)
	}
	for i, p := range w.towns {
		if i%2 == 0 {
			out = append(out, w.story(p, w.name(p.Land), w.name(p.Adm1), w.largest(p.Adm1, p, 0)))
		} else {
			out = append(out, w.story(p, w.name(p.Land)))
		}
	}
	for _, e := range w.lists(w.continents, w.countries) {
		e.weight *= continentWeight
		out = append(out, e)
	}
	out = append(out, w.lists(w.countries, w.countries)...)
	for _, land := range w.countries {
		out = append(out, w.lists(w.provinces[land.Ref], w.provinces[land.Ref])...)
	}
	return out
}

// continentWeight makes up for there being so few continents.
const continentWeight = 10

// listEvery is the share of provinces that stories are made of: they are many.
const listEvery = 8

// lists makes stories that name each of places among others, two before it and
// two after it.
func (w *world) lists(places, others []gazetteer.Place) []example {
	var out []example
	for i, p := range places {
		if p.Type == "adm1" && int(p.Ref)%listEvery != 0 || len(others) < 5 {
			continue
		}
		e := w.story(p)
		for j := range 4 {
			o := others[(i+1+j*7)%len(others)]
			if o.Ref == p.Ref {
				continue
			}
			place, unknown := geo.Place{Name: o.Name}, gold{unknown: true}
			if j < 2 {
				e.places, e.gold = append([]geo.Place{place}, e.places...), append([]gold{unknown}, e.gold...)
			} else {
				e.places, e.gold = append(e.places, place), append(e.gold, unknown)
			}
		}
		out = append(out, e)
	}
	return out
}

// ownNames makes stories of one name: what it means where nothing else is said. A
// country's name means the country; that of a city or of a province means each of those
// that bear it, as often as its share of their inhabitants says. The name of a province
// and of its seat, or of a capital, is the city's.
func ownNames(x *gazetteer.Index) []example {
	w := survey(x)
	var out []example
	for _, p := range w.countries {
		e := w.story(p)
		e.weight = loneCountry
		out = append(out, e)
	}
	for p := range x.All() {
		if p.Type != "city" || p.Population < loneInhabitants {
			continue
		}
		e := w.story(p)
		e.weight = float64(p.Population) / float64(w.namesakes(&p))
		out = append(out, e)
	}
	return append(out, w.ownProvinces()...)
}

// ownProvinces makes stories of one name, of which some are a province's.
func (w *world) ownProvinces() []example {
	var out []example
	for p := range w.x.All() {
		if p.Type != "adm1" {
			continue
		}
		meant, times := p, 1.0
		if city, ok := w.cityOf(&p); ok {
			if city.Name == p.Name || city.Code == "PPLC" {
				continue // it is among the cities, and likely enough
			}
			meant, times = city, alsoCalled
			meant.Name = p.Name
		}
		if meant.Population < loneInhabitants {
			continue
		}
		e := w.story(meant)
		e.weight = times * float64(meant.Population) / float64(w.namesakes(&meant))
		out = append(out, e)
	}
	return out
}

// cityOf returns the city that a province shares its name with: the largest inside it that is
// called so, or a capital.
func (w *world) cityOf(adm1 *gazetteer.Place) (city gazetteer.Place, ok bool) {
	for _, h := range w.x.Exact(fold.Key(adm1.Name), nil) {
		p := w.x.Place(h.Ref)
		if p.Code == "PPLC" || p.Type == "city" && p.Adm1 == adm1.Ref {
			if !ok || p.Population > city.Population {
				city, ok = p, true
			}
		}
	}
	return city, ok
}

// loneInhabitants is the size from which on a city is named without its country,
// loneCountry how often a country is for each time that a city is, and alsoCalled how often
// one of the few cities is that share the name of their province, but bear another: New York.
const (
	loneInhabitants = 100_000
	loneCountry     = 5
	alsoCalled      = 3
)

// namesakes returns the inhabitants of all cities and provinces that have a place's name as their
// main one, and what those of countries count beside them.
func (w *world) namesakes(p *gazetteer.Place) int {
	sum := 0
	for _, h := range w.x.Exact(fold.Key(p.Name), nil) {
		o := w.x.Place(h.Ref)
		switch {
		case h.How != gazetteer.Main:
		case o.Type == "country":
			sum += countryNamesakes * o.Population
		case o.Type == "city":
			sum += o.Population
		case o.Type == "adm1":
			if _, shared := w.cityOf(&o); !shared {
				sum += o.Population
			}
		}
	}
	return max(sum, p.Population)
}

// countryNamesakes is how many times as often a country is named as a city of as
// many inhabitants.
const countryNamesakes = 10

// world is what stories are made of.
type world struct {
	x          *gazetteer.Index
	seats      []gazetteer.Place // that share their province's name
	capitals   []gazetteer.Place
	metropoles []gazetteer.Place // other cities known all over the world
	towns      []gazetteer.Place // a sample
	cities     map[gazetteer.Ref][]gazetteer.Place

	continents, countries []gazetteer.Place
	provinces             map[gazetteer.Ref][]gazetteer.Place // by country, but for those that share their seat's name
}

// townEvery is the share of towns in the sample.
const townEvery = 60

func survey(x *gazetteer.Index) *world {
	w := &world{x: x, cities: map[gazetteer.Ref][]gazetteer.Place{}, provinces: map[gazetteer.Ref][]gazetteer.Place{}}
	n := 0
	for p := range x.All() {
		switch {
		case p.Type == "continent":
			w.continents = append(w.continents, p)
		case p.Type == "country":
			w.countries = append(w.countries, p)
		case p.Type == "adm1":
			if !w.addSeat(p) && p.Name != w.name(p.Land) {
				w.provinces[p.Land] = append(w.provinces[p.Land], p)
			}
		case p.Code == "PPLC":
			w.capitals = append(w.capitals, p)
		case p.Type == "city" && p.Population >= resolve.Metropolis:
			w.metropoles = append(w.metropoles, p)
		case (p.Type == "town" || p.Type == "city") && p.Population > 5000 && p.Adm1 != 0:
			if n++; n%townEvery == 0 {
				w.towns = append(w.towns, p)
			}
		}
		if p.Type == "city" && p.Land != 0 {
			w.cities[p.Land] = keepLargest(w.cities[p.Land], p)
			w.cities[p.Adm1] = keepLargest(w.cities[p.Adm1], p)
		}
	}
	return w
}

// keepLargest adds a place to a list of the most populous.
func keepLargest(list []gazetteer.Place, p gazetteer.Place) []gazetteer.Place {
	list = append(list, p)
	slices.SortStableFunc(list, func(a, b gazetteer.Place) int { return b.Population - a.Population })
	return list[:min(len(list), 3)]
}

// addSeat notes the seat that has its province's name, and reports whether there
// is one.
func (w *world) addSeat(adm1 gazetteer.Place) bool {
	for _, h := range w.x.Exact(fold.Key(adm1.Name), nil) {
		p := w.x.Place(h.Ref)
		if p.Adm1 == adm1.Ref && (p.Code == "PPLA" || p.Code == "PPLC") && p.Land != 0 {
			p.Name = adm1.Name
			w.seats = append(w.seats, p)
			return true
		}
	}
	return false
}

func (w *world) name(r gazetteer.Ref) string {
	if r == 0 {
		return ""
	}
	return w.x.Place(r).Name
}

// largest returns the name of the n-th most populous city of an area, not
// counting p.
func (w *world) largest(area gazetteer.Ref, p gazetteer.Place, n int) string {
	for _, c := range w.cities[area] {
		if c.Ref == p.Ref {
			continue
		}
		if n == 0 {
			return c.Name
		}
		n--
	}
	return ""
}

// story names p, whose meaning is known, and others, whose is not.
func (w *world) story(p gazetteer.Place, others ...string) example {
	e := example{
		places: []geo.Place{{Name: p.Name}},
		gold:   []gold{{Truth: score.Truth{Point: p.Point, ID: p.ID}}},
		weight: ownWeight,
	}
	for _, name := range others {
		if name != "" {
			e.places = append(e.places, geo.Place{Name: name})
			e.gold = append(e.gold, gold{unknown: true})
		}
	}
	return e
}
