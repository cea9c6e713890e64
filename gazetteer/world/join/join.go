package join

import (
	"slices"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/borders"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
)

// Natural Earth's units carry GeoNames codes, but not all are right: it has
// departments where GeoNames counts regions (France, Italy, Britain), provinces
// that were dissolved years ago, and codes of the finer level. What the towns
// inside a unit say of themselves decides; its own code is believed unless they
// contradict it.
const (
	// ownCodeShare of the towns suffices to confirm the code a unit brings.
	ownCodeShare = 0.3
	// majorityShare of the towns makes a unit (a part of) an area whose code it
	// does not bring. Kenya's former provinces, with eight counties each, stay
	// below it.
	majorityShare = 0.6
)

// ballot counts by ID what the towns in a unit name as their areas.
type ballot struct {
	total               int
	adm1, adm2, country map[string]int
}

func (b *ballot) count(p *build.Place) {
	if b.adm1 == nil {
		b.adm1, b.adm2, b.country = map[string]int{}, map[string]int{}, map[string]int{}
	}
	b.total++
	b.adm1[p.Adm1]++
	b.adm2[p.Adm2]++
	b.country[p.Country]++
}

// winner returns the ID most named, the first in the alphabet among equals, and
// its share.
func (b *ballot) winner(votes map[string]int) (id string, share float64) {
	best := 0
	for k, n := range votes {
		if k != "" && (n > best || n == best && k < id) {
			id, best = k, n
		}
	}
	if b.total > 0 {
		share = float64(best) / float64(b.total)
	}
	return id, share
}

// joined is what the units turned out to be: for each, the ADM1 and ADM2 it is
// or belongs to (empty if none) and its country.
type joined struct {
	adm1, adm2, country []string
}

// join asks the towns. adm1 are the areas that have a name, finder the outlines
// of the units.
func join(units []lists.Unit, towns []build.Place, adm1 []lists.AdmName, finder *borders.Finder) joined {
	ballots := make([]ballot, len(units))
	for i := range towns {
		if p := &towns[i]; p.Adm1 != "" && p.Type != placetype.Neighbourhood {
			if u := finder.At(orb.Point{p.Lon, p.Lat}); u >= 0 {
				ballots[u].count(p)
			}
		}
	}
	j := joined{make([]string, len(units)), make([]string, len(units)), make([]string, len(units))}
	known := newKnownAdm1(adm1)
	for i := range units {
		u, b := &units[i], &ballots[i]
		j.adm1[i] = known.of(u, b)
		if id, share := b.winner(b.adm2); share >= majorityShare {
			j.adm2[i] = id
		}
		j.country[i] = countryOf(u, b, j.adm1[i])
	}
	j.adm1 = withSiblings(units, j.adm1)
	return j
}

// withSiblings gives units without towns, such as the boroughs of London, to the
// ADM1 that all other units of their region belong to.
func withSiblings(units []lists.Unit, adm1 []string) []string {
	type region struct{ country, geoUnit, name string }
	of := func(u *lists.Unit) region { return region{u.Country, u.GeoUnit, u.Region} }
	belongs := make(map[region]string)
	divided := make(map[region]bool)
	for i := range units {
		r := of(&units[i])
		if known := belongs[r]; adm1[i] != "" {
			divided[r] = divided[r] || known != "" && known != adm1[i]
			belongs[r] = adm1[i]
		}
	}
	out := slices.Clone(adm1)
	for i := range units {
		if r := of(&units[i]); out[i] == "" && r.name != "" && r.country != "" && !divided[r] {
			out[i] = belongs[r]
		}
	}
	return out
}

// knownAdm1 finds ADM1 by ID and by name.
type knownAdm1 struct {
	ids   map[string]bool
	names map[string]string // country and folded name to ID
}

func newKnownAdm1(adm1 []lists.AdmName) knownAdm1 {
	k := knownAdm1{make(map[string]bool), make(map[string]string)}
	for _, a := range adm1 {
		k.ids[a.ID] = true
		k.names[lists.CountryOfID(a.ID)+" "+fold.Key(a.Name)] = a.ID
	}
	return k
}

// of returns the ADM1 that a unit is or belongs to, empty if none.
//
// A code that the unit brings and its towns confirm counts even when it has no
// name in GeoNames any more: Vietnam's provinces were merged in 2025, and what
// was written before names the old ones.
func (k knownAdm1) of(u *lists.Unit, b *ballot) string {
	confirmed := float64(b.adm1[u.Adm1]) >= ownCodeShare*float64(b.total)
	if u.Adm1 != "" && confirmed && (k.ids[u.Adm1] || b.total > 0) {
		return u.Adm1
	}
	if id, share := b.winner(b.adm1); share >= majorityShare && k.ids[id] {
		return id
	}
	return k.names[u.Country+" "+fold.Key(u.Name)]
}

// countryOf follows GeoNames where it can, so that the polygon of a country
// holds its towns: Crimea is Ukraine's, Somaliland Somalia's.
func countryOf(u *lists.Unit, b *ballot, adm1 string) string {
	if adm1 != "" {
		return lists.CountryOfID(adm1)
	}
	if id, share := b.winner(b.country); share >= majorityShare {
		return id
	}
	return u.Country
}

// groups returns the units of each ID.
func groups(ids []string) map[string][]int {
	members := make(map[string][]int)
	for i, id := range ids {
		if id != "" {
			members[id] = append(members[id], i)
		}
	}
	return members
}
