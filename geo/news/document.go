// Package news reads prose: documents, the toponyms in them, and the events
// they tell, with where, when, what, who and to how many.
//
// What is bound to a language (words, dates, numbers, triggers) sits in a folder
// of its own, news/en for English.
//
// # Non-goals
//
//   - Knowing places; the reader states what it needs as [Gazetteer].
package news

import "github.com/dateline-map/dateline/geo/when"

// Document is one story.
//
// Its Text is what offsets count in. A headline is part of the text, unless the
// source keeps it apart; then it is only in Title.
type Document struct {
	ID        string // the source's id, or the file's name without its folder
	Title     string
	Text      string
	Published when.Interval // zero if unknown
	Source    string        // publisher
	URL       string
}
