package record

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/geometry"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

var errHalf = errors.New("only one of latitude and longitude is there")

// place says where the row's event was: what it lies in, the finest name the row
// has, and its point if the row has a good one.
func (c *converter) place(m *made, r *row.Row) {
	p := &m.event.Place
	c.named(p, r)
	g, ok := c.given(m, r)
	if v, col := c.text(r, PlacePrecision); col >= 0 && v != "0" {
		code, err := c.plan.placeScale.place(v)
		m.fault(col, err)
		if code == geo.ExactPlace && c.plan.vicinity >= 0 && r.Cell(c.plan.vicinity) == "1" {
			code = geo.NearPlace
		}
		// A shape says itself how large it is, unless the code is a good one.
		if r.Geometry == nil && r.Inside == nil || code != geo.UnknownPlace {
			g.Precision = code
		}
	}
	if ok {
		if p.Kind == "country" && !c.plan.anyOf(Place, Adm3, Adm2, Adm1) {
			p.Kind = "" // the table has no room for a finer name: the point is one
		}
		p.Match.Kind, p.Point, p.Precision, p.RadiusM = geo.Given, g.Point, g.Precision, g.Radius
	}
}

// given reads where the row says in numbers that its event was: its own shape,
// or its coordinates.
func (c *converter) given(m *made, r *row.Row) (geometry.Place, bool) {
	if r.Geometry != nil {
		return *r.Geometry, true
	}
	if p, ok := c.latLon(m, r); ok {
		return geometry.Place{Point: p, Precision: c.plan.whose}, true
	}
	both, col := c.text(r, Coordinates)
	if col < 0 && r.Inside == nil {
		return c.metres(m, r)
	}
	g, err := geometry.OfCell(both, c.plan.lonFirst)
	if r.Inside != nil && err != nil {
		return *r.Inside, true
	}
	m.fault(col, err)
	return g, c.usable(err)
}

// metres reads a place in the UTM grid from its three columns.
func (c *converter) metres(m *made, r *row.Row) (geometry.Place, bool) {
	if c.first[Easting] < 0 {
		return geometry.Place{}, false // nearly always
	}
	zone, _ := c.text(r, Zone)
	zone = cmp.Or(zone, c.plan.gridZone)
	east, _ := c.text(r, Easting)
	north, col := c.text(r, Northing)
	if zone == "" || east == "" || north == "" {
		return geometry.Place{}, false
	}
	g, err := geometry.OfGrid(zone + " " + literal.Pointed(east) + " " + literal.Pointed(north))
	if err != nil {
		m.fault(col, fmt.Errorf("%s, %s in zone %s %w", literal.Quoted(east), literal.Quoted(north), literal.Quoted(zone), err))
	}
	return g, err == nil
}

// usable reports whether there is a point despite an error.
func (c *converter) usable(err error) bool {
	return err == nil || c.repair && errors.Is(err, geometry.ErrSwapped)
}

// latLon reads coordinates from two columns. A row that has one of them must
// have the other, be it only in a column with both.
func (c *converter) latLon(m *made, r *row.Row) (orb.Point, bool) {
	latCol, lonCol := c.first[Lat], c.first[Lon]
	if latCol < 0 || lonCol < 0 {
		return orb.Point{}, false
	}
	if c.plan.inParts != nil {
		return c.fromParts(m, r)
	}
	if p, ok := geometry.PlainPoint(r.Untrimmed(latCol), r.Untrimmed(lonCol)); ok {
		return p, true
	}
	lat, lon := r.Cell(latCol), r.Cell(lonCol)
	if literal.Missing(lat) && literal.Missing(lon) {
		return orb.Point{}, false
	}
	return c.pointOf(m, lat, lon)
}

// pointOf makes a point of a latitude and a longitude, or says at their columns why
// they are none.
func (c *converter) pointOf(m *made, lat, lon string) (orb.Point, bool) {
	p, err := geometry.Point(lat, lon)
	if err == nil {
		return p, true
	}
	latCol, lonCol := c.first[Lat], c.first[Lon]
	_, latErr := geometry.Latitude.Parse(lat)
	switch {
	case lat == "" || lon == "":
		m.fault(max(latCol, lonCol), errHalf)
	case latErr == nil && !errors.Is(err, geometry.ErrNullIsland):
		m.fault(lonCol, err)
	default:
		m.fault(latCol, err)
	}
	return p, c.usable(err)
}

// named fills in the place by its names: the finest one, and those around it. An
// administrative area is the place only if nothing finer is named; then its
// kind says so.
func (c *converter) named(p *geo.Place, r *row.Row) {
	country, adm1, adm2, adm3 := c.country(r), c.value(r, Adm1), c.value(r, Adm2), c.value(r, Adm3)
	if c.plan.units != nil {
		country = cmp.Or(country, c.plan.units.land)
		adm1, adm2 = c.unit(Adm1, adm1), c.unit(Adm2, adm2)
	}
	p.Name, p.Within = c.inTown(r, c.value(r, Place)), geo.Within{Country: country, Adm1: adm1, Adm2: adm2}
	if c.plan.linked {
		withoutLinks(p)
	}
	if c.plan.twice {
		p.Name, p.Within.Country, p.Within.Adm1, p.Within.Adm2 = c.decoded(p.Name), c.decoded(country), c.decoded(adm1), c.decoded(adm2)
		adm1, adm2, adm3 = p.Within.Adm1, p.Within.Adm2, c.decoded(adm3)
	}
	if p.Name != "" && adm2 == "" {
		p.Within.Adm2 = adm3 // the finest area that a village lies in is what finds it, or stands for it
	}
	if c.plan.headed {
		c.below(p)
	}
	if p.Codes = c.codes(r); p.Codes != nil {
		coded(p, adm3)
		return
	}
	switch {
	case p.Name != "":
	case adm3 != "":
		p.Name = adm3
	case adm2 != "":
		p.Name, p.Kind, p.Within.Adm2 = adm2, "adm2", ""
	case adm1 != "":
		p.Name, p.Kind, p.Within.Adm1 = adm1, "adm1", ""
	case country != "":
		p.Name, p.Kind, p.Within.Country = country, "country", ""
	case c.plan.titlesName:
		p.Name = c.decoded(c.value(r, Title))
	case c.plan.titlesEnd:
		p.Name = endOfTitle(c.decoded(c.value(r, Title)))
	default:
		p.Name = c.placeholder(r)
	}
}

// inTown adds to the name of a place the town that another column says it is in,
// for it may be a street or a building that no gazetteer has.
func (c *converter) inTown(r *row.Row, name string) string {
	if name == "" || c.plan.town < 0 {
		return name
	}
	town := r.Cell(c.plan.town)
	if literal.Missing(town) || strings.Contains(strings.ToLower(name), strings.ToLower(town)) {
		return name
	}
	return name + ", " + town
}

// placeholder returns what stands for a place that is not known, such as
// "unknown", so that whoever looks for it can say why there is none.
func (c *converter) placeholder(r *row.Row) string {
	for _, col := range c.plan.cols[Place] {
		if v := r.Cell(col); v != "" {
			return v
		}
	}
	return ""
}
