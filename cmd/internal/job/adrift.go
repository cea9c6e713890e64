package job

import (
	"fmt"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// adrift counts the points of one input that lie at sea and of which no country is
// said. One such point is a shipwreck; a table of them whose latitudes and
// longitudes are exchanged is a table whose columns are.
type adrift struct {
	sea     int
	ashore  int // of those, with latitude and longitude exchanged
	nowhere int // of those, beyond the poles that way: the table is not exchanged
}

// note heeds a point that lies in no country.
func (a *adrift) note(r *resolve.Resolver, m *geo.Match) {
	if r.NearLand(m.Point) {
		return
	}
	a.sea++
	turned := orb.Point{m.Point.Lat(), m.Point.Lon()}
	if turned.Lat() < -90 || turned.Lat() > 90 {
		a.nowhere++
	} else if _, land := r.Unit(turned, geo.WithinCountry); land {
		a.ashore++
	}
}

// leastAdrift is how many points show that columns are exchanged. By chance, three
// points at sea that all lie on land the other way round are one case in 40: less
// than a third of the globe is land.
const leastAdrift = 3

// problem returns what is to be said of an input that is over: that its columns look
// exchanged, if nearly all of its rows lie at sea and would not. It is nil if not.
func (a *adrift) problem(in *source) error {
	if a.ashore < leastAdrift || a.nowhere > 0 || 10*a.ashore < 9*a.sea || 2*a.sea < in.rows {
		return nil
	}
	return &geo.Problem{File: in.Name(), Err: fmt.Errorf(
		"%d of %d points lie at sea, and %d of these on land with latitude and longitude exchanged; if the columns are, say which is which: --map lat=COLUMN --map lon=COLUMN",
		a.sea, in.rows, a.ashore)}
}
