package gazetteer_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/dateline-map/dateline/geo"
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

// withTypos makes typing errors in a name, none at its first letter.
func withTypos(name string, errors int, rnd *rand.Rand) string {
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

// isLatin reports whether a key has nothing but letters from a to z and spaces.
func isLatin(key string) bool {
	return strings.Trim(key, "abcdefghijklmnopqrstuvwxyz ") == ""
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
		if h.How <= gazetteer.Bare && x.Country(h.Ref) == country && isLatin(h.Key) && len(h.Key) <= 64 {
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
		key = withTypos(key, 2, rnd)
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

// spelledRight is a gazetteer in which names with two typing errors are not
// looked for.
type spelledRight struct{ gazetteer.Places }

func (spelledRight) Misspelt(_, _ string, dst []gazetteer.Hit) []gazetteer.Hit { return dst }

// TestTwoTypos misspells names of settlements twice, and looks them up in their
// own country and ADM1.
func TestTwoTypos(t *testing.T) {
	x, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(5, 6))
	var before, after share
	with := gazetteer.NewResolver(x, gazetteer.ResolverOptions{Explain: true})
	without := gazetteer.NewResolver(spelledRight{x}, gazetteer.ResolverOptions{Explain: true})
	for asked := 0; asked < 600; {
		p := x.Place(gazetteer.Ref(1 + rnd.IntN(x.Len())))
		if !slices.Contains([]string{"IQ", "SY", "UA", "NG", "MX"}, p.Country) || !isLatin(fold.Key(p.Name)) || utf8.RuneCountInString(p.Name) < 9 {
			continue
		}
		asked++
		misspelt, adm1 := withTypos(p.Name, 2, rnd), x.Place(p.Adm1).Name
		before.count(without, misspelt, adm1, p)
		after.count(with, misspelt, adm1, p)
	}
	t.Logf("of 600 names without looking for two errors: %+v; with it: %+v", before, after)
	if gained := after.offered - before.offered; gained < 100 || after.wrong > before.wrong+gained/20 {
		t.Errorf("before: %+v, after: %+v, want a hundred more places offered and no more wrong", before, after)
	}
}

// share counts answers within 25 km of the place meant, others, and how often the
// place was among the candidates.
type share struct{ right, wrong, offered int }

func (s *share) count(r *gazetteer.Resolver, name, adm1 string, p gazetteer.Place) {
	place := geo.Place{Name: name, Within: geo.Within{Country: p.Country, Adm1: adm1}}
	r.Locate(&place)
	if slices.ContainsFunc(place.Candidates, func(c geo.Candidate) bool { return c.ID == p.ID }) {
		s.offered++
	}
	switch m := place.Match; {
	case !m.Located() || m.Reason != "":
	case near(m, p):
		s.right++
	default:
		s.wrong++
	}
}

// TestTwoTyposAreNotGuessed holds names that two errors must not bring to a place.
func TestTwoTyposAreNotGuessed(t *testing.T) {
	x, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	r := gazetteer.NewResolver(x, gazetteer.ResolverOptions{Explain: true})
	found := geo.Place{Name: "Fallaxah", Within: geo.Within{Country: "Iraq", Adm1: "Anbar"}}
	if r.Locate(&found); found.Match.Kind != geo.Fuzzy || found.Match.Name != "Al Fallūjah" && found.Match.Name != "Fallujah" {
		t.Errorf("%q is %+v, want Fallujah: two errors, in its province", found.Name, found.Match)
	}
	for _, test := range []struct {
		name   string
		within geo.Within
		reason string
	}{
		{"Abu Hemem", geo.Within{Country: "Iraq", Adm1: "Anbar"}, "its words are short"},
		{"Fellojyeh", geo.Within{}, "nothing is said"},
		{"Fallvbah", geo.Within{Country: "Iraq"}, "no province is said"},
		{"Fallaxah", geo.Within{Country: "Iraq", Adm1: "Basra"}, "it is not in that province"},
		{"Fallaxah", geo.Within{Country: "Syria", Adm1: "Homs"}, "it is not in that country"},
		{"Fxllaxah", geo.Within{Country: "Iraq", Adm1: "Anbar"}, "three errors"},
	} {
		p := geo.Place{Name: test.name, Within: test.within}
		r.Locate(&p)
		if p.Match.Kind == geo.Fuzzy || len(p.Candidates) > 0 {
			t.Errorf("%q in %+v is %+v, want none: %s", test.name, test.within, p.Match, test.reason)
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
		if key := fold.Key(p.Name); p.Country == "IQ" && isLatin(key) && len(key) >= 9 {
			keys = append(keys, withTypos(key, 2, rnd))
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
