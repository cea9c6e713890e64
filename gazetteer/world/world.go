// Package world holds the gazetteer that the program carries with it: the
// countries, administrative areas and about 236,000 settlements of the world,
// its airports, rivers, lakes, mountains, crossings and regions.
//
// README.md beside it says what it is made of, under which licences, and how to
// make it again.
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
