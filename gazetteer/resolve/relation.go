package resolve

import (
	"math"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/spelling"
	"github.com/dateline-map/dateline/geo"
)

// farBetweenM is the radius in metres from which the stretch between two places
// is a region rather than near either.
const farBetweenM = 50_000

// move puts a match where a relation says.
func (r *Resolver) move(m *geo.Match, rel query.Relation, p, other *gazetteer.Place) {
	at := applied(rel, r.x, p, other)
	m.Point, m.RadiusM = at.point, geo.Known(int(math.Round(at.radiusM)))
	switch {
	case rel.Kind == query.Part && placetype.KindOf(p.Type) == geo.KindCountry, rel.Kind == query.Offset && placetype.KindOf(p.Type) == geo.KindCountry:
		m.Precision = geo.WithinRegion
	case rel.Kind == query.Between && at.radiusM > farBetweenM:
		m.Precision = atBest(m.Precision, geo.WithinRegion)
	default:
		m.Precision = atBest(m.Precision, geo.NearPlace)
	}
}

// other finds the second place of "between A and B": the least remote of that name,
// if it is near enough for a road or a border to join them.
func (r *Resolver) other(c *candidate, name string) *gazetteer.Place {
	if name == "" || c.reading.Relation.Kind != query.Between && name == "" {
		return nil
	}
	t := r.newToponym(&geo.Place{Name: name})
	t.gather(r, spelling.Stages[:2], t.supported)
	var nearest *gazetteer.Place
	for i := range t.cands {
		p := &t.cands[i].Place
		if nearest == nil || c.remoteness(p) < c.remoteness(nearest) {
			nearest = p
		}
	}
	if nearest == nil || distanceM(nearest.Point, c.Point) > maxBetweenM {
		return nil
	}
	return nearest
}

// remoteness is how far another place lies from a candidate, in metres, less by each
// digit of its inhabitants: the road from Mopti goes to the city of Gao, not to the
// nearer village abroad.
func (c *candidate) remoteness(p *gazetteer.Place) float64 {
	far := distanceM(p.Point, c.Point) / (1 + magnitude(p))
	if p.Country != c.Country {
		far *= 2
	}
	return far
}

// maxBetweenM is how far apart, in metres, two places can be that something
// is said to lie between.
const maxBetweenM = 2_000_000
