package leaflet

import (
	"strconv"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/output/backdrop"
	"github.com/dateline-map/dateline/output/geojson"
)

// countriesScript calls the world's countries "countries": a GeoJSON that is
// coarse enough for the example of a page.
func countriesScript() string {
	countries, err := backdrop.Countries()
	if err != nil {
		panic("leaflet: the backdrop is broken: " + err.Error()) // it is part of the program
	}
	dst := []byte(`const countries = {"type":"FeatureCollection","features":[`)
	for i, c := range countries {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = geojson.AppendString(append(dst, "\n"+`{"type":"Feature","properties":{"name":`...), c.Name)
		dst = append(dst, `},"geometry":{"type":"MultiPolygon","coordinates":[`...)
		dst = appendPolygons(dst, c.Area)
		dst = append(dst, "]}}"...)
	}
	return string(append(dst, "\n]};\n"...))
}

func appendPolygons(dst []byte, polygons orb.MultiPolygon) []byte {
	for i, polygon := range polygons {
		dst = append(dst, opening(i)...)
		for j, ring := range polygon {
			dst = append(dst, opening(j)...)
			for k, p := range ring {
				dst = strconv.AppendFloat(append(dst, opening(k)...), p[0], 'f', 2, 64)
				dst = append(strconv.AppendFloat(append(dst, ','), p[1], 'f', 2, 64), ']')
			}
			dst = append(dst, ']')
		}
		dst = append(dst, ']')
	}
	return dst
}

// opening opens an element of a list, after a comma if it is not the first.
func opening(n int) string {
	if n == 0 {
		return "["
	}
	return ",["
}
