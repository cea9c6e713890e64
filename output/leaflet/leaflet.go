// Package leaflet writes events as a map page: one HTML file with everything in
// it, for any browser, without a network.
//
// The page has the events as dots on a map, a time bar with a histogram, a list,
// and filters by type, actor, precision and text. It is drawn with Leaflet on
// Natural Earth's land and borders, which are part of the file. Its content
// security policy forbids it every request, and every script and style but its
// own. What events say is text to it and never markup.
//
// # Non-goals
//
//   - Tiles from a server.
//   - Areas; an event known to its province is a dashed dot in its middle.
package leaflet

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
)

// Options are what the page says about itself. All of it is text.
type Options struct {
	// Title is the heading. The default is "Events".
	Title string
	// Credit is a line at the foot, for who made the map. The default is none.
	Credit string
	// Attribution names those whose data the map shows.
	Attribution string
	// Most is how many events the page holds at most, the first that are
	// written; it says how many it leaves out. The default is 200,000, about
	// 60 MB, at which a browser still answers at once.
	Most int
}

const defaultMost = 200_000

// Writer writes events as a map page. It is made by [NewWriter].
type Writer struct {
	w       io.Writer
	options Options
	columns *output.Columns
	rows    rows
	buf     []byte
	written int
	left    int // events beyond the most
	err     error
}

var _ output.Writer = (*Writer)(nil)

const flushSize = 64 << 10

// NewWriter returns a writer of a page to w. It buffers what it writes, until
// Close.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *Writer {
	if o.Title == "" {
		o.Title = "Events"
	}
	if o.Most == 0 {
		o.Most = defaultMost
	}
	p := &Writer{w: w, options: o, columns: columns, rows: newRows(columns)}
	p.buf = appendHead(p.buf, o)
	p.buf = append(p.buf, "<script type=\"application/json\" id=\"events\">["...)
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
	if p.written > 0 {
		p.buf = append(p.buf, ',')
	}
	p.written++
	p.buf, p.err = p.rows.append(append(p.buf, '\n'), e)
	if len(p.buf) >= flushSize && p.err == nil {
		p.flush()
	}
	return p.err
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
	p.buf = append(p.buf, "\n]</script>\n"...)
	p.buf = p.appendBlock(p.buf, "strings", p.rows.appendStrings)
	p.buf = p.appendBlock(p.buf, "settings", p.appendSettings)
	p.buf = append(p.buf, framed().tail...)
	p.flush()
	if p.err != nil {
		return p.err
	}
	p.err = errClosed
	return nil
}

func (p *Writer) appendBlock(dst []byte, id string, content func([]byte) []byte) []byte {
	dst = fmt.Appendf(dst, "<script type=\"application/json\" id=%q>", id)
	return append(content(dst), "</script>\n"...)
}

// appendSettings appends what the program must know to read the rows.
func (p *Writer) appendSettings(dst []byte) []byte {
	dst = geojson.AppendString(append(dst, `{"title":`...), strings.TrimSpace(p.options.Title))
	dst = fmt.Appendf(dst, `,"left":%d,"fixed":%d,"columns":[`, p.left, p.rows.fixed)
	for i, c := range p.rows.columns {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = geojson.AppendString(append(dst, `{"name":`...), c.Name)
		dst = fmt.Appendf(dst, `,"text":%v}`, c.Kind == output.Text)
	}
	dst = append(dst, `],"classes":[`...)
	dst = p.rows.appendClasses(dst)
	return append(append(dst, `],"radius":`...), radius+"}"...)
}
