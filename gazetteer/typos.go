package gazetteer

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer/internal/dict"
)

// Misspelt appends the places of a country, ISO 3166-1 alpha-2, of which a name
// is two typing errors away from a key; not those nearer, and none by its codes
// or its people. Both begin with the same letter, which people get right, and
// neither has digits.
//
// The first searches take a millisecond or two each. When they have become as
// dear as a list of the names by their countries, one is made, and the others
// take microseconds. The answers are the same. An index of all the world's
// villages finds nothing: there nearly every name is two errors from another's,
// and a search or a list would take ten times as long.
func (x *Index) Misspelt(key, country string, dst []Hit) []Hit {
	script := dict.Script(key)
	if script == 0 || country == "" || x.names.Len() > maxSearched {
		return dst
	}
	var names []string
	if land, known := landOf(country); known && x.typos.pays() {
		names = x.typos.near(x, key, land)
	} else {
		x.names.TwoApart(key, func(name string) { names = append(names, name) })
	}
	names = slices.DeleteFunc(names, func(name string) bool { return dict.Script(name) != script })
	slices.Sort(names)
	for _, name := range names {
		for _, h := range x.Exact(name, nil) {
			if h.How <= Bare && x.Country(h.Ref) == country {
				h.Edits = 2
				dst = append(dst, h)
			}
		}
	}
	return dst
}

// landNames are the names of all places by country, of which those that may be
// misspelt as a key are found without reading the others.
type landNames struct {
	asked atomic.Int64
	once  sync.Once
	names []landName // sorted
}

// landName is a name of a place in a country. It has, from the highest bit on, the
// country, how many letters the name has, its number in the dictionary, and a bit
// for each letter: letters so many apart share one.
type landName uint64

const (
	lengthBits = 7 // more than dict.MaxTypos + 2
	numberBits = 22
	letterBits = 25
)

// maxSearched is how many names an index has at most for two errors to be looked
// for: a country's villages beside the world's towns.
const maxSearched = 1 << numberBits

// fewSearches is how many searches are made without the list: going through all
// names of the world's towns takes as long as a hundred.
const fewSearches = 100

// pays reports whether a list is worth its making, one more search being asked for.
func (l *landNames) pays() bool { return l.asked.Add(1) > fewSearches }

// landOf returns the number of a country in a landName, if it has two capitals.
func landOf(country string) (land uint64, known bool) {
	if len(country) != 2 || country[0]-'A' >= 26 || country[1]-'A' >= 26 {
		return 0, false
	}
	return uint64(country[0]-'A')*26 + uint64(country[1]-'A'), true
}

// landNameOf returns a name without its letters: the least of those that have it.
func landNameOf(land uint64, length int, number uint32) landName {
	return landName(((land<<lengthBits|uint64(length))<<numberBits + uint64(number)) << letterBits) // a number behind the last is of the next length
}

func (n landName) letters() landName { return n & (1<<letterBits - 1) }
func (n landName) number() uint32    { return uint32(n>>letterBits) & (1<<numberBits - 1) }

// lettersOf has a bit for each letter of a name.
func lettersOf(s string) (set landName) {
	for _, r := range s {
		set |= 1 << (uint(r) % letterBits)
	}
	return set
}

func (l *landNames) fill(x *Index) {
	names := make([]landName, 0, x.names.Len()+x.names.Len()/8)
	number := uint32(0)
	x.names.All(func(key []byte, postings []dict.Posting) bool {
		number++
		text := string(key)
		if dict.Script(text) == 0 {
			return true
		}
		length, letters, first := utf8.RuneCount(key), lettersOf(text), len(names)
		for _, p := range postings {
			land, known := landOf(x.Country(Ref(p.Ref)))
			if name := landNameOf(land, length, number-1) | letters; known && How(p.How) <= Bare && !slices.Contains(names[first:], name) {
				names = append(names, name)
			}
		}
		return true
	})
	slices.Sort(names)
	l.names = names
}

// near returns the names of a country that are two errors away from a key and begin
// with the same byte. Most others have another length or too many other letters.
func (l *landNames) near(x *Index, key string, land uint64) (near []string) {
	l.once.Do(func() { l.fill(x) })
	from, to := x.names.Numbers(key[:1])
	apart, letters, length := dict.NewApart(key), lettersOf(key), utf8.RuneCountInString(key)
	for n := max(1, length-2); n <= length+2; n++ {
		at, _ := slices.BinarySearch(l.names, landNameOf(land, n, from))
		for end := landNameOf(land, n, to); at < len(l.names) && l.names[at] < end; at++ {
			has := l.names[at].letters()
			if bits.OnesCount64(uint64(letters&^has)) > 2 || bits.OnesCount64(uint64(has&^letters)) > 2 {
				continue
			}
			if name := x.names.Key(l.names[at].number()); strings.HasPrefix(name, key[:1]) && apart.Two(name) {
				near = append(near, name)
			}
		}
	}
	return near
}
