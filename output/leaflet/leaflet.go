// Package leaflet writes events as a map page: one HTML file with everything in
// it, for any browser of 2020 or later, without a network.
//
// The page has the events as dots on a map, and as areas where no more than the
// district or province is known; a time bar with a histogram, a list, and filters
// by type, actor, precision and text. It is drawn with Leaflet on Natural
// Earth's land and borders, which are part of the file. Its content security
// policy forbids it every request, and every script and style but its own. What
// events say is text to it and never markup.
//
// What the page needs at once, numbers, it has as columns; what it says of an
// event it unpacks when that is asked for. So it opens a hundred thousand events
// in less than a second.
//
// Only a page made with [Options].Tiles asks the network, for those.
package leaflet

import (
	"errors"
	"fmt"
	"io"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/paulmach/orb"
)

// Options are what the page says about itself, all of it text, and what it
// shows.
type Options struct {
	// Title is the heading. The default is "Events".
	Title string
	// Credit is a line at the foot, for who made the map. The default is none.
	Credit string
	// Attribution names those whose data the map shows.
	Attribution string
	// Areas returns the outline of the place of an event that is known no finer
	// than that, or nil; the same for all events of one place. The default is
	// that such events are dots in the middle of their area, and no more.
	Areas func(*geo.Event) orb.MultiPolygon
	// Tiles are drawn behind the events. The default is none.
	Tiles Tiles
	// Most is how many events the page holds at most, the first that are
	// written; it says how many it leaves out. The default is 200,000, at which
	// a browser still answers at once.
	Most int
}

const defaultMost = 200_000

// Writer writes events as a map page. It is made by [NewWriter].
type Writer struct {
	w       io.Writer
	options Options
	packer  *packer
	index   index
	rows    rows
	areas   areas
	buf     []byte
	written int
	left    int // events beyond the most
	err     error
}

var _ output.Writer = (*Writer)(nil)

// NewWriter returns a writer of a page to w. It buffers what it writes, until
// Close.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *Writer {
	if o.Title == "" {
		o.Title = "Events"
	}
	if o.Most == 0 {
		o.Most = defaultMost
	}
	p := &Writer{w: w, options: o, packer: newPacker(), rows: newRows(columns), areas: newAreas(o.Areas)}
	p.buf = appendHead(p.buf, o)
	p.buf = append(p.buf, "<script type=\"text/plain\" id=\"rows\">"...)
	return p
}

var errClosed = errors.New("page is closed")

// Write adds the event to the page, in the list if it has no point.
func (p *Writer) Write(e *geo.Event) error {
	if p.err != nil {
		return p.err
	}
	if p.written == p.options.Most {
		p.left++
		return nil
	}
	p.written++
	if p.err = p.index.add(e, p.areas.number(e)); p.err != nil {
		return p.err
	}
	var full bool
	if full, p.err = p.rows.add(e); full {
		p.flushRows()
	}
	return p.err
}

// flushRows writes the rows that are not yet written, on a line of their own.
func (p *Writer) flushRows() {
	if chunk := p.rows.take(); chunk != nil {
		p.buf = p.packer.append(append(p.buf, '\n'), chunk)
	}
	p.flush()
}

func (p *Writer) flush() {
	_, p.err = p.w.Write(p.buf)
	p.buf = p.buf[:0]
}

// Close writes what the events have in common, and the program.
func (p *Writer) Close() error {
	if p.err != nil {
		return p.err
	}
	if p.flushRows(); p.err != nil {
		return p.err
	}
	p.buf = append(p.buf, "</script>\n"...)
	p.appendBlock("index", p.index.appendBinary(nil))
	p.appendBlock("areas", append(p.areas.json, ']'))
	p.appendBlock("names", appendNames(nil, p.index.names, func(s string) string { return s }))
	p.appendBlock("settings", p.appendSettings(nil))
	p.buf = append(p.buf, framed().tail...)
	if p.flush(); p.err != nil {
		return p.err
	}
	p.err = errClosed
	return nil
}

// appendBlock appends packed data for the program.
func (p *Writer) appendBlock(id string, data []byte) {
	p.buf = fmt.Appendf(p.buf, "<script type=\"text/plain\" id=%q>", id)
	p.buf = append(p.packer.append(p.buf, data), "</script>\n"...)
}
