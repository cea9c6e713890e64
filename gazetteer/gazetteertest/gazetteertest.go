// Package gazetteertest has small gazetteers, and samples of the embedded one, for tests.
package gazetteertest

import (
	"bytes"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/world"
)

// SmallWorld is a gazetteer of two countries: Arrland, a square of two
// provinces of which the eastern one has a hole, and Borrland beside it.
func SmallWorld() []build.Place {
	return []build.Place{
		{ID: "t:AA", Name: "Arrland", Codes: []string{"AA"}, Demonyms: []string{"Arrish"}, Type: placetype.Country, Country: "AA",
			Lon: 10, Lat: 10, Population: 3_141_592, RadiusM: 200_000, Area: Box(8, 8, 12, 12), Box: orb.Bound{Min: orb.Point{8, 8}, Max: orb.Point{12, 12}}},
		{ID: "t:BB", Name: "Borrland", Type: placetype.Country, Country: "BB", Lon: 13, Lat: 10, Area: Box(12, 8, 14, 12)},
		{ID: "t:AA.1", Name: "West Province", Type: placetype.Adm1, Code: "ADM1", Country: "AA", Lon: 9, Lat: 10, Area: Box(8, 8, 10, 12)},
		{ID: "t:AA.2", Name: "East Province", Type: placetype.Adm1, Code: "ADM1", Country: "AA", Lon: 11, Lat: 10,
			Area: orb.MultiPolygon{append(Box(10, 8, 12, 12)[0], Box(10.5, 9, 11, 10)[0][0])}},
		{ID: "t:AA.1.7", Name: "Lower District", Type: placetype.Adm2, Country: "AA", Adm1: "t:AA.1"},
		{ID: "gn:1", Name: "Al Ḩarra", Aliases: []string{"الحرة", "Harrah"}, Type: placetype.City, Code: "PPLA", Country: "AA",
			Adm1: "t:AA.1", Adm2: "t:AA.1.7", Lon: 9.12345, Lat: 9.54321, Population: 123_400},
		{ID: "gn:4294967295", Name: "Borrow", Type: placetype.Town, Country: "BB", Lon: 13.5, Lat: 11},
		{ID: "dl:arr", Name: "Arr", Type: placetype.River, Countries: []string{"AA", "BB"}, Lon: 12, Lat: 9},
	}
}

// Box returns a rectangle.
func Box(west, south, east, north float64) orb.MultiPolygon {
	return orb.MultiPolygon{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}
}

// Write returns the bytes of an index of places.
func Write(t testing.TB, places []build.Place) string {
	t.Helper()
	var b bytes.Buffer
	if err := build.Write(&b, each(places), gazetteer.Info{Title: "test"}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Index returns an index of places.
func Index(t testing.TB, places []build.Place) *gazetteer.Index {
	t.Helper()
	x, err := gazetteer.New(Write(t, places))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func each(places []build.Place) iter.Seq2[build.Place, error] {
	return func(yield func(build.Place, error) bool) {
		for _, p := range places {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// Sample returns the embedded index and places drawn from all of it, so many that
// look-ups do not find their memory in the cache from the time before. Their names
// are copies, as those that a reader has of a table.
func Sample(b *testing.B) (*gazetteer.Index, []gazetteer.Place) {
	b.Helper()
	x, err := world.Open()
	if err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	places := make([]gazetteer.Place, 1<<17)
	for i := range places {
		for !places[i].Located {
			places[i] = x.Place(gazetteer.Ref(1 + r.IntN(x.Len())))
		}
		places[i].Name = strings.Clone(places[i].Name)
	}
	return x, places
}

// WithTypos makes typing errors in a name, none at its first letter.
func WithTypos(name string, errors int, rnd *rand.Rand) string {
	s := []rune(name)
	for range errors {
		at := 1 + rnd.IntN(len(s)-1)
		letter := rune('a' + rnd.IntN(26))
		switch rnd.IntN(4) {
		case 0:
			s = slices.Delete(s, at, at+1)
		case 1:
			s = slices.Insert(s, at, letter)
		case 2:
			s[at] = letter
		default:
			if at+1 < len(s) {
				s[at], s[at+1] = s[at+1], s[at]
			}
		}
	}
	return string(s)
}

// IsLatin reports whether a key has nothing but letters from a to z and spaces.
func IsLatin(key string) bool {
	return strings.Trim(key, "abcdefghijklmnopqrstuvwxyz ") == ""
}
