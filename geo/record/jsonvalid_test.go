package record

import (
	"encoding/json"
	"math/rand"
	"strings"
	"testing"
)

// TestValidJSON holds the quick validation against encoding/json's, on all texts of
// up to five of the bytes that JSON is made of, on a document with one byte of it
// changed, and where nesting ends.
func TestValidJSON(t *testing.T) {
	check := func(text string) {
		if got, want := validJSON([]byte(text)), json.Valid([]byte(text)); got != want {
			t.Fatalf("%.60q: valid is %v, want %v", text, got, want)
		}
	}
	const letters = `{}[]":,01-.eE+ \un`
	for n, count := 0, 1; n <= 5; n, count = n+1, count*len(letters) {
		text := make([]byte, n)
		for code := range count {
			for i := range text {
				text[i] = letters[code%len(letters)]
				code /= len(letters)
			}
			check(string(text))
		}
	}
	const document = ` {"a":"long enough for eight bytes at once \u00e9\\","b":[-12.5e+3,true,false,null,{}],"c":{"d":[[]]}} `
	rng := rand.New(rand.NewSource(1))
	for range 100_000 {
		text := []byte(document)
		text[rng.Intn(len(text))] = byte(rng.Intn(256))
		check(string(text))
	}
	for _, depth := range []int{deepestJSON - 1, deepestJSON, deepestJSON + 1} {
		for _, inner := range []string{"", "1"} {
			check(strings.Repeat("[", depth) + inner + strings.Repeat("]", depth))
		}
		check(strings.Repeat(`{"":`, depth-1) + "{}" + strings.Repeat("}", depth-1))
		check(strings.Repeat(`{"":`, depth) + "1" + strings.Repeat("}", depth))
	}
}
