package importer

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/same"
	"github.com/dateline-map/dateline/gazetteer/internal/spool"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

// rows are the places of GeoNames' dumps and their alternate names. There may be
// thirteen million, so that they wait in temporary files, in order of their
// numbers, and go through the atlas one by one when all other places are in it.
//
// A record is the number, then 0 and a place or 1 and a name:
//
//	uint32, 0, uint16 source, place as build.AppendPlace writes it
//	uint32, 1, uint64 which name it is, 1 if it is a code or else 0, name
type rows struct {
	sorter spool.Sorter
	names  uint64 // so far
}

const (
	rowPlace = iota
	rowName
)

// addPlace takes in a place of a source.
func (r *rows) addPlace(p *build.Place, source int) error {
	key, ok := rowKey(p.ID)
	if !ok {
		return fmt.Errorf("%q is no number of GeoNames", p.ID)
	}
	record := binary.BigEndian.AppendUint32(nil, key)
	record = binary.BigEndian.AppendUint16(append(record, rowPlace), uint16(source))
	return r.sorter.Add(build.AppendPlace(record, p))
}

// addName takes in an alternate name.
func (r *rows) addName(a alternate) error {
	key, ok := rowKey(a.place)
	if !ok {
		return fmt.Errorf("%q is no number of GeoNames", a.place)
	}
	code := byte(0)
	if a.code {
		code = 1
	}
	record := binary.BigEndian.AppendUint64(append(binary.BigEndian.AppendUint32(nil, key), rowName), r.names)
	r.names++
	return r.sorter.Add(append(append(record, code), a.name...))
}

// rowKey returns the number in an id of GeoNames.
func rowKey(id string) (uint32, bool) {
	if !isNumbered(id) {
		return 0, false
	}
	n, err := strconv.ParseUint(id[len("gn:"):], 10, 32)
	return uint32(n), err == nil
}

// row is all that dumps tell of a number. The place is nil if only names are told.
type row struct {
	id           string
	place        *build.Place // of the first dump that has it
	source       int
	names, codes []string
}

// each yields the rows in order of their numbers.
func (r *rows) each(yield func(*row) bool) error {
	var now row
	last := uint32(0)
	for data, err := range r.sorter.Sorted() {
		if err != nil {
			return err
		}
		key := binary.BigEndian.Uint32(data)
		if key != last || now.id == "" {
			if now.id != "" && !yield(&now) {
				return nil
			}
			now, last = row{id: "gn:" + strconv.FormatUint(uint64(key), 10)}, key
		}
		now.add(data[4], data[5:])
	}
	if now.id != "" {
		yield(&now)
	}
	return nil
}

func (w *row) add(what byte, data []byte) {
	switch {
	case what == rowPlace && w.place == nil:
		p := build.ParsePlace(string(data[2:]))
		w.place, w.source = &p, int(binary.BigEndian.Uint16(data))
	case what == rowName && data[8] == 1:
		w.codes = append(w.codes, string(data[9:]))
	case what == rowName:
		w.names = append(w.names, string(data[9:]))
	}
}

// passage is the rows' way through the atlas.
type passage struct {
	atlas  *atlas
	within *within
	// lone are the entries that have no number of GeoNames, by place: a row may
	// be one of them.
	lone map[placeCell][]int
	// held are the rows nearest so far to lone entries that they may be.
	held map[int]heldRow
}

type heldRow struct {
	draft
	source    int
	distanceM float64
}

func newPassage(a *atlas) *passage {
	p := &passage{atlas: a, within: newWithin(a), lone: make(map[placeCell][]int), held: make(map[int]heldRow)}
	for i := range a.entries {
		e := a.entries[i]
		if isNumbered(e.ID) || isArea(e.Type) {
			continue
		}
		c := placeCell{same.Group(e.Type), same.CellOf(e.Lon, e.Lat)}
		p.lone[c] = append(p.lone[c], i)
	}
	return p
}

// isArea reports whether places may be said to lie in a place of a type. Areas do
// not wait for their turn: the rows ask for them.
func isArea(placeType string) bool {
	return placeType == placetype.Country || placeType == placetype.Adm1 || placeType == placetype.Adm2
}

// pass takes a row through: it becomes a part of an entry, or waits to, or
// comes out again as a place of its own.
func (p *passage) pass(w *row) (out *draft, source int) {
	i, known := p.atlas.byID[w.id]
	if w.place == nil {
		if known {
			p.atlas.addNames(i, w.names, w.codes)
		}
		return nil, 0
	}
	d := geoNamesDraft(*w.place)
	d.Aliases = naming.Distinct(d.Name, slices.Concat(d.Aliases, w.names))
	d.Codes = union(d.Codes, w.codes)
	if known && same.Group(p.atlas.entries[i].Type) == same.Group(d.Type) {
		p.atlas.fill(i, d)
		return nil, 0
	}
	if known {
		return nil, 0 // the number is that of another kind of place to an earlier source
	}
	at, distance := p.twin(&d)
	if at < 0 {
		return &d, w.source
	}
	before, waits := p.held[at]
	if waits && before.distanceM <= distance {
		return &d, w.source
	}
	p.held[at] = heldRow{d, w.source, distance}
	if waits {
		return &before.draft, before.source
	}
	return nil, 0
}

// twin returns the nearest lone entry that a row may be, and its distance; -1 if
// there is none.
func (p *passage) twin(d *draft) (at int, distance float64) {
	at, distance = -1, math.Inf(1)
	if isArea(d.Type) {
		return at, distance
	}
	var keys []string
	group := same.Group(d.Type)
	for c := range same.CellsWithin(d.Lon, d.Lat, max(same.ReachM(d.Type), same.CityReachM)) {
		for _, i := range p.lone[placeCell{group, c}] {
			o := p.atlas.entries[i]
			m := geo.DistanceHaversine(orb.Point{d.Lon, d.Lat}, orb.Point{o.Lon, o.Lat})
			if m >= distance || m > max(same.ReachM(d.Type), same.ReachM(o.Type)) || !sameLand(&d.Place, &o.Place) {
				continue
			}
			if keys == nil {
				keys = identityKeys(&d.Place)
			}
			if same.ShareKey(keys, o.keys) {
				at, distance = i, m
			}
		}
	}
	return at, distance
}

// finish makes the rows that are still held a part of their entries.
func (p *passage) finish() {
	at := make([]int, 0, len(p.held))
	for i := range p.held {
		at = append(at, i)
	}
	slices.Sort(at)
	for _, i := range at {
		p.atlas.fill(i, p.held[i].draft)
	}
}

// fill adds to an entry what a row tells. An area keeps its id, since places that
// have come out already lie in it.
func (a *atlas) fill(i int, d draft) {
	id := a.entries[i].ID
	a.merge(i, entry{draft: d})
	if e := a.entries[i]; isArea(e.Type) && e.ID != id {
		e.ids, e.ID = append(e.ids, e.ID), id
		a.note(i)
	}
}
