// Package world holds the embedded gazetteer of the world: some 240,000 towns,
// all countries and first-level areas, most second-level ones. README.md beside
// it has its papers.
package world

import (
	_ "embed"
	"sync"

	"github.com/dateline-map/dateline/gazetteer"
)

//go:embed world.idx
var index string

var open = sync.OnceValues(func() (*gazetteer.Index, error) { return gazetteer.New(index) })

// Open returns the embedded index, which is read in place and shared by all
// callers.
func Open() (*gazetteer.Index, error) { return open() }
