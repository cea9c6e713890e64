package resolve

import (
	"math"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/geo"
)

// reachList widens a match that stands for the places of a list so that it holds
// the others, as far as they are found and near enough to be meant. Two areas are no
// single one any more.
func (s *story) reachList(m *geo.Match, c *candidate, cell string) {
	radius, areas := c.ReachM(), false
	for _, name := range scope.NamesListed(cell, false) {
		other := s.r.other(c, name)
		if other == nil || other.Ref == c.Ref || other.Country != c.Country {
			continue
		}
		far := farListedTownsM
		if isUnit(other) {
			far = farListedUnitsM
		}
		if away := distanceM(c.Point, other.Point); away <= far {
			radius = max(radius, away+other.ReachM())
			areas = areas || isUnit(other)
		}
	}
	if radius <= c.ReachM() {
		return
	}
	said, _ := m.RadiusM.Int()
	m.RadiusM = geo.Known(max(int(math.Round(radius)), said))
	if areas && isUnit(&c.Place) {
		m.Precision = atBest(m.Precision, geo.WithinRegion)
	}
}

// How far apart in metres the places of a list are at most: neighbouring towns, or
// provinces of a large country. What is farther is a namesake.
const (
	farListedTownsM = 150_000.0
	farListedUnitsM = 600_000.0
)

func isUnit(p *gazetteer.Place) bool {
	return placetype.KindOf(p.Type)&(geo.KindAdm1|geo.KindAdm2) != 0
}
