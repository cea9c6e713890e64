package record

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// The points are those of Baghdad's airport in each system, by PROJ 9.
func TestSystemOfGeoJSON(t *testing.T) {
	const degrees, mercator, utm = "[44.2346, 33.2625]", "[4924173.1, 3930198.5]", "[428711.1, 3680649.5]"
	for _, test := range []struct{ crs, at, reason string }{
		{``, degrees, "no system is degrees"},
		{`null`, degrees, "nor is one that is nothing"},
		{`{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}`, degrees, "what GDAL writes of degrees"},
		{`{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4326"}}`, degrees, "longitude first all the same, as everybody writes it"},
		{`{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}}`, mercator, "what QGIS writes of a web map"},
		{`{"type":"name","properties":{"name":"EPSG:32638"}}`, utm, "short"},
		{`{"type":"name","properties":{"name":"http://www.opengis.net/def/crs/EPSG/0/32638"}}`, utm, "an address"},
		{`{"type":"EPSG","properties":{"code":3857}}`, mercator, "the oldest form"},
	} {
		member := ""
		if test.crs != "" {
			member = `"crs":` + test.crs + `,`
		}
		doc := fmt.Sprintf(`{"type":"FeatureCollection",%s"features":[{"type":"Feature","properties":{"date":"2020-01-03"},"geometry":{"type":"Point","coordinates":%s}}]}`, member, test.at)
		events, _, told := drain(t, Read("a.geojson", strings.NewReader(doc), Options{}))
		if len(events) != 1 || !events[0].Place.Located() {
			t.Errorf("%s (%s): %v", test.crs, test.reason, told)
			continue
		}
		if p := events[0].Place.Point; math.Abs(p.Lat()-33.2625) > 1e-3 || math.Abs(p.Lon()-44.2346) > 1e-3 {
			t.Errorf("%s (%s): %v", test.crs, test.reason, p)
		}
	}
}

func TestUnknownSystemIsTold(t *testing.T) {
	const doc = `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},"features":[{"type":"Feature","properties":{"date":"2020-01-03"},"geometry":{"type":"Point","coordinates":[530000,180000]}}]}`
	events, _, told := drain(t, Read("a.geojson", strings.NewReader(doc), Options{}))
	if len(events) != 1 || events[0].Place.Located() {
		t.Fatalf("the row is not kept without a place: %v", events)
	}
	if all := fmt.Sprint(told); !strings.Contains(all, "EPSG::27700") || !strings.Contains(all, "4326") {
		t.Errorf("nobody says what is wrong and what to do: %v", all)
	}
}
