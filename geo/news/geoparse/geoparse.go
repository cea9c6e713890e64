// Package geoparse finds the places that a text names: the toponyms, located together, since the
// places of one story decide each other.
//
// A [Parser] has package tag find the names, asks a [Gazetteer] for all of them at once, looks
// those up again that the text puts elsewhere ("Bradford, Ontario"), and leaves out what is
// likelier no place than one, now that it is known where it would lie (weigh.md).
//
// # Non-goals
//
//   - Knowing places; the parser states what it needs as [Gazetteer].
//   - Which of them is the place of what happened; see package news.
package geoparse

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/tag"
	"github.com/dateline-map/dateline/geo/news/text"
)

// Gazetteer is what a reader of prose asks about places.
type Gazetteer interface {
	geo.Locator
	tag.Gazetteer
}

// Parser finds the places that texts name. Its zero value knows none; only Gazetteer must be set.
//
// A Parser does not change by reading and may be shared by several goroutines if its Gazetteer
// may.
type Parser struct {
	Gazetteer Gazetteer
	// Tagging says what counts as a place name. The default is what news
	// corpora mostly count: names and demonyms.
	Tagging tag.Options
	// Home is the home of documents that do not tell theirs: a local paper
	// names the places around it without saying where they are. The default is
	// none.
	Home string
}

// Toponyms returns the toponyms of a document's text and where they are, all
// resolved together. They stand in the order of the text and do not overlap;
// the text from Start to End is Place.Name. Each is matched to the place that
// its name means; Place.Relation only tells how the story speaks of it.
func (p *Parser) Toponyms(d *document.Document) []geo.Toponym {
	sentences := text.Split(d.Text)
	found := tag.Default().Find(p.Gazetteer, d.Text, sentences, p.eager())
	p.locateAll(d, sentences, found)
	kept := make([]tag.Mention, 0, len(found))
	for part := range slices.Chunk(found, MostTogether) {
		kept = append(kept, likely(part)...)
	}
	if len(kept) < len(found) { // the towns that streets are named after no longer help to choose
		for i := range kept {
			kept[i].Place.Match = geo.Match{}
		}
		p.locateAll(d, sentences, kept)
	}
	standIn(kept)
	return toponyms(kept)
}

// eager returns what counts as a place name, and that what no list has is spoken for.
func (p *Parser) eager() tag.Options {
	o := p.Tagging
	o.Unlisted = true
	return o
}

// Candidates returns the toponyms in the sentences of a document, those as well that are likelier
// no places: who reads events weighs for each happening which name is its place, and the hamlets
// of conflict news, alone in their country, are what it is about.
func (p *Parser) Candidates(d *document.Document, sentences []text.Sentence) []geo.Toponym {
	found := tag.Default().Find(p.Gazetteer, d.Text, sentences, p.Tagging)
	p.locateAll(d, sentences, found)
	return toponyms(found)
}

// toponyms returns the toponyms of all mentions.
func toponyms(found []tag.Mention) []geo.Toponym {
	out := make([]geo.Toponym, len(found))
	for i := range found {
		out[i] = found[i].Toponym
	}
	return out
}

// MostTogether is how many mentions of places are resolved together. Each name
// is weighed beside all others, so that the work would grow with the square of
// a text's length; a story of eight thousand words has as many.
const MostTogether = 400

// locateAll finds the places of a document's toponyms, all together and beside the home of
// their story, if that is known. A relation to a place does not move it: the toponym of
// "10 km south of Kirkuk" is Kirkuk.
func (p *Parser) locateAll(d *document.Document, sentences []text.Sentence, found []tag.Mention) {
	home := p.home(d)
	var lands []*geo.Place
	if home == nil {
		lands = p.lands(d, sentences)
	}
	filed := filedFrom(sentences, found)
	for part := range slices.Chunk(found, MostTogether) {
		places := make([]*geo.Place, len(part))
		said := make([]struct{ relation, kind string }, len(part))
		for i := range part {
			place := &part[i].Place
			places[i], said[i].relation, said[i].kind = place, place.Relation, place.Kind
			place.Relation = ""
			if place.Kind == "" && !part[i].Demonym && strings.EqualFold(place.Name, filed) {
				place.Kind = "city"
			}
		}
		p.Gazetteer.Locate(append(slices.Clip(lands), beside(home, places)...)...)
		for i := range part {
			places[i].Relation, places[i].Kind = said[i].relation, said[i].kind
		}
	}
	p.locateWithin(d.Text, found)
}

// filedFrom returns the name that a dateline begins with, else nothing: a story is filed
// from a town, and goes on to mean that, WASHINGTON or KUWAIT.
func filedFrom(sentences []text.Sentence, found []tag.Mention) string {
	for i := range sentences {
		if !sentences[i].Dateline {
			continue
		}
		for j := range found {
			if found[j].Start == sentences[i].Start {
				return found[j].Place.Name
			}
		}
		return ""
	}
	return ""
}

// beside puts a story's home, if it is known, before its places, as if the story
// began with naming it.
func beside(home *geo.Place, places []*geo.Place) []*geo.Place {
	if home == nil {
		return places
	}
	return append([]*geo.Place{home}, places...)
}

// Resolve returns the toponyms at known places of a text, located together.
// Names that overlap another or lie outside the text are left out.
func (p *Parser) Resolve(d *document.Document, names []tag.Name) []geo.Toponym {
	sentences := text.Split(d.Text)
	found := tag.Describe(p.Gazetteer, d.Text, sentences, names)
	p.locateAll(d, sentences, found)
	standIn(found)
	return toponyms(found)
}

// Locate locates places together that a document tells of, beside its home.
func (p *Parser) Locate(d *document.Document, places ...*geo.Place) {
	p.Gazetteer.Locate(beside(p.home(d), places)...)
}

// home returns where a document's publisher is at home; nil if that is not known.
func (p *Parser) home(d *document.Document) *geo.Place {
	home := &geo.Place{Name: cmp.Or(d.Home, p.Home)}
	if home.Name == "" {
		return nil
	}
	p.Gazetteer.Locate(home)
	if !home.Match.Located() {
		return nil
	}
	return home
}

// lands returns the countries that a story may have been written in, as far as its words
// tell: each a place without a name.
func (p *Parser) lands(d *document.Document, sentences []text.Sentence) []*geo.Place {
	var out []*geo.Place
	for _, name := range en.HomeOf(d.Text, sentences) {
		land := &geo.Place{Name: name, Kind: "country"}
		if p.Gazetteer.Locate(land); land.Match.Located() {
			out = append(out, &geo.Place{Match: land.Match})
		}
	}
	return out
}

// WrittenIn returns the countries that a text may have been written in, as far as its
// words tell: each a place without a name.
func (p *Parser) WrittenIn(s string) []*geo.Place {
	return p.lands(&document.Document{Text: s}, text.Split(s))
}
