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
//	items × uint32          number of a key in the low bits, in the others as
//	                        many bits of its skeleton's hash as there is room for
type skeletonTable struct {
	data    string
	buckets uint64
	items   int    // where they begin in data
	keyBits int    // of an item
	keys    uint32 // number of keys
}

func openSkeletons(data string, keys int) (skeletonTable, error) {
	t := skeletonTable{data: data, buckets: uint64(wire.Uint32(data, 0)), keyBits: bits.Len(uint(keys)), keys: uint32(keys)}
	if bits.OnesCount64(t.buckets) != 1 || uint64(len(data)) < 8+4*t.buckets {
		return t, damaged("the table of skeletons has an odd size")
	}
	t.items = int(8 + 4*t.buckets)
	return t, nil
}

// place returns the bucket of a skeleton, and what its items have above the
// number of the key.
func (t *skeletonTable) place(skeleton string) (bucket uint64, print uint32) {
	h := mix(Hash(skeleton))
	return h >> 32 & (t.buckets - 1), uint32(uint64(uint32(h)) >> t.keyBits << t.keyBits)
}

// Skeleton yields the keys whose skeleton may be the one given, and where their
// postings are; a few have another skeleton.
func (d *Dict) Skeleton(skeleton string, yield func(key []byte, postings Location) bool) {
	t := &d.skeletons
	bucket, print := t.place(skeleton)
	from := int(wire.Uint32(t.data, 4+int(bucket)*4))
	to := int(wire.Uint32(t.data, 8+int(bucket)*4))
	to = min(to, (len(t.data)-t.items)/4)
	for i := from; i < to; i++ {
		item := wire.Uint32(t.data, t.items+i*4)
		number := item & (1<<t.keyBits - 1)
		if item-number != print || number >= t.keys {
			continue
		}
		if key, at, ok := d.entryAt(number); ok && !yield(key, at) {
			return
		}
	}
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
	t := skeletonTable{buckets: buckets, keyBits: bits.Len(uint(keys))}
	byBucket := make([][]uint32, buckets)
	for _, item := range items {
		b, print := t.place(item.skeleton)
		byBucket[b] = append(byBucket[b], print|item.key)
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
			data = binary.LittleEndian.AppendUint32(data, item)
		}
	}
	return data
}
