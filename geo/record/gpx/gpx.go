// Package gpx reads the waypoints of GPX documents, as record.Store wants them: what
// hand-held receivers and the apps of those who walk a place with them write. The
// source is Topografix's schema, GPX 1.1; 1.0 has the same waypoints.
//
// A waypoint is a row: its name, time and notes, and whatever extensions say in
// elements of their own. Its position is the row's own.
//
// # Non-goals
//
//   - Tracks and routes: they say which way somebody went, not where something was.
package gpx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/internal/markup"
)

// Store returns what reads GPX.
func Store() record.Store { return record.Store{Begins: begins, Open: open} }

// begins reports whether a document begins as GPX does.
func begins(head []byte) bool { return markup.Root(head) == "gpx" }

func open(path string) (s record.Stored, err error) {
	f, err := os.Open(path)
	if err != nil {
		return s, err
	}
	doc := &document{file: f}
	columns := markup.Columns(doc.waypoints())
	t := record.StoredTable{Format: record.GPX, Notices: doc.notices(), Rows: func() (record.StoredRows, error) {
		return markup.Rows(columns, doc.waypoints()), nil
	}}
	return record.Stored{Tables: []record.StoredTable{t}, Close: f.Close}, nil
}

// document is a GPX document, and how many ways are in it.
type document struct {
	file io.ReaderAt
	ways int
}

func (doc *document) notices() []string {
	if doc.ways == 0 {
		return nil
	}
	return []string{fmt.Sprintf("the document has tracks or routes (%d), which are no events and left out", doc.ways)}
}

// waypoints yields the waypoints of the document. Each run reads it anew.
func (doc *document) waypoints() iter.Seq2[*markup.Item, error] {
	return func(yield func(*markup.Item, error) bool) {
		in := &markup.Bounded{R: io.NewSectionReader(doc.file, 0, math.MaxInt64), Err: errLong}
		d := markup.Decoder(in)
		doc.ways = 0
		for depth := 0; ; {
			in.Left = mostText
			t, err := d.Token()
			if err == io.EOF && depth == 0 {
				return
			}
			if err != nil {
				yield(nil, damaged(err))
				return
			}
			switch t := t.(type) {
			case xml.EndElement:
				depth--
			case xml.StartElement:
				if t.Name.Local != "wpt" {
					depth++
					doc.countWay(t.Name.Local)
					continue
				}
				it, err := waypoint(d, t)
				if !yield(it, err) || err != nil {
					return
				}
			}
		}
	}
}

func (doc *document) countWay(element string) {
	if element == "trk" || element == "rte" {
		doc.ways++
	}
}

// damaged says what is wrong with a document that cannot be read on.
func damaged(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("the GPX document is damaged: %w", err)
}

// mostText bounds one waypoint: a hostile one is of gigabytes.
const mostText = 8 << 20

var errLong = fmt.Errorf("a waypoint has more than %d MiB", mostText>>20)

// element is one inside a waypoint.
type element struct {
	XMLName xml.Name
	Href    string    `xml:"href,attr"`
	Text    string    `xml:",chardata"`
	Inside  []element `xml:",any"`
}

// waypoint reads the waypoint that an element begins.
func waypoint(d *xml.Decoder, start xml.StartElement) (*markup.Item, error) {
	var w element
	if err := d.DecodeElement(&w, &start); err != nil {
		return nil, damaged(err)
	}
	it := &markup.Item{}
	it.Shape, it.Fault = position(start.Attr)
	for _, e := range w.Inside {
		e.into(it)
	}
	return it, nil
}

// into adds what an element says: its text, its link, and what stands inside it.
func (e *element) into(it *markup.Item) {
	if text := strings.TrimSpace(e.Text + e.Href); text != "" && !it.Has(e.XMLName.Local) {
		it.Values = append(it.Values, markup.Value{Name: e.XMLName.Local, Text: text})
	}
	for i := range e.Inside {
		e.Inside[i].into(it)
	}
}

var errPosition = errors.New("the waypoint has no latitude and longitude in degrees")

// position reads where a waypoint is.
func position(attrs []xml.Attr) (orb.Geometry, error) {
	lat, lon := math.NaN(), math.NaN()
	for _, a := range attrs {
		f, err := strconv.ParseFloat(strings.TrimSpace(a.Value), 64)
		switch {
		case err != nil:
		case a.Name.Local == "lat":
			lat = f
		case a.Name.Local == "lon":
			lon = f
		}
	}
	if !(math.Abs(lat) <= 90 && math.Abs(lon) <= 180) {
		return nil, errPosition
	}
	return orb.Point{lon, lat}, nil
}
