package geo

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// ReasonBlurred is why an event has no place that could be told in areas: it lies
// in none that the gazetteer knows.
const ReasonBlurred = "blurred"

// Blur hides where exactly events happened, so that a layer can be given away
// without giving away a house. Points move to the middle of a grid's cell or
// become an administrative area, and what could tell the point again is taken
// out: the place's name and id, its runners-up, the title, the quote, the link,
// the document, and the input's own columns, for nobody can know what stands in
// them; of the other words, those that have the place's name. Ids are made of what
// is left to be seen: from one made of a whole row, somebody who knows the rest of
// it could find the few digits that are hidden, by trying all.
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
	// quote, source_url, document, source, or a column of the input.
	Keep []string
}

// Events yields the events of a stream blurred, with ids of their own. Errors
// pass. Its memory grows with the number of events.
func (b Blur) Events(events iter.Seq2[Event, error]) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		ids := blurredIDs{count: make(map[string]int), groups: make(map[string]string)}
		for e, err := range events {
			if err == nil {
				b.Event(&e)
				ids.tell(&e)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// blurredIDs makes ids of what a blurred event shows.
type blurredIDs struct {
	count  map[string]int    // of events that show the same
	groups map[string]string // by the group that they had
}

func (ids *blurredIDs) tell(e *Event) {
	id := visibleID(e)
	ids.count[id]++
	if n := ids.count[id]; n > 1 {
		id += "-" + strconv.Itoa(n)
	}
	e.ID = id
	if e.Group == "" {
		return
	}
	if ids.groups[e.Group] == "" {
		ids.groups[e.Group] = ID("group", id)
	}
	e.Group = ids.groups[e.Group]
}

// visibleID returns an id made of all that a blurred event shows.
func visibleID(e *Event) string {
	m := &e.Place.Match
	parts := []string{
		e.Title, e.When.EDTF(), e.Type, e.SubType, e.Status.String(), e.Actor1, e.Actor2,
		fmt.Sprint(e.Killed, e.Wounded, e.Displaced),
		e.Place.Name, m.Kind.String(), m.ID, m.Precision.String(), fmt.Sprint(m.Point, m.RadiusM), m.Country, m.Adm1, m.Adm2,
		e.Source.Document, e.Source.Publisher, e.Source.URL, e.Source.Quote,
	}
	for i := range e.Extra {
		parts = append(parts, e.Extra[i].Name, e.Extra[i].Value)
	}
	return ID(parts...)
}

// Event blurs one event, but for its id and group, which only those of a whole
// stream can be made for.
func (b Blur) Event(e *Event) {
	b.hideNames(e)
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
	if !b.keeps("document") {
		e.Source.Document, e.Source.Row = "", 0
	}
	if !b.keeps("source") {
		e.Source.Publisher = ""
	}
	e.Extra = slices.DeleteFunc(slices.Clone(e.Extra), func(p Property) bool { return !b.keeps(p.Name) })
}

// shortestTelling is how many bytes a name has at least that is looked for in
// other words: a shorter one is in half of all words.
const shortestTelling = 3

// hideNames takes out the words that stay otherwise, if they have a name of the
// place: "villagers of Zindiga".
func (b Blur) hideNames(e *Event) {
	if b.keeps("place") {
		return
	}
	p := &e.Place
	for _, name := range []string{p.Name, p.Other, p.Match.Name, p.Adm2, p.Within.Adm2} {
		name = strings.ToLower(name)
		if len(name) < shortestTelling {
			continue
		}
		for _, words := range []*string{&e.Actor1, &e.Actor2, &e.Type, &e.SubType} {
			if strings.Contains(strings.ToLower(*words), name) {
				*words = ""
			}
		}
	}
}

func (b Blur) keeps(name string) bool { return slices.Contains(b.Keep, name) }

// match returns a match that tells no more than the grid's cell or the area. One
// that is coarser already stays as it is.
func (b Blur) match(m Match) Match {
	if b.Area != nil {
		return b.inArea(m)
	}
	radius, _ := m.RadiusM.Int()
	if b.CellM <= 0 || m.isArea() && m.Precision >= WithinAdm2 && float64(radius) >= b.CellM {
		return m
	}
	moved := Match{Kind: m.Kind, Confidence: roughly(m.Confidence), Country: m.Country, Adm1: m.Adm1, PCodes: m.PCodes.ofAdm1()}
	moved.Point = Cell(m.Point, b.CellM)
	moved.Precision = max(m.Precision, NearPlace)
	if b.CellM > nearM {
		moved.Precision = max(m.Precision, WithinRegion)
	}
	step := b.CellM / 2 // a town's own radius would tell which town of the cell it is
	moved.RadiusM = Known(int(math.Ceil(float64(radius)/step)*step + math.Ceil(b.CellM*math.Sqrt2/2)))
	return moved
}

// isArea reports whether the match is the gazetteer's own, which everybody can
// look up: a point or shape of the input is not, however coarse it is said to be.
func (m *Match) isArea() bool { return m.ID != "" }

// roughly rounds a confidence to tenths: it is reckoned from the name, and to
// the last digit would tell which of the cell's names it was.
func roughly(confidence float64) float64 { return math.Round(confidence*10) / 10 }

// nearM is what UCDP means by "near" a place, in metres: where_prec 2.
const nearM = 25_000

func (b Blur) inArea(m Match) Match {
	area, ok := b.Area(m.Point)
	switch {
	case ok && m.Precision > area.Precision && m.isArea():
		return m
	case ok && m.Precision > area.Precision:
		radius, _ := m.RadiusM.Int()
		areaM, _ := area.RadiusM.Int()
		return Match{Kind: m.Kind, Confidence: roughly(m.Confidence), Country: m.Country, Adm1: m.Adm1,
			PCodes: m.PCodes.ofAdm1(), Point: area.Point, Precision: m.Precision, RadiusM: Known(radius + areaM)}
	case !ok && m.Precision >= WithinRegion && m.isArea():
		return m
	case !ok:
		return Match{Kind: Unresolved, Reason: ReasonBlurred, Country: m.Country}
	}
	area.Kind, area.Confidence = m.Kind, roughly(m.Confidence)
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
