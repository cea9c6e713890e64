package resolve

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/geo"
)

// Evidence says what is known of a name without context. It is cheap: names
// are remembered, and what is no name at all is told without a search.
func (r *Resolver) Evidence(name string) geo.NameInfo {
	if info, known := r.names.Get(name); known {
		return info
	}
	hits := r.x.Exact(fold.Key(name), nil)
	if len(hits) == 0 {
		return geo.NameInfo{} // not worth the room: most stretches of a text are none
	}
	info := r.evidence(name, hits)
	r.names.Put(strings.Clone(name), info, 1)
	return info
}

// evidence sums up what has a name.
func (r *Resolver) evidence(name string, hits []gazetteer.Hit) geo.NameInfo {
	var info geo.NameInfo
	capitals := isCapitals(name)
	prominence := -1.0
	skeleton := fold.Skeleton(name)
	for _, h := range r.withoutSites(hits) {
		if h.How == gazetteer.Code && !capitals {
			continue
		}
		if h.How == gazetteer.Demonym {
			info.Demonym = true
			continue
		}
		p := r.x.Place(h.Ref)
		info.Places++
		settlement := placetype.KindOf(p.Type) == geo.KindSettlement
		// "Haditha" is the main name of Ḩadīthah, in another transliteration.
		main := h.How == gazetteer.Main || h.How == gazetteer.Alias && settlement && fold.Skeleton(p.Name) == skeleton
		info.Main = info.Main || main
		info.Kinds |= placetype.KindOf(p.Type)
		info.Population = max(info.Population, magnitude(&p))
		if main && settlement {
			info.Settled = max(info.Settled, magnitude(&p))
		}
		if s := standing(&p); s > prominence {
			prominence, info.BestKind = s, p.Type
		}
	}
	return info
}

// withoutSites leaves out sites that have a name only without their class word, if
// something else has it: of Jenin and its camp the town tells what the name is.
func (r *Resolver) withoutSites(hits []gazetteer.Hit) []gazetteer.Hit {
	site := func(h gazetteer.Hit) bool { return h.How == gazetteer.Bare && isSiteType(r.x.Unnamed(h.Ref).Type) }
	if !slices.ContainsFunc(hits, func(h gazetteer.Hit) bool { return h.How < gazetteer.Bare }) || !slices.ContainsFunc(hits, site) {
		return hits
	}
	return slices.DeleteFunc(hits, site)
}

// standing tells how prominent a place is among others of its name: by its
// inhabitants, and where those are not known by what it is.
func standing(p *gazetteer.Place) float64 {
	return math.Max(magnitude(p), usualStanding(placetype.KindOf(p.Type)))
}

func usualStanding(k geo.Kinds) float64 {
	switch k {
	case geo.KindCountry:
		return 7
	case geo.KindAdm1, geo.KindRegion:
		return 5.5
	case geo.KindAdm2:
		return 4.5
	case geo.KindNature:
		return 3.5
	case geo.KindFacility:
		return 3
	case geo.KindSettlement:
		return 2.5
	}
	return 0
}
