package resolve

import (
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// Unit returns the administrative area that a point lies in, as a match of its
// own: the second-level one, the first-level one, or the country for a level of
// geo.WithinAdm2, WithinAdm1 or WithinCountry. Where the index knows none of the
// level, or knows no point for it, the next larger one stands for it; it returns
// false if there is none either, as at sea.
func (r *Resolver) Unit(p orb.Point, level geo.Precision) (geo.Match, bool) {
	in := r.x.Reverse(p)
	for _, unit := range []struct {
		ref   gazetteer.Ref
		level geo.Precision
	}{{in.Adm2, geo.WithinAdm2}, {in.Adm1, geo.WithinAdm1}, {in.Land, geo.WithinCountry}} {
		if unit.ref == 0 || unit.level < level {
			continue
		}
		if place := r.x.Place(unit.ref); place.Located {
			m := r.matchPlace(&place)
			m.Precision = unit.level
			return m, true
		}
	}
	return geo.Match{}, false
}
