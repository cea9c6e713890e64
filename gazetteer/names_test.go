package gazetteer_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/gazetteertest"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/google/go-cmp/cmp"
)

func TestNamesAgainstBruteForce(t *testing.T) {
	for _, size := range []int{0, 1, 2, 15, 16, 17, 33, 200} {
		places := randomPlaces(uint64(size), size)
		x, keys := gazetteertest.Index(t, places), keysOf(places)
		asked := keysOf(randomPlaces(uint64(size)+1000, 40))
		for key := range keys {
			asked[key] = nil
		}
		for key := range asked {
			if got, want := ids(x, x.Exact(key, nil)), sorted(slices.Clone(keys[key])); !slices.Equal(got, want) {
				t.Errorf("%d places: %q is the name of %v, found %v", size, key, want, got)
			}
			checkSkeleton(t, x, keys, key)
			checkFuzzy(t, x, keys, key)
		}
	}
}

// Keys that begin alike fill several blocks of the dictionary.
func TestNamesThatBeginAlike(t *testing.T) {
	var places []build.Place
	for i := range 100 {
		name := "San Fernando " + string(rune('a'+i/10)) + string(rune('a'+i%10))
		places = append(places, build.Place{ID: "t:" + name, Name: name, Type: placetype.Village, Lon: 1, Lat: 1})
	}
	x := gazetteertest.Index(t, places)
	for _, p := range places {
		if hits := x.Exact(fold.Key(p.Name), nil); len(hits) != 1 || x.Place(hits[0].Ref).ID != p.ID {
			t.Errorf("%q gives %v", p.Name, hits)
		}
	}
	for _, key := range []string{"san fern", "san fernando", "san fernando aaa", "san fernando zz", "san ferm"} {
		if hits := x.Exact(key, nil); len(hits) != 0 {
			t.Errorf("%q, which is no name, gives %v", key, hits)
		}
	}
}

func checkSkeleton(t *testing.T, x *gazetteer.Index, keys map[string][]string, key string) {
	t.Helper()
	var want []string
	for other, ids := range keys {
		if s := fold.Skeleton(key); s != "" && s == fold.Skeleton(other) {
			want = append(want, ids...)
		}
	}
	if got := ids(x, x.Skeleton(key, nil)); !slices.Equal(got, sorted(want)) {
		t.Errorf("the skeleton of %q is that of %v, found %v", key, want, got)
	}
}

func checkFuzzy(t *testing.T, x *gazetteer.Index, keys map[string][]string, key string) {
	t.Helper()
	near := map[string]uint8{}
	for other := range keys {
		if key != other && oneEdit(key, other) {
			near[other] = 1
		}
	}
	found := map[string]uint8{}
	for _, h := range x.Fuzzy(key, 1, nil) {
		found[h.Key] = h.Edits
	}
	if diff := cmp.Diff(near, found); diff != "" {
		t.Errorf("one edit from %q (-want +got):\n%s", key, diff)
	}
}

// oneEdit reports whether b is a with one character left out, put in, replaced or
// exchanged with its neighbour, where only letters of a's scripts and the space
// are put in.
func oneEdit(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	from := 0
	for from < min(len(ra), len(rb)) && ra[from] == rb[from] {
		from++
	}
	to := 0
	for to < min(len(ra), len(rb))-from && ra[len(ra)-1-to] == rb[len(rb)-1-to] {
		to++
	}
	out, in := ra[from:len(ra)-to], rb[from:len(rb)-to]
	switch {
	case len(out) == 1 && len(in) == 0:
		return true
	case len(in) == 1 && len(out) <= 1:
		return mayPutIn(a, in[0])
	}
	return len(out) == 2 && len(in) == 2 && out[0] == in[1] && out[1] == in[0]
}

func mayPutIn(key string, r rune) bool {
	if r == ' ' {
		return true
	}
	for _, script := range []struct{ first, last rune }{{'a', 'z'}, {'א', 'ת'}, {'ا', 'ۿ'}, {'а', 'ӿ'}, {'α', 'ω'}} {
		has := strings.ContainsFunc(key, func(c rune) bool { return script.first <= c && c <= script.last })
		if has && script.first <= r && r <= script.last {
			return true
		}
	}
	return false
}

// Two edits are two times one edit.
func TestTwoEditsAgainstBruteForce(t *testing.T) {
	places := randomPlaces(5, 30)
	x, keys := gazetteertest.Index(t, places), keysOf(places)
	for key := range keysOf(randomPlaces(6, 5)) {
		want := map[string]uint8{}
		for other := range keys {
			switch {
			case other == key:
			case oneEdit(key, other):
				want[other] = 1
			case damerau([]rune(key), []rune(other)) == 2 && lettersEnough(key, other):
				want[other] = 2
			}
		}
		got := map[string]uint8{}
		for _, h := range x.Fuzzy(key, 2, nil) {
			if h.Edits == 1 || lettersEnough(key, h.Key) {
				got[h.Key] = h.Edits
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("two edits from %q (-want +got):\n%s", key, diff)
		}
	}
}

// lettersEnough reports whether all that b has, and a has not, may be put into a:
// where scripts or digits mix, the order of two edits counts, which the plain
// distance does not know.
func lettersEnough(a, b string) bool {
	for _, r := range b {
		if r != ' ' && (r < 'a' || r > 'z') {
			return false
		}
	}
	return strings.ContainsFunc(a, func(r rune) bool { return 'a' <= r && r <= 'z' }) && len(a) > 2
}

// damerau is the unrestricted Damerau-Levenshtein distance, by breadth-first
// steps of one edit over the letters of both strings, up to 2.
func damerau(a, b []rune) int {
	letters := append(slices.Clone(b), ' ')
	for _, middle := range editsOf(a, letters) {
		if oneEditOver(middle, b, letters) {
			return 2
		}
	}
	return 3
}

func oneEditOver(a, b, letters []rune) bool {
	return slices.ContainsFunc(editsOf(a, letters), func(c []rune) bool { return slices.Equal(c, b) })
}

// editsOf returns all strings one edit from a, with the letters given put in.
func editsOf(a, letters []rune) [][]rune {
	var all [][]rune
	join := func(parts ...[]rune) { all = append(all, slices.Concat(parts...)) }
	for i := range len(a) + 1 {
		for _, l := range letters {
			join(a[:i], []rune{l}, a[i:])
		}
		if i < len(a) {
			join(a[:i], a[i+1:])
			for _, l := range letters {
				join(a[:i], []rune{l}, a[i+1:])
			}
		}
		if i+1 < len(a) {
			join(a[:i], []rune{a[i+1], a[i]}, a[i+2:])
		}
	}
	return all
}
