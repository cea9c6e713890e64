package dict

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/internal/file"
)

// text returns a section as it stands in a file.
func text(t *testing.T, s file.Section) string {
	t.Helper()
	var b strings.Builder
	for _, part := range s {
		if _, err := io.Copy(&b, part.Reader()); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// dictOf returns the dictionary of keys, which are in order; each has the place of
// its number.
func dictOf(t *testing.T, keys []string) *Dict {
	t.Helper()
	b := Builder{Skeleton: func(string) string { return "" }}
	defer b.Close()
	for i, key := range keys {
		if err := b.Add(key, []Posting{{Ref: uint32(i + 1)}}); err != nil {
			t.Fatal(err)
		}
	}
	built, err := b.Finish()
	if err != nil {
		t.Fatal(err)
	}
	d, err := Open(Sections{
		Blocks: text(t, built.Blocks), Offsets: text(t, built.Offsets), Entries: text(t, built.Entries),
		Filter: text(t, built.Filter), Skeletons: text(t, built.Skeletons),
	}, built.N)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestKeysAskedAgain asks for more keys than blocks are kept of, again and again,
// between keys that there are not.
func TestKeysAskedAgain(t *testing.T) {
	keys := make([]string, 0, 4*recentSets+5000)
	for i := range cap(keys) {
		keys = append(keys, fmt.Sprintf("town %06d", 3*i))
	}
	d := dictOf(t, keys)
	r := rand.New(rand.NewPCG(3, 4))
	for range 400_000 {
		i := r.IntN(len(keys))
		if r.IntN(2) == 0 {
			i %= 1000 // some are asked for often
		}
		if got := d.Postings(keys[i], nil); len(got) != 1 || got[0].Ref != uint32(i+1) {
			t.Fatalf("%q: got %v", keys[i], got)
		}
		if none := fmt.Sprintf("town %06d", 3*i+1); d.Has(none) {
			t.Fatalf("%q is found", none)
		}
	}
}

// TestSetOfKeys goes beyond what is kept in a list.
func TestSetOfKeys(t *testing.T) {
	var s keys
	var all []string
	for i := range 3 * fewKeys {
		key := fmt.Sprint(i * 7 % 20)
		if isNew := !slices.Contains(all, key); s.add(key) != isNew {
			t.Fatalf("key %q after %q: want new %v", key, all, isNew)
		}
		all = append(all, key)
	}
}
