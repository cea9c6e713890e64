package record_test

import (
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/georss"
	"github.com/dateline-map/dateline/geo/record/gml"
	"github.com/dateline-map/dateline/geo/record/gpx"
	"github.com/dateline-map/dateline/geo/record/ical"
	"github.com/dateline-map/dateline/geo/record/kml"
)

func init() {
	record.BatchStores = []record.Store{kml.Store(), georss.Store(), gpx.Store(), gml.Store(), ical.Store()}
}
