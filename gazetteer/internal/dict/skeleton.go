package dict

import (
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// skeletonTable leads from skeletons to keys. Its section is:
//
//	uint32                  number of buckets, a power of two
//	(buckets + 1) × uint32  where each bucket begins among the items
//	items × 2 to 5 bytes    number of a key in the low bits, in the others as
//	                        many bits of its skeleton's hash as there is room for
//
// An item has as many bytes as it takes to have room for printBits.
type skeletonTable struct {
	data    string
	buckets uint64
	items   int    // where they begin in data
	size    int    // bytes of an item
	keyBits int    // of an item
	keys    uint64 // number of keys
}

// printBits of a skeleton's hash are kept at least, so that few keys of other
// skeletons are looked at.
const printBits = 4

func newSkeletonTable(buckets uint64, keys int) skeletonTable {
	t := skeletonTable{buckets: buckets, keyBits: bits.Len(uint(keys)), keys: uint64(keys)}
	t.size = (t.keyBits + printBits + 7) / 8
	t.items = int(8 + 4*buckets)
	return t
}

func openSkeletons(data string, keys int) (skeletonTable, error) {
	buckets := wire.Uint32(data, 0)
	if bits.OnesCount32(buckets) != 1 || uint64(len(data)) < 8+4*uint64(buckets) {
		return skeletonTable{}, damaged("the table of skeletons has an odd size")
	}
	t := newSkeletonTable(uint64(buckets), keys)
	t.data = data
	return t, nil
}

// place returns the bucket of a skeleton, and what its items have above the
// number of the key.
func (t *skeletonTable) place(skeleton string) (bucket, print uint64) {
	h := mix(Hash(skeleton))
	return h >> 40 & (t.buckets - 1), h & (1<<(8*t.size) - 1) >> t.keyBits << t.keyBits
}

// Skeleton yields the keys whose skeleton may be the one given, and where their
// postings are; a few have another skeleton.
func (d *Dict) Skeleton(skeleton string, yield func(key []byte, postings Location) bool) {
	t := &d.skeletons
	bucket, print := t.place(skeleton)
	from := int(wire.Uint32(t.data, 4+int(bucket)*4))
	to := int(wire.Uint32(t.data, 8+int(bucket)*4))
	for i := max(0, from); i < min(to, (len(t.data)-t.items)/t.size); i++ {
		item := t.item(i)
		number := item & (1<<t.keyBits - 1)
		if item-number != print || number >= t.keys {
			continue
		}
		if key, at, ok := d.entryAt(uint32(number)); ok && !yield(key, at) {
			return
		}
	}
}

// item returns the i-th item.
func (t *skeletonTable) item(i int) (v uint64) {
	at := t.items + i*t.size
	for n := t.size - 1; n >= 0; n-- {
		v = v<<8 | uint64(t.data[at+n])
	}
	return v
}

// skeletonItem is a key's number under its skeleton, on its way into the table.
type skeletonItem struct {
	skeleton string
	key      uint32
}

func appendSkeletons(items []skeletonItem, keys int) []byte {
	buckets := uint64(1)
	for buckets*8 < uint64(len(items)) {
		buckets *= 2
	}
	t := newSkeletonTable(buckets, keys)
	byBucket := make([][]uint64, buckets)
	for _, item := range items {
		b, print := t.place(item.skeleton)
		byBucket[b] = append(byBucket[b], print|uint64(item.key))
	}
	data := binary.LittleEndian.AppendUint32(nil, uint32(buckets))
	at := uint32(0)
	for _, b := range byBucket {
		data = binary.LittleEndian.AppendUint32(data, at)
		at += uint32(len(b))
	}
	data = binary.LittleEndian.AppendUint32(data, at)
	for _, b := range byBucket {
		slices.Sort(b)
		for _, item := range b {
			data = append(data, binary.LittleEndian.AppendUint64(nil, item)[:t.size]...)
		}
	}
	return data
}
