package build

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/area"
	"github.com/dateline-map/dateline/gazetteer/internal/dict"
	"github.com/dateline-map/dateline/gazetteer/internal/file"
	"github.com/dateline-map/dateline/gazetteer/internal/ids"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/record"
	"github.com/dateline-map/dateline/gazetteer/internal/spool"
	"github.com/paulmach/orb"
)

// Write writes an index of places. The same places in any order and the same
// info give the same bytes. The first error among the places ends it before
// anything is written.
//
// Places and names wait in temporary files, so that what is held in memory hardly
// grows with their number: thirteen million places take less than a gigabyte.
func Write(w io.Writer, places iter.Seq2[Place, error], info gazetteer.Info) error {
	ix := newIndexer()
	defer ix.close()
	for p, err := range places {
		if err == nil {
			err = ix.add(&p)
		}
		if err != nil {
			return err
		}
	}
	sections, err := ix.build(info)
	if err != nil {
		return err
	}
	return file.Write(w, sections)
}

// indexer turns places into the sections of an index:
//
//  1. Places are put in order: first those that Nearby finds, cell by cell, then
//     the others by type; the number of a place is its rank.
//  2. The records are written, with the number of the area that holds each place,
//     and the outlines, and which of them each cell of a grid may be in.
//  3. The names are sorted and written as the dictionary.
type indexer struct {
	waiting  spool.Spool  // places as they came, each with its length before it
	ordered  spool.Sorter // see placeKey
	namings  spool.Sorter // see appendNaming
	records  *record.Builder
	names    dict.Builder
	outlines area.StoreBuilder
	cover    area.CoverBuilder

	n      int
	grid   area.Grid
	ids    []byte            // see package ids
	counts []uint32          // how many places that Nearby finds each cell has
	areas  map[string]uint32 // numbers of ADM1 and ADM2 by id
	lands  map[string]land   // by code
	info   gazetteer.Info
}

// land is a country.
type land struct {
	number uint32
	id     string
}

func newIndexer() *indexer {
	return &indexer{
		records:  record.NewBuilder(),
		names:    dict.Builder{Skeleton: fold.Skeleton},
		outlines: area.StoreBuilder{Units: unitsPerDegree},
		areas:    map[string]uint32{},
		lands:    map[string]land{},
	}
}

// close removes temporary files; that they were there is all there is to say of a
// failure.
func (ix *indexer) close() {
	_ = errors.Join(ix.waiting.Close(), ix.ordered.Close(), ix.namings.Close(), ix.records.Close(), ix.names.Close())
}

// add takes a place in.
func (ix *indexer) add(p *Place) error {
	ix.n++
	data := AppendPlace(nil, p)
	_, err := ix.waiting.Write(append(binary.AppendUvarint(nil, uint64(len(data))), data...))
	return err
}

func (ix *indexer) build(info gazetteer.Info) ([]file.Section, error) {
	if uint64(ix.n) >= math.MaxUint32 {
		return nil, fmt.Errorf("%d places are more than an index can number", ix.n)
	}
	ix.info = info
	ix.info.Places, ix.info.Areas, ix.info.Types, ix.info.PCodes = ix.n, 0, map[string]int{}, 0
	for _, step := range []func() error{ix.order, ix.number, ix.write} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return ix.sections()
}

// sections finishes what has been written.
func (ix *indexer) sections() ([]file.Section, error) {
	records, err := ix.records.Finish()
	if err != nil {
		return nil, err
	}
	names, err := ix.writeNames()
	if err != nil {
		return nil, err
	}
	outlines, err := ix.outlines.Finish()
	if err != nil {
		return nil, err
	}
	cover, err := ix.cover.Finish()
	if err != nil {
		return nil, err
	}
	var counts []byte
	for _, count := range []int{records.N, names.N, fold.Version} {
		counts = binary.LittleEndian.AppendUint32(counts, uint32(count))
	}
	ix.info.Keys = names.N
	about, err := json.Marshal(ix.info)
	sections := make([]file.Section, file.NumSections)
	sections[file.Info] = file.Section{file.Bytes(about)}
	sections[file.Counts] = file.Section{file.Bytes(counts)}
	sections[file.Kinds], sections[file.Records] = records.Kinds, records.Records
	sections[file.Names], sections[file.Texts] = records.Names, records.Texts
	sections[file.Blocks], sections[file.Offsets], sections[file.Entries] = names.Blocks, names.Offsets, names.Entries
	sections[file.Filter], sections[file.Skeletons] = names.Filter, names.Skeletons
	sections[file.Table], sections[file.Gaps] = names.Table, names.Gaps
	sections[file.Outlines] = file.Section{file.Bytes(outlines)}
	sections[file.Cover] = file.Section{file.Bytes(cover)}
	sections[file.IDs] = file.Section{file.Bytes(ix.ids)}
	sections[file.Points] = file.Section{file.Bytes(area.AppendPoints(ix.grid, 1, ix.counts))}
	return sections, err
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
	placetype.Island: 1, placetype.River: 2, placetype.Lake: 3, placetype.Sea: 4, placetype.Mountain: 5, placetype.Desert: 6,
	placetype.Adm2: 7, placetype.Adm1: 8, placetype.Country: 9, placetype.Region: 10, placetype.Continent: 11,
}

// rank orders places: 0 for those that Nearby finds.
func rank(p *Place) int {
	if r := areaRank[p.Type]; r > 0 {
		return r
	}
	if !p.HasPoint() {
		return 1
	}
	return 0
}

// order sorts the places.
func (ix *indexer) order() error {
	ix.grid = gridFor(ix.n)
	ix.counts = make([]uint32, ix.grid.Cells())
	r := bufio.NewReaderSize(ix.waiting.Reader(), 1<<18)
	var data, key []byte
	for range ix.n {
		size, err := binary.ReadUvarint(r)
		if err != nil {
			return err
		}
		data = slices.Grow(data[:0], int(size))[:size]
		if _, err := io.ReadFull(r, data); err != nil {
			return err
		}
		p := ParsePlace(string(data))
		key = ix.appendPlaceKey(key[:0], &p)
		size = uint64(len(key))
		key = binary.BigEndian.AppendUint32(append(key, data...), uint32(size))
		if err := ix.ordered.Add(key); err != nil {
			return err
		}
	}
	return ix.waiting.Close()
}

// appendPlaceKey appends what places are sorted by: rank, cell and id. A sorted
// record is the key, the place, and the length of the key.
func (ix *indexer) appendPlaceKey(key []byte, p *Place) []byte {
	r := rank(p)
	key = append(key, byte(r))
	if r == 0 {
		key = binary.BigEndian.AppendUint32(key, uint32(ix.grid.Cell(p.Point())))
	}
	return append(append(key, p.ID...), 0)
}

// eachPlace yields the places in order, with their numbers.
func (ix *indexer) eachPlace(yield func(number uint32, p *Place) error) error {
	number := uint32(0)
	for data, err := range ix.ordered.Sorted() {
		if err != nil {
			return err
		}
		number++
		end := len(data) - 4
		p := ParsePlace(string(data[binary.BigEndian.Uint32(data[end:]):end]))
		if err := yield(number, &p); err != nil {
			return err
		}
	}
	return nil
}

// number gives each area its number, counts, and checks that ids are unique.
func (ix *indexer) number() error {
	hashes := make([]uint64, 0, ix.n) // of ids
	err := ix.eachPlace(func(number uint32, p *Place) error {
		hashes = append(hashes, dict.Hash(p.ID))
		if rank(p) == 0 {
			ix.counts[ix.grid.Cell(p.Point())]++
		}
		if p.Type == placetype.Adm1 || p.Type == placetype.Adm2 {
			ix.areas[strings.Clone(p.ID)] = number
		}
		if _, known := ix.info.Types[p.Type]; !known {
			ix.info.Types[strings.Clone(p.Type)] = 0
		}
		ix.info.Types[p.Type]++
		ix.info.PCodes = max(ix.info.PCodes, p.coded())
		if len(p.Area) > 0 {
			ix.info.Areas++
		}
		return ix.numberLand(number, p)
	})
	if err != nil {
		return err
	}
	if ix.ids, err = ids.Section(hashes); err != nil {
		return err
	}
	return ix.unique(hashes)
}

// coded returns the level of an administrative unit that has a P-code; 0 of others.
func (p *Place) coded() int {
	switch {
	case p.PCode == "":
		return 0
	case p.Type == placetype.Adm1 || p.Type == placetype.Adm2:
		return p.level() - levels[placetype.Country]
	}
	return 0
}

// level is higher for smaller administrative areas: an ADM3 is an ADM2 that lies
// in one.
func (p *Place) level() int {
	if p.Type == placetype.Adm2 && p.Adm2 != "" && p.Adm2 != p.ID {
		return levels[placetype.Adm2] + 1
	}
	return levels[p.Type]
}

func (ix *indexer) numberLand(number uint32, p *Place) error {
	if p.Type != placetype.Country || p.Country == "" {
		return nil
	}
	if other, twice := ix.lands[p.Country]; twice {
		return fmt.Errorf("%s and %s are both the country %s", other.id, p.ID, p.Country)
	}
	ix.lands[strings.Clone(p.Country)] = land{number, strings.Clone(p.ID)}
	return nil
}

// unique checks that no two places have the same id. The ids themselves are
// compared only if their hashes are equal.
func (ix *indexer) unique(hashes []uint64) error {
	slices.Sort(hashes)
	seen := map[uint64]map[string]bool{}
	for i := 1; i < len(hashes); i++ {
		if hashes[i] == hashes[i-1] {
			seen[hashes[i]] = map[string]bool{}
		}
	}
	if len(seen) == 0 {
		return nil
	}
	return ix.eachPlace(func(_ uint32, p *Place) error {
		ids := seen[dict.Hash(p.ID)]
		if ids[p.ID] {
			return fmt.Errorf("two places have the id %s", p.ID)
		}
		if ids != nil {
			ids[p.ID] = true
		}
		return nil
	})
}

// write writes all that is known of each place.
func (ix *indexer) write() error {
	return ix.eachPlace(func(number uint32, p *Place) error {
		if err := ix.writeRecord(p); err != nil {
			return err
		}
		if err := ix.writeArea(number, p); err != nil {
			return err
		}
		return ix.addNamings(number, p)
	})
}

func (ix *indexer) writeRecord(p *Place) error {
	parent, err := ix.parent(p)
	if err != nil {
		return err
	}
	if !(math.Abs(p.Lon) <= 180 && math.Abs(p.Lat) <= 90) {
		return fmt.Errorf("place %s: %g, %g is no point on earth", p.ID, p.Lon, p.Lat)
	}
	return ix.records.Add(record.Record{
		Lon: p.Lon, Lat: p.Lat, Located: p.HasPoint(),
		Parent:     parent,
		Country:    p.Country,
		Population: record.DecimalOf(float64(p.Population)),
		RadiusM:    record.DecimalOf(p.RadiusM),
	}, record.Kind{Type: p.Type, Code: p.Code}, p.ID, p.Name, labels(p))
}

// parent returns the number of the smallest area that is said to hold a place.
func (ix *indexer) parent(p *Place) (uint32, error) {
	if p.Type == placetype.Country || p.Type == placetype.Continent {
		return 0, nil
	}
	for _, id := range []string{p.Adm2, p.Adm1} {
		if id == "" || id == p.ID {
			continue
		}
		n, ok := ix.areas[id]
		if !ok {
			return 0, fmt.Errorf("place %s lies in %s, which is missing", p.ID, id)
		}
		return n, nil
	}
	return ix.lands[p.Country].number, nil
}

// writeArea writes what tells how far a place reaches.
func (ix *indexer) writeArea(number uint32, p *Place) error {
	if err := CheckArea(p); err != nil {
		return err
	}
	o := area.Outline{Box: p.Box, HasBox: p.Box != orb.Bound{}, Area: p.Area}
	if len(p.Countries) > 1 {
		o.Countries = p.Countries
	}
	ix.outlines.Add(number, o)
	if levels[p.Type] > 0 {
		ix.cover.Add(number, p.level(), p.Area)
	}
	return nil
}

// levels orders administrative areas, of which the smallest that holds a point says
// where it lies.
var levels = map[string]int{placetype.Country: 1, placetype.Adm1: 2, placetype.Adm2: 3}

// unitsPerDegree keeps outlines to 100 metres, a tenth of what they have been
// simplified to.
const unitsPerDegree = 1000

// CheckArea refuses outlines that do not lie on earth.
func CheckArea(p *Place) error {
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
