package geo

import (
	"iter"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// ReasonBlurred is why an event has no place that could be told in areas: it lies
// in none that the gazetteer knows.
const ReasonBlurred = "blurred"

// Blur hides where exactly events happened, so that a layer can be given away
// without giving away a house. Points move to the middle of a grid's cell or
// become an administrative area, and what could tell the point again is taken
// out: the place's name and id, its runners-up, the title, the quote, the link,
// and the input's own columns, for nobody can know what stands in them.
//
// The zero Blur withholds these words and moves nothing.
type Blur struct {
	// CellM is the size of the grid's cells in metres: so far from north to
	// south, and from west to east at the middle of the cell. 0 is no grid.
	CellM float64
	// Area returns the administrative area that a point lies in, as a match of
	// its own, and false if it is known to lie in none. It is asked instead of
	// using a grid if it is not nil.
	Area func(orb.Point) (Match, bool)
	// Keep names what may stay although it could tell the point: place, title,
	// quote, source_url, or a column of the input.
	Keep []string
}

// Events yields the events of a stream blurred. Errors pass.
func (b Blur) Events(events iter.Seq2[Event, error]) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		for e, err := range events {
			if err == nil {
				b.Event(&e)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// Event blurs one event.
func (b Blur) Event(e *Event) {
	m := e.Place.Match
	m.Candidates = nil
	if m.Located() {
		m = b.match(m)
	}
	place := Place{Match: m, Name: areaName(&m)}
	if b.keeps("place") {
		place.Name, place.Other, place.Relation, place.Within = e.Place.Name, e.Place.Other, e.Place.Relation, e.Place.Within
	}
	e.Place = place
	if !b.keeps("title") {
		e.Title = ""
	}
	if !b.keeps("quote") {
		e.Source.Quote = ""
	}
	if !b.keeps("source_url") {
		e.Source.URL = ""
	}
	e.Extra = slices.DeleteFunc(slices.Clone(e.Extra), func(p Property) bool { return !b.keeps(p.Name) })
}

func (b Blur) keeps(name string) bool { return slices.Contains(b.Keep, name) }

// match returns a match that tells no more than the grid's cell or the area. One
// that is coarser already stays as it is.
func (b Blur) match(m Match) Match {
	if b.Area != nil {
		return b.inArea(m)
	}
	radius, _ := m.RadiusM.Int()
	if b.CellM <= 0 || m.Precision >= WithinAdm2 && float64(radius) >= b.CellM {
		return m
	}
	moved := Match{Kind: m.Kind, Confidence: m.Confidence, Country: m.Country, Adm1: m.Adm1}
	moved.Point = Cell(m.Point, b.CellM)
	moved.Precision = max(m.Precision, NearPlace)
	if b.CellM > nearM {
		moved.Precision = max(m.Precision, WithinRegion)
	}
	moved.RadiusM = Known(radius + int(math.Ceil(b.CellM*math.Sqrt2/2)))
	return moved
}

// nearM is what UCDP means by "near" a place, in metres: where_prec 2.
const nearM = 25_000

func (b Blur) inArea(m Match) Match {
	area, ok := b.Area(m.Point)
	switch {
	case ok && m.Precision > area.Precision:
		return m
	case !ok && m.Precision >= WithinRegion:
		return m
	case !ok:
		return Match{Kind: Unresolved, Reason: ReasonBlurred, Country: m.Country}
	}
	area.Kind, area.Confidence = m.Kind, m.Confidence
	return area
}

// areaName is what may be said of a place in words.
func areaName(m *Match) string {
	if m.Name != "" {
		return m.Name
	}
	return m.Adm1
}

// metresPerDegree is the length of a degree of latitude on a sphere with the
// earth's mean radius of 6,371,008.8 m.
const metresPerDegree = 111_195.08

// Cell returns the middle of the cell of a grid that holds a point. Rows of cells
// are so many metres high and begin at the south pole; the cells of a row are as
// wide at its middle, made a little wider where they would not fill the circle.
func Cell(p orb.Point, sizeM float64) orb.Point {
	rows := max(1, math.Round(180*metresPerDegree/sizeM))
	height := 180 / rows
	row := min(math.Floor((p.Lat()+90)/height), rows-1)
	lat := (row+0.5)*height - 90
	columns := max(1, math.Floor(360*metresPerDegree*math.Cos(lat*math.Pi/180)/sizeM))
	width := 360 / columns
	column := min(math.Floor((p.Lon()+180)/width), columns-1)
	return orb.Point{tidy((column+0.5)*width - 180), tidy(lat)}
}

// tidy rounds degrees to a ten thousandth, 11 metres, so that a cell's middle
// does not look like a measured point.
func tidy(degrees float64) float64 { return math.Round(degrees*1e4) / 1e4 }
