package geometry

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/shape"
)

// CRS is the system of coordinates that a GeoJSON document names before its features,
// as its specification of 2008 had it and databases still write it. The zero crs is
// of documents that name none, whose coordinates are degrees.
type CRS struct {
	named   bool // and other than in degrees
	system  shape.System
	unknown string // what it is called if nobody here can read it
}

// The systems are called "urn:ogc:def:crs:EPSG::3857", "EPSG:3857" or, as
// "http://www.opengis.net/def/crs/EPSG/0/3857", by an address.
var (
	epsgName  = pattern.New(`(?i)\bEPSG(?:[:/][\d.]*)?[:/](\d+)$`)
	crs84Name = pattern.New(`(?i)\bCRS:?84h?$`)
)

// Note heeds the member of a document that names its system.
func (c *CRS) Note(raw []byte) {
	var said struct {
		Properties struct {
			Name string
			Code int
		}
	}
	if json.Unmarshal(raw, &said) != nil {
		return
	}
	name, code := said.Properties.Name, said.Properties.Code
	if m := epsgName().FindStringSubmatch(name); m != nil {
		code, _ = strconv.Atoi(m[1])
	}
	system, known := shape.EPSG(code)
	switch {
	case name == "" && code == 0, crs84Name().MatchString(name), code == wgs84:
	case known:
		*c = CRS{named: true, system: system}
	case name == "":
		*c = CRS{named: true, unknown: fmt.Sprint("EPSG:", code)}
	default:
		*c = CRS{named: true, unknown: name}
	}
}

// Place reads the geometry of a feature; nil without an error for null.
func (c *CRS) Place(raw []byte) (*Place, error) {
	if !c.named {
		return OfGeoJSON(raw)
	}
	var g orb.Geometry
	g, err := parseShape(raw, 0)
	switch {
	case err != nil || g == nil:
		return nil, err
	case c.unknown != "":
		return nil, fmt.Errorf("coordinates are in the system %s, which is not read; write the file anew in EPSG:%d", literal.Quoted(c.unknown), wgs84)
	}
	return StandFor(c.system.Degrees(g))
}
