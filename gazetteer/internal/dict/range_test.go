package dict

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// tried returns the neighbours of a key as they are found by trying every error, none
// by reading the keys that begin like it.
func tried(d *Dict, key string, from int) (found []string) {
	p := &probe{dict: d, key: key, first: from}
	p.prepare()
	p.end = len(p.cuts)
	p.deletions()
	p.exchanges()
	p.letters()
	p.tell(func(key string, _ Location) bool {
		found = append(found, key)
		return true
	})
	return found
}

// once keeps the first of each key, and leaves out the key asked for.
func once(found []string, asked string) (out []string) {
	for _, key := range found {
		if key != asked && !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}

// TestReadAsTried holds neighbours against trying every error, in few blocks and in
// many: the same keys in the same order.
func TestReadAsTried(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, scripts := range []string{"ab ", "abc1", "ab α", "بت ب", "абв a", "日本a"} {
		for _, size := range []int{1, 30, 300, 3000} {
			letters := strings.Split(scripts, "")
			random := func() string {
				var b strings.Builder
				for range r.IntN(12) {
					b.WriteString(letters[r.IntN(len(letters))])
				}
				return b.String()
			}
			var keys []string
			for range size {
				keys = append(keys, random()+"x")
			}
			slices.Sort(keys)
			d := dictOf(t, slices.Compact(keys))
			for range 300 {
				asked := random() + "x"[r.IntN(2):]
				from := r.IntN(3)
				var got []string
				d.neighbours(asked, from, func(key string, _ Location) bool {
					got = append(got, key)
					return true
				})
				if got, want := once(got, asked), once(tried(d, asked, from), asked); !slices.Equal(got, want) {
					t.Fatalf("%d keys of %q: beside %q from %d are %q, want %q", size, scripts, asked, from, got, want)
				}
			}
		}
	}
}
