// Package dict is a dictionary on disk: sorted keys, each with the places that
// have it, read in place.
//
//   - Keys stand in byte order in blocks of 8, each key without the beginning
//     that it shares with the first of its block.
//   - A table leads from the hash of a key to where it stands.
//   - A filter of a few bits a key tells nearly all strings that are no keys, and
//     another one those that are no key with a letter left open, so that all strings
//     one typing error away can be tried.
//   - A table leads from the hash of a skeleton to the keys that have it.
package dict

import (
	"cmp"
	"encoding/binary"
	"math/bits"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// Posting says that a place has a key, and how.
type Posting struct {
	Ref uint32
	How uint8 // 0 to 2 take the least room; at most 255
}

// Sections are the parts of a dictionary in an index file.
type Sections struct {
	Blocks    string // uint64 a block: first 8 bytes of its first key, big end first
	Offsets   string // uint32 a block, and one for the end: where it begins in Entries
	Entries   string
	Filter    string // see filter
	Skeletons string // uint32 a bucket, and one for the end; then uint32 a key
	Table     string // see table
	Gaps      string // see gapCuts
}

// blockLen is how many keys a block has; the last one may have fewer. Blocks of
// 16 save a byte a key, and take a sixth longer to find a key in.
const blockLen = 8

// Dict is a dictionary. Any number of goroutines may use it.
type Dict struct {
	blocks, offsets, entries string

	n         int // keys
	numBlocks int
	keys      filter
	gaps      filter // of keys with a letter left open; see gapCuts
	table     table
	skeletons skeletonTable
}

// Open returns the dictionary of n keys in its sections.
func Open(s Sections, n int) (*Dict, error) {
	d := &Dict{blocks: s.Blocks, offsets: s.Offsets, entries: s.Entries, n: n}
	d.numBlocks = (n + blockLen - 1) / blockLen
	if n < 0 || len(s.Blocks) != d.numBlocks*8 || len(s.Offsets) != (d.numBlocks+1)*4 {
		return nil, damaged("the number of keys does not fit the number of blocks")
	}
	var err1, err2, err3, err4 error
	d.keys, err1 = openFilter(s.Filter)
	d.gaps, err2 = openFilter(s.Gaps)
	d.table, err3 = openTable(s.Table, n, len(s.Entries))
	d.skeletons, err4 = openSkeletons(s.Skeletons, n)
	return d, cmp.Or(err1, err2, err3, err4)
}

type damaged string

func (d damaged) Error() string { return "index is damaged: " + string(d) }

// Len returns the number of keys.
func (d *Dict) Len() int { return d.n }

// mix spreads a polynomial hash over all bits.
func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// base is the base of the polynomial hash: odd, so that no byte is lost.
const base = 0x9ddfea08eb382d69

// Text is a key, or one in the making.
type Text interface{ string | []byte }

// Hash returns the polynomial hash of a key modulo 2^64. The hash of a
// concatenation follows from the hashes of its parts, which makes each string
// one error away cost a multiplication.
func Hash[T Text](key T) uint64 {
	var h uint64
	for i := range len(key) {
		h = h*base + uint64(key[i]) + 1
	}
	return h
}

// Postings appends the places that have a key.
func (d *Dict) Postings(key string, dst []Posting) []Posting {
	at, found := lookUp(d, Hash(key), key)
	if !found {
		return dst
	}
	return d.At(at, dst)
}

// Location is where the postings of a key are.
type Location int

// blockOf returns the last block whose first key is not after key, or -1.
func blockOf[T Text](d *Dict, key T) int {
	want := prefix8(key)
	last := d.lastBlock(want)
	if last < 0 || wire.Uint64(d.blocks, last*8) != want {
		return last
	}
	// A third of the keys begin with 8 bytes that several blocks begin with.
	first := d.firstBlock(last)
	for n := last + 1 - first; n > 0; {
		half := n / 2
		if d.firstKey(first+half) > string(key) {
			n = half
			continue
		}
		first, n = first+half+1, n-half-1
	}
	return first - 1
}

// firstBlock returns the first block that begins with the same 8 bytes as a block.
// It looks further and further back, since mostly it is near.
func (d *Dict) firstBlock(block int) int {
	want, step := wire.Uint64(d.blocks, block*8), 1
	for block >= step && wire.Uint64(d.blocks, (block-step)*8) == want {
		block -= step
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if block >= step && wire.Uint64(d.blocks, (block-step)*8) == want {
			block -= step
		}
	}
	return block
}

// lastBlock returns the last block whose first 8 bytes are not after these, or
// -1. It halves without a branch to be guessed wrong, which saves half the time.
func (d *Dict) lastBlock(want uint64) int {
	block, n := -1, d.numBlocks
	for n > 0 {
		half := (n + 1) / 2
		if wire.Uint64(d.blocks, (block+half)*8) <= want {
			block += half
		}
		n -= half
	}
	return block
}

// prefix8 returns the first 8 bytes of a key as a number that sorts like it.
func prefix8[T Text](key T) uint64 {
	if len(key) >= 8 {
		return bits.ReverseBytes64(wire.Word(string(key[:8])))
	}
	var p uint64
	for i := range len(key) {
		p |= uint64(key[i]) << (56 - 8*i)
	}
	return p
}

// firstKey returns the first key of a block.
func (d *Dict) firstKey(block int) string {
	r := wire.At(d.entries, int(wire.Uint32(d.offsets, block*4)))
	return r.Take(readHeader(&r).suffix)
}

// shared returns how many bytes two strings begin with in common.
func shared[T Text](a string, b T) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// A posting is a varint: the difference of its Ref from the one before, two
// bits for How, and a bit that says whether another posting follows. A How of 3
// or more is written in a byte behind.
const longHow = 3

func appendPostings(dst []byte, postings []Posting) []byte {
	last := uint32(0)
	for i, p := range postings {
		v := uint64(p.Ref-last)<<3 | uint64(min(p.How, longHow))<<1
		if i < len(postings)-1 {
			v |= 1
		}
		dst = binary.AppendUvarint(dst, v)
		if p.How >= longHow {
			dst = append(dst, p.How)
		}
		last = p.Ref
	}
	return dst
}

// skipPostings returns the position behind the postings at s[at:].
func skipPostings(s string, at int) int {
	for more := true; more && at < len(s); {
		first := s[at]
		more = first&1 != 0
		for at < len(s) && s[at] >= 0x80 {
			at++
		}
		at++
		if first>>1&longHow == longHow {
			at++
		}
	}
	return at
}

// At appends the postings at a location that this dictionary gave.
func (d *Dict) At(at Location, dst []Posting) []Posting {
	s, i, ref := d.entries, int(at), uint32(0)
	for more := true; more && uint(i) < uint(len(s)); {
		b := s[i]
		i++
		v := uint64(b & 0x7f)
		for shift := 7; b >= 0x80 && i < len(s); shift += 7 {
			b = s[i]
			i++
			v |= uint64(b&0x7f) << shift
		}
		how := uint8(v >> 1 & longHow)
		if how == longHow && i < len(s) {
			how = s[i]
			i++
		}
		ref += uint32(v >> 3)
		dst = append(dst, Posting{ref, how})
		more = v&1 != 0
	}
	return dst
}

// entryAt returns the entry with a number, its key in room.
func (d *Dict) entryAt(number uint32, room []byte) (key []byte, at Location, ok bool) {
	key, _ = d.walk(int(number/blockLen), room, func(i int, e entry) bool {
		at, ok = e.postings, uint32(i) == number%blockLen
		return !ok
	})
	return key, at, ok
}

// All yields all keys in order, each with its postings, until yield returns
// false. Both are valid until the next ones.
func (d *Dict) All(yield func(key []byte, postings []Posting) bool) {
	var postings []Posting
	var key []byte
	for b, all := 0, true; b < d.numBlocks && all; b++ {
		key, all = d.walk(b, key, func(_ int, e entry) bool {
			postings = d.At(e.postings, postings[:0])
			return yield(e.key, postings)
		})
	}
}
