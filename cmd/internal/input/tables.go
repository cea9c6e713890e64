package input

import (
	"io"
	"iter"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/fgb"
	"github.com/dateline-map/dateline/geo/record/georss"
	"github.com/dateline-map/dateline/geo/record/gml"
	"github.com/dateline-map/dateline/geo/record/gpkg"
	"github.com/dateline-map/dateline/geo/record/gpx"
	"github.com/dateline-map/dateline/geo/record/ical"
	"github.com/dateline-map/dateline/geo/record/kml"
	"github.com/dateline-map/dateline/geo/record/mapping"
	"github.com/dateline-map/dateline/geo/record/parquet"
	"github.com/dateline-map/dateline/geo/record/shapefile"
	"github.com/dateline-map/dateline/geo/record/webpage"
	"github.com/dateline-map/dateline/geo/record/xmltable"
)

// TableOptions returns how tables are read whose columns are said to be so: of
// files of all kinds.
func TableOptions(m *mapping.Mapping) record.Options {
	o := m.Options()
	o.Stores = []record.Store{drawnTables(), gpkg.Store(), parquet.Store(), shapefile.Store(), shapefile.TableStore(), kml.Store(), fgb.Store(), georss.Store(), gpx.Store(), gml.Store(), ical.Store(), webpage.Store(), xmltable.Store()}
	return o
}

// Inspect yields what is understood of the tables of a file, which may come by a pipe.
func (in *File) Inspect(stdin io.Reader, o record.Options) iter.Seq2[record.Table, error] {
	switch {
	case in.Path == Stdin:
		return record.InspectReader(in.Name(), stdin, o)
	case in.Once:
		return record.InspectReader(in.Path, &opening{path: in.Path}, o)
	}
	return record.Inspect(in.Path, o)
}
