package gpkg_test

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/outputtest"
)

// TestLayersByType has GDAL count the layers of types whose names are like
// another's, like a table's of ours, or no name at all.
func TestLayersByType(t *testing.T) {
	var events []geo.Event
	for _, kind := range []string{"Riots", "Riots!", "riots", "", "events", "backdrop", "gpkg_contents", "'; DROP TABLE gpkg_contents; --", "Riots"} {
		events = append(events, geo.Event{ID: "of " + kind, Type: kind, Place: at(10, 50)})
	}
	path := outputtest.File(t, "events.gpkg", outputtest.Layer(t, writer(gpkg.Options{ByType: true, Attribution: "Nobody", Backdrop: true}), events))
	info := outputtest.GDAL(t, "ogrinfo", "-ro", "-so", "-al", path)
	for layer, count := range map[string]int{"riots": 2, "riots-2": 1, "riots-3": 1, "untyped": 1, "events-2": 1, "backdrop-2": 1,
		"gpkg-contents": 1, "drop-table-gpkg-contents": 1, "backdrop": 241} {
		_, rest, found := strings.Cut(info, "Layer name: "+layer+"\n")
		if !found || !strings.Contains(strings.SplitN(rest, "Layer name: ", 2)[0], fmt.Sprintf("Feature Count: %d\n", count)) {
			t.Errorf("no layer %q of %d features in\n%.3000s", layer, count, info)
		}
	}
	if got := strings.Count(info, "<rights>Nobody</rights>"); got != 8 {
		t.Errorf("%d layers say whose data they hold, want the 8 of events", got)
	}
}

// TestManyTypes writes more types than there are layers: nothing is lost.
func TestManyTypes(t *testing.T) {
	events := make([]geo.Event, 1000)
	for i := range events {
		events[i] = geo.Event{ID: fmt.Sprint(i), Type: fmt.Sprintf("type %d", i)}
	}
	db := open(t, outputtest.Layer(t, writer(gpkg.Options{ByType: true}), events))
	if got := ask(t, db, `SELECT count(*) FROM gpkg_geometry_columns`); got != "101" {
		t.Errorf("%s layers, want one for each of a hundred types and one of the rest", got)
	}
	if got := ask(t, db, `SELECT count(*) FROM "other-types"`); got != "900" {
		t.Errorf("%s of 900 events share a layer", got)
	}
}

func open(t *testing.T, layer []byte) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", outputtest.File(t, "events.gpkg", layer))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// TestAreas has GDAL see the events that have an outline once more, as areas.
func TestAreas(t *testing.T) {
	square := orb.MultiPolygon{{{{-72, 46}, {-70, 46}, {-70, 48}, {-72, 48}, {-72, 46}}}}
	areas := func(e *geo.Event) orb.MultiPolygon {
		if e.ID == "march-14" {
			return square
		}
		return nil
	}
	path := outputtest.File(t, "events.gpkg", outputtest.Layer(t, writer(gpkg.Options{Areas: areas}), append(examples(), geotest.Events()...)))
	info := outputtest.GDAL(t, "ogrinfo", "-ro", "-so", path, gpkg.Areas)
	for _, want := range []string{"Geometry: Multi Polygon", "Feature Count: 1\n", "Extent: (-72.000000, 46.000000) - (-70.000000, 48.000000)", "killed: Integer", "start: DateTime"} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
	within := outputtest.GDAL(t, "ogrinfo", "-ro", "-q", "-spat", "-71", "47", "-70.9", "47.1", path, gpkg.Areas)
	if !strings.Contains(within, "id (String) = march-14") {
		t.Errorf("the index does not find what lies around a spot:\n%s", within)
	}
	if info := outputtest.GDAL(t, "ogrinfo", "-ro", "-so", path, gpkg.Layer); !strings.Contains(info, fmt.Sprintf("Feature Count: %d\n", 4+len(geotest.Events()))) {
		t.Errorf("not all events are points too:\n%.500s", info)
	}
}
