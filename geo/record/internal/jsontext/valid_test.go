package jsontext

import (
	"bytes"
	"encoding/json"
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// TestValidJSON holds the quick validation against encoding/json's, on all texts of
// up to five of the bytes that JSON is made of, on a document with one byte of it
// changed, and where nesting ends.
func TestValidJSON(t *testing.T) {
	check := func(text string) {
		if got, want := Valid([]byte(text)), json.Valid([]byte(text)); got != want {
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

// FuzzMembers takes objects apart and compares with encoding/json.
func FuzzMembers(f *testing.F) {
	f.Add([]byte(`{"a":1,"b\u0062":"x\"y","c":[{}, "]"],"d":{"e":null},"a":true}`))
	f.Add([]byte(" \n{ }"))
	f.Add([]byte(`[-0.5e+3,"\ud83d\u00e9\\",[],{"":tru}]`))
	f.Fuzz(func(t *testing.T, text []byte) {
		if got, want := Valid(text), json.Valid(text); got != want {
			t.Errorf("%q: valid is %v, want %v", text, got, want)
		}
		text = bytes.TrimSpace(text)
		var want map[string]json.RawMessage
		if len(text) == 0 || text[0] != '{' || !utf8.Valid(text) || json.Unmarshal(text, &want) != nil {
			return
		}
		if end := End(text, 0); end != len(text) {
			t.Errorf("value of %d bytes ends at %d", len(text), end)
		}
		got := map[string]json.RawMessage{}
		Members(text, func(key, value []byte) { got[string(key)] = value })
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	})
}
