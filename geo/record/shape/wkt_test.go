package shape

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
)

func TestWKT(t *testing.T) {
	const (
		wgs84 = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`
		utm   = `PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`
	)
	tests := []struct {
		text   string
		known  bool
		from   orb.Point
		want   orb.Point // of what is known
		reason string
	}{
		{wgs84, true, orb.Point{44, 33}, orb.Point{44, 33}, "degrees, in ESRI's words"},
		{`GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.25]],AUTHORITY["EPSG","4326"]]`, true, orb.Point{44, 33}, orb.Point{44, 33}, "in OGC's, with EPSG's number"},
		{`PROJCS["WGS_1984_UTM_Zone_38N",` + wgs84 + `,PROJECTION["Transverse_Mercator"],PARAMETER["Central_Meridian",45.0],` + utm, true, orb.Point{500000, 0}, orb.Point{45, 0}, "a zone of UTM, by what it is made of"},
		{`PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",` + wgs84 + `,PROJECTION["Mercator_Auxiliary_Sphere"],UNIT["Meter",1.0]]`, true, orb.Point{0, 0}, orb.Point{0, 0}, "web Mercator"},
		{`PROJCS["x",` + wgs84 + `,PROJECTION["Transverse_Mercator"],PARAMETER["Central_Meridian",44.0],` + utm, false, orb.Point{}, orb.Point{}, "a meridian of no zone"},
		{`GEOGCS["GCS_Pulkovo_1942",DATUM["D_Pulkovo_1942",SPHEROID["Krasovsky_1940",6378245.0,298.3]],UNIT["Degree",0.0174532925199433]]`, false, orb.Point{}, orb.Point{}, "a datum a hundred metres off"},
		{`GEOGCS["Paris",DATUM["D_WGS_1984"],PRIMEM["Paris",2.337],UNIT["Degree",0.0174532925199433]]`, false, orb.Point{}, orb.Point{}, "longitudes from Paris"},
		{`PROJCS["feet",` + wgs84 + `,PROJECTION["Mercator_Auxiliary_Sphere"],UNIT["Foot_US",0.3048006096]]`, false, orb.Point{}, orb.Point{}, "feet"},
		{`LOCAL_CS["here"]`, false, orb.Point{}, orb.Point{}, "a system of its own"},
		{`GEOGCS["cut`, false, orb.Point{}, orb.Point{}, "cut off"},
		{``, false, orb.Point{}, orb.Point{}, "nothing"},
	}
	for _, test := range tests {
		s, _, known := WKT(test.text)
		if known != test.known {
			t.Errorf("%s: known %v", test.reason, known)
			continue
		}
		if got := s.Degrees(test.from).(orb.Point); known && math.Hypot(got[0]-test.want[0], got[1]-test.want[1]) > 1e-6 {
			t.Errorf("%s: %v is %v, want %v", test.reason, test.from, got, test.want)
		}
	}
}

func FuzzWKT(f *testing.F) {
	f.Add(`PROJCS["a",GEOGCS["b",DATUM["D_WGS_1984"],UNIT["d",0.01745]],PARAMETER("c",1),UNIT["m",1]]`)
	f.Fuzz(func(t *testing.T, text string) { WKT(text) })
}
