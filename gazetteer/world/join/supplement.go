package join

import (
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

// mergeExtraTowns adds the supplement's settlements. One that another list has
// gives it its names and goes.
func (w *world) mergeExtraTowns() {
	w.lists.Supplement = slices.DeleteFunc(slices.Clone(w.lists.Supplement), func(e lists.Extra) bool {
		if !build.IsSettlement(e.Type) || e.Type == placetype.Neighbourhood {
			return false
		}
		e.Known = []string{e.Name} // by the news
		if w.towns.add(e.Place) {
			w.report.New["dl"]++
			w.extraTowns = append(w.extraTowns, len(w.towns.Places)-1)
			if saysWhere(&e) {
				w.said[e.ID] = "gn:" + e.Of[0]
			}
		}
		return true
	})
}

// sameFieldM is how far two points of one airfield lie apart at most.
const sameFieldM = 6_000

// mergeAirfield gives the names of a supplement's airfield to the one that
// OurAirports has there, and reports whether there is one.
func (w *world) mergeAirfield(e *lists.Extra) bool {
	if e.Type != placetype.Airbase && e.Type != placetype.Airport {
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
	p.Aliases = naming.Distinct(p.Name, slices.Concat([]string{e.Name}, e.Aliases, p.Aliases))
	return true
}

func (w *world) addSupplement() {
	for _, e := range w.lists.Supplement {
		if w.mergeAirfield(&e) {
			continue
		}
		p := e.Place
		if code, ok := strings.CutPrefix(p.ID, "m49:"); ok {
			p.Aliases = naming.Distinct(p.Name, append(p.Aliases, w.translations(p.Name, code)...))
		}
		switch {
		case saysWhere(&e):
			p.Adm1 = "gn:" + e.Of[0]
		case len(e.Of) > 0:
			w.compose(&p, &e)
		}
		switch {
		case p.Type == placetype.Adm1:
			p.Adm1 = p.ID
		case p.Country != "" && p.Type != placetype.Region:
			w.locate(&p)
		}
		w.add(p)
	}
}

// saysWhere reports whether the supplement says in which ADM1 the place lies.
func saysWhere(e *lists.Extra) bool {
	return len(e.Of) == 1 && (build.IsSettlement(e.Type) || e.Type == placetype.Adm2)
}

// compose gives a place the outline of what it is made of. The area itself is
// kept for unions of ADM1 only: a union of countries would repeat theirs.
func (w *world) compose(p *build.Place, e *lists.Extra) {
	units := w.unitsOf(e.Of)
	if len(units) == 0 {
		w.report.Unknown = append(w.report.Unknown, p.ID)
		return
	}
	area := w.topo.Area(leastKM2, units...)
	if c, _ := planar.CentroidArea(area); !e.Located {
		p.Lon, p.Lat = borders.Round(c[0], 2), borders.Round(c[1], 2)
	}
	if borders.EmptyBox(p.Box) {
		p.Box = area.Bound()
	}
	if p.RadiusM == 0 {
		p.RadiusM = borders.AreaRadius(area, orb.Point{p.Lon, p.Lat})
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

func (w *world) apply(additions []lists.Addition) {
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
		p.Aliases = without(a.Taken, naming.Distinct(p.Name, append(slices.Clone(a.Aliases), p.Aliases...)))
		if a.Population > 0 {
			p.Population = a.Population
			if build.IsSettlement(p.Type) {
				p.Type = lists.Settlement(p.Code, p.Population)
			}
		}
		p.Codes = append(p.Codes, a.Codes...)
		p.Demonyms = append(p.Demonyms, a.Demonyms...)
		// A people's word is the country's name in some other language: Somali.
		p.Aliases = without(a.Demonyms, p.Aliases)
	}
}

// without returns the names that are none of those taken, compared as they are looked up.
func without(taken, names []string) []string {
	return slices.DeleteFunc(names, func(name string) bool {
		return slices.ContainsFunc(taken, func(t string) bool { return fold.Key(t) == fold.Key(name) })
	})
}
