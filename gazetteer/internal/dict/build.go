package dict

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/internal/file"
	"github.com/dateline-map/dateline/gazetteer/internal/spool"
)

// Builder writes a dictionary, key by key in order. What it has written waits in
// temporary files until it is closed.
type Builder struct {
	// Skeleton gives a key's skeleton; empty means none.
	Skeleton func(key string) string

	blocks, offsets []byte
	entries         spool.Spool
	n               int
	last            string
	entry           []byte       // room
	hashes          spool.Spool  // uint64 a key
	skeletons       spool.Sorter // skeleton, 0, number of the key, place
}

// Close removes temporary files.
func (b *Builder) Close() error {
	return errors.Join(b.entries.Close(), b.hashes.Close(), b.skeletons.Close())
}

// Add adds a key, which comes after all earlier ones, with its postings, sorted
// by Ref.
func (b *Builder) Add(key string, postings []Posting) error {
	switch {
	case key == "" || len(key) > MaxKey:
		return fmt.Errorf("a key has %d bytes; 1 to %d are possible", len(key), MaxKey)
	case b.n > 0 && key <= b.last:
		return fmt.Errorf("key %q comes after %q", key, b.last)
	case len(postings) == 0:
		return fmt.Errorf("key %q has no place", key)
	case b.entries.Len() > math.MaxUint32-MaxKey:
		return fmt.Errorf("the names take more than 4 GiB")
	}
	prefix := shared(b.last, key)
	if b.n%blockLen == 0 {
		prefix = 0
		b.blocks = binary.LittleEndian.AppendUint64(b.blocks, prefix8(key))
		b.offsets = binary.LittleEndian.AppendUint32(b.offsets, uint32(b.entries.Len()))
	}
	b.entry = appendHeader(b.entry[:0], prefix, len(key)-prefix)
	b.entry = append(b.entry, key[prefix:]...)
	b.entry = appendPostings(b.entry, postings)
	_, err := b.entries.Write(b.entry)
	_, err2 := b.hashes.Write(binary.LittleEndian.AppendUint64(nil, Hash(key)))
	err = errors.Join(err, err2, b.addSkeleton(key, postings))
	b.last = key
	b.n++
	return err
}

// addSkeleton notes which places a key's skeleton leads to.
func (b *Builder) addSkeleton(key string, postings []Posting) error {
	skeleton := b.Skeleton(key)
	if skeleton == "" {
		return nil
	}
	for _, p := range postings {
		item := append([]byte(skeleton), 0)
		item = binary.BigEndian.AppendUint32(item, uint32(b.n))
		item = binary.BigEndian.AppendUint32(item, p.Ref)
		if err := b.skeletons.Add(item); err != nil {
			return err
		}
	}
	return nil
}

// Built is a dictionary on its way into a file; see [Sections].
type Built struct {
	Blocks, Offsets, Entries, Filter, Skeletons file.Section
	N                                           int // number of keys
}

// Finish returns the sections, which are good until the Builder is closed.
func (b *Builder) Finish() (Built, error) {
	if b.entries.Len() > math.MaxUint32 {
		return Built{}, errors.New("the names take more than 4 GiB")
	}
	offsets := binary.LittleEndian.AppendUint32(b.offsets, uint32(b.entries.Len()))
	set, err := filter(bufio.NewReader(b.hashes.Reader()), b.n)
	if err != nil {
		return Built{}, err
	}
	skeletons, err := b.skeletonTable()
	return Built{
		Blocks:    file.Section{file.Bytes(b.blocks)},
		Offsets:   file.Section{file.Bytes(offsets)},
		Entries:   file.Section{&b.entries},
		Filter:    file.Section{file.Bytes(set)},
		Skeletons: file.Section{file.Bytes(skeletons)},
		N:         b.n,
	}, err
}

// filter returns the filter of n keys, of which it reads the hashes.
func filter(hashes io.Reader, n int) ([]byte, error) {
	words := uint64(n)/keysPerWord + 1
	set := make([]byte, words*8)
	var hash [8]byte
	for range n {
		if _, err := io.ReadFull(hashes, hash[:]); err != nil {
			return nil, err
		}
		h := mix(binary.LittleEndian.Uint64(hash[:]))
		word := set[filterWord(h, words)*8:][:8]
		binary.LittleEndian.PutUint64(word, binary.LittleEndian.Uint64(word)|filterBits(h))
	}
	return set, nil
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
