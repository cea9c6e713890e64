package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/score"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/geoparse"
	"github.com/dateline-map/dateline/geo/news/tag"
	"github.com/paulmach/orb"
)

// set is the gold of one file.
type set struct {
	name     string
	examples []example
	every    int // confidence is learned from one in so many choices; 0 is 1
}

// example is what is resolved in one go: the names of a story, or one row.
type example struct {
	places []geo.Place
	gold   []gold
	weight float64 // what it counts in training; 0 is 1
	count  int     // rows that say the same; 0 is 1
}

// gold is where a place truly is.
type gold struct {
	score.Truth
	unknown bool // nothing is known: the place is there for the others' sake
}

type record struct {
	Text     string `json:"text"`
	Mentions []struct {
		Start, End int
		Name       string
		Lat, Lon   *float64
		GeonameID  string `json:"geonameid"`
	} `json:"mentions"`
	Events []struct {
		Place    string
		Lat, Lon *float64
	} `json:"events"`
}

// storyReader reads documents as the program does: its places carry what the
// words beside a name say.
type storyReader struct{ *resolve.Resolver }

// Locate leaves places as they are: they are to be learned from.
func (storyReader) Locate(...*geo.Place) {}

// read reads one document a line.
func (s storyReader) read(r io.Reader) ([]example, error) {
	var out []example
	lines := bufio.NewReader(r)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			var d record
			if err := json.Unmarshal(line, &d); err != nil {
				return nil, err
			}
			out = append(out, s.example(&d))
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// example makes an example of a document.
func (s storyReader) example(d *record) example {
	if len(d.Mentions) == 0 {
		return s.tagged(d)
	}
	var names []tag.Name
	var golds []gold
	bytes := byteOffsets(d.Text)
	for _, m := range d.Mentions {
		if m.Lat == nil || m.Lon == nil || *m.Lat == 0 && *m.Lon == 0 {
			continue
		}
		g := gold{Truth: score.Truth{Point: orb.Point{*m.Lon, *m.Lat}}}
		if m.GeonameID != "" {
			g.ID = "gn:" + m.GeonameID
		}
		names, golds = append(names, tag.Name{Start: bytes[m.Start], End: bytes[m.End]}), append(golds, g)
	}
	return s.resolved(d.Text, names, golds)
}

// tagged makes an example of a document of which only the places of its events
// are known: of the names found in its text, those that are such a place's.
func (s storyReader) tagged(d *record) example {
	points := map[string]orb.Point{}
	for _, e := range d.Events {
		if e.Place != "" && e.Lat != nil && e.Lon != nil {
			points[fold.Key(e.Place)] = orb.Point{*e.Lon, *e.Lat}
		}
	}
	e := s.home(d.Text)
	reader := geoparse.Parser{Gazetteer: s}
	known := false
	for _, t := range reader.Toponyms(&document.Document{Text: d.Text}) {
		at, ok := points[fold.Key(t.Place.Name)]
		known = known || ok
		e.places, e.gold = append(e.places, t.Place), append(e.gold, gold{Truth: score.Truth{Point: at}, unknown: !ok})
	}
	if !known {
		return example{}
	}
	return e
}

// resolved makes an example of the names of a text. Names that overlap are left
// out.
func (s storyReader) resolved(text string, names []tag.Name, golds []gold) example {
	e := s.home(text)
	reader := geoparse.Parser{Gazetteer: s}
	toponyms := reader.Resolve(&document.Document{Text: text}, names)
	for i, n := range names {
		if len(toponyms) > 0 && toponyms[0].Start == n.Start && toponyms[0].End == n.End {
			e.places, e.gold = append(e.places, toponyms[0].Place), append(e.gold, golds[i])
			toponyms = toponyms[1:]
		}
	}
	return e
}

// home begins an example with the countries that its text may have been written in, if
// its words tell.
func (s storyReader) home(text string) example {
	var e example
	reader := geoparse.Parser{Gazetteer: s.Resolver}
	for _, home := range reader.WrittenIn(text) {
		e.places, e.gold = append(e.places, *home), append(e.gold, gold{unknown: true})
	}
	return e
}

// byteOffsets returns where each character of a text begins, and its end.
func byteOffsets(text string) []int {
	var out []int
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}

// rowKey is what two rows have in common that say the same of a place.
type rowKey struct {
	name   string
	within geo.Within
}

// units are the place types that UCDP's where_prec tells of; 1 is a point. Others
// tell of no place of their own.
var units = map[string]string{"": "", "1": "", "3": "adm2", "4": "adm1", "6": "country"}

// readRows reads a table whose header names country, admin1, admin2, place,
// lat and lon, and may name precision, UCDP's where_prec. Rows that say the same
// are counted and kept once: a few cities are most of the events.
func readRows(r io.Reader) ([]example, error) {
	in := csv.NewReader(r)
	header, err := in.Read()
	if err != nil {
		return nil, err
	}
	t := table{}
	for i, name := range header {
		t[name] = i
	}
	var out []example
	at := map[rowKey]int{}
	for {
		row, err := in.Read()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		place, g, ok := t.example(row)
		if !ok {
			continue
		}
		key := rowKey{place.Name, place.Within}
		n, known := at[key]
		if !known {
			n = len(out)
			at[key] = n
			out = append(out, example{places: []geo.Place{place}, gold: []gold{g}})
		}
		out[n].count++
	}
}

// table tells the columns of a table by their names.
type table map[string]int

func (t table) field(row []string, name string) string {
	if i, ok := t[name]; ok {
		return row[i]
	}
	return ""
}

// example makes a place and where it is of a row; ok is false if the row does
// not tell both.
func (t table) example(row []string) (p geo.Place, g gold, ok bool) {
	unit, known := units[t.field(row, "precision")]
	lat, err1 := strconv.ParseFloat(t.field(row, "lat"), 64)
	lon, err2 := strconv.ParseFloat(t.field(row, "lon"), 64)
	p.Name = t.field(row, "place")
	p.Within = geo.Within{Country: t.field(row, "country"), Adm1: t.field(row, "admin1"), Adm2: t.field(row, "admin2")}
	return p, gold{Truth: score.Truth{Point: orb.Point{lon, lat}, Unit: unit}}, known && err1 == nil && err2 == nil && p.Name != ""
}
