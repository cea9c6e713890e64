package gml

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
)

func read(text string) ([]geo.Event, string) {
	events, told := geotest.Drain(record.Read("a.gml", strings.NewReader(text), record.Options{Stores: []record.Store{Store()}}))
	return events, strings.Join(told, "\n")
}

// gdal is what ogr2ogr writes, in GML 2 words.
const gdal = `<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml">
<gml:boundedBy><gml:Box><gml:coord><gml:X>40</gml:X><gml:Y>33</gml:Y></gml:coord><gml:coord><gml:X>44</gml:X><gml:Y>36</gml:Y></gml:coord></gml:Box></gml:boundedBy>
<gml:featureMember><ogr:out fid="out.0"><ogr:geometryProperty><gml:Point srsName="EPSG:4326"><gml:coordinates>43.1,36.3</gml:coordinates></gml:Point></ogr:geometryProperty><ogr:date>2014/06/10</ogr:date><ogr:place>Mosul</ogr:place></ogr:out></gml:featureMember>
<gml:featureMember><ogr:out fid="out.1"><ogr:geometryProperty><gml:Polygon srsName="EPSG:4326"><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>42,34 42.2,34 42.2,34.2 42,34.2 42,34</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></ogr:geometryProperty><ogr:date>2014/06/11</ogr:date><ogr:place>Rawa</ogr:place></ogr:out></gml:featureMember>
</ogr:FeatureCollection>`

func TestOfGDAL(t *testing.T) {
	events, told := read(gdal)
	if len(events) != 2 {
		t.Fatalf("%d events: %s", len(events), told)
	}
	e := &events[0]
	if e.ID != "out.0" || e.When.EDTF() != "2014-06-10" || e.Place.Name != "Mosul" || e.Place.Point.Lon() != 43.1 || e.Place.Point.Lat() != 36.3 {
		t.Errorf("%s, %s, %s at %v", e.ID, e.When.EDTF(), e.Place.Name, e.Place.Point)
	}
	if e = &events[1]; e.Place.Precision == geo.ExactPlace || e.Place.Point.Lat() < 34 || e.Place.Point.Lat() > 34.2 {
		t.Errorf("an area is %v, %v", e.Place.Point, e.Place.Precision)
	}
}

// TestAxes reads positions in the order that the name of their system says.
func TestAxes(t *testing.T) {
	for _, c := range []struct{ system, pos, want string }{
		{"urn:ogc:def:crs:EPSG::4326", "33.5 44.25", ""},
		{"http://www.opengis.net/def/crs/EPSG/0/4326", "33.5 44.25 12", ""},
		{"EPSG:4326", "44.25 33.5", ""},
		{"http://www.opengis.net/gml/srs/epsg.xml#4326", "44.25 33.5", ""},
		{"urn:ogc:def:crs:OGC:1.3:CRS84", "44.25 33.5", ""},
		{"urn:ogc:def:crs:EPSG::3857", "4925887.47 3961777.40", ""},
		{"EPSG:27700", "1 2", `in the system "EPSG:27700"`},
		{"EPSG:4326", "x y", "cannot be read"},
		{"", "33.5 44.25", "does not say its reference system"},
	} {
		name := ""
		if c.system != "" {
			name = ` srsName="` + c.system + `"`
		}
		events, told := read(`<FeatureCollection xmlns:gml="g"><gml:featureMembers><a><when>2014-06-10</when><where><gml:Point` + name + `><gml:pos>` + c.pos + `</gml:pos></gml:Point></where></a></gml:featureMembers></FeatureCollection>`)
		if len(events) != 1 {
			t.Fatalf("%s: %d events: %s", c.system, len(events), told)
		}
		p := &events[0].Place
		right := p.Located() && p.Point.Lat() > 33.49 && p.Point.Lat() < 33.51 && p.Point.Lon() > 44.24 && p.Point.Lon() < 44.26
		if right != (c.want == "") || !strings.Contains(told, c.want) {
			t.Errorf("%s %s: at %v, told %s", c.system, c.pos, p.Point, told)
		}
	}
}

func TestDamaged(t *testing.T) {
	events, told := read(gdal[:len(gdal)-200])
	if len(events) != 1 || !strings.Contains(told, "GML document is damaged") {
		t.Errorf("%d events, told %q", len(events), told)
	}
}
