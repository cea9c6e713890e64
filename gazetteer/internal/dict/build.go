package dict

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// Builder writes a dictionary, key by key in order, so that what it holds in
// memory is what it writes.
type Builder struct {
	// Skeleton gives a key's skeleton; empty means none.
	Skeleton func(key string) string

	blocks, offsets, entries []byte
	n                        int
	last                     string
	hashes                   []uint64
	skeletons                []skeletonItem
	reached                  map[reach]struct{}
}

// reach says that a skeleton leads to a place.
type reach struct {
	skeleton string
	ref      uint32
}

// Add adds a key, which comes after all earlier ones, with its postings, sorted
// by Ref.
func (b *Builder) Add(key string, postings []Posting) error {
	switch {
	case key == "" || len(key) > maxKey:
		return fmt.Errorf("a key has %d bytes; 1 to %d are possible", len(key), maxKey)
	case b.n > 0 && key <= b.last:
		return fmt.Errorf("key %q comes after %q", key, b.last)
	case len(postings) == 0:
		return fmt.Errorf("key %q has no place", key)
	case uint64(len(b.entries)) > math.MaxUint32-maxKey:
		return fmt.Errorf("the names take more than 4 GiB")
	}
	prefix := shared(b.last, key)
	if b.n%blockLen == 0 {
		prefix = 0
		b.blocks = binary.LittleEndian.AppendUint64(b.blocks, prefix8(key))
		b.offsets = binary.LittleEndian.AppendUint32(b.offsets, uint32(len(b.entries)))
	}
	b.entries = appendHeader(b.entries, prefix, len(key)-prefix)
	b.entries = append(b.entries, key[prefix:]...)
	b.entries = appendPostings(b.entries, postings)
	b.addSkeleton(key, postings)
	b.hashes = append(b.hashes, Hash(key))
	b.last = key
	b.n++
	return nil
}

// addSkeleton puts a key into the table of skeletons, unless all its places are
// reached by the same skeleton already: most alternate names are spellings.
func (b *Builder) addSkeleton(key string, postings []Posting) {
	skeleton := b.Skeleton(key)
	if skeleton == "" {
		return
	}
	if b.reached == nil {
		b.reached = map[reach]struct{}{}
	}
	news := false
	for _, p := range postings {
		to := reach{skeleton, p.Ref}
		if _, known := b.reached[to]; !known {
			b.reached[to] = struct{}{}
			news = true
		}
	}
	if news {
		b.skeletons = append(b.skeletons, skeletonItem{skeleton, uint32(b.n)})
	}
}

// Finish returns the sections and the number of keys.
func (b *Builder) Finish() (Sections, int) {
	offsets := binary.LittleEndian.AppendUint32(b.offsets, uint32(len(b.entries)))
	return Sections{
		Blocks:    string(b.blocks),
		Offsets:   string(offsets),
		Entries:   string(b.entries),
		Filter:    string(filter(b.hashes)),
		Skeletons: string(appendSkeletons(b.skeletons, b.n)),
	}, b.n
}

// filter returns the filter of the keys with these hashes: three to six keys a
// word.
func filter(hashes []uint64) []byte {
	words := 1
	for words*6 < len(hashes) {
		words *= 2
	}
	set := make([]uint64, words)
	for _, hash := range hashes {
		h := mix(hash)
		set[h>>filterShift&uint64(words-1)] |= filterBits(h)
	}
	data := make([]byte, 0, words*8)
	for _, word := range set {
		data = binary.LittleEndian.AppendUint64(data, word)
	}
	return data
}

// Compare orders postings by Ref, then by How, best first.
func Compare(a, b Posting) int {
	if a.Ref != b.Ref {
		return int(int64(a.Ref) - int64(b.Ref))
	}
	return int(a.How) - int(b.How)
}

// Merge sorts postings and keeps for each place the best.
func Merge(postings []Posting) []Posting {
	slices.SortFunc(postings, Compare)
	return slices.CompactFunc(postings, func(a, b Posting) bool { return a.Ref == b.Ref })
}
