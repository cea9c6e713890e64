package literal

import (
	"math"
	"math/rand"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// TestShortDecimal holds the quick way to read a number against the plain one, on
// all texts of five of the bytes that numbers are made of, and on numbers of all
// lengths.
func TestShortDecimal(t *testing.T) {
	check := func(s string) {
		got, ok := ShortDecimal(s)
		want, err := strconv.ParseFloat(s, 64)
		if ok && (err != nil || math.Float64bits(got) != math.Float64bits(want)) {
			t.Fatalf("%q is %v, want %v, %v", s, got, want, err)
		}
		if plain := err == nil && plainNumber(s); !ok && plain && len(s) <= 5 && !strings.ContainsAny(s, "e+") {
			t.Fatalf("%q is read the slow way", s)
		}
	}
	const letters = "0179.-+ex "
	for n := range 6 {
		for code := range int(math.Pow(float64(len(letters)), float64(n))) {
			s := make([]byte, n)
			for i := range s {
				s[i] = letters[code%len(letters)]
				code /= len(letters)
			}
			check(string(s))
		}
	}
	rng := rand.New(rand.NewSource(1))
	for range 200_000 {
		s := strconv.FormatFloat(rng.NormFloat64()*math.Pow(10, float64(rng.Intn(12)-4)), 'f', rng.Intn(17), 64)
		check(s)
	}
}

// TestMissingLengths holds what tells most cells against the words themselves, in
// every way of writing one of their letters.
func TestMissingLengths(t *testing.T) {
	capitals := map[rune][]rune{}
	for r := range unicode.MaxRune {
		if l := unicode.ToLower(r); l != r {
			capitals[l] = append(capitals[l], r)
		}
	}
	for w := range missingWords {
		for i, small := range w {
			for _, capital := range capitals[small] {
				all := strings.ReplaceAll(w, string(small), string(capital))
				one := w[:i] + string(capital) + w[i+len(string(small)):]
				for _, s := range []string{w, strings.ToUpper(w), all, one} {
					if s[0] != w[0] && s[0] != strings.ToUpper(w)[0] {
						continue // a foreign first letter
					}
					if missingWords[strings.ToLower(s)] != Missing(s) {
						t.Errorf("%q for %q: missing is %v", s, w, Missing(s))
					}
				}
			}
		}
	}
	for _, s := range []string{"Nigeria", "Unclear border", "-", "--", "naïve", "5", strings.Repeat("n", 70)} {
		if Missing(s) != missingWords[strings.ToLower(s)] {
			t.Errorf("%q: missing is %v", s, Missing(s))
		}
	}
}
