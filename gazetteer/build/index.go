package build

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/area"
	"github.com/dateline-map/dateline/gazetteer/internal/file"
	"github.com/dateline-map/dateline/gazetteer/internal/record"
)

// Write writes an index of places. The same places in any order and the same
// info give the same bytes. The first error among the places ends it before
// anything is written.
func Write(w io.Writer, places iter.Seq2[Place, error], info gazetteer.Info) error {
	var ix indexer
	for p, err := range places {
		if err != nil {
			return err
		}
		ix.places = append(ix.places, p)
	}
	sections, err := ix.sections(info)
	if err != nil {
		return err
	}
	return file.Write(w, sections)
}

// indexer turns places into the sections of an index:
//
//  1. Places are put in order: first those that Nearby finds, cell by cell, then
//     the others by type; the number of a place is its rank.
//  2. The records are written, with the number of the area that holds each place.
//  3. The names are sorted and written as the dictionary.
//  4. Outlines are written, and which of them each cell of a grid may be in.
type indexer struct {
	places []Place
	near   int // how many of them Nearby finds: the first ones
	grid   area.Grid
	byID   map[string]uint32
	lands  map[string]uint32 // by country code
}

func (ix *indexer) sections(info gazetteer.Info) ([][]byte, error) {
	if uint64(len(ix.places)) >= math.MaxUint32 {
		return nil, fmt.Errorf("%d places are more than an index can number", len(ix.places))
	}
	ix.order()
	sections := make([][]byte, file.NumSections)
	if err := ix.number(); err != nil {
		return nil, err
	}
	records, err := ix.writeRecords(sections)
	if err != nil {
		return nil, err
	}
	keys, err := ix.writeNames(sections)
	if err != nil {
		return nil, err
	}
	if err := ix.writeSpace(sections); err != nil {
		return nil, err
	}
	for _, count := range []int{records, keys, fold.Version} {
		sections[file.Counts] = binary.LittleEndian.AppendUint32(sections[file.Counts], uint32(count))
	}
	sections[file.Info], err = json.Marshal(ix.count(info, keys))
	return sections, err
}

// count fills in the figures of an Info.
func (ix *indexer) count(info gazetteer.Info, keys int) gazetteer.Info {
	info.Places, info.Keys, info.Areas = len(ix.places), keys, 0
	info.Types = map[string]int{}
	for _, p := range ix.places {
		info.Types[p.Type]++
		if len(p.Area) > 0 {
			info.Areas++
		}
	}
	return info
}

// gridFor gives cells of a degree to an index of the embedded one's size, and
// smaller ones to indexes of villages, so that a cell's places stay few.
func gridFor(places int) area.Grid {
	if places > 2_000_000 {
		return area.Grid{PerDegree: 4}
	}
	return area.Grid{PerDegree: 1}
}

// The ranks of types that Nearby does not find. Larger areas have the higher
// numbers, which take more room in the dictionary, since they are the fewer.
var areaRank = map[string]int{
	Island: 1, River: 2, Lake: 3, Sea: 4, Mountain: 5, Desert: 6,
	Adm2: 7, Adm1: 8, Country: 9, Region: 10, Continent: 11,
}

// located reports whether a place has a point. The point 0, 0 lies in the sea;
// lists have it for places they cannot locate.
func (p *Place) located() bool { return p.Lon != 0 || p.Lat != 0 }

func (p *Place) point() orb.Point { return orb.Point{p.Lon, p.Lat} }

// rank orders places: 0 for those that Nearby finds.
func rank(p *Place) int {
	if r := areaRank[p.Type]; r > 0 {
		return r
	}
	if !p.located() {
		return 1
	}
	return 0
}

func (ix *indexer) order() {
	ix.grid = gridFor(len(ix.places))
	slices.SortFunc(ix.places, func(a, b Place) int {
		if c := cmp.Compare(rank(&a), rank(&b)); c != 0 {
			return c
		}
		if rank(&a) == 0 {
			if c := cmp.Compare(ix.grid.Cell(a.point()), ix.grid.Cell(b.point())); c != 0 {
				return c
			}
		}
		return cmp.Compare(a.ID, b.ID)
	})
	for ix.near < len(ix.places) && rank(&ix.places[ix.near]) == 0 {
		ix.near++
	}
}

// number gives each place its number, and checks that ids are unique.
func (ix *indexer) number() error {
	ix.byID = make(map[string]uint32, len(ix.places))
	ix.lands = map[string]uint32{}
	for i := range ix.places {
		p := &ix.places[i]
		if _, twice := ix.byID[p.ID]; twice {
			return fmt.Errorf("two places have the id %s", p.ID)
		}
		ix.byID[p.ID] = uint32(i + 1)
		if p.Type == Country && p.Country != "" {
			if other, twice := ix.lands[p.Country]; twice {
				return fmt.Errorf("%s and %s are both the country %s", ix.places[other-1].ID, p.ID, p.Country)
			}
			ix.lands[p.Country] = uint32(i + 1)
		}
	}
	return nil
}

// writeRecords writes the table of places and returns its length.
func (ix *indexer) writeRecords(sections [][]byte) (int, error) {
	b := record.NewBuilder()
	for i := range ix.places {
		p := &ix.places[i]
		parent, err := ix.parent(p)
		if err != nil {
			return 0, err
		}
		if !(math.Abs(p.Lon) <= 180 && math.Abs(p.Lat) <= 90) {
			return 0, fmt.Errorf("place %s: %g, %g is no point on earth", p.ID, p.Lon, p.Lat)
		}
		err = b.Add(record.Record{
			Lon: p.Lon, Lat: p.Lat, Located: p.located(),
			Parent:     parent,
			Country:    p.Country,
			Population: record.DecimalOf(float64(p.Population)),
			RadiusM:    record.DecimalOf(p.RadiusM),
		}, record.Kind{Type: p.Type, Code: p.Code}, p.ID, p.Name)
		if err != nil {
			return 0, err
		}
	}
	s, n, err := b.Finish()
	sections[file.Kinds] = []byte(s.Kinds)
	sections[file.Records] = []byte(s.Records)
	sections[file.Names] = []byte(s.Names)
	sections[file.Texts] = []byte(s.Texts)
	return n, err
}

// parent returns the number of the smallest area that is said to hold a place.
func (ix *indexer) parent(p *Place) (uint32, error) {
	if p.Type == Country || p.Type == Continent {
		return 0, nil
	}
	for _, id := range []string{p.Adm2, p.Adm1} {
		if id == "" || id == p.ID {
			continue
		}
		n, ok := ix.byID[id]
		if !ok {
			return 0, fmt.Errorf("place %s lies in %s, which is missing", p.ID, id)
		}
		return n, nil
	}
	return ix.lands[p.Country], nil
}

// writeSpace writes what tells where things are.
func (ix *indexer) writeSpace(sections [][]byte) error {
	outlines := area.StoreBuilder{Units: unitsPerDegree}
	cover := area.NewCoverBuilder(ix.grid)
	for i := range ix.places {
		p, number := &ix.places[i], uint32(i+1)
		o := area.Outline{Box: p.Box, HasBox: p.Box != orb.Bound{}, Area: p.Area}
		if len(p.Countries) > 1 {
			o.Countries = p.Countries
		}
		if err := checkArea(p); err != nil {
			return err
		}
		outlines.Add(number, o)
		if p.Type == Country || p.Type == Adm1 || p.Type == Adm2 {
			cover.Add(number, p.Area)
		}
	}
	var err error
	sections[file.Outlines], err = outlines.Finish()
	sections[file.Cover] = cover.Finish()
	cells := make([]int, ix.near)
	for i := range cells {
		cells[i] = ix.grid.Cell(ix.places[i].point())
	}
	sections[file.Points] = area.AppendPoints(ix.grid, 1, cells)
	return err
}

// unitsPerDegree keeps outlines to 100 metres, a tenth of what they have been
// simplified to.
const unitsPerDegree = 1000

// checkArea refuses outlines that do not lie on earth.
func checkArea(p *Place) error {
	for _, polygon := range p.Area {
		for _, ring := range polygon {
			for _, q := range ring {
				if !(math.Abs(q[0]) <= 180 && math.Abs(q[1]) <= 90) {
					return fmt.Errorf("place %s: its outline has the point %g, %g", p.ID, q[0], q[1])
				}
			}
		}
	}
	return nil
}
