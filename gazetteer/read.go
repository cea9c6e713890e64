package gazetteer

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/area"
	"github.com/dateline-map/dateline/gazetteer/internal/dict"
	"github.com/dateline-map/dateline/gazetteer/internal/file"
	"github.com/dateline-map/dateline/gazetteer/internal/ids"
	"github.com/dateline-map/dateline/gazetteer/internal/record"
	"github.com/dateline-map/dateline/gazetteer/internal/wire"
	"github.com/paulmach/orb"
)

// Index is a gazetteer. It is made by [Open] or [New] and read-only: any number
// of goroutines may use it.
//
// A damaged or hostile file may give wrong answers, never a panic; [Index.Verify]
// tells a file that is not as it was written.
type Index struct {
	file   *file.File
	places *record.Table
	names  *dict.Dict
	areas  *area.Store
	cover  *area.Cover
	points *area.Points
	units  units
	lands  cellLands
	ids    ids.Table
	info   Info
	typos  landNames
	close  func() error
}

// Magic is what the file of an index begins with, whatever its version.
const Magic = file.Magic

// New returns the index whose bytes are data.
func New(data string) (*Index, error) {
	f, err := file.Parse(data)
	if err != nil {
		return nil, err
	}
	x := &Index{file: f, close: func() error { return nil }}
	if err := json.Unmarshal([]byte(f.Section(file.Info)), &x.info); err != nil {
		return nil, fmt.Errorf("index is damaged: its description: %w", err)
	}
	if err := x.openNames(); err != nil {
		return nil, err
	}
	if x.ids, err = ids.Open(f.Section(file.IDs), x.Len()); err != nil {
		return nil, err
	}
	if err := x.openSpace(); err != nil {
		return nil, err
	}
	return x, nil
}

// openNames opens the places and the dictionary of their names.
func (x *Index) openNames() (err error) {
	counts := x.file.Section(file.Counts)
	if v := wire.Uint32(counts, 8); v != fold.Version {
		return fmt.Errorf("index has names folded by rules %d, but this program folds by rules %d: build the index again", v, fold.Version)
	}
	x.places, err = record.Open(record.Sections{
		Kinds:   x.file.Section(file.Kinds),
		Records: x.file.Section(file.Records),
		Names:   x.file.Section(file.Names),
		Texts:   x.file.Section(file.Texts),
	}, int(wire.Uint32(counts, 0)))
	if err != nil {
		return err
	}
	x.names, err = dict.Open(dict.Sections{
		Blocks:    x.file.Section(file.Blocks),
		Offsets:   x.file.Section(file.Offsets),
		Entries:   x.file.Section(file.Entries),
		Filter:    x.file.Section(file.Filter),
		Skeletons: x.file.Section(file.Skeletons),
		Table:     x.file.Section(file.Table),
		Gaps:      x.file.Section(file.Gaps),
	}, int(wire.Uint32(counts, 4)))
	return err
}

// openSpace opens the parts that know where things are.
func (x *Index) openSpace() (err error) {
	if x.areas, err = area.OpenStore(x.file.Section(file.Outlines)); err != nil {
		return err
	}
	if x.cover, err = area.OpenCover(x.file.Section(file.Cover)); err != nil {
		return err
	}
	x.points, err = area.OpenPoints(x.file.Section(file.Points))
	return err
}

// Open maps an index from disk. The file must not be changed while it is open;
// replace it by renaming another one over it.
func Open(path string) (*Index, error) {
	data, unmap, err := mapFile(path)
	if err != nil {
		return nil, err
	}
	x, err := New(data)
	if err != nil {
		unmap()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	x.close = unmap
	return x, nil
}

// Close gives the index's memory back. Neither the index nor strings of its
// places may be used afterwards.
func (x *Index) Close() error { return x.close() }

// Verify reads the whole index and compares its checksum. It takes about a
// millisecond for each megabyte, so that nobody does it at each start.
func (x *Index) Verify() error { return x.file.Verify() }

// Info tells what the index is made of.
func (x *Index) Info() Info { return x.info }

// Contains reports whether an index was made of another one, of which it then
// has all places.
func (x *Index) Contains(other Info) bool {
	return slices.ContainsFunc(x.info.Sources, func(s Source) bool { return s.Name == other.Title && s.Version == other.Version })
}

// Len returns the number of places.
func (x *Index) Len() int { return x.places.Len() - 1 }

// Place returns a place. The place of no Ref, or of one that the index does not
// have, is the zero Place.
func (x *Index) Place(ref Ref) Place {
	p := x.Unnamed(ref)
	p.ID, p.Name = x.Called(ref)
	return p
}

// Called returns the id and the name of a place, which [Index.Unnamed] leaves out.
func (x *Index) Called(ref Ref) (id, name string) {
	if ref == 0 || int(ref) >= x.places.Len() {
		return "", ""
	}
	return x.places.ID(x.places.At(uint32(ref))), x.places.Name(uint32(ref))
}

// Unnamed returns a place without its ID and its Name, in less than half the time of
// Place: names lie elsewhere, and of most places that have one asked for they are not
// wanted.
func (x *Index) Unnamed(ref Ref) Place {
	r := x.places.At(uint32(ref))
	if ref == 0 || int(ref) >= x.places.Len() {
		return Place{}
	}
	k := x.places.Kind(r)
	p := Place{
		Ref:        ref,
		Type:       k.Type,
		Code:       k.Code,
		Country:    r.Country,
		Parent:     Ref(r.Parent),
		Point:      orb.Point{r.Lon, r.Lat},
		Located:    r.Located,
		Population: r.Population.Int(),
		RadiusM:    r.RadiusM.Int(),
	}
	w := x.within(ref)
	p.Land, p.Adm1, p.Adm2 = w.Land, w.Adm1, w.Adm2
	return p
}

// ByID returns the place with an id.
func (x *Index) ByID(id string) (Ref, bool) {
	var room [32]byte
	for number := range x.ids.With(id) {
		if string(x.places.AppendID(room[:0], x.places.At(number))) == id {
			return Ref(number), true
		}
	}
	return 0, false
}

// maxDepth is one more than the levels of administrative areas that hold one
// another; it keeps a damaged file from leading in circles.
const maxDepth = 5

// within climbs from a place to the areas that hold it, itself included.
func (x *Index) within(ref Ref) (l Within) {
	for range maxDepth {
		if ref == 0 {
			break
		}
		switch x.places.Type(uint32(ref)) {
		case "country":
			l.Land = ref
			return l
		case "adm1":
			l.Adm1 = ref
		case "adm2":
			l.Adm2, l.Adm3 = ref, l.Adm2
		}
		ref = Ref(x.places.Parent(uint32(ref)))
	}
	return l
}

// All yields all places.
func (x *Index) All() iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for i := range x.Len() {
			if !yield(x.Place(Ref(i + 1))) {
				return
			}
		}
	}
}

// Country returns the country of a place, as Place does, for little.
func (x *Index) Country(ref Ref) string { return x.places.At(uint32(ref)).Country }

// Type returns the type of a place, as Place does, for less still.
func (x *Index) Type(ref Ref) string {
	if ref == 0 {
		return ""
	}
	return x.places.Type(uint32(ref))
}

// OwnNames returns the names of a place in the scripts of its country, as they
// are written there; nil if it has none besides its name.
func (x *Index) OwnNames(ref Ref) []string { return x.places.Labels(uint32(ref), record.OwnScript) }

// Codes returns the short forms and numbers of a place as they are written: ISO's
// of a country, an airport's, an OCHA P-code.
func (x *Index) Codes(ref Ref) []string { return x.places.Labels(uint32(ref), record.Code) }

// PCodes yields the places that have a P-code, with it: units of administration,
// and settlements of lists that have codes for them. It looks at all places, but
// not of an index that has no such units.
func (x *Index) PCodes() iter.Seq2[Ref, string] {
	return func(yield func(Ref, string) bool) {
		if x.info.PCodes == 0 {
			return
		}
		for i := range x.Len() {
			for _, code := range x.places.Labels(uint32(i+1), record.PCode) {
				if !yield(Ref(i+1), code) {
					return
				}
			}
		}
	}
}

// Countries returns the countries of a place that lies in several, as ISO 3166-1
// alpha-2; nil for others.
func (x *Index) Countries(ref Ref) []string { return x.areas.Head(uint32(ref)).Countries }

// Bound returns the box around a place, if it is known. West is greater than
// east if it crosses the date line.
func (x *Index) Bound(ref Ref) (box orb.Bound, known bool) {
	o := x.areas.Head(uint32(ref))
	return o.Box, o.HasBox
}

// Middle returns the middle of a place's outline, if that is known and its middle
// lies inside.
func (x *Index) Middle(ref Ref) (at orb.Point, known bool) {
	o := x.areas.Head(uint32(ref))
	return o.Middle, o.HasMiddle
}

// Area returns the outline of a place, nil if it is not known.
func (x *Index) Area(ref Ref) orb.MultiPolygon { return x.areas.Of(uint32(ref)).Area }
