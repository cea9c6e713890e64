package importer

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/borders"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/same"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

// standing orders sources by whom the user means more: the world that comes with
// the program, published lists, and tables of one's own.
type standing uint8

const (
	fromWorld standing = iota
	fromList
	fromOwn
)

// draft is a place on its way into an atlas.
type draft struct {
	build.Place
	standing standing
	// ids are what other sources or other places of its source call it, besides
	// Place.ID: "wof:421178429".
	ids []string
	// The areas that it is written to lie in, by name or code, best first; they
	// are looked up when all sources are read.
	adm1, adm2 []string
	// third marks an ADM3, which an index has as an ADM2 that lies in another.
	third bool
}

// entry is a place of an atlas.
type entry struct {
	draft
	keys   []string // its folded names, sorted
	source int      // the number of the source that had it first; 0 is the world
}

// atlas holds the places of all sources, each once.
type atlas struct {
	entries []*entry
	byID    map[string]int
	lands   map[string]int      // countries by code
	near    map[placeCell][]int // but for the entries that wait

	reading int   // the number of the source that is being read
	waiting []int // its entries

	landNames map[string]string // codes of countries by name, made when first asked for
}

// placeCell is a cell and the kind of places in it, so that a village need not
// be compared with the mountains around it.
type placeCell struct {
	group string
	same.Cell
}

func newAtlas() *atlas {
	return &atlas{byID: make(map[string]int), lands: make(map[string]int), near: make(map[placeCell][]int)}
}

// begin begins a source: from here on its entries are not looked at among those
// near a place, for they are told by ids alone. A table of two million villages in
// ten countries would else compare each with thousands of its own.
func (a *atlas) begin(source int) {
	for _, i := range a.waiting {
		a.place(i)
	}
	a.reading, a.waiting = source, a.waiting[:0]
}

// noSource is read when all have been.
const noSource = -1

// place makes an entry known by where it lies.
func (a *atlas) place(i int) {
	e := a.entries[i]
	c := placeCell{same.Group(e.Type), same.CellOf(e.Lon, e.Lat)}
	a.near[c] = append(a.near[c], i)
}

// add takes a place in and reports whether it is new. It is not if an entry
//
//   - has one of its ids, or
//   - is the same country, or
//   - has one of its names, is of a kind that may be the same, lies in the same
//     country and no further away than two lists may put the same place.
//
// Entries of the draft's own source are told by ids alone: a list does not name a
// place twice.
func (a *atlas) add(d draft, source int) bool {
	e := entry{draft: d, keys: identityKeys(&d.Place), source: source}
	if i := a.find(&e); i >= 0 {
		a.merge(i, e)
		return false
	}
	a.freeID(&e.draft)
	a.insert(e)
	return true
}

// find returns the entry that a place is, or -1.
func (a *atlas) find(e *entry) int {
	if i := a.byIDs(&e.draft); i >= 0 {
		return i
	}
	return a.twin(e)
}

// addDistricts takes in the ADM2 of a source, when its ADM1 are known. One that no
// entry shares a name with may be the one entry whose seat lies in its outline:
// "Jebel Saman" is "Mount Simeon". It returns how many are new.
func (a *atlas) addDistricts(districts []draft, source int) (added int) {
	taken := make(map[int]bool)
	var rest []entry
	for _, d := range districts {
		e := entry{draft: d, keys: identityKeys(&d.Place), source: source}
		if i := a.find(&e); i >= 0 && !taken[i] {
			taken[i] = true
			a.merge(i, e)
			continue
		}
		rest = append(rest, e)
	}
	for _, e := range rest {
		if i := a.seated(&e, taken); i >= 0 {
			taken[i] = true
			a.merge(i, e)
			continue
		}
		a.freeID(&e.draft)
		a.insert(e)
		added++
	}
	return added
}

// seated returns the only ADM2 of an earlier source that has no outline, is not
// taken, and has its point in the outline of a district of the same ADM1; else -1.
func (a *atlas) seated(e *entry, taken map[int]bool) int {
	found := -1
	if e.Area == nil {
		return found
	}
	box := e.Area.Bound()
	for i := range a.around(e.Lon, e.Lat, placetype.Adm2, borders.BoxRadius(box, e.Point())*2) {
		o := a.entries[i]
		if o.source == e.source || taken[i] || o.Area != nil || o.Country != e.Country || a.apart(&e.draft, &o.draft) || !boxesAgree(box, o.Box) || !borders.Holds(e.Area, o.Point()) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// boxesAgree reports whether two boxes may be those of one place: half of what
// they cover is covered by both. A box that is not known may be any.
func boxesAgree(a, b orb.Bound) bool {
	if borders.EmptyBox(a) || borders.EmptyBox(b) {
		return true
	}
	size := func(b orb.Bound) float64 {
		return max(0, b.Max[0]-b.Min[0]) * max(0, b.Max[1]-b.Min[1])
	}
	both := size(orb.Bound{
		Min: orb.Point{max(a.Min[0], b.Min[0]), max(a.Min[1], b.Min[1])},
		Max: orb.Point{min(a.Max[0], b.Max[0]), min(a.Max[1], b.Max[1])},
	})
	return 2*both >= size(a)+size(b)-both
}

// apart reports whether two places are known to lie in different ADM1.
func (a *atlas) apart(p, q *draft) bool {
	i, known := a.byID[p.Adm1]
	k, other := a.byID[q.Adm1]
	return known && other && p.Adm1 != "" && q.Adm1 != "" && i != k
}

// freeID gives a place another of its ids if its own is that of a place of
// another kind: lists give some districts the number of their seat.
func (a *atlas) freeID(d *draft) {
	taken := func(id string) bool { _, known := a.byID[id]; return known }
	if !taken(d.ID) {
		return
	}
	d.ids = slices.DeleteFunc(d.ids, taken)
	if len(d.ids) > 0 {
		d.ID, d.ids = d.ids[0], d.ids[1:]
		return
	}
	first := d.ID
	for n := 2; taken(d.ID); n++ {
		d.ID = fmt.Sprintf("%s.%d", first, n)
	}
}

// insert takes a place in that is known to be new.
func (a *atlas) insert(e entry) {
	i := len(a.entries)
	a.entries = append(a.entries, &e)
	a.note(i)
	if e.source != 0 && e.source == a.reading {
		a.waiting = append(a.waiting, i)
		return
	}
	a.place(i)
}

// note makes an entry known by its ids.
func (a *atlas) note(i int) {
	e := a.entries[i]
	a.byID[e.ID] = i
	for _, id := range e.ids {
		a.byID[id] = i
	}
	if _, known := a.lands[e.Country]; e.Type == placetype.Country && e.Country != "" && !known {
		a.lands[e.Country] = i
	}
}

// merge makes one of an entry and a place that is the same. The entry keeps its
// number; of two that are as good, it is believed.
func (a *atlas) merge(i int, e entry) {
	old := a.entries[i]
	if believed(&e.draft, &old.draft) {
		e.draft = combine(e.draft, old.draft)
	} else {
		e.draft = combine(old.draft, e.draft)
	}
	e.keys, e.source = identityKeys(&e.Place), old.source
	*old = e
	a.note(i)
}

// believed reports whether a place is to be believed more than one that was there
// before it. Of areas the world's points and names are those that the field agrees
// about, and published lists add to them.
func believed(p, old *draft) bool {
	if p.standing == fromList && (isArea(p.Type) || p.Type == placetype.Continent) {
		return false
	}
	return p.standing > old.standing
}

func (a *atlas) byIDs(d *draft) int {
	for _, id := range append([]string{d.ID}, d.ids...) {
		if i, ok := a.byID[id]; ok && same.Group(a.entries[i].Type) == same.Group(d.Type) {
			return i
		}
	}
	return -1
}

// twin returns the nearest entry of an earlier source that is the same place, or
// -1.
func (a *atlas) twin(e *entry) int {
	if e.Type == placetype.Country {
		if i, ok := a.lands[e.Country]; ok {
			return i
		}
		return -1
	}
	best, nearest := -1, math.Inf(1)
	for i, d := range a.around(e.Lon, e.Lat, same.Group(e.Type), same.ReachM(e.Type)) {
		o := a.entries[i]
		if o.source != e.source && d < nearest && d <= max(same.ReachM(e.Type), same.ReachM(o.Type)) && sameLand(&e.Place, &o.Place) && same.ShareKey(e.keys, o.keys) && !otherUnits(&e.draft, &o.draft) && !(e.Type == placetype.Adm2 && a.apart(&e.draft, &o.draft)) {
			best, nearest = i, d
		}
	}
	return best
}

// around yields the entries of a group that may lie within radius metres of a
// point, with their distance.
func (a *atlas) around(lon, lat float64, group string, radius float64) iter.Seq2[int, float64] {
	return func(yield func(int, float64) bool) {
		at := orb.Point{lon, lat}
		for c := range same.CellsWithin(lon, lat, radius) {
			for _, i := range a.near[placeCell{group, c}] {
				e := a.entries[i]
				if !yield(i, geo.DistanceHaversine(at, orb.Point{e.Lon, e.Lat})) {
					return
				}
			}
		}
	}
}

// sameLand reports whether two places may be in the same country. A place of
// several countries, such as a river, may be one of theirs.
func sameLand(p, q *build.Place) bool {
	return p.Country == q.Country || slices.Contains(p.Countries, q.Country) || slices.Contains(q.Countries, p.Country)
}

// identityKeys returns the folded names by which a place is recognised. Those of
// administrative areas come without their class words too, since one list's "Homs"
// is the other's "Homs Governorate", and those of ADM2 as skeletons, which few of
// an ADM1 share: "Manbij" is "Menbij".
func identityKeys(p *build.Place) []string {
	keys := p.Keys()
	for i, key := range keys {
		keys[i] = fold.Bare(key)
	}
	if p.Type == placetype.Adm1 || p.Type == placetype.Adm2 {
		for _, key := range keys {
			if bare, said := fold.ClassWords(key); said == p.Type {
				key = fold.Bare(bare)
				keys = append(keys, key)
			}
			if s := fold.Skeleton(key); p.Type == placetype.Adm2 && len(s) >= leastSkeleton {
				keys = append(keys, skeletonMark+s)
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Skeletons shorter than leastSkeleton are those of too many names. The mark keeps
// them apart from names, which have no such character.
const (
	leastSkeleton = 3
	skeletonMark  = "~"
)

// combine returns a place of which two sources tell, the first of them the one
// that is believed. It has the names of both. The id is GeoNames' number if there
// is one, so that it stays the same whether a list is merged in or not; but one's
// own ids are kept.
func combine(p, q draft) draft {
	ids := slices.Concat([]string{p.ID, q.ID}, p.ids, q.ids)
	p.ID = betterID(&p, &q)
	p.ids = slices.DeleteFunc(ids, func(id string) bool { return id == p.ID })
	p.Aliases = naming.Distinct(p.Name, slices.Concat(p.Aliases, []string{q.Name}, q.Aliases))
	p.Known = union(p.Known, q.Known)
	p.Codes = union(p.Codes, q.Codes)
	p.PCode = cmp.Or(p.PCode, q.PCode)
	p.third = p.third || q.third
	p.Demonyms = union(p.Demonyms, q.Demonyms)
	p.adm1, p.adm2 = union(p.adm1, q.adm1), union(p.adm2, q.adm2)
	p.fillFrom(&q)
	p.standing = max(p.standing, q.standing)
	return p
}

func betterID(p, q *draft) string {
	switch {
	case p.standing == fromOwn && !isNumbered(q.ID):
		return p.ID
	case p.Type == placetype.Country || isNumbered(q.ID) || !isNumbered(p.ID) && q.standing == fromWorld:
		return q.ID
	}
	return p.ID
}

// isNumbered reports whether an id is a number of GeoNames'.
func isNumbered(id string) bool {
	number, ok := strings.CutPrefix(id, "gn:")
	return ok && number != "" && strings.Trim(number, "0123456789") == ""
}

// fillFrom takes over what the place lacks.
func (p *draft) fillFrom(q *draft) {
	if p.Population == 0 {
		p.Population = q.Population
	}
	if p.Code == "" {
		p.Code = q.Code
	}
	if prominence[q.Type] > prominence[p.Type] && prominence[p.Type] > 0 {
		p.Type = q.Type
	}
	if p.Country == "" {
		p.Country = q.Country
	}
	if len(p.Countries) == 0 {
		p.Countries = q.Countries
	}
	if !p.HasPoint() {
		p.Lon, p.Lat = q.Lon, q.Lat
	}
	if p.RadiusM == 0 && p.Area == nil && !build.IsSettlement(p.Type) {
		p.RadiusM = q.RadiusM
	}
	if p.Area == nil && q.Area != nil {
		p.takeArea(q)
	} else if borders.EmptyBox(p.Box) {
		p.Box = q.Box
	}
	p.Adm1, p.adm1 = either(p.Adm1, q.Adm1, p.adm1)
	p.Adm2, p.adm2 = either(p.Adm2, q.Adm2, p.adm2)
}

// takeArea takes over an outline, of which the radius is to be measured. A point
// that is not in it is not to be trusted.
func (p *draft) takeArea(q *draft) {
	p.Area, p.Box, p.RadiusM = q.Area, q.Box, 0
	if !borders.Holds(p.Area, p.Point()) && p.standing != fromOwn {
		p.Lon, p.Lat = q.Lon, q.Lat
	}
}

// either returns the first of two ids that there is. The other is put with what
// else is said of an area: the first may be that of none.
func either(id, other string, said []string) (string, []string) {
	switch {
	case id == "":
		return other, said
	case other == "" || other == id:
		return id, said
	}
	return id, union(said, []string{other})
}

// prominence orders settlements. A list that does not know the inhabitants calls
// every settlement a village.
var prominence = map[string]int{placetype.Village: 1, placetype.Town: 2, placetype.City: 3}

func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
