package resolve

import (
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/geo"
)

// Radii in metres that hold nine in ten of the places which matches of less than
// sureMatch stand for: another of a like name nearby may be meant, or the next
// village.
const (
	sureMatch = 0.95
	fairMatch = 0.8
	weakMatch = 0.65
	fairM     = 25_000 // from fairMatch on
	doubtM    = 100_000
	weakM     = 200_000 // below weakMatch
)

// doubted returns the radius of a match, wider if the match is in doubt.
func doubted(m *geo.Match) geo.Figure {
	radius, known := m.RadiusM.Int()
	switch {
	case !known || m.Precision > geo.WithinAdm2 || m.Confidence >= sureMatch:
		return m.RadiusM
	case m.Confidence >= fairMatch:
		return geo.Known(max(radius, fairM))
	case m.Confidence >= weakMatch:
		return geo.Known(max(radius, doubtM))
	}
	return geo.Known(max(radius, weakM))
}

// likelySpelledM is the least radius in metres of a settlement that is spelled
// otherwise: the one meant may be a neighbour that the gazetteer lacks.
const likelySpelledM = 10_000

// roughM is the radius in metres of settlements whose points no list has measured.
// Of those of Dateline's supplement that reports on attacks name, half lie 15 km from
// where the report puts them and eight in ten within this; in rows whose ADM2
// agrees, nine in ten within 10 km.
const roughM = 50_000

// isRough reports whether a candidate is a settlement of the supplement, unless the
// ADM2 that the source says agrees with its point.
func (c *candidate) isRough() bool {
	return c.adm2 != scope.Yes && c.adm2 != scope.CloseTo && placetype.KindOf(c.Type) == geo.KindSettlement && strings.HasPrefix(c.ID, supplementID)
}

// supplementID begins the IDs of what other sources lack; package build tells of the others.
const supplementID = "dl:"

// fallbackRadiusM is how far a place may be from the point of the area that
// stands for it. What lies at an area's edge is less often in a gazetteer, and
// rows are not always right about the area: the radius of a province holds
// eight in ten of such places, one wider by a quarter nine.
func fallbackRadiusM(area *gazetteer.Place, p geo.Precision) float64 {
	switch {
	case p == geo.WithinAdm2:
		return max(area.ReachM(), districtRadiusM)
	case placetype.KindOf(area.Type)&(geo.KindSettlement|geo.KindAdm2) != 0: // its seat stands for a province
		return 1.25 * placetype.RadiusM(placetype.Adm1, 0)
	}
	return 1.25 * area.ReachM()
}
