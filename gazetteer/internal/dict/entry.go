package dict

import (
	"encoding/binary"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// header is what an entry begins with:
//
//	byte    prefix in the high half, suffix in the low one: up to 14, or 15 for
//	        those that follow as varints
//	varint  back, if prefix is not 0
//
// Then come the bytes of the key's suffix, and its postings. So a key is read at
// its entry and at the first one of its block, whatever stands between.
type header struct {
	prefix int // bytes that the key has in common with the first one of its block
	suffix int // bytes that follow them
	back   int // bytes from the first entry of the block to this one
}

// longLength says that a length follows as a varint.
const longLength = 15

func readHeader(r *wire.Reader) (h header) {
	b := r.Take(1)
	if b == "" {
		return header{}
	}
	h.prefix, h.suffix = int(b[0]>>4), int(b[0]&15)
	if h.prefix == longLength {
		h.prefix = int(r.Uvarint())
	}
	if h.suffix == longLength {
		h.suffix = int(r.Uvarint())
	}
	if h.prefix > 0 {
		h.back = int(r.Uvarint())
	}
	if h.prefix > MaxKey || h.suffix > MaxKey || h.prefix < 0 {
		h.suffix = -1 // which nothing has room for
	}
	return h
}

func (h header) append(dst []byte) []byte {
	dst = append(dst, byte(min(h.prefix, longLength)<<4|min(h.suffix, longLength)))
	if h.prefix >= longLength {
		dst = binary.AppendUvarint(dst, uint64(h.prefix))
	}
	if h.suffix >= longLength {
		dst = binary.AppendUvarint(dst, uint64(h.suffix))
	}
	if h.prefix > 0 {
		dst = binary.AppendUvarint(dst, uint64(h.back))
	}
	return dst
}

// leastPrefix is how many bytes a key must have in common with the first one of its
// block for it to be worth the byte that says how far that is.
const leastPrefix = 2

// isAt reports whether the entry at a position is that of a key, and where its
// postings are.
func isAt[T Text](entries string, at int, key T) (postings Location, is bool) {
	if uint(at+3) > uint(len(entries)) {
		return 0, false
	}
	prefix, suffix, back := int(entries[at]>>4), int(entries[at]&15), 0
	from := at + 1
	if prefix > 0 {
		back = int(entries[from])
		from++
	}
	if prefix == longLength || suffix == longLength || back >= 0x80 {
		r := wire.At(entries, at)
		h := readHeader(&r)
		prefix, suffix, back, from = h.prefix, h.suffix, h.back, r.Pos()
	}
	if prefix+suffix != len(key) || uint(from+suffix) > uint(len(entries)) || suffix < 0 {
		return 0, false
	}
	if entries[from:from+suffix] != string(key[prefix:]) {
		return 0, false
	}
	return Location(from + suffix), prefix == 0 || begins(entries, at-back, key[:prefix])
}

// begins reports whether the first key of the block at a position begins with a
// prefix.
func begins[T Text](entries string, at int, prefix T) bool {
	if uint(at) >= uint(len(entries)) {
		return false
	}
	suffix, from := int(entries[at]), at+1 // of a first key that is not long
	if suffix >= longLength {
		r := wire.At(entries, at)
		suffix, from = readHeader(&r).suffix, r.Pos()
	}
	return len(prefix) <= suffix && from+len(prefix) <= len(entries) && entries[from:from+len(prefix)] == string(prefix)
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
	first := ""
	key = room[:0]
	for i := 0; r.Pos() < end && !r.Bad(); i++ {
		h := readHeader(&r)
		suffix := r.Take(h.suffix)
		if i == 0 {
			first = suffix
		}
		if r.Bad() || h.prefix > len(first) {
			return key, true
		}
		key = append(append(key[:0], first[:h.prefix]...), suffix...)
		if !yield(i, entry{key, Location(r.Pos())}) {
			return key, false
		}
		r = wire.At(d.entries, skipPostings(d.entries, r.Pos()))
	}
	return key, true
}
