package join

import (
	"slices"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// partNames takes back names that lists have mixed up between an ADM1 and its
// seat, between two ADM1, and otherwise. It knows five ways:
//
//   - a town bears its province's name, or another's, that is nothing like its
//     own, or says that it is one: Laghman for Mehtar Lam, محافظة كربلاء;
//   - a province bears the name of a town in it: Ramadi for Anbar;
//   - a province bears all the names of the one that it was cut from: Daykundi
//     those of Uruzgan;
//   - three ADM2 or more bear the name of the county that they are parts of: Coventry
//     and six others are called West Midlands;
//   - a quarter bears the name of a region across borders: the Middle East of Baltimore.
//
// A capital keeps names unlike its own: where it is an ADM1 of its own, both are one place.
func (w *world) partNames() {
	areas := w.mainNames(func(p *build.Place) bool { return p.Type == placetype.Adm1 })
	regions := w.mainNames(func(p *build.Place) bool { return p.Type == placetype.Region && p.Country == "" })
	for i := range w.places {
		p := &w.places[i]
		if !build.IsSettlement(p.Type) {
			continue
		}
		p.Aliases = dropUnlike(p, func(key string) bool { return regions[placeName{"", "", fold.Bare(key)}] })
		p.Aliases = slices.DeleteFunc(p.Aliases, saysAdm1)
		if p.Code == "PPLC" {
			continue
		}
		p.Aliases = dropUnlike(p, func(key string) bool { return areas[placeName{p.Country, "", key}] })
	}
	towns := w.mainNames(func(p *build.Place) bool { return build.IsSettlement(p.Type) && p.Type != placetype.Neighbourhood })
	for i := range w.places {
		if p := &w.places[i]; p.Type == placetype.Adm1 {
			p.Aliases = dropUnlike(p, func(key string) bool { return towns[placeName{p.Country, p.ID, fold.Bare(key)}] })
		}
	}
	w.partProvinces()
	w.partCounties()
}

// partCounties takes from ADM2 the aliases that name what several are parts of. Those of
// most ADM2 of an ADM1 are its own: Lombardei.
func (w *world) partCounties() {
	const parts = 3
	bearers, areas := make(map[placeName]int), make(map[string]int)
	of := func(p *build.Place, alias string) placeName { return placeName{p.Country, p.Adm1, fold.Key(alias)} }
	for i := range w.places {
		if p := &w.places[i]; p.Type == placetype.Adm2 {
			areas[p.Adm1]++
			for _, alias := range p.Aliases {
				bearers[of(p, alias)]++
			}
		}
	}
	for i := range w.places {
		p := &w.places[i]
		if p.Type != placetype.Adm2 {
			continue
		}
		had := p.Aliases
		p.Aliases = dropUnlike(p, func(key string) bool { return bearers[of(p, key)] >= parts })
		if whole, known := w.byID[p.Adm1]; known {
			lost := slices.DeleteFunc(had, func(alias string) bool {
				return slices.Contains(p.Aliases, alias) || 2*bearers[of(p, alias)] < areas[p.Adm1]
			})
			w.places[whole].Aliases = naming.Distinct(w.places[whole].Name, append(w.places[whole].Aliases, lost...))
		}
	}
}

// saysAdm1 reports whether a name has a word for a province in it.
func saysAdm1(name string) bool {
	_, kind := fold.ClassWords(fold.Key(name))
	return kind == placetype.Adm1
}

// placeName is a main name within a country, and within an ADM1 for a settlement.
type placeName struct {
	country, adm1, key string
}

// mainNames collects the main names of places, those of settlements without
// their article.
func (w *world) mainNames(of func(*build.Place) bool) map[placeName]bool {
	names := make(map[placeName]bool)
	for i := range w.places {
		p := &w.places[i]
		switch {
		case !of(p):
		case p.Type == placetype.Adm1:
			names[placeName{p.Country, "", fold.Key(p.Name)}] = true
		default:
			names[placeName{p.Country, p.Adm1, fold.Bare(fold.Key(p.Name))}] = true
		}
	}
	return names
}

// dropUnlike returns a place's aliases without those that are taken and nothing
// like its name.
func dropUnlike(p *build.Place, taken func(key string) bool) []string {
	name := bareKey(p.Name)
	return slices.DeleteFunc(slices.Clone(p.Aliases), func(alias string) bool {
		key := fold.Key(alias)
		return taken(key) && !fold.Alike(bareKey(alias), name)
	})
}

// partProvinces takes names from an ADM1 that has another's beside its own: if
// one that they share is like the other's name and unlike its own, all that they
// share is the other's.
func (w *world) partProvinces() {
	byCountry := make(map[string][]int)
	for i := range w.places {
		if w.places[i].Type == placetype.Adm1 {
			byCountry[w.places[i].Country] = append(byCountry[w.places[i].Country], i)
		}
	}
	for _, areas := range byCountry {
		for _, i := range areas {
			for _, j := range areas {
				if i != j {
					giveBack(&w.places[i], &w.places[j])
				}
			}
		}
	}
}

// giveBack takes from p the names that are q's.
func giveBack(p, q *build.Place) {
	theirs := q.Keys()
	shared := func(alias string) bool {
		_, found := slices.BinarySearch(theirs, fold.Key(alias))
		return found
	}
	mine, other := bareKey(p.Name), bareKey(q.Name)
	if slices.ContainsFunc(p.Aliases, func(alias string) bool {
		key := bareKey(alias)
		return shared(alias) && fold.Alike(key, other) && !fold.Alike(key, mine)
	}) {
		p.Aliases = slices.DeleteFunc(p.Aliases, func(alias string) bool { return shared(alias) && !fold.Alike(bareKey(alias), mine) })
	}
}
