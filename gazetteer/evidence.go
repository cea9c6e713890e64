package gazetteer

import (
	"math"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/geo"
)

// Evidence says what is known of a name without context. It is cheap: names
// are remembered.
func (r *Resolver) Evidence(name string) geo.NameInfo {
	info, known := r.names.get(name)
	if !known {
		info = r.evidence(name)
		r.names.put(strings.Clone(name), info)
	}
	return info
}

func (r *Resolver) evidence(name string) geo.NameInfo {
	var info geo.NameInfo
	capitals := isCapitals(name)
	prominence := -1.0
	skeleton := fold.Skeleton(name)
	var hits [32]Hit
	for _, h := range r.x.Exact(fold.Key(name), hits[:0]) {
		if h.How == Code && !capitals {
			continue
		}
		if h.How == Demonym {
			info.Demonym = true
			continue
		}
		p := r.x.Place(h.Ref)
		info.Places++
		settlement := kindsOf(p.Type) == geo.KindSettlement
		// "Haditha" is the main name of Ḩadīthah, in another transliteration.
		main := h.How == Main || h.How == Alias && settlement && fold.Skeleton(p.Name) == skeleton
		info.Main = info.Main || main
		info.Kinds |= kindsOf(p.Type)
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

// standing tells how prominent a place is among others of its name: by its
// inhabitants, and where those are not known by what it is.
func standing(p *Place) float64 {
	usual := map[geo.Kinds]float64{
		geo.KindCountry: 7, geo.KindAdm1: 5.5, geo.KindAdm2: 4.5, geo.KindRegion: 5.5,
		geo.KindNature: 3.5, geo.KindFacility: 3, geo.KindSettlement: 2.5,
	}[kindsOf(p.Type)]
	return math.Max(magnitude(p), usual)
}
