package layers_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output/layers"
)

func ExampleWrite() {
	folder, err := os.MkdirTemp("", "layers")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)

	events := func(yield func(geo.Event, error) bool) {
		march := geo.Event{ID: "1", Type: "Protests", When: when.On(when.Date(2022, 5, 9))}
		march.Place = geo.Place{Name: "Lima", Match: geo.Match{Kind: geo.Exact, Name: "Lima", Point: orb.Point{-77.0282, -12.0432}}}
		clash := geo.Event{ID: "2", Type: "Battles", Place: geo.Place{Name: "Xyzzy"}}
		_ = yield(march, nil) && yield(clash, nil)
	}
	report, err := layers.Write(context.Background(), folder, events, layers.Options{Title: "Peru in May"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Counts.Located, "located,", report.Counts.Unresolved, "not")
	for _, f := range report.Files {
		fmt.Println(f.Name, f.Events)
	}
	// Output:
	// 1 located, 1 not
	// events.geojson 2
	// events.qml 2
	// battles.geojson 1
	// battles.qml 1
	// protests.geojson 1
	// protests.qml 1
	// map.html 2
	// events.gpkg 2
	// events.qgz 2
	// unresolved.csv 1
	// decisions.csv 1
}
