// Package join joins the published lists to the places of the embedded world: each place once,
// in its country, ADM1 and ADM2, with outlines that share their borders.
package join

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/internal/borders"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
)

// Lists are what the world is made of.
type Lists struct {
	GeoNames    []build.Place // settlements, with inhabitants and alternate names
	CitiesJSON  []build.Place // newer settlements
	SimpleMaps  []build.Place // more settlements
	Postal      []build.Place // settlements that have a post office
	Airports    []build.Place
	Adm1, Adm2  []lists.AdmName
	Units       []lists.Unit
	Lands       []lists.Land
	Territories []lists.Territories // in the order in which their names are kept
	Supplement  []lists.Extra
	Additions   []lists.Addition
}

// Tolerances of the polygons: borders are true to simplifyM, and islands and
// enclaves under leastKM2 are not drawn.
const (
	simplifyM = 1_500
	leastKM2  = 20
)

// World joins the lists to the places of the world, sorted by country, ADM1,
// ADM2 and ID. The report says what did not fit.
func World(l Lists) ([]build.Place, Report) {
	l.Adm1 = slices.SortedFunc(slices.Values(l.Adm1), func(a, b lists.AdmName) int { return strings.Compare(a.ID, b.ID) })
	w := &world{lists: l, byID: make(map[string]int), placed: make(map[int]bool), rename: make(map[string]string), said: make(map[string]string)}
	w.recode()
	w.settle()
	w.joinUnits()
	w.addAdm1()
	w.addAdm2()
	w.addFinerUnits()
	w.addLands()
	w.addLeftovers()
	w.addFacilities()
	w.addSupplement()
	w.partNames()
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
	places []build.Place
	report Report

	towns      settlements
	extraTowns []int             // indexes into towns of those from the supplement
	said       map[string]string // the ADM1 that it says they lie in, by ID
	topo       *borders.Topology
	joined     joined
	finder     *borders.Finder // of the units, by their full outlines

	placed map[int]bool      // units that are an ADM1 or ADM2 of GeoNames'
	byID   map[string]int    // index into places by ID before renaming
	rename map[string]string // code IDs ("gn:IQ.01") to GeoNames' numbers, where known
}

func (w *world) add(p build.Place) {
	w.byID[p.ID] = len(w.places)
	w.places = append(w.places, p)
}

// settle collects the settlements.
func (w *world) settle() {
	w.report.New = make(map[string]int)
	w.towns.addAll(w.lists.GeoNames)
	w.report.New["gn"] = len(w.lists.GeoNames)
	for _, list := range [][]build.Place{w.lists.CitiesJSON, w.lists.SimpleMaps} {
		for _, p := range list {
			source, _, _ := strings.Cut(p.ID, ":")
			if source == "sm" {
				w.placeSimpleMaps(&p)
				if p.Name != w.adm1Name(p.Adm1) { // New York is the state first
					p.Known = []string{p.Name}
				}
			}
			if w.towns.add(p) {
				w.report.New[source]++
			}
		}
	}
	w.mergeExtraTowns()
	for _, p := range w.lists.Postal {
		if w.adm1Name(p.Adm1) != "" && w.towns.addNamed(p) {
			w.report.New["zip"]++
		}
	}
	w.towns.tameSections()
}

// neighbourM is how far a place with known areas may be to vouch for those of
// another.
const neighbourM = 50_000

// placeSimpleMaps replaces the written name of an ADM1 by the areas of the
// nearest settlement; one whose ADM1 has the written name is preferred.
func (w *world) placeSimpleMaps(p *build.Place) {
	written := p.Adm1
	p.Adm1, p.Adm2 = "", ""
	best := neighbourM * 2.0
	for i, d := range w.towns.near(p.Lon, p.Lat, neighbourM) {
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
	i, found := slices.BinarySearchFunc(w.lists.Adm1, id, func(a lists.AdmName, id string) int { return strings.Compare(a.ID, id) })
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
	w.finder = borders.NewFinder(areas)
	w.joined = join(w.lists.Units, w.towns.Places, w.lists.Adm1, w.finder)
	for _, i := range w.extraTowns {
		p := &w.towns.Places[i]
		p.Adm1 = w.said[p.ID]
		w.locate(p)
	}
	w.topo = borders.NewTopology(areas)
	w.topo.Simplify(simplifyM)
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

// locate gives a place the areas it lies in, unless the supplement says its ADM1: the
// ADM1 by the units' outlines, else that of the nearest settlement of its country, and
// that one's ADM2. One that has been located itself vouches only where no list has another.
func (w *world) locate(p *build.Place) {
	if p.Adm1 != "" {
		return
	}
	if u := w.finder.At(orb.Point{p.Lon, p.Lat}); u >= 0 && w.joined.country[u] == p.Country {
		p.Adm1 = w.joined.adm1[u]
	}
	best, nearest := 2.0*neighbourM, build.Place{}
	for i, d := range w.towns.near(p.Lon, p.Lat, neighbourM) {
		q := &w.towns.Places[i]
		if q.Country != p.Country || w.adm1Name(q.Adm1) == "" || p.Adm1 != "" && p.Adm1 != q.Adm1 {
			continue
		}
		if strings.HasPrefix(q.ID, "dl:") {
			d += neighbourM
		}
		if d < best {
			best, nearest = d, *q
		}
	}
	p.Adm1, p.Adm2 = cmp.Or(p.Adm1, nearest.Adm1), nearest.Adm2
}

// finish fills in what all places have and puts them in order.
func (w *world) finish() {
	w.uniqueNumbers()
	for i := range w.places {
		p := &w.places[i]
		if p.RadiusM == 0 {
			p.RadiusM = build.Radius(p)
		}
		if build.IsSettlement(p.Type) && w.known(p.Adm1) == "" {
			p.Adm1, p.Adm2 = "", "" // a code of former times, as of Norway's Viken
			w.locate(p)
		}
		if p.Type == placetype.Village {
			p.Aliases = naming.AtHome(p.Country, p.Aliases)
		}
		if build.IsSettlement(p.Type) || p.Type == placetype.Adm2 {
			p.Aliases = naming.Distinct(p.Name, append(slices.Clone(p.Aliases), naming.WithoutMute(p.Country, p.Name)...))
		}
		if borders.EmptyBox(p.Box) && p.Area != nil {
			p.Box = p.Area.Bound()
		}
		p.ID, p.Adm1, p.Adm2 = w.finalID(p.ID), w.known(p.Adm1), w.known(p.Adm2)
	}
	slices.SortStableFunc(w.places, func(a, b build.Place) int {
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
