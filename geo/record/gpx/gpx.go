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

func open(path string) (record.Stored, error) {
	ways := 0
	s, err := markup.Open(path, record.GPX, func(file io.ReaderAt) iter.Seq2[*markup.Item, error] {
		doc := &markup.Document{Kind: "GPX", Most: mostText, Long: errLong}
		doc.Item = func(d *xml.Decoder, start xml.StartElement, _ []string) (*markup.Item, error) {
			switch start.Name.Local {
			case "wpt":
				return waypoint(d, start)
			case "trk", "rte":
				ways++
			}
			return nil, nil
		}
		return markup.Spread("desc", func(yield func(*markup.Item, error) bool) {
			ways = 0
			doc.Items(file)(yield)
		})
	})
	if ways > 0 {
		s.Tables[0].Notices = []string{fmt.Sprintf("the document has tracks or routes (%d), which are no events and left out", ways)}
	}
	return s, err
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
		return nil, err
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
