// Package dict is a dictionary on disk: sorted keys, each with the places that
// have it, read in place.
//
//   - Keys stand in byte order in blocks of 8, each key without the beginning
//     that it shares with the key before.
//   - A filter of a few bits a key tells nearly all strings that are no keys, so
//     that all strings one typing error away can be tried.
//   - A table leads from the hash of a skeleton to the keys that have it.
package dict

import (
	"encoding/binary"
	"math"
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
	Filter    string // uint64 words
	Skeletons string // uint32 a bucket, and one for the end; then uint32 a key
}

// blockLen is how many keys a block has; the last one may have fewer. Blocks of
// 16 save a byte a key, and take a sixth longer to find a key in.
const blockLen = 8

// Dict is a dictionary. Any number of goroutines may use it.
type Dict struct {
	blocks, offsets, entries, filter string

	n         int    // keys
	numBlocks int    //
	words     uint64 // of the filter
	skeletons skeletonTable
	recent    recent
}

// Open returns the dictionary of n keys in its sections.
func Open(s Sections, n int) (*Dict, error) {
	d := &Dict{blocks: s.Blocks, offsets: s.Offsets, entries: s.Entries, filter: s.Filter, n: n}
	d.numBlocks = (n + blockLen - 1) / blockLen
	words := len(s.Filter) / 8
	switch {
	case n < 0 || len(s.Blocks) != d.numBlocks*8 || len(s.Offsets) != (d.numBlocks+1)*4:
		return nil, damaged("the number of keys does not fit the number of blocks")
	case words == 0 || uint64(words) > math.MaxUint32 || len(s.Filter)%8 != 0:
		return nil, damaged("the filter of keys has an odd size")
	}
	d.words = uint64(words)
	var err error
	d.skeletons, err = openSkeletons(s.Skeletons, n)
	return d, err
}

type damaged string

func (d damaged) Error() string { return "index is damaged: " + string(d) }

// Len returns the number of keys.
func (d *Dict) Len() int { return d.n }

// mayHave reports whether the filter lets a key with this hash pass.
func (d *Dict) mayHave(hash uint64) bool {
	h := mix(hash)
	at, need := filterWord(h, d.words)*8, filterBits(h)
	return at+8 <= uint64(len(d.filter)) && wire.Word(d.filter[at:at+8])&need == need
}

// filterWord returns the number of the word that has the bits of a key: the high
// half of its hash as a share of all words.
func filterWord(h, words uint64) uint64 { return h >> 32 * words >> 32 }

// keysPerWord is how many keys share a word of the filter. With four bits for
// each, about one string in three hundred that is no key passes; with six keys a
// word, one in sixty, and looking these up took most of the time in which names
// with a typing error are looked for.
const keysPerWord = 4

// filterBits returns the bits of a word of the filter that a key sets.
func filterBits(h uint64) uint64 {
	return 1<<(h&63) | 1<<(h>>6&63) | 1<<(h>>12&63) | 1<<(h>>18&63)
}

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

// Has reports whether a key is in the dictionary.
func (d *Dict) Has(key string) bool {
	_, found := d.find(key)
	return found
}

// Postings appends the places that have a key.
func (d *Dict) Postings(key string, dst []Posting) []Posting {
	at, found := d.find(key)
	if !found {
		return dst
	}
	return d.At(at, dst)
}

// Location is where the postings of a key are.
type Location int

// find returns where the postings of a key are.
func (d *Dict) find(key string) (at Location, found bool) {
	hash := Hash(key)
	if begin, known := d.recent.begin(hash); known && begin < len(d.entries) {
		if in, found := findInBlock(d.entries[begin:], key); found {
			return Location(begin + in), true
		}
	}
	if !d.mayHave(hash) {
		return 0, false
	}
	begin, at, found := findText(d, key)
	if found {
		d.recent.keep(hash, begin)
	}
	return at, found
}

// findText is find for a key that the filter lets pass. It also returns where its
// block begins.
func findText[T Text](d *Dict, key T) (begin int, at Location, found bool) {
	block := blockOf(d, key) // the only one that can have it
	if block < 0 {
		return 0, 0, false
	}
	from, to := wire.Uint32(d.offsets, block*4), wire.Uint32(d.offsets, block*4+4)
	if from > to || uint64(to) > uint64(len(d.entries)) {
		return 0, 0, false
	}
	in, found := findInBlock(d.entries[from:to], key)
	return int(from), Location(int(from) + in), found
}

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
	_, suffix := readHeader(&r)
	return r.Take(suffix)
}

// findInBlock looks a key up in the entries of a block, which others may follow.
//
// It never puts keys together. With m the number of bytes that the last key
// shares with the one asked for, and p those that the next key shares with the
// last: if p > m the next key differs where the last one did; if p < m it is
// after the key asked for; only if p = m are there bytes to compare.
func findInBlock[T Text](entries string, key T) (postings int, found bool) {
	m := 0
	at := 0
	for range blockLen {
		if at >= len(entries) {
			return 0, false
		}
		p, n := int(entries[at]>>4), int(entries[at]&15)
		at++
		if p == longLength || n == longLength {
			r := wire.At(entries, at-1)
			p, n = readHeader(&r)
			at = r.Pos()
		}
		if p < m || uint(n) > uint(len(entries)-at) {
			return 0, false
		}
		if p == m {
			m += shared(entries[at:at+n], key[m:])
			if m == p+n && m == len(key) {
				return at + n, true
			}
		}
		at = skipPostings(entries, at+n)
	}
	return 0, false
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

// An entry begins with a byte that holds two lengths of up to 14, or 15 for
// those that follow as varints: how many bytes the key shares with the one
// before, and how many of its own it has.
const longLength = 15

func readHeader(r *wire.Reader) (prefix, suffix int) {
	b := r.Take(1)
	if b == "" {
		return 0, 0
	}
	prefix, suffix = int(b[0]>>4), int(b[0]&15)
	if prefix == longLength {
		prefix = int(r.Uvarint())
	}
	if suffix == longLength {
		suffix = int(r.Uvarint())
	}
	return prefix, suffix
}

func appendHeader(dst []byte, prefix, suffix int) []byte {
	dst = append(dst, byte(min(prefix, longLength)<<4|min(suffix, longLength)))
	if prefix >= longLength {
		dst = binary.AppendUvarint(dst, uint64(prefix))
	}
	if suffix >= longLength {
		dst = binary.AppendUvarint(dst, uint64(suffix))
	}
	return dst
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

// readPosting reads a posting of which Ref is still the difference.
func readPosting(r *wire.Reader) (p Posting, more bool) {
	v := r.Uvarint()
	p = Posting{Ref: uint32(v >> 3), How: uint8(v >> 1 & 3)}
	if p.How == longHow {
		if b := r.Take(1); b != "" {
			p.How = b[0]
		}
	}
	return p, v&1 != 0 && !r.Bad()
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
	r := wire.At(d.entries, int(at))
	last := uint32(0)
	for more := true; more; {
		var p Posting
		p, more = readPosting(&r)
		if r.Bad() {
			return dst
		}
		p.Ref += last
		last = p.Ref
		dst = append(dst, p)
	}
	return dst
}

// entry is a key of a block as it is read one after another.
type entry struct {
	key      []byte
	postings Location
}

// MaxKey is the length of the longest key; [Builder] refuses longer ones. It
// keeps a damaged file from asking for much memory.
const MaxKey = 1 << 12

// walk yields the entries of a block until yield returns false. The key is valid
// until the next one, in room that is returned.
func (d *Dict) walk(block int, room []byte, yield func(i int, e entry) bool) (key []byte, all bool) {
	r := wire.At(d.entries, int(wire.Uint32(d.offsets, block*4)))
	end := int(wire.Uint32(d.offsets, block*4+4))
	key = room[:0]
	for i := 0; r.Pos() < end && !r.Bad(); i++ {
		p, n := readHeader(&r)
		suffix := r.Take(n)
		if r.Bad() || p < 0 || p > len(key) || p+n > MaxKey {
			return key, true
		}
		key = append(key[:p], suffix...)
		if !yield(i, entry{key, Location(r.Pos())}) {
			return key, false
		}
		r = wire.At(d.entries, skipPostings(d.entries, r.Pos()))
	}
	return key, true
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

// Prefix yields the keys that begin with a prefix, in order, until yield
// returns false.
func (d *Dict) Prefix(prefix string, yield func(key string) bool) {
	var key []byte
	for b, all := max(0, blockOf(d, prefix)), true; b < d.numBlocks && all; b++ {
		key, all = d.walk(b, key, func(_ int, e entry) bool {
			if hasPrefix(e.key, prefix) {
				return yield(string(e.key))
			}
			return string(e.key) < prefix
		})
	}
}
