package geojson_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
)

// The whole way from a table to a layer: read, locate, sort, write.
func Example() {
	const incidents = `date,place,country,killed
2016-10-19,Tikrit,Iraq,2
2016-10-17,Mosul,Iraq,
`
	index, err := world.Open()
	if err != nil {
		log.Fatal(err)
	}
	places := resolve.New(index, resolve.Options{})

	var survey output.Survey // notes which columns of its own the input has
	rows := record.CSV("incidents.csv", strings.NewReader(incidents), record.Options{})
	events := geo.Sorted(survey.Watch(geo.Locate(rows, places)))

	var file bytes.Buffer // or output.Create("events.geojson")
	var layer *geojson.Writer
	for event, err := range events {
		if err != nil {
			log.Print(err) // a bad row; the rest goes on
			continue
		}
		if layer == nil {
			layer = geojson.NewWriter(&file, survey.Columns(), geojson.Options{})
		}
		fmt.Println(event.When.EDTF(), event.Place.Match.Name, event.Place.Match.Country)
		if err := layer.Write(&event); err != nil {
			log.Fatal(err)
		}
	}
	if err := layer.Close(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Count(file.String(), `"type":"Feature",`), "features")
	// Output:
	// 2016-10-17 Mosul IQ
	// 2016-10-19 Tikrīt IQ
	// 2 features
}
