// Package news reads stories: what happened, where and when, who did it, and to how many.
//
// Package document opens the documents, package geoparse finds the places that they name, a
// [Reader] makes events of both. What is bound to a language (words, dates, numbers, triggers)
// sits in a folder of its own, news/en for English.
//
// # How a story becomes events
//
//  1. Sentences and what stands in them: events.go (read, view). Names that may be places,
//     and which holds which: bind.go, bind_link.go.
//  2. What a sentence tells of: happening.go makes happenings of triggers, or says why not
//     (unmeant, idle); happening_gap.go and happening_echo.go find those told without a word of
//     their own.
//  3. Dead, wounded and displaced, and whose they are: happening_toll.go. By what means:
//     happening_tool.go.
//  4. Where, as the sentence says: happening_bind.go weighs its names (bind_features.go has what
//     is learned); happening_after.go and happening_enter.go keep clauses apart.
//  5. When: happening_when.go. Who: happening_who.go.
//  6. Where, as the story says: happening_where.go looks all places up; where one is not said, not
//     found, or found where it cannot be, another stands in: happening_standin.go, _stray, _within,
//     _local, _part, filed.go.
//  7. What a sentence takes over from those before it: follow.go, follow_days.go.
//  8. Once: merge.go makes one of what is told twice; the other merge files say what may be one,
//     what sums up others, and which figure stands.
//  9. Events are written down in events.go; explain.go tells how all this went.
//
// # Non-goals
//
//   - Knowing places; the reader states what it needs as [geoparse.Gazetteer].
//   - What several stories tell of one happening; see package retold.
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
