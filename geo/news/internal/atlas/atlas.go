// Package atlas is a gazetteer of a few names, for the tests of who reads prose.
package atlas

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// Atlas is what is known of names, in small letters and without hyphens.
type Atlas map[string]geo.NameInfo

// Evidence says what is known of a name.
func (a Atlas) Evidence(name string) geo.NameInfo {
	return a[strings.ToLower(strings.ReplaceAll(name, "-", " "))]
}

// Locate matches every place to itself.
func (a Atlas) Locate(places ...*geo.Place) {
	for _, p := range places {
		p.Match = geo.Match{Kind: geo.Exact, ID: p.Name}
	}
}

// Few has some countries, provinces, towns and waters, and two peoples.
func Few() Atlas {
	a := Atlas{}
	add := func(kind string, kinds geo.Kinds, population, settled float64, names string) {
		for _, n := range strings.Split(names, ", ") {
			a[n] = geo.NameInfo{Places: 1, Main: true, Population: population, Settled: settled, Kinds: kinds, BestKind: kind}
		}
	}
	add("country", geo.KindCountry, 7.3, 0, "mali, niger, jordan, iraq, syria, peru, united atolls, tanzania, u.s., georgia, ecuador")
	add("adm1", geo.KindAdm1, 6, 0, "texas, anbar, mopti, kentucky, georgia")
	add("city", geo.KindSettlement, 6, 6, "bamako, gao, lima, paris, mwanza, guayaquil, baghdad, dodoma, quito, london, washington")
	add("town", geo.KindSettlement, 4.5, 4.5, "rawa, ana, hit, al qaim, reading, mobile, lamar, victoria")
	add("river", geo.KindNature, 0, 0, "niger river, rio napo, lake victoria")
	add("sea", geo.KindNature, 0, 0, "the rawa")
	a["malian"] = geo.NameInfo{Demonym: true}
	a["peruvian"] = geo.NameInfo{Demonym: true}
	return a
}
