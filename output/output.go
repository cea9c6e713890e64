// Package output turns located events into layers: what every format promises,
// which properties a layer has, and files that appear whole or not at all.
//
// The formats are packages below this one. They share [Columns], which decides
// once for all of them the keys, kinds, order and values of a layer's
// properties, and [Position], which decides where an event is drawn.
//
// # Non-goals
//
//   - Sorting and filtering; a format writes what it is given, as it comes.
//   - Formats; see packages geojson, leaflet and their neighbours. Package
//     layers writes the folder of a run with all of them.
package output

import "github.com/dateline-map/dateline/geo"

// Writer writes events as one layer.
//
// Every event written becomes one feature, in the order of the calls; an event
// without a point becomes a feature without geometry. What Write is given stays
// the caller's, who may change it after the call. After an error the layer is
// broken and every further call returns an error.
//
// Close ends the layer and does not close what lies under it. A layer of no
// events is still a valid one. Equal events give equal bytes.
type Writer interface {
	Write(e *geo.Event) error
	Close() error
}
