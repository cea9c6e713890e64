package dict

import (
	"encoding/binary"
	"math/bits"
	"runtime"
	"slices"
	"sync"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// Of yields the keys before another one that a place has, each with how, until yield
// returns false; before "" are all keys.
//
// It looks at the postings of all these keys, on all processors, some 15 ns for a key. Keys
// are put together only in the blocks where the place is.
func (d *Dict) Of(ref uint32, before string, yield func(key []byte, how uint8) bool) {
	end := d.numBlocks
	if before != "" {
		end = min(end, blockOf(d, before)+1)
	}
	var postings []Posting
	var key []byte
	for _, b := range d.blocksWith(ref, end) {
		all := false
		key, all = d.walk(b, key, func(_ int, e entry) bool {
			if before != "" && string(e.key) >= before {
				return false
			}
			postings = d.At(e.postings, postings[:0])
			i := slices.IndexFunc(postings, func(p Posting) bool { return p.Ref == ref })
			return i < 0 || yield(e.key, postings[i].How)
		})
		if !all {
			return
		}
	}
}

// blocksWith returns the blocks before another one in which a place may be, in order.
func (d *Dict) blocksWith(ref uint32, end int) []int {
	parts := make([][]int, runtime.GOMAXPROCS(0))
	s := newSought(d, ref)
	var all sync.WaitGroup
	for i := range parts {
		all.Go(func() {
			for b := end * i / len(parts); b < end*(i+1)/len(parts); b++ {
				if b >= d.numBlocks-2 || s.isIn(b) {
					parts[i] = append(parts[i], b)
				}
			}
		})
	}
	all.Wait()
	return slices.Concat(parts...)
}

// sought is a place whose postings are looked for.
type sought struct {
	offsets, entries string
	ref              uint32
	first, mask      uint64      // its posting as the first one of a key, but for the last three bits
	headers          [256]uint16 // by first byte: bytes from it to the postings, and backBit; 0 if more must be looked at
}

// backBit stands with the length of a header that has a back, of which the highest bit is
// there in the entry's second byte: it is a byte longer if that is set.
const backBit = 1 << 15

func newSought(d *Dict, ref uint32) *sought {
	var posting [8]byte
	n := binary.PutUvarint(posting[:], uint64(ref)<<3)
	s := &sought{offsets: d.offsets, entries: d.entries, ref: ref}
	s.first, s.mask = wire.Word(string(posting[:])), (1<<(8*n)-1)&^7
	for i := range s.headers {
		switch prefix, suffix := i>>4, i&longLength; {
		case prefix == longLength || suffix == longLength:
		case prefix > 0:
			s.headers[i] = uint16(2+suffix) | backBit
		default:
			s.headers[i] = uint16(1 + suffix)
		}
	}
	return s
}

// isIn reports whether a full block that is not the last one has a key of the place.
// It reads by eight bytes, beyond what it looks at.
func (s *sought) isIn(block int) bool {
	at := int(wire.Uint32(s.offsets, block*4))
	for range blockLen {
		head := wire.Uint64(s.entries, at)
		if n := uint64(s.headers[uint8(head)]); n > 0 {
			at += int(n&0xff + (head&n)/backBit)
		} else {
			at = s.behindHeader(at)
		}
		posting := wire.Uint64(s.entries, at)
		if posting&s.mask == s.first {
			return true
		}
		if posting&1 != 0 {
			if at = s.behind(at); at < 0 {
				return true
			}
			continue
		}
		at += bits.TrailingZeros64(^posting&highBits)/8 + 1
		if posting>>1&longHow == longHow {
			at++
		}
	}
	return false
}

// behindHeader returns where the postings of the entry at a position are.
func (s *sought) behindHeader(at int) int {
	r := wire.At(s.entries, at)
	r.Take(readHeader(&r).suffix)
	return r.Pos()
}

// behind returns the position behind several postings, or -1 if the place is among them.
func (s *sought) behind(at int) int {
	r := wire.At(s.entries, at)
	for ref := uint32(0); ; {
		v := r.Uvarint()
		if ref += uint32(v >> 3); ref == s.ref {
			return -1
		}
		if v>>1&longHow == longHow {
			r.Take(1)
		}
		if v&1 == 0 {
			return r.Pos()
		}
	}
}
