package dict

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
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
	return opened(t, &b)
}

// opened returns the dictionary that a Builder has written.
func opened(t *testing.T, b *Builder) *Dict {
	t.Helper()
	built, err := b.Finish()
	if err != nil {
		t.Fatal(err)
	}
	d, err := Open(Sections{
		Blocks: text(t, built.Blocks), Offsets: text(t, built.Offsets), Entries: text(t, built.Entries),
		Filter: text(t, built.Filter), Skeletons: text(t, built.Skeletons),
		Table: text(t, built.Table), Gaps: text(t, built.Gaps),
	}, built.N)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestManyKeys asks for keys between such that there are not.
func TestManyKeys(t *testing.T) {
	keys := make([]string, 0, 70_000)
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
		if none := fmt.Sprintf("town %06d", 3*i+1); len(d.Postings(none, nil)) > 0 {
			t.Fatalf("%q is found", none)
		}
	}
}

// awkwardKeys are keys whose entries need all that a header can say: lengths beyond
// a half byte, and a block's first key further back than a byte counts.
func awkwardKeys(r *rand.Rand) map[string][]Posting {
	keys := map[string][]Posting{}
	stems := []string{"", "a", "al ", "san ", "بغداد", "llanfairpwllgwyngyll", strings.Repeat("x", 2*longLength), strings.Repeat("km ", MaxKey/4)}
	for range 3000 {
		key := stems[r.IntN(len(stems))]
		for range 1 + r.IntN(2*longLength) {
			key += string(rune('a' + r.IntN(3)))
		}
		var postings []Posting
		for range 1 + r.IntN(3)*r.IntN(60) {
			postings = append(postings, Posting{Ref: 1 + r.Uint32N(1<<20), How: uint8(r.IntN(6))})
		}
		keys[key] = merged(postings)
	}
	return keys
}

// TestAwkwardKeys holds the dictionary against a map.
func TestAwkwardKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	want := awkwardKeys(r)
	b := Builder{Skeleton: func(string) string { return "" }}
	defer b.Close()
	for _, key := range slices.Sorted(maps.Keys(want)) {
		if err := b.Add(key, want[key]); err != nil {
			t.Fatal(err)
		}
	}
	d := opened(t, &b)
	for key, postings := range want {
		if got := d.Postings(key, nil); !slices.Equal(got, postings) {
			t.Fatalf("%q: got %v, want %v", key, got, postings)
		}
		for _, other := range []string{key[:len(key)-1], key + "a", "b" + key[1:], key[:len(key)/2] + "c" + key[len(key)/2:]} {
			if _, is := want[other]; (len(d.Postings(other, nil)) > 0) != is {
				t.Fatalf("%q is found: %v", other, !is)
			}
		}
	}
	checkOf(t, d, want)
	n := 0
	for key, postings := range d.All {
		if !slices.Equal(postings, want[string(key)]) {
			t.Fatalf("%q: got %v in order", key, postings)
		}
		n++
	}
	if n != len(want) {
		t.Errorf("%d keys come in order, not %d", n, len(want))
	}
}

// checkOf looks for the keys of some places, of the last one, and of one that has none.
func checkOf(t *testing.T, d *Dict, want map[string][]Posting) {
	t.Helper()
	type have struct {
		key string
		how uint8
	}
	of := map[uint32][]have{}
	for _, key := range slices.Sorted(maps.Keys(want)) {
		for _, p := range want[key] {
			of[p.Ref] = append(of[p.Ref], have{key, p.How})
		}
	}
	refs := slices.Sorted(maps.Keys(of))
	refs = append(refs, refs[len(refs)-1]+1)
	for n := range 200 {
		ref := refs[n*(len(refs)-1)/199]
		for _, before := range []string{"", "al b", "san ", "x"} {
			var got []have
			d.Of(ref, before, func(key []byte, how uint8) bool {
				got = append(got, have{string(key), how})
				return true
			})
			want := slices.DeleteFunc(slices.Clone(of[ref]), func(h have) bool { return before != "" && h.key >= before })
			if !slices.Equal(got, want) {
				t.Fatalf("place %d has before %q %v, want %v", ref, before, got, want)
			}
		}
	}
}

// TestTableOfManyEntries looks at buckets with places for more than 16 MiB of entries.
func TestTableOfManyEntries(t *testing.T) {
	for _, entries := range []int64{1<<24 - 1, 1 << 24, 1<<32 - 1} {
		w := newTable(100, entries)
		data := make([]byte, w.buckets*uint64(w.bucketLen()))
		for h := range uint64(100) {
			begin := binary.LittleEndian.AppendUint32(nil, uint32(entries-1-int64(h)))
			if err := w.put(data, mix(h), begin); err != nil {
				t.Fatal(err)
			}
		}
		opened, err := openTable(string(data), 100, int(entries))
		if err != nil {
			t.Fatal(err)
		}
		size := opened.bucketLen()
		seen := map[int]bool{}
		for at := 0; at < len(data); at += size {
			for slot := range bucketKeys {
				if data[at+slot] != 0 {
					seen[opened.slot(opened.data[at:at+size], slot)] = true
				}
			}
		}
		for h := range 100 {
			if !seen[int(entries)-1-h] {
				t.Errorf("of %d bytes of entries the one at %d is missing", entries, int(entries)-1-h)
			}
		}
	}
}

// TestTableIsFull fills a table with one hash: it is told, and ends.
func TestTableIsFull(t *testing.T) {
	w := newTable(maxBuckets*bucketKeys*2, 1)
	data := make([]byte, w.buckets*uint64(w.bucketLen()))
	for n := range maxBuckets*bucketKeys + 1 {
		if err := w.put(data, 1, make([]byte, 4)); (err != nil) != (n == maxBuckets*bucketKeys) {
			t.Fatalf("key %d of one hash: %v", n, err)
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

// merged sorts postings and keeps for each place the best.
func merged(postings []Posting) []Posting {
	slices.SortFunc(postings, func(a, b Posting) int { return cmp.Or(cmp.Compare(a.Ref, b.Ref), cmp.Compare(a.How, b.How)) })
	return slices.CompactFunc(postings, func(a, b Posting) bool { return a.Ref == b.Ref })
}
