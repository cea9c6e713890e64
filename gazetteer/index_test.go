package gazetteer_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/gazetteertest"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
	"github.com/paulmach/orb/planar"
)

// find returns the place with an id.
func find(t *testing.T, x *gazetteer.Index, id string) gazetteer.Place {
	t.Helper()
	ref, ok := x.ByID(id)
	if !ok {
		t.Fatalf("no place has the id %s", id)
	}
	return x.Place(ref)
}

func TestPlaceComesBack(t *testing.T) {
	x := gazetteertest.Index(t, gazetteertest.SmallWorld())
	land, west, district := find(t, x, "t:AA"), find(t, x, "t:AA.1"), find(t, x, "t:AA.1.7")
	got := find(t, x, "gn:1")
	want := gazetteer.Place{
		Ref: got.Ref, ID: "gn:1", Name: "Al Ḩarra", Type: "city", Code: "PPLA", Country: "AA",
		Parent: district.Ref, Adm2: district.Ref, Adm1: west.Ref, Land: land.Ref,
		Point: orb.Point{9.12345, 9.54321}, Located: true, Population: 123_400,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a place comes back changed (-want +got):\n%s", diff)
	}
	if land.Population != 3_142_000 || land.RadiusM != 200_000 || land.Land != land.Ref {
		t.Errorf("country came back as %+v", land)
	}
	if district.Located || district.Adm1 != west.Ref || district.Adm2 != district.Ref {
		t.Errorf("a district without a point came back as %+v", district)
	}
	if river := find(t, x, "dl:arr"); !slices.Equal(x.Countries(river.Ref), []string{"AA", "BB"}) || river.Land != 0 {
		t.Errorf("a river of two countries lies in %v", x.Countries(river.Ref))
	}
	if big := find(t, x, "gn:4294967295"); big.Name != "Borrow" {
		t.Errorf("the largest numeric id leads to %+v", big)
	}
	if got := x.Place(gazetteer.Ref(x.Len() + 1)); got != (gazetteer.Place{}) {
		t.Errorf("a Ref too many gives %+v", got)
	}
	if box, known := x.Bound(land.Ref); !known || box.Max != (orb.Point{12, 12}) {
		t.Errorf("the country's box is %v, %t", box, known)
	}
}

func TestNames(t *testing.T) {
	x := gazetteertest.Index(t, gazetteertest.SmallWorld())
	for _, test := range []struct {
		look   func(string, []gazetteer.Hit) []gazetteer.Hit
		key    string
		id     string
		how    gazetteer.How
		reason string
	}{
		{x.Exact, "al harra", "gn:1", gazetteer.Main, "the main name"},
		{x.Exact, "harrah", "gn:1", gazetteer.Alias, "an alternate name"},
		{x.Exact, "الحره", "gn:1", gazetteer.Alias, "in its own script"},
		{x.Exact, "aa", "t:AA", gazetteer.Code, "a code"},
		{x.Exact, "arrish", "t:AA", gazetteer.Demonym, "a demonym"},
		{x.Exact, "east", "t:AA.2", gazetteer.Bare, "a province without the word"},
		{x.WithoutArticle, "harra", "gn:1", gazetteer.Bare, "without the article"},
		{x.WithoutArticle, "el harra", "gn:1", gazetteer.Bare, "with another article"},
		{x.WithoutArticle, "the borrow", "gn:4294967295", gazetteer.Bare, "with one that the name has not"},
		{x.WithoutArticle, "حره", "gn:1", gazetteer.Bare, "without the article, which Arabic joins to the word"},
		{x.Skeleton, "el hara", "gn:1", gazetteer.Main, "another transliteration"},
	} {
		hits := test.look(test.key, nil)
		if len(hits) != 1 || x.Place(hits[0].Ref).ID != test.id || hits[0].How != test.how {
			t.Errorf("%q gives %+v, want %s as %v: %s", test.key, hits, test.id, test.how, test.reason)
		}
	}
}

func TestReverseKnowsHolesAndShores(t *testing.T) {
	x := gazetteertest.Index(t, gazetteertest.SmallWorld())
	for _, test := range []struct {
		point      orb.Point
		land, adm1 string
		reason     string
	}{
		{orb.Point{9, 11}, "t:AA", "t:AA.1", "inside a province"},
		{orb.Point{11.5, 11}, "t:AA", "t:AA.2", "inside the other"},
		{orb.Point{10.75, 9.5}, "t:AA", "", "in the hole of a province, but in the country"},
		{orb.Point{13, 9}, "t:BB", "", "a country without provinces"},
		{orb.Point{-50, -50}, "", "", "at sea"},
		{orb.Point{200, 95}, "", "", "not on earth"},
	} {
		in := x.Reverse(test.point)
		if x.Place(in.Land).ID != test.land || x.Place(in.Adm1).ID != test.adm1 {
			t.Errorf("%v lies in %q, %q: %s", test.point, x.Place(in.Land).ID, x.Place(in.Adm1).ID, test.reason)
		}
	}
}

func TestSameBytesWhateverTheOrder(t *testing.T) {
	places := randomPlaces(1, 300)
	want := gazetteertest.Write(t, places)
	r := rand.New(rand.NewPCG(2, 2))
	for range 3 {
		r.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
		if gazetteertest.Write(t, places) != want {
			t.Fatal("the order of places changes the index")
		}
	}
}

// randomPlaces makes places whose names are like one another, so that look-ups
// meet many near misses.
func randomPlaces(seed uint64, n int) []build.Place {
	r := rand.New(rand.NewPCG(seed, 7))
	name := func() string {
		letters := []string{"a", "a", "b", "c", "k", "h", "q", "i", " ", "-", "é", "2"}
		if r.IntN(6) == 0 {
			letters = []string{"ا", "ب", "ت", "ك", "ه", " ", "ي"}
		}
		var s strings.Builder
		for range 1 + r.IntN(6) {
			s.WriteString(letters[r.IntN(len(letters))])
		}
		return "b" + s.String()
	}
	places := make([]build.Place, n)
	for i := range places {
		places[i] = build.Place{
			ID: "gn:" + string(rune('a'+i%26)) + strings.Repeat("x", i/26), Name: name(), Type: placetype.Town,
			Aliases: []string{name(), name()}, Lon: r.Float64()*360 - 180, Lat: r.Float64()*180 - 90,
		}
		if r.IntN(2) == 0 { // crowd some of them
			places[i].Lon, places[i].Lat = 179.5+r.Float64()/2, 60+r.Float64()
		}
	}
	return places
}

// keysOf returns all keys of places with the ids of those that have them.
func keysOf(places []build.Place) map[string][]string {
	keys := map[string][]string{}
	for _, p := range places {
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			if key := fold.Key(name); !slices.Contains(keys[key], p.ID) {
				keys[key] = append(keys[key], p.ID)
			}
		}
	}
	return keys
}

func ids(x *gazetteer.Index, hits []gazetteer.Hit) []string {
	var ids []string
	for _, h := range hits {
		ids = append(ids, x.Place(h.Ref).ID)
	}
	return sorted(ids)
}

// sorted returns ids in order, each once.
func sorted(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}

func TestNearbyAgainstBruteForce(t *testing.T) {
	places := randomPlaces(3, 400)
	x := gazetteertest.Index(t, places)
	r := rand.New(rand.NewPCG(4, 4))
	for i := range 300 {
		p := orb.Point{r.Float64()*360 - 180, r.Float64()*180 - 90}
		if i%3 == 0 {
			p = orb.Point{-179.9, 60.5}
		}
		if i%7 == 0 {
			p[1] = 89.9
		}
		radius := r.Float64() * 3e6
		var want []string
		for _, q := range places {
			if geo.DistanceHaversine(p, x.Place(mustRef(t, x, q.ID)).Point) <= radius {
				want = append(want, q.ID)
			}
		}
		var got []string
		last := 0.0
		for _, n := range x.Nearby(p, radius, 1000) {
			got = append(got, x.Place(n.Ref).ID)
			if n.DistanceM < last {
				t.Errorf("neighbours of %v are not in order", p)
			}
			last = n.DistanceM
		}
		if !slices.Equal(sorted(got), sorted(want)) {
			t.Errorf("within %.0f m of %v are %d places, found %d", radius, p, len(want), len(got))
		}
	}
}

// TestShoresAgainstNearby compares whose areas a point at sea is counted to with
// the nearest of all places near it.
func TestShoresAgainstNearby(t *testing.T) {
	places := randomPlaces(5, 400)
	for i := range places {
		if places[i].Country = "AA"; i%2 == 0 {
			places[i].Country = "BB"
		}
	}
	for _, code := range []string{"AA", "BB"} {
		places = append(places, build.Place{ID: "t:" + code, Name: code, Type: placetype.Country, Country: code, Lon: 0, Lat: 0})
	}
	x := gazetteertest.Index(t, places)
	r := rand.New(rand.NewPCG(6, 6))
	near := 0
	for range 3000 {
		at := x.Place(gazetteer.Ref(1 + r.IntN(x.Len()))).Point
		p := orb.Point{at[0] + (r.Float64()-0.5)/2, max(-90, min(90, at[1]+(r.Float64()-0.5)/2))}
		want := gazetteer.Within{}
		if all := x.Nearby(p, 20_000, 1000); len(all) > 0 {
			nearest := x.Place(all[0].Ref)
			want = gazetteer.Within{Land: nearest.Land, Adm1: nearest.Adm1, Adm2: nearest.Adm2}
			if want.Land != 0 {
				near++
			}
		}
		if got := x.Reverse(p); got != want {
			t.Errorf("%v lies in %v, got %v", p, want, got)
		}
	}
	if near == 0 {
		t.Error("no point was near a place of a country")
	}
}

func mustRef(t *testing.T, x *gazetteer.Index, id string) gazetteer.Ref {
	ref, ok := x.ByID(id)
	if !ok {
		t.Fatalf("no place has the id %s", id)
	}
	return ref
}

func TestReverseAgainstBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	var lands []build.Place
	for i := range 30 { // triangles beside one another, one in each field of a chessboard
		west, south := float64(i%6)*30-90, float64(i/6)*30-75
		ring := orb.Ring{}
		for range 3 {
			ring = append(ring, orb.Point{round(west + r.Float64()*29), round(south + r.Float64()*29)})
		}
		ring = append(ring, ring[0])
		if ring.Orientation() == orb.CW {
			ring.Reverse()
		}
		code := string([]byte{'A' + byte(i/26), 'A' + byte(i%26)})
		lands = append(lands, build.Place{ID: "t:" + code, Name: code, Type: placetype.Country, Country: code, Lon: west, Lat: 1, Area: orb.MultiPolygon{{ring}}})
	}
	x := gazetteertest.Index(t, lands)
	for range 20_000 {
		p := orb.Point{r.Float64()*180 - 90, r.Float64()*150 - 75}
		want := ""
		for _, land := range lands {
			if planar.MultiPolygonContains(land.Area, p) {
				want = land.ID
			}
		}
		if got := x.Place(x.Reverse(p).Land).ID; got != want {
			t.Fatalf("%v lies in %q, got %q", p, want, got)
		}
	}
}

// round cuts a coordinate to what an index keeps of outlines.
func round(v float64) float64 { return float64(int(v*1000)) / 1000 }

func TestAreaComesBack(t *testing.T) {
	places := gazetteertest.SmallWorld()
	x := gazetteertest.Index(t, places)
	for _, p := range places {
		if diff := cmp.Diff(p.Area, x.Area(mustRef(t, x, p.ID))); diff != "" {
			t.Errorf("the area of %s (-want +got):\n%s", p.ID, diff)
		}
	}
}

func TestEveryNameFindsItsPlace(t *testing.T) {
	places := gazetteertest.SmallWorld()
	x := gazetteertest.Index(t, places)
	for _, p := range places {
		names := x.Names(mustRef(t, x, p.ID), "")
		for _, name := range slices.Concat([]string{p.Name}, p.Aliases, p.Codes, p.Demonyms) {
			if key := fold.Key(name); !slices.ContainsFunc(names, func(h gazetteer.Hit) bool { return h.Key == key }) {
				t.Errorf("%s does not have the name %q", p.ID, key)
			}
		}
	}
}
