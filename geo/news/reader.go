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
//   - Knowing places; the reader states what it needs as [Gazetteer].
package news

import (
	"cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// Gazetteer is what a reader of prose asks about places.
type Gazetteer interface {
	geo.Locator
	// Evidence says what is known of a name without context. It is asked for
	// every capitalised word, so it should not take long.
	Evidence(name string) geo.NameInfo
}

// Reader reads stories: the places they name and the events they tell. Its
// zero value knows no places; only Gazetteer must be set.
//
// A Reader does not change by reading and may be shared by several goroutines
// if its Gazetteer may.
type Reader struct {
	Gazetteer Gazetteer
	// Tagging says what counts as a place name. The default is what news
	// corpora mostly count: names and demonyms.
	Tagging Tagging
	// Types says what counts as an event and which words tell of it. The
	// default is [en.Types].
	Types *en.Taxonomy
	// MinConfidence is the confidence below which a place that stands in for one
	// that was not found, or not said, is not claimed. The default claims all;
	// for the places that are found, the Gazetteer decides.
	MinConfidence float64
	// Home is the home of documents that do not tell theirs: a local paper
	// names the places around it without saying where they are. The default is
	// none.
	Home string
}

// home returns where a document's publisher is at home; nil if that is not known.
func (r *Reader) home(d *document.Document) *geo.Place {
	home := &geo.Place{Name: cmp.Or(d.Home, r.Home)}
	if home.Name == "" {
		return nil
	}
	r.Gazetteer.Locate(home)
	if !home.Match.Located() {
		return nil
	}
	return home
}

// lands returns the countries that a story may have been written in, as far as its words
// tell: each a place without a name.
func (r *Reader) lands(d *document.Document, sentences []text.Sentence) []*geo.Place {
	var out []*geo.Place
	for _, name := range en.HomeOf(d.Text, sentences) {
		p := &geo.Place{Name: name, Kind: "country"}
		if r.Gazetteer.Locate(p); p.Match.Located() {
			out = append(out, &geo.Place{Match: p.Match})
		}
	}
	return out
}

// Tagging says what counts as a place name and how names are found. Its zero
// value is the usual choice.
type Tagging struct {
	// NoDemonyms leaves out peoples, languages and adjectives of places
	// ("Iraqi"). The default is to give them, marked as such.
	NoDemonyms bool
	// NoInside leaves out places inside the names of organisations and
	// facilities ("Bank of America"). The default is to give those that the
	// tagger finds, marked as such.
	NoInside bool
	// LongestMatch takes the longest names that the gazetteer knows, filtered
	// by kind, population and how common the word is, instead of the learned
	// tagger. It is the baseline that the tagger is measured against. The
	// default is the tagger.
	LongestMatch bool
}

// WrittenIn returns the countries that a text may have been written in, as far as its
// words tell: each a place without a name.
func (r *Reader) WrittenIn(s string) []*geo.Place {
	return r.lands(&document.Document{Text: s}, text.Split(s))
}
