package importer

import (
	"slices"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/borders"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/same"
	"github.com/paulmach/orb"
)

// within finds areas.
type within struct {
	atlas              *atlas
	names              map[areaName][]int // entries of areas by name
	lands, adm1, adm2  *borders.Finder
	land1, land2, land []int // their entries
}

// areaName is a folded name or code of an area, in a country or, if in is empty,
// in the world.
type areaName struct{ level, in, key string }

func newWithin(a *atlas) *within {
	w := &within{atlas: a, names: make(map[areaName][]int)}
	outlines := map[string][]orb.MultiPolygon{}
	for i := range a.entries {
		e := a.entries[i]
		if e.Type != placetype.Country && e.Type != placetype.Adm1 && e.Type != placetype.Adm2 {
			continue
		}
		w.name(i)
		if e.Area == nil {
			continue
		}
		outlines[e.Type] = append(outlines[e.Type], e.Area)
		switch e.Type {
		case placetype.Country:
			w.land = append(w.land, i)
		case placetype.Adm1:
			w.land1 = append(w.land1, i)
		case placetype.Adm2:
			w.land2 = append(w.land2, i)
		}
	}
	w.lands, w.adm1, w.adm2 = borders.NewFinder(outlines[placetype.Country]), borders.NewFinder(outlines[placetype.Adm1]), borders.NewFinder(outlines[placetype.Adm2])
	return w
}

// name makes an area known by its names and codes.
func (w *within) name(i int) {
	e := w.atlas.entries[i]
	keys := slices.Clone(e.keys)
	for _, c := range e.Codes {
		keys = append(keys, fold.Key(c))
	}
	for _, k := range keys {
		n := areaName{e.Type, e.Country, k}
		if e.Type == placetype.Country {
			n.in = ""
		}
		if l := w.names[n]; !slices.Contains(l, i) {
			w.names[n] = append(l, i)
		}
	}
}

// settle gives a place the areas that it lies in, by
//
//  1. the ids that its source gives, if there is such an area;
//  2. the names or codes that its source writes;
//  3. the outlines of areas;
//
// and a radius and a box, if it has none.
func (w *within) settle(d *draft) {
	w.place(d)
	if d.Type == placetype.Adm2 && d.standing == fromList && d.Area != nil {
		w.seat(d)
	}
	if d.RadiusM == 0 {
		d.RadiusM = build.Radius(&d.Place)
	}
	if borders.EmptyBox(d.Box) && d.Area != nil {
		d.Box = d.Area.Bound()
	}
}

func (w *within) place(d *draft) {
	at := orb.Point{d.Lon, d.Lat}
	if d.Country == "" && len(d.Countries) == 0 && d.standing != fromWorld && d.HasPoint() {
		if i := w.lands.At(at); i >= 0 {
			d.Country = w.atlas.entries[w.land[i]].Country
		}
	}
	switch d.Type {
	case placetype.Country, placetype.Continent:
		d.Adm1, d.Adm2 = "", ""
		return
	case placetype.Adm1:
		d.Adm1, d.Adm2 = d.ID, ""
		return
	}
	adm1, adm2 := w.known(d.Adm1, placetype.Adm1), w.known(d.Adm2, placetype.Adm2)
	if adm1 < 0 {
		adm1 = w.named(placetype.Adm1, d.Country, -1, d.adm1)
	}
	if adm2 < 0 && (d.Type != placetype.Adm2 || d.third) {
		adm2 = w.named(placetype.Adm2, d.Country, adm1, d.adm2)
	}
	if d.standing != fromWorld && d.HasPoint() && d.Country != "" {
		adm1, adm2 = w.outlined(d, at, adm1, adm2)
	}
	d.Adm1, d.Adm2 = w.id(adm1), w.id(adm2)
	if d.Type == placetype.Adm2 && (!d.third || d.Adm2 == "") {
		d.Adm2 = d.ID
	}
}

// outlined fills in the areas by the outlines that hold a point.
func (w *within) outlined(d *draft, at orb.Point, adm1, adm2 int) (int, int) {
	if adm1 < 0 {
		if i := w.adm1.At(at); i >= 0 && w.atlas.entries[w.land1[i]].Country == d.Country {
			adm1 = w.land1[i]
		}
	}
	if adm2 < 0 && d.Type != placetype.Adm2 {
		if i := w.adm2.At(at); i >= 0 && w.atlas.entries[w.land2[i]].Country == d.Country {
			adm2 = w.land2[i]
		}
	}
	return adm1, adm2
}

// seat puts a district where the settlement lies that it is called after, if there
// is one: that is where GeoNames has districts, and where most of their people are.
func (w *within) seat(d *draft) {
	keys := identityKeys(&d.Place)
	var best *entry
	for i := range w.atlas.around(d.Lon, d.Lat, placetype.Town, 2*borders.BoxRadius(d.Area.Bound(), d.Point())) {
		e := w.atlas.entries[i]
		if e.Country != d.Country || !build.IsSettlement(e.Type) || !same.ShareKey(keys, e.keys) || !borders.Holds(d.Area, e.Point()) {
			continue
		}
		if best == nil || prominence[e.Type] > prominence[best.Type] || prominence[e.Type] == prominence[best.Type] && e.Population > best.Population {
			best = e
		}
	}
	if best != nil {
		d.Lon, d.Lat, d.RadiusM = best.Lon, best.Lat, 0
	}
}

func (w *within) id(i int) string {
	if i < 0 {
		return ""
	}
	return w.atlas.entries[i].ID
}

// known returns the area with an id, by whatever source's, or -1.
func (w *within) known(id, level string) int {
	if i, ok := w.atlas.byID[id]; ok && id != "" && w.atlas.entries[i].Type == level {
		return i
	}
	return -1
}

// named returns the one area of a country with one of these names, codes or ids, or
// -1. Of several, the one that lies in an ADM1 is meant, if that is known.
func (w *within) named(level, country string, adm1 int, names []string) int {
	for _, name := range names {
		if i := w.known(name, level); i >= 0 {
			return i
		}
		key := fold.Key(name)
		bare, _ := fold.ClassWords(key)
		for _, k := range []string{fold.Bare(key), key, fold.Bare(bare), skeletonMark + fold.Skeleton(fold.Bare(bare))} {
			found := w.names[areaName{level, country, k}]
			if adm1 >= 0 && len(found) > 1 {
				found = slices.DeleteFunc(slices.Clone(found), func(i int) bool { return w.known(w.atlas.entries[i].Adm1, placetype.Adm1) != adm1 })
			}
			if len(found) == 1 {
				return found[0]
			}
		}
	}
	return -1
}
