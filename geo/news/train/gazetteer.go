package main

import (
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/dateline-map/dateline/geo/news/geoparse"
)

// openGazetteer returns a resolver over an index file, or over the embedded
// index if path is empty.
func openGazetteer(path string) (geoparse.Gazetteer, error) {
	open := world.Open
	if path != "" {
		open = func() (*gazetteer.Index, error) { return gazetteer.Open(path) }
	}
	x, err := open()
	if err != nil {
		return nil, err
	}
	return resolve.New(x, resolve.Options{}), nil
}
