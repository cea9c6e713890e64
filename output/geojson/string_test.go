package geojson

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/output"
)

// FuzzAppendString checks that any text is one JSON string on one line that
// reads back as the text, but for what is not UTF-8.
func FuzzAppendString(f *testing.F) {
	for _, e := range geotest.Events() {
		f.Add(e.Source.Quote)
	}
	f.Add("seven b\x1fefore")
	f.Add("\x80\x9f\xa0\xff")
	f.Fuzz(func(t *testing.T, s string) {
		b := AppendString(nil, s)
		var got string
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatalf("%q: %v", b, err)
		}
		if want := oneByOne(s); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if !utf8.Valid(b) || strings.ContainsAny(string(b), "<\x1e\n\r\u2028\u2029") {
			t.Errorf("unsafe: %q", b)
		}
	})
}

// oneByOne replaces each byte that is not UTF-8, not each run of them.
func oneByOne(s string) string { return string([]rune(s)) }

// TestCopyPlain checks the eights against the ones: each byte at each place of
// texts of each length.
func TestCopyPlain(t *testing.T) {
	for c := range 256 {
		for size := range 26 {
			for at := range size {
				s := strings.Repeat("x", at) + string([]byte{byte(c)}) + strings.Repeat("x", size-at-1)
				want := size
				if !isPlain(byte(c)) {
					want = at
				}
				copied := make([]byte, size)
				if got := copyPlain(copied, s); got != want || string(copied[:got]) != s[:got] {
					t.Fatalf("byte %#x at %d of %d: got %d, %q, want %d", c, at, size, got, copied, want)
				}
			}
		}
	}
}

// FuzzEncoder checks that whatever an event says, its feature is JSON and says
// the same.
func FuzzEncoder(f *testing.F) {
	f.Add("id", "text", "name", "1e5", true)
	f.Add("", "", "id", "{", true)
	f.Add("\xff", "</script>", "\x00", `"a`, true)
	f.Fuzz(func(t *testing.T, id, text, name, value string, isJSON bool) {
		e := geo.Event{ID: id, Title: text, Extra: []geo.Property{{Name: name, Value: value, JSON: isJSON}}}
		columns := output.NewColumns(name)
		b, err := NewEncoder(columns, Options{}).Append(nil, &e)
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			ID         string
			Properties map[string]any
		}
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatalf("%v: %s", err, b)
		}
		all := columns.All()
		if got.ID != oneByOne(id) || len(got.Properties) != len(all) {
			t.Errorf("id %q, %d properties: %s", got.ID, len(got.Properties), b)
		}
		if got := got.Properties[all[len(all)-1].Name]; !isJSON && got != oneByOne(value) {
			t.Errorf("got %q, want %q", got, value)
		}
	})
}
