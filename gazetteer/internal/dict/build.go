package dict

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

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
	first           string // key of the block
	begin           int64  // of the block
	room            []byte
	hashes          spool.Spool  // uint64 a key
	begins          spool.Spool  // uint32 a key: where its entry is
	gaps            spool.Spool  // uint64 a key with a gap
	skeletons       spool.Sorter // skeleton, 0, number of the key, place
}

// Close removes temporary files.
func (b *Builder) Close() error {
	return errors.Join(b.entries.Close(), b.hashes.Close(), b.begins.Close(), b.gaps.Close(), b.skeletons.Close())
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
	if b.n%blockLen == 0 {
		b.first, b.begin = "", b.entries.Len()
		b.blocks = binary.LittleEndian.AppendUint64(b.blocks, prefix8(key))
		b.offsets = binary.LittleEndian.AppendUint32(b.offsets, uint32(b.begin))
	}
	err := errors.Join(b.addToTable(key), b.addEntry(key, postings), b.addGaps(key), b.addSkeleton(key, postings))
	if b.n%blockLen == 0 {
		b.first = key
	}
	b.last = key
	b.n++
	return err
}

// addEntry writes the entry of a key.
func (b *Builder) addEntry(key string, postings []Posting) error {
	prefix := shared(b.first, key)
	if prefix < leastPrefix {
		prefix = 0
	}
	h := header{prefix: prefix, suffix: len(key) - prefix, back: int(b.entries.Len() - b.begin)}
	b.room = append(h.append(b.room[:0]), key[prefix:]...)
	b.room = appendPostings(b.room, postings)
	_, err := b.entries.Write(b.room)
	return err
}

// addToTable notes the hash of a key and where its entry is going to be.
func (b *Builder) addToTable(key string) error {
	_, err1 := b.hashes.Write(binary.LittleEndian.AppendUint64(b.room[:0], Hash(key)))
	_, err2 := b.begins.Write(binary.LittleEndian.AppendUint32(b.room[:0], uint32(b.entries.Len())))
	return errors.Join(err1, err2)
}

// addGaps notes what a key is with a letter left open.
func (b *Builder) addGaps(key string) error {
	b.room = b.room[:0]
	eachGap(key, func(hash uint64) { b.room = binary.LittleEndian.AppendUint64(b.room, hash) })
	_, err := b.gaps.Write(b.room)
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
	Blocks, Offsets, Entries, Filter, Skeletons, Table, Gaps file.Section

	N int // number of keys
}

// Finish returns the sections, which are good until the Builder is closed.
func (b *Builder) Finish() (Built, error) {
	if b.entries.Len() > math.MaxUint32 {
		return Built{}, errors.New("the names take more than 4 GiB")
	}
	offsets := binary.LittleEndian.AppendUint32(b.offsets, uint32(b.entries.Len()))
	numGaps := int(b.gaps.Len() / 8)
	keys, err1 := writeFilter(bufio.NewReader(b.hashes.Reader()), b.n, keysPerWord)
	gaps, err2 := writeFilter(bufio.NewReader(b.gaps.Reader()), numGaps, gapsPerWord)
	table, err3 := b.writeTable()
	skeletons, err4 := b.skeletonTable()
	return Built{
		Blocks:    file.Section{file.Bytes(b.blocks)},
		Offsets:   file.Section{file.Bytes(offsets)},
		Entries:   file.Section{&b.entries},
		Filter:    file.Section{file.Bytes(keys)},
		Skeletons: file.Section{file.Bytes(skeletons)},
		Table:     file.Section{file.Bytes(table)},
		Gaps:      file.Section{file.Bytes(gaps)},
		N:         b.n,
	}, errors.Join(err1, err2, err3, err4)
}
