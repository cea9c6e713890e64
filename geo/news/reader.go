// Package news reads prose: documents, the toponyms in them, and the events
// they tell, with where, when, what, who and to how many.
//
// Package document opens the documents, a [Reader] reads them.
//
// What is bound to a language (words, dates, numbers, triggers) sits in a folder
// of its own, news/en for English.
//
// # Non-goals
//
//   - Knowing places; the reader states what it needs as [geoparse.Gazetteer].
package news

import (
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/geoparse"
)

// Reader reads stories: the places they name and the events they tell. Its
// zero value knows no places; only Gazetteer must be set.
//
// A Reader does not change by reading and may be shared by several goroutines
// if its Gazetteer may.
type Reader struct {
	// Parser finds the places that stories name.
	geoparse.Parser
	// Types says what counts as an event and which words tell of it. The
	// default is [en.Types].
	Types *en.Taxonomy
	// MinConfidence is the confidence below which a place that stands in for one
	// that was not found, or not said, is not claimed. The default claims all;
	// for the places that are found, the Gazetteer decides.
	MinConfidence float64
}
