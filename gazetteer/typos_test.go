package gazetteer_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/gazetteertest"
	"github.com/dateline-map/dateline/gazetteer/world"
)

// apart is the restricted Damerau-Levenshtein distance, by the whole table.
func apart(a, b string) int {
	x, y := []rune(a), []rune(b)
	d := make([][]int, len(x)+1)
	for i := range d {
		d[i] = make([]int, len(y)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
				continue
			case x[i-1] == y[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j-1], d[i-1][j], d[i][j-1])
			}
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d[i][j] = min(d[i][j], 1+d[i-2][j-2])
			}
		}
	}
	return d[len(x)][len(y)]
}

// TestMisspeltAgainstBruteForce asks often enough for the first answers to come
// without a list of the country's names and the last ones from it.
func TestMisspeltAgainstBruteForce(t *testing.T) {
	x, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	const country = "LB"
	names := map[string][]gazetteer.Ref{}
	for h := range x.AllNames() {
		if h.How <= gazetteer.Bare && x.Country(h.Ref) == country && gazetteertest.IsLatin(h.Key) && len(h.Key) <= 64 {
			names[h.Key] = append(names[h.Key], h.Ref)
		}
	}
	var keys []string
	for key := range names {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	rnd := rand.New(rand.NewPCG(3, 4))
	found := 0
	for range 200 {
		key := ""
		for len(key) < 3 {
			key = keys[rnd.IntN(len(keys))]
		}
		key = gazetteertest.WithTypos(key, 2, rnd)
		var want []gazetteer.Hit
		for _, name := range keys {
			if name[0] == key[0] && apart(key, name) == 2 {
				for _, ref := range names[name] {
					want = append(want, gazetteer.Hit{Ref: ref, Key: name, Edits: 2})
				}
			}
		}
		got := x.Misspelt(key, country, nil)
		for i := range got {
			got[i].How = 0
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", key, got, want)
		}
		found += len(want)
	}
	if found == 0 {
		t.Error("nothing was there to be found")
	}
}

func TestMisspeltRefuses(t *testing.T) {
	x, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ key, country, reason string }{
		{"", "IQ", "nothing"},
		{"faluja", "", "no country"},
		{"h 3 airbace", "IQ", "a digit: two errors make any code of any other"},
		{"mosul الموصل", "IQ", "two alphabets"},
		{strings.Repeat("a", 10_000), "IQ", "no name is as long"},
		{"\xff\xfe", "IQ", "no text"},
	} {
		if got := x.Misspelt(test.key, test.country, nil); len(got) > 0 {
			t.Errorf("%.20q in %q: %v, want none: %s", test.key, test.country, got, test.reason)
		}
	}
}

func BenchmarkMisspelt(b *testing.B) {
	x, err := world.Open()
	if err != nil {
		b.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(7, 8))
	var keys []string
	for len(keys) < 500 {
		p := x.Place(gazetteer.Ref(1 + rnd.IntN(x.Len())))
		if key := fold.Key(p.Name); p.Country == "IQ" && gazetteertest.IsLatin(key) && len(key) >= 9 {
			keys = append(keys, gazetteertest.WithTypos(key, 2, rnd))
		}
	}
	for range 200 {
		x.Misspelt("bagdhaad", "IQ", nil) // until the list is made
	}
	i := 0
	var hits []gazetteer.Hit
	for b.Loop() {
		hits = x.Misspelt(keys[i%len(keys)], "IQ", hits[:0])
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "names/s")
}
