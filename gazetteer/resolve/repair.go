package resolve

import (
	"slices"

	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// Repair returns where given coordinates would lie in the country that the source
// says, if one common slip in writing them down explains that they do not, and
// which slip it is, in words. It returns false if none or several do, if the
// point lies in or near that country, or if no country is said.
func (r *Resolver) Repair(p *geo.Place) (at orb.Point, slip string, ok bool) {
	countries := r.areas.Find(p.Within.Country, scope.LandLevel, nil)
	lon, lat := p.Match.Point.Lon(), p.Match.Point.Lat()
	if len(countries) == 0 || p.Match.Kind != geo.Given {
		return at, "", false
	}
	inside := func(at orb.Point) bool { return lies(r.country(r.x.Reverse(at).Land), countries) }
	if near := around(p.Match.Point); inside(p.Match.Point) || r.reaches(p.Match.Point, countries) || slices.ContainsFunc(near[:], inside) {
		return at, "", false
	}
	for _, c := range []struct {
		at   orb.Point
		slip string
	}{
		{orb.Point{lat, lon}, "latitude and longitude look swapped"},
		{orb.Point{-lon, lat}, "the longitude looks as if it lost its sign"},
		{orb.Point{lon, -lat}, "the latitude looks as if it lost its sign"},
		{orb.Point{-lon, -lat}, "both coordinates look as if they lost their signs"},
	} {
		if c.at.Lat() < -90 || c.at.Lat() > 90 || !inside(c.at) {
			continue
		}
		if ok {
			return at, "", false
		}
		at, slip, ok = c.at, c.slip, true
	}
	return at, slip, ok
}
