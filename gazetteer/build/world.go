package build

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
	"github.com/paulmach/orb/planar"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// Lists are what the world is made of.
type Lists struct {
	GeoNames    []Place // settlements, with inhabitants and alternate names
	CitiesJSON  []Place // newer settlements
	SimpleMaps  []Place // more settlements
	Airports    []Place
	Adm1, Adm2  []AdmName
	Units       []Unit
	Lands       []Land
	Territories []Territories // in the order in which their names are kept
	Supplement  []Extra
	Additions   []Addition
}

// Tolerances of the polygons: borders are true to simplifyM, and islands and
// enclaves under leastKM2 are not drawn.
const (
	simplifyM = 1_500
	leastKM2  = 20
)

// World joins the lists to the places of the world, sorted by country, ADM1,
// ADM2 and ID. The report says what did not fit.
func World(l Lists) ([]Place, Report) {
	l.Adm1 = slices.SortedFunc(slices.Values(l.Adm1), func(a, b AdmName) int { return strings.Compare(a.ID, b.ID) })
	w := &world{lists: l, byID: make(map[string]int), placed: make(map[int]bool), rename: make(map[string]string)}
	w.settle()
	w.joinUnits()
	w.addAdm1()
	w.addAdm2()
	w.addFinerUnits()
	w.addLands()
	w.addLeftovers()
	w.addFacilities()
	w.addSupplement()
	w.apply(l.Additions)
	w.report.Unplaced = slices.DeleteFunc(w.report.Unplaced, func(s string) bool {
		id, _, _ := strings.Cut(s, " ")
		_, found := w.byID[id]
		return found
	})
	w.finish()
	return w.places, w.report
}

// Report counts what was joined and lists what was not.
type Report struct {
	New      map[string]int // settlements each list added
	Unplaced []string       // ADM1 without a point
	Unknown  []string       // codes in the supplement and the additions that name no place
	Nowhere  int            // ADM2 without a point
}

type world struct {
	lists  Lists
	places []Place
	report Report

	towns      Settlements
	extraTowns []int // indexes into towns of those from the supplement
	topo       *Topology
	joined     joined
	finder     *areaFinder // of the units, by their full outlines

	placed map[int]bool      // units that are an ADM1 or ADM2 of GeoNames'
	byID   map[string]int    // index into places by ID before renaming
	rename map[string]string // code IDs ("gn:IQ.01") to GeoNames' numbers, where known
}

func (w *world) add(p Place) {
	w.byID[p.ID] = len(w.places)
	w.places = append(w.places, p)
}

// settle collects the settlements.
func (w *world) settle() {
	w.report.New = make(map[string]int)
	w.towns.AddAll(w.lists.GeoNames)
	w.report.New["gn"] = len(w.lists.GeoNames)
	for _, list := range [][]Place{w.lists.CitiesJSON, w.lists.SimpleMaps} {
		for _, p := range list {
			source, _, _ := strings.Cut(p.ID, ":")
			if source == "sm" {
				w.placeSimpleMaps(&p)
			}
			if w.towns.Add(p) {
				w.report.New[source]++
			}
		}
	}
	w.mergeExtraTowns()
	w.towns.TameSections()
}

// mergeExtraTowns adds the supplement's settlements. One that another list has
// gives it its names and goes.
func (w *world) mergeExtraTowns() {
	w.lists.Supplement = slices.DeleteFunc(slices.Clone(w.lists.Supplement), func(e Extra) bool {
		if !isSettlement(e.Type) || e.Type == Neighbourhood {
			return false
		}
		if w.towns.Add(e.Place) {
			w.report.New["dl"]++
			w.extraTowns = append(w.extraTowns, len(w.towns.Places)-1)
		}
		return true
	})
}

// neighbourM is how far a place with known areas may be to vouch for those of
// another.
const neighbourM = 50_000

// placeSimpleMaps replaces the written name of an ADM1 by the areas of the
// nearest settlement; one whose ADM1 has the written name is preferred.
func (w *world) placeSimpleMaps(p *Place) {
	written := p.Adm1
	p.Adm1, p.Adm2 = "", ""
	best := neighbourM * 2.0
	for i, d := range w.towns.Near(p.Lon, p.Lat, neighbourM) {
		q := &w.towns.Places[i]
		if q.Country != p.Country || q.Adm1 == "" {
			continue
		}
		if w.adm1Name(q.Adm1) != written {
			d += neighbourM
		}
		if d < best {
			p.Adm1, p.Adm2, best = q.Adm1, q.Adm2, d
		}
	}
}

func (w *world) adm1Name(id string) string {
	i, found := slices.BinarySearchFunc(w.lists.Adm1, id, func(a AdmName, id string) int { return strings.Compare(a.ID, id) })
	if !found {
		return ""
	}
	return w.lists.Adm1[i].Name
}

// joinUnits joins Natural Earth's units to GeoNames' areas and simplifies them.
func (w *world) joinUnits() {
	areas := make([]orb.MultiPolygon, len(w.lists.Units))
	for i := range w.lists.Units {
		areas[i] = w.lists.Units[i].Area
	}
	w.finder = newAreaFinder(areas)
	w.joined = join(w.lists.Units, w.towns.Places, w.lists.Adm1, w.finder)
	for _, i := range w.extraTowns {
		w.locate(&w.towns.Places[i])
	}
	w.topo = NewTopology(areas)
	w.topo.Simplify(simplifyM)
}

// addAdm1 makes a place of each ADM1 that GeoNames has: with the outline of its
// units, or else at its seat.
func (w *world) addAdm1() {
	_, units := groups(w.joined.adm1)
	members := w.membersBy(func(p *Place) string { return p.Adm1 })
	for _, a := range w.allAdm1() {
		p := Place{ID: a.ID, Name: a.Name, Type: Adm1, Code: "ADM1", Country: countryOfID(a.ID), Adm1: a.ID}
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
func (w *world) allAdm1() []AdmName {
	named := make(map[string]bool)
	for _, a := range w.lists.Adm1 {
		named[a.ID] = true
	}
	out := slices.Clone(w.lists.Adm1)
	for i, id := range w.joined.adm1 {
		if u := &w.lists.Units[i]; id != "" && !named[id] && u.Name != "" {
			named[id] = true
			out = append(out, AdmName{id, u.Name})
		}
	}
	return out
}

// outline gives a place the area of units, and the names, label point and number
// of the one that is the place: the only one, or one of its name, as Hungary's
// counties are beside their cities.
func (w *world) outline(p *Place, units []int) {
	p.Area = w.topo.Area(leastKM2, units...)
	main, same := w.mainUnit(p, units)
	u := &w.lists.Units[main]
	p.Lon, p.Lat = u.Label[0], u.Label[1]
	if !same {
		p.Aliases = CleanAliases(p.Name, []string{u.Region})
		if c, _ := planar.CentroidArea(p.Area); holds(p.Area, c) {
			p.Lon, p.Lat = c[0], c[1]
		}
		return
	}
	w.placed[main] = true
	p.Aliases = w.notOthers(p, CleanAliases(p.Name, append([]string{u.Name}, u.Aliases...)))
	if u.GeoNames > 0 && u.Adm1 == p.ID {
		w.rename[p.ID] = fmt.Sprint("gn:", u.GeoNames)
	}
}

// mainUnit returns the unit that is the place, and true; or else the largest of
// them.
func (w *world) mainUnit(p *Place, units []int) (unit int, same bool) {
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
func (w *world) notOthers(p *Place, names []string) []string {
	others := make(map[string]bool)
	for _, a := range w.lists.Adm1 {
		if a.ID != p.ID && countryOfID(a.ID) == p.Country {
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

func (w *world) membersBy(id func(*Place) string) map[string][]int {
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
		if p := &w.towns.Places[i]; p.Type != Neighbourhood {
			sum += p.Population
		}
	}
	return sum
}

// seat puts an area where its seat is: the member with the feature code, or the
// most populous. The radius reaches nine tenths of the members.
func (w *world) seat(p *Place, members []int, code string) {
	best := &w.towns.Places[members[0]]
	for _, i := range members[1:] {
		if q := &w.towns.Places[i]; betterSeat(q, best, code) {
			best = q
		}
	}
	p.Lon, p.Lat = best.Lon, best.Lat
	var distances []float64
	for _, i := range members {
		q := &w.towns.Places[i]
		distances = append(distances, geo.DistanceHaversine(orb.Point{p.Lon, p.Lat}, orb.Point{q.Lon, q.Lat}))
	}
	p.RadiusM = max(nineTenths(distances), typicalRadiusM[p.Type]/2)
}

func betterSeat(a, b *Place, code string) bool {
	if isSeat := a.Code == code || a.Code == "PPLC"; isSeat != (b.Code == code || b.Code == "PPLC") {
		return isSeat
	}
	if (a.Type == Neighbourhood) != (b.Type == Neighbourhood) {
		return b.Type == Neighbourhood
	}
	return a.Population > b.Population
}

// addAdm2 makes a place of each ADM2 that has a member to stand for it. A unit
// of Natural Earth's that is the same gives its names, box and radius.
func (w *world) addAdm2() {
	_, units := groups(w.joined.adm2)
	members := w.membersBy(func(p *Place) string { return p.Adm2 })
	for _, a := range w.lists.Adm2 {
		m := members[a.ID]
		if len(m) == 0 {
			w.report.Nowhere++
			continue
		}
		code1 := a.ID[:strings.LastIndexByte(a.ID, '.')]
		p := Place{ID: a.ID, Name: a.Name, Type: Adm2, Code: "ADM2", Country: countryOfID(a.ID), Adm1: code1, Adm2: a.ID}
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
		if p.Type == Adm2 {
			for _, key := range foldedNames(&p) {
				borne[p.Adm1+" "+key] = true
			}
		}
	}
	for i := range w.lists.Units {
		u, adm1 := &w.lists.Units[i], w.joined.adm1[i]
		if adm1 == "" || u.Name == "" || strings.HasSuffix(u.ID, "?") || w.placed[i] || borne[adm1+" "+fold.Key(u.Name)] || !w.finerThanAdm1(i) {
			continue
		}
		p := Place{ID: u.ID, Name: u.Name, Type: Adm2, Code: "ADM2", Country: w.joined.country[i], Adm1: adm1, Adm2: u.ID}
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

func (w *world) detail(p *Place, unit int) {
	u := &w.lists.Units[unit]
	p.Aliases = CleanAliases(p.Name, append([]string{u.Name}, u.Aliases...))
	area := w.topo.Area(leastKM2, unit)
	p.Box = area.Bound()
	p.Lon, p.Lat = u.Label[0], u.Label[1]
	p.RadiusM = areaRadius(area, u.Label)
	if u.GeoNames > 0 {
		w.rename[p.ID] = fmt.Sprint("gn:", u.GeoNames)
	}
}

// landID returns the ID of a country's place.
func landID(iso2 string) string { return "iso:" + iso2 }

func (w *world) addLands() {
	_, units := groups(w.joined.country)
	for _, l := range w.lists.Lands {
		p := Place{
			ID: landID(l.ISO2), Name: l.Name, Type: Country, Code: "PCLI", Country: l.ISO2,
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
	return CleanAliases(name, raw)
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
		p := Place{ID: u.ID, Name: u.Name, Type: Region, Country: w.joined.country[i], Lon: u.Label[0], Lat: u.Label[1]}
		p.Aliases = CleanAliases(p.Name, u.Aliases)
		area := w.topo.Area(leastKM2, i)
		p.Box = area.Bound()
		p.RadiusM = areaRadius(area, u.Label)
		w.add(p)
	}
}

// isLand reports whether a name is that of its country.
func (w *world) isLand(name, country string) bool {
	i := w.indexOf(country)
	return i >= 0 && slices.Contains(foldedNames(&w.places[i]), fold.Key(name))
}

// addFacilities adds settlements and airports.
func (w *world) addFacilities() {
	for _, p := range w.towns.Places {
		w.add(p)
	}
	for _, p := range w.lists.Airports {
		w.locate(&p)
		w.add(p)
	}
}

// sameFieldM is how far two points of one airfield lie apart at most.
const sameFieldM = 6_000

// mergeAirfield gives the names of a supplement's airfield to the one that
// OurAirports has there, and reports whether there is one.
func (w *world) mergeAirfield(e *Extra) bool {
	if e.Type != Airbase && e.Type != Airport {
		return false
	}
	best, at := sameFieldM*1.0, -1
	for i, p := range w.lists.Airports {
		if d := geo.DistanceHaversine(orb.Point{p.Lon, p.Lat}, orb.Point{e.Lon, e.Lat}); d < best && p.Country == e.Country {
			best, at = d, i
		}
	}
	if at < 0 {
		return false
	}
	p := &w.places[w.byID[w.lists.Airports[at].ID]]
	p.Type = e.Type // the supplement calls an airbase what armed forces are in the news for
	p.Aliases = distinctNames(p.Name, slices.Concat([]string{e.Name}, e.Aliases, p.Aliases))
	return true
}

// locate gives a place the areas it lies in: the ADM1 by the units' outlines,
// else those of the nearest settlement of its country.
func (w *world) locate(p *Place) {
	if u := w.finder.at(orb.Point{p.Lon, p.Lat}); u >= 0 && w.joined.country[u] == p.Country {
		p.Adm1 = w.joined.adm1[u]
	}
	best := float64(neighbourM)
	for i, d := range w.towns.Near(p.Lon, p.Lat, neighbourM) {
		q := &w.towns.Places[i]
		if d < best && q.Country == p.Country && q.Adm1 != "" && (p.Adm1 == "" || p.Adm1 == q.Adm1) {
			p.Adm2, best = q.Adm2, d
			if p.Adm1 == "" {
				p.Adm1 = q.Adm1
			}
		}
	}
}

func (w *world) addSupplement() {
	for _, e := range w.lists.Supplement {
		if w.mergeAirfield(&e) {
			continue
		}
		p := e.Place
		if code, ok := strings.CutPrefix(p.ID, "m49:"); ok {
			p.Aliases = distinctNames(p.Name, append(p.Aliases, w.translations(p.Name, code)...))
		}
		if len(e.Of) > 0 {
			w.compose(&p, &e)
		}
		switch {
		case p.Type == Adm1:
			p.Adm1 = p.ID
		case p.Country != "" && p.Type != Region:
			w.locate(&p)
		}
		w.add(p)
	}
}

// compose gives a place the outline of what it is made of. The area itself is
// kept for unions of ADM1 only: a union of countries would repeat theirs.
func (w *world) compose(p *Place, e *Extra) {
	units := w.unitsOf(e.Of)
	if len(units) == 0 {
		w.report.Unknown = append(w.report.Unknown, p.ID)
		return
	}
	area := w.topo.Area(leastKM2, units...)
	if c, _ := planar.CentroidArea(area); !e.Located {
		p.Lon, p.Lat = round(c[0], 2), round(c[1], 2)
	}
	if emptyBox(p.Box) {
		p.Box = area.Bound()
	}
	if p.RadiusM == 0 {
		p.RadiusM = areaRadius(area, orb.Point{p.Lon, p.Lat})
	}
	if strings.Contains(e.Of[0], ".") {
		p.Area = area
	}
}

// unitsOf returns the units of countries ("IQ") and ADM1 ("IQ.05").
func (w *world) unitsOf(codes []string) (units []int) {
	for _, code := range codes {
		found := false
		for i := range w.lists.Units {
			if w.joined.country[i] == code || w.joined.adm1[i] == "gn:"+code {
				units = append(units, i)
				found = true
			}
		}
		if !found && w.indexOf(code) < 0 {
			w.report.Unknown = append(w.report.Unknown, code)
		}
	}
	return units
}

// indexOf returns the place that an addition means, or -1.
func (w *world) indexOf(code string) int {
	for _, id := range []string{code, "gn:" + code, landID(code)} {
		if i, ok := w.byID[id]; ok {
			return i
		}
	}
	return -1
}

func (w *world) apply(additions []Addition) {
	for _, a := range additions {
		i := w.indexOf(a.Of)
		if i < 0 {
			w.report.Unknown = append(w.report.Unknown, a.Of)
			continue
		}
		p := &w.places[i]
		if a.Located {
			p.Lon, p.Lat = a.Lon, a.Lat
		}
		// What is written by hand comes first: an index may keep only some.
		p.Aliases = distinctNames(p.Name, append(slices.Clone(a.Aliases), p.Aliases...))
		if a.Population > 0 {
			p.Population = a.Population
			if isSettlement(p.Type) {
				p.Type = Settlement(p.Code, p.Population)
			}
		}
		p.Codes = append(p.Codes, a.Codes...)
		p.Demonyms = append(p.Demonyms, a.Demonyms...)
	}
}

// finish fills in what all places have and puts them in order.
func (w *world) finish() {
	w.uniqueNumbers()
	for i := range w.places {
		p := &w.places[i]
		if p.RadiusM == 0 {
			p.RadiusM = radius(p)
		}
		if p.Type == Village {
			p.Aliases = atHome(p.Country, p.Aliases)
		}
		if emptyBox(p.Box) && p.Area != nil {
			p.Box = p.Area.Bound()
		}
		p.ID, p.Adm1, p.Adm2 = w.finalID(p.ID), w.known(p.Adm1), w.known(p.Adm2)
	}
	slices.SortStableFunc(w.places, func(a, b Place) int {
		return cmp.Or(
			strings.Compare(a.Country, b.Country), strings.Compare(a.Adm1, b.Adm1),
			strings.Compare(a.Adm2, b.Adm2), strings.Compare(a.ID, b.ID),
		)
	})
}

// uniqueNumbers takes back the numbers that two areas claim, or that belong to
// a settlement: Natural Earth gives some units the number of their capital.
func (w *world) uniqueNumbers() {
	claims := make(map[string]int)
	for _, number := range w.rename {
		claims[number]++
	}
	for id, number := range w.rename {
		if _, taken := w.byID[number]; taken || claims[number] > 1 {
			delete(w.rename, id)
		}
	}
}

func (w *world) finalID(id string) string {
	if number, ok := w.rename[id]; ok {
		return number
	}
	return id
}

// known returns the final ID of an area, empty if there is no place for it.
func (w *world) known(id string) string {
	if _, ok := w.byID[id]; !ok {
		return ""
	}
	return w.finalID(id)
}
