package join

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/borders"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
	"github.com/paulmach/orb/planar"
)

// addAdm1 makes a place of each ADM1 that GeoNames has: with the outline of its
// units, or else at its seat.
func (w *world) addAdm1() {
	units := groups(w.joined.adm1)
	members := w.membersBy(func(p *build.Place) string { return p.Adm1 })
	for _, a := range w.allAdm1() {
		p := build.Place{ID: a.ID, Name: a.Name, Type: placetype.Adm1, Code: "ADM1", Country: lists.CountryOfID(a.ID), Adm1: a.ID}
		p.Population = w.inhabitants(members[a.ID])
		switch u := units[a.ID]; {
		case len(u) > 0:
			w.outline(&p, u)
		case len(members[a.ID]) > 0:
			w.seat(&p, members[a.ID], "PPLA")
		default:
			w.report.Unplaced = append(w.report.Unplaced, a.ID+" "+a.Name)
			continue
		}
		w.add(p)
	}
}

// allAdm1 returns the ADM1 that have a name in GeoNames, and those that only
// units of Natural Earth's name.
func (w *world) allAdm1() []lists.AdmName {
	named := make(map[string]bool)
	for _, a := range w.lists.Adm1 {
		named[a.ID] = true
	}
	out := slices.Clone(w.lists.Adm1)
	for i, id := range w.joined.adm1 {
		if u := &w.lists.Units[i]; id != "" && !named[id] && u.Name != "" {
			named[id] = true
			out = append(out, lists.AdmName{ID: id, Name: u.Name})
		}
	}
	return out
}

// outline gives a place the area of units, and the names, label point and number
// of the one that is the place: the only one, or one of its name, as Hungary's
// counties are beside their cities.
func (w *world) outline(p *build.Place, units []int) {
	p.Area = w.topo.Area(leastKM2, units...)
	main, same := w.mainUnit(p, units)
	u := &w.lists.Units[main]
	p.Lon, p.Lat = u.Label[0], u.Label[1]
	if !same {
		p.Aliases = naming.Clean(p.Name, []string{u.Region})
		if c, _ := planar.CentroidArea(p.Area); borders.Holds(p.Area, c) {
			p.Lon, p.Lat = c[0], c[1]
		}
		return
	}
	w.placed[main] = true
	p.Aliases = w.notOthers(p, naming.Clean(p.Name, append([]string{u.Name}, u.Aliases...)))
	if u.GeoNames > 0 && u.Adm1 == p.ID {
		w.rename[p.ID] = fmt.Sprint("gn:", u.GeoNames)
	}
}

// mainUnit returns the unit that is the place, and true; or else the largest of
// them.
func (w *world) mainUnit(p *build.Place, units []int) (unit int, same bool) {
	if len(units) == 1 {
		return units[0], true
	}
	name := bareKey(p.Name)
	for _, u := range units {
		if bareKey(w.lists.Units[u].Name) == name {
			return u, true
		}
	}
	return w.largest(units), false
}

// bareKey folds a name and takes off the words for its kind.
func bareKey(name string) string {
	bare, _ := fold.ClassWords(fold.Key(name))
	return bare
}

// notOthers leaves out names that are the main name of another ADM1 of the
// country: Natural Earth calls Dhi Qar "Najaf" too.
func (w *world) notOthers(p *build.Place, names []string) []string {
	others := make(map[string]bool)
	for _, a := range w.lists.Adm1 {
		if a.ID != p.ID && lists.CountryOfID(a.ID) == p.Country {
			others[fold.Key(a.Name)] = true
		}
	}
	return slices.DeleteFunc(names, func(n string) bool { return others[fold.Key(n)] })
}

func (w *world) largest(units []int) int {
	best := units[0]
	for _, u := range units[1:] {
		if planar.Area(w.lists.Units[u].Area) > planar.Area(w.lists.Units[best].Area) {
			best = u
		}
	}
	return best
}

func (w *world) membersBy(id func(*build.Place) string) map[string][]int {
	out := make(map[string][]int)
	for i := range w.towns.Places {
		if k := id(&w.towns.Places[i]); k != "" {
			out[k] = append(out[k], i)
		}
	}
	return out
}

// inhabitants adds up settlements; sections are counted by their cities.
func (w *world) inhabitants(members []int) (sum int) {
	for _, i := range members {
		if p := &w.towns.Places[i]; p.Type != placetype.Neighbourhood {
			sum += p.Population
		}
	}
	return sum
}

// seat puts an area where its seat is: the member with the feature code, or that
// the area is called after, or the most populous. The radius reaches nine tenths of
// the members.
func (w *world) seat(p *build.Place, members []int, code string) {
	best := w.likeliestSeat(members, code)
	if best.Code != code && best.Code != "PPLC" {
		if called := w.calledLike(p.Name, members); len(called) > 0 {
			best = w.likeliestSeat(called, code)
		}
	}
	p.Lon, p.Lat = best.Lon, best.Lat
	var distances []float64
	for _, i := range members {
		q := &w.towns.Places[i]
		distances = append(distances, geo.DistanceHaversine(orb.Point{p.Lon, p.Lat}, orb.Point{q.Lon, q.Lat}))
	}
	p.RadiusM = max(borders.NineTenths(distances), build.TypicalRadiusM[p.Type]/2)
}

// likeliestSeat returns the best of some settlements.
func (w *world) likeliestSeat(members []int, code string) *build.Place {
	best := &w.towns.Places[members[0]]
	for _, i := range members[1:] {
		if q := &w.towns.Places[i]; betterSeat(q, best, code) {
			best = q
		}
	}
	return best
}

// calledLike returns the settlements that have the name of an area, without the words
// for its kind: the town of Sundargarh, not larger Raurkela, for Sundargarh District.
func (w *world) calledLike(area string, members []int) (called []int) {
	bare, _ := fold.ClassWords(fold.Key(area))
	for _, i := range members {
		if q := &w.towns.Places[i]; build.IsSettlement(q.Type) && q.Type != placetype.Neighbourhood && slices.Contains(q.Keys(), bare) {
			called = append(called, i)
		}
	}
	return called
}

func betterSeat(a, b *build.Place, code string) bool {
	if isSeat := a.Code == code || a.Code == "PPLC"; isSeat != (b.Code == code || b.Code == "PPLC") {
		return isSeat
	}
	if (a.Type == placetype.Neighbourhood) != (b.Type == placetype.Neighbourhood) {
		return b.Type == placetype.Neighbourhood
	}
	return a.Population > b.Population
}

// addAdm2 makes a place of each ADM2 that has a member to stand for it. A unit
// of Natural Earth's that is the same gives its names, box and radius.
func (w *world) addAdm2() {
	units := groups(w.joined.adm2)
	members := w.membersBy(func(p *build.Place) string { return p.Adm2 })
	seats := namesakes(w)
	for _, a := range w.lists.Adm2 {
		m := members[a.ID]
		if len(m) == 0 {
			m = seats.of(w, a)
		}
		if len(m) == 0 {
			w.report.Nowhere++
			continue
		}
		code1 := a.ID[:strings.LastIndexByte(a.ID, '.')]
		p := build.Place{ID: a.ID, Name: a.Name, Type: placetype.Adm2, Code: "ADM2", Country: lists.CountryOfID(a.ID), Adm1: code1, Adm2: a.ID}
		p.Population = w.inhabitants(m)
		w.seat(&p, m, "PPLA2")
		if u := units[a.ID]; len(u) == 1 && w.finerThanAdm1(u[0]) {
			w.detail(&p, u[0])
			w.placed[u[0]] = true
		}
		w.add(p)
	}
}

// addFinerUnits makes an ADM2 of each unit that is one of several of its ADM1
// and no ADM2 of GeoNames': Norway's counties of before 2020, the boroughs of
// London. Names that an ADM2 of the ADM1 bears already are passed over, and
// units whose code Natural Earth has not settled ("CYN+00?").
func (w *world) addFinerUnits() {
	borne := make(map[string]bool)
	for _, p := range w.places {
		if p.Type == placetype.Adm2 {
			for _, key := range p.Keys() {
				borne[p.Adm1+" "+key] = true
			}
		}
	}
	for i := range w.lists.Units {
		u, adm1 := &w.lists.Units[i], w.joined.adm1[i]
		if adm1 == "" || u.Name == "" || strings.HasSuffix(u.ID, "?") || w.placed[i] || borne[adm1+" "+fold.Key(u.Name)] || !w.finerThanAdm1(i) {
			continue
		}
		p := build.Place{ID: u.ID, Name: u.Name, Type: placetype.Adm2, Code: "ADM2", Country: w.joined.country[i], Adm1: adm1, Adm2: u.ID}
		w.detail(&p, i)
		delete(w.rename, p.ID) // keeps Natural Earth's ID: its GeoNames number is of another time
		w.add(p)
	}
}

// finerThanAdm1 reports whether a unit is one of several of its ADM1.
func (w *world) finerThanAdm1(unit int) bool {
	n := 0
	for _, id := range w.joined.adm1 {
		if id == w.joined.adm1[unit] {
			n++
		}
	}
	return n > 1
}

func (w *world) detail(p *build.Place, unit int) {
	u := &w.lists.Units[unit]
	p.Aliases = naming.Clean(p.Name, append([]string{u.Name}, u.Aliases...))
	area := w.topo.Area(leastKM2, unit)
	p.Box = area.Bound()
	p.Lon, p.Lat = u.Label[0], u.Label[1]
	p.RadiusM = borders.AreaRadius(area, u.Label)
	if u.GeoNames > 0 {
		w.rename[p.ID] = fmt.Sprint("gn:", u.GeoNames)
	}
}

// landID returns the ID of a country's place.
func landID(iso2 string) string { return "iso:" + iso2 }

func (w *world) addLands() {
	units := groups(w.joined.country)
	for _, l := range w.lists.Lands {
		p := build.Place{
			ID: landID(l.ISO2), Name: l.Name, Type: placetype.Country, Code: "PCLI", Country: l.ISO2,
			Codes: []string{l.ISO2, l.ISO3}, Lon: l.Lon, Lat: l.Lat, Population: l.Population,
		}
		p.Aliases = w.translations(p.Name, l.ISO2)
		if u := units[l.ISO2]; len(u) > 0 {
			p.Area = w.topo.Area(leastKM2, u...)
		}
		w.add(p)
	}
}

func (w *world) translations(name, code string) []string {
	var raw []string
	for _, t := range w.lists.Territories {
		raw = append(raw, t.Names[code]...)
	}
	return naming.Clean(name, raw)
}

// leftoverKM2 is how large a unit must be to be a region of its own: smaller ones
// bear the name of their town or island.
const leftoverKM2 = 5_000

// addLeftovers makes regions of the units that are no GeoNames area: former
// provinces, Somaliland.
func (w *world) addLeftovers() {
	for i := range w.lists.Units {
		u := &w.lists.Units[i]
		if w.joined.adm1[i] != "" || u.Name == "" || geo.Area(u.Area) < leftoverKM2*1e6 || w.isLand(u.Name, w.joined.country[i]) {
			continue
		}
		p := build.Place{ID: u.ID, Name: u.Name, Type: placetype.Region, Country: w.joined.country[i], Lon: u.Label[0], Lat: u.Label[1]}
		p.Aliases = naming.Clean(p.Name, u.Aliases)
		area := w.topo.Area(leastKM2, i)
		p.Box = area.Bound()
		p.RadiusM = borders.AreaRadius(area, u.Label)
		w.add(p)
	}
}

// isLand reports whether a name is that of its country.
func (w *world) isLand(name, country string) bool {
	i := w.indexOf(country)
	return i >= 0 && slices.Contains(w.places[i].Keys(), fold.Key(name))
}
