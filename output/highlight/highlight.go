// Package highlight writes texts with words marked in them, for people to look
// at: one HTML page with all of it inside, for any browser, without a network.
//
// The page has no script. Its content security policy forbids it every request
// and every style but its own. What texts say is text to it and never markup.
//
// # Non-goals
//
//   - Finding what is to be marked; who writes a page knows that.
//   - Maps; see package leaflet.
package highlight

import (
	"bytes"
	"errors"
	"io"
)

// Kind is what a mark marks; each has its colour.
type Kind uint8

// The kinds of mark. The first five are of toponyms, the others of what makes
// an event.
const (
	Settlement Kind = iota
	Area            // a country, a province, a region
	Feature         // a river, a crossing, an airport
	Demonym         // a people or an adjective of a place
	Unresolved      // a name without a place

	What
	Where
	When
	HowMany
	Who
)

// Part is what a passage is to its document.
type Part uint8

// The parts. What is not Body is set apart.
const (
	Body Part = iota
	Headline
	Dateline
	Aside // comments, credits, links: not read as the story
)

// Document is one text.
type Document struct {
	Heading    Passage // the ID stands in for an empty one
	ID         string
	About      []string // a line under the heading: publisher, day
	Paragraphs []Paragraph
	Notes      []Note  // about the whole of it
	Entries    []Entry // a list beside the text
}

// Paragraph is passages that follow each other in a line.
type Paragraph []Passage

// Passage is a stretch of text, most often a sentence.
type Passage struct {
	Part  Part
	Text  string
	Marks []Mark // in the order of the text; what overlaps an earlier one is left out
	Notes []Note // shown below it
}

// Mark is a marked stretch of a passage: byte offsets into its text, End
// excluded.
type Mark struct {
	Start, End int
	Kind       Kind
	Tip        Tip
}

// Tip is what is said of a mark when it is pointed at.
type Tip struct {
	Head    string
	Lines   []string
	Located bool
	Lat     float64 // these two mean nothing unless Located
	Lon     float64
}

// Entry is a line of a document's list: what a name turned out to be.
type Entry struct {
	Name  string
	Kind  Kind
	Count int // how often it is marked
	Tip
}

// Note is a card below a passage or a document.
type Note struct {
	Title string
	Faint bool // of little weight: drawn small
	Rows  []Row
}

// Row is a line of a note. More than one text makes a list.
type Row struct {
	Label string
	Texts []string
}

// Options are what a page says about itself. All of it is text.
type Options struct {
	Title string
	Intro string // a sentence under the title
	// Kinds are the kinds of mark that the legend explains, in its order.
	Kinds []Kind
	// ListHead is the heading of the documents' lists. The default is "Places".
	ListHead string
	// Attribution names those whose data the page shows.
	Attribution string
}

// Writer writes documents as a page. It is made by [NewWriter].
type Writer struct {
	w       io.Writer
	o       Options
	buf     bytes.Buffer
	heads   []string // of the documents written, as HTML
	written int
	err     error
}

// mostHeads bounds the page's table of contents: a longer one helps nobody.
const mostHeads = 2000

// NewWriter returns a writer of a page to w. It buffers a document at a time.
func NewWriter(w io.Writer, o Options) *Writer {
	if o.ListHead == "" {
		o.ListHead = "Places"
	}
	p := &Writer{w: w, o: o}
	p.head()
	return p
}

var errClosed = errors.New("page is closed")

// Write adds a document to the page.
func (p *Writer) Write(d *Document) error {
	if p.err != nil {
		return p.err
	}
	p.written++
	p.document(d)
	p.flush()
	return p.err
}

func (p *Writer) flush() {
	_, p.err = p.w.Write(p.buf.Bytes())
	p.buf.Reset()
}

// Close writes the end of the page.
func (p *Writer) Close() error {
	if p.err != nil {
		return p.err
	}
	p.foot()
	p.flush()
	if p.err != nil {
		return p.err
	}
	p.err = errClosed
	return nil
}
