package dict

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/bits"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// table leads from the hash of a key to its entry: one look at memory that no cache
// holds, where the search among all blocks takes five. Its section is buckets of
//
//	8 × byte            print of a key: a byte of its hash; 0 where there is none
//	8 × 3 or 4 bytes    where its entry begins
//
// of 32 bytes, which is half a line of the cache and lies in one, as a program and a
// system lay out files; or 40 if the entries take 16 MiB or more. A key that its bucket
// has no room for stands in the next one with room. Of other keys than the one asked
// for one in thirty has its print, and is told by its entry.
type table struct {
	data    string
	buckets uint64
	width   int // bytes of a beginning
}

const (
	bucketKeys = 8
	// keysPerTwo is how many keys there are for two buckets: with 13 one key in eight
	// stands in another bucket than its own, mostly in the other one of its line.
	keysPerTwo = 13
	// maxBuckets is how many buckets are looked through for a key. A key that would
	// stand further on is not in the table, nor has one been seen beyond the thirtieth.
	maxBuckets = 64
)

// newTable returns the measures of the table of a number of keys.
func newTable(keys int, entries int64) table {
	t := table{buckets: uint64(keys)*2/keysPerTwo + 1, width: 3}
	if entries >= 1<<24 {
		t.width = 4
	}
	return t
}

// bucketLen is how many bytes a bucket takes.
func (t *table) bucketLen() int { return bucketKeys * (1 + t.width) }

func openTable(data string, keys, entries int) (table, error) {
	t := newTable(keys, int64(entries))
	if t.buckets*uint64(t.bucketLen()) != uint64(len(data)) {
		return table{}, damaged("the table of keys has an odd size")
	}
	t.data = data
	return t, nil
}

// bucket returns the bucket that a key belongs in.
func (t *table) bucket(h uint64) uint64 { return h >> 32 * t.buckets >> 32 }

// print returns the print of a key.
func print(h uint64) uint64 { return max(1, h>>24&0xff) }

const (
	eachByte = 0x0101010101010101
	highBits = 0x80 * eachByte
)

// zeroBytes returns the high bits of the bytes of a word that are zero.
func zeroBytes(w uint64) uint64 { return ^(w&^highBits + ^uint64(highBits) | w) & highBits }

// lookUp returns where the postings of a key with a hash are.
func lookUp[T Text](d *Dict, hash uint64, key T) (at Location, found bool) {
	t := &d.table
	h := mix(hash)
	size, want := t.bucketLen(), print(h)*eachByte
	for b, n := t.bucket(h), 0; n < maxBuckets; n++ {
		from := int(b) * size
		if uint(from+size) > uint(len(t.data)) {
			return 0, false
		}
		bucket := t.data[from : from+size]
		prints := wire.Word(bucket)
		for same := zeroBytes(prints ^ want); same != 0; same &= same - 1 {
			if at, found := isAt(d.entries, t.slot(bucket, bits.TrailingZeros64(same)/8), key); found {
				return at, true
			}
		}
		if prints>>56 == 0 { // there is room left, so that no key went on
			return 0, false
		}
		if b++; b == t.buckets {
			b = 0
		}
	}
	return 0, false
}

// slot returns where the entry of a slot of a bucket begins.
func (t *table) slot(bucket string, slot int) int {
	return int(wire.Uint32(bucket, bucketKeys-4+t.width+slot*t.width) >> (32 - 8*t.width))
}

// writeTable returns the table of all keys.
func (b *Builder) writeTable() ([]byte, error) {
	t := newTable(b.n, b.entries.Len())
	data := make([]byte, t.buckets*uint64(t.bucketLen()))
	begins := bufio.NewReader(b.begins.Reader())
	var begin [4]byte
	err := eachHash(bufio.NewReader(b.hashes.Reader()), b.n, func(hash uint64) error {
		if _, err := io.ReadFull(begins, begin[:]); err != nil {
			return err
		}
		return t.put(data, mix(hash), begin[:])
	})
	return data, err
}

// put gives a key the first room from its bucket on.
func (t *table) put(data []byte, h uint64, begin []byte) error {
	b := t.bucket(h)
	for range maxBuckets {
		bucket := data[b*uint64(t.bucketLen()):][:t.bucketLen()]
		if slot := bytes.IndexByte(bucket[:bucketKeys], 0); slot >= 0 {
			bucket[slot] = byte(print(h))
			copy(bucket[bucketKeys+slot*t.width:][:t.width], begin)
			return nil
		}
		b = (b + 1) % t.buckets
	}
	return errors.New("too many names have one hash")
}

// eachHash reads n hashes.
func eachHash(hashes io.Reader, n int, yield func(hash uint64) error) error {
	var hash [8]byte
	for range n {
		if _, err := io.ReadFull(hashes, hash[:]); err != nil {
			return err
		}
		if err := yield(binary.LittleEndian.Uint64(hash[:])); err != nil {
			return err
		}
	}
	return nil
}
