package gazetteer

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/dateline-map/dateline/gazetteer/internal/dict"
)

// Misspelt appends the places of a country, ISO 3166-1 alpha-2, of which a name
// is two typing errors away from a key; not those nearer, and none by its codes
// or its people. Both begin with the same letter, which people get right, and
// neither has digits.
//
// The first searches in a country take a millisecond or two each. When they have
// become as dear as a list of the country's names, one is made, and the others
// take microseconds. The answers are the same. An index of all the world's
// villages finds nothing: there nearly every name is two errors from another's,
// and a search or a list would take ten times as long.
func (x *Index) Misspelt(key, country string, dst []Hit) []Hit {
	script := dict.Script(key)
	if script == 0 || country == "" || x.names.Len() > maxSearched {
		return dst
	}
	var names []string
	if l := x.typos.list(x, country); l != nil {
		apart := dict.NewApart(key)
		l.near(key, func(name string) {
			if name[0] == key[0] && apart.Two(name) {
				names = append(names, name)
			}
		})
	} else {
		x.names.TwoApart(key, func(name string) {
			if dict.Script(name) == script {
				names = append(names, name)
			}
		})
	}
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

// landLists has the names of countries in which misspelt names are looked for
// often.
type landLists struct {
	mu sync.Mutex
	of map[string]*landList
}

// landList is the names of a country that may be searched through one by one.
type landList struct {
	asked atomic.Int64
	once  sync.Once
	names []landName // shorter ones first
	ends  []int      // by length in letters: where those of at most that length end
}

// landName is a name, and what tells most others without reading it.
type landName struct {
	letters uint64 // a bit for each letter that it has
	text    string
}

// fewSearches is how many searches of a country are made without a list: going
// through all names of the world's towns takes as long as a hundred.
const fewSearches = 100

// maxSearched is how many names an index has at most for two errors to be looked
// for: a country's villages beside the world's towns.
const maxSearched = 4 << 20

// list returns the list of a country; nil as long as it does not pay.
func (l *landLists) list(x *Index, country string) *landList {
	l.mu.Lock()
	if l.of == nil {
		l.of = map[string]*landList{}
	}
	land := l.of[country]
	if land == nil {
		land = new(landList)
		l.of[country] = land
	}
	l.mu.Unlock()
	if land.asked.Add(1) <= fewSearches {
		return nil
	}
	land.once.Do(func() { land.fill(x, country) })
	return land
}

// fill lists the names of a country.
func (l *landList) fill(x *Index, country string) {
	var names []landName
	x.names.All(func(key []byte, postings []dict.Posting) bool {
		in := slices.ContainsFunc(postings, func(p dict.Posting) bool {
			return How(p.How) <= Bare && x.Country(Ref(p.Ref)) == country
		})
		if in && dict.Script(string(key)) != 0 {
			text := string(key)
			names = append(names, landName{lettersOf(text), text})
		}
		return true
	})
	slices.SortStableFunc(names, func(a, b landName) int { return length(a.text) - length(b.text) })
	l.names, l.ends = names, make([]int, dict.MaxTypos+3)
	for n := range l.ends {
		l.ends[n], _ = slices.BinarySearchFunc(names, n+1, func(a landName, n int) int { return length(a.text) - n })
	}
}

// near yields the names whose length and letters leave room for no more than two
// errors, of the script of the key.
func (l *landList) near(key string, yield func(name string)) {
	n, letters, script := length(key), lettersOf(key), dict.Script(key)
	from := 0
	if n > 2 {
		from = l.ends[n-3]
	}
	for _, name := range l.names[from:l.ends[n+2]] {
		if bits.OnesCount64(letters&^name.letters) > 2 || bits.OnesCount64(name.letters&^letters) > 2 {
			continue
		}
		if dict.Script(name.text) == script {
			yield(name.text)
		}
	}
}

func length(s string) int { return strings.Count(s, "") - 1 }

// lettersOf has a bit for each letter; letters 64 apart share one.
func lettersOf(s string) (set uint64) {
	for _, r := range s {
		set |= 1 << (uint(r) & 63)
	}
	return set
}
