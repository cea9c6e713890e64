package dict

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"math/bits"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/internal/spool"
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
	return t.placeHash(mix(Hash(skeleton)))
}

func (t *skeletonTable) placeHash(h uint64) (bucket, print uint64) {
	return h >> 40 & (t.buckets - 1), h & (1<<(8*t.size) - 1) >> t.keyBits << t.keyBits
}

// Skeleton yields the keys whose skeleton may be the one given, and where their
// postings are; a few have another skeleton.
func (d *Dict) Skeleton(skeleton string, yield func(key []byte, postings Location) bool) {
	t := &d.skeletons
	bucket, print := t.place(skeleton)
	from := int(wire.Uint32(t.data, 4+int(bucket)*4))
	to := int(wire.Uint32(t.data, 8+int(bucket)*4))
	var room [64]byte
	for i := max(0, from); i < min(to, (len(t.data)-t.items)/t.size); i++ {
		item := t.item(i)
		number := item & (1<<t.keyBits - 1)
		if item-number != print || number >= t.keys {
			continue
		}
		if key, at, ok := d.entryAt(uint32(number), room[:]); ok && !yield(key, at) {
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

// skeletonTable writes the table of skeletons. A key is left out if all its places
// are reached by the same skeleton already: most alternate names are spellings.
func (b *Builder) skeletonTable() ([]byte, error) {
	items, n, err := b.news()
	if err != nil {
		items.Close()
		return nil, err
	}
	defer items.Close()
	buckets := uint64(1)
	for buckets*8 < uint64(n) {
		buckets *= 2
	}
	t := newSkeletonTable(buckets, b.n)
	return t.fill(items, n)
}

// newsLen is the length of an item of news.
const newsLen = 12

// news returns a list of what the table has, with the number of its items: the
// hash of a skeleton and the number of a key.
func (b *Builder) news() (items *spool.Spool, n int, err error) {
	items = new(spool.Spool)
	reached := map[uint32]struct{}{}
	var skeleton []byte
	listed := int64(-1) // the last key that the skeleton leads to
	for item, err := range b.skeletons.Sorted() {
		if err != nil {
			return items, 0, err
		}
		end := len(item) - 9
		if !bytes.Equal(item[:end], skeleton) {
			skeleton, listed = append(skeleton[:0], item[:end]...), -1
			reached = map[uint32]struct{}{}
		}
		key, ref := binary.BigEndian.Uint32(item[end+1:]), binary.BigEndian.Uint32(item[end+5:])
		if _, known := reached[ref]; known {
			continue
		}
		reached[ref] = struct{}{}
		if int64(key) == listed {
			continue
		}
		listed = int64(key)
		n++
		entry := binary.LittleEndian.AppendUint64(make([]byte, 0, newsLen), mix(Hash(skeleton)))
		if _, err := items.Write(binary.LittleEndian.AppendUint32(entry, key)); err != nil {
			return items, 0, err
		}
	}
	return items, n, nil
}

// fill writes the table of n items, in three passes: it counts the items of each
// bucket, puts them there, and sorts each bucket.
func (t *skeletonTable) fill(items *spool.Spool, n int) ([]byte, error) {
	ends := make([]uint32, t.buckets+1) // of the bucket before, once they are added up
	err := eachNews(items, n, func(hash uint64, _ uint32) {
		bucket, _ := t.placeHash(hash)
		ends[bucket+1]++
	})
	if err != nil {
		return nil, err
	}
	data := binary.LittleEndian.AppendUint32(make([]byte, 0, t.items+n*t.size), uint32(t.buckets))
	for i := range ends {
		if i > 0 {
			ends[i] += ends[i-1]
		}
		data = binary.LittleEndian.AppendUint32(data, ends[i])
	}
	data = data[:cap(data)]
	err = eachNews(items, n, func(hash uint64, key uint32) {
		bucket, print := t.placeHash(hash)
		var item [8]byte
		binary.LittleEndian.PutUint64(item[:], print|uint64(key))
		copy(data[t.items+int(ends[bucket])*t.size:][:t.size], item[:])
		ends[bucket]++
	})
	begin := 0
	for _, end := range ends[:t.buckets] {
		t.sortBucket(data[t.items+begin*t.size : t.items+int(end)*t.size])
		begin = int(end)
	}
	return data, err
}

// sortBucket puts items in order of their numbers.
func (t *skeletonTable) sortBucket(data []byte) {
	var items []uint64
	for part := range slices.Chunk(data, t.size) {
		var item [8]byte
		copy(item[:], part)
		items = append(items, binary.LittleEndian.Uint64(item[:]))
	}
	slices.Sort(items)
	for i, v := range items {
		copy(data[i*t.size:][:t.size], binary.LittleEndian.AppendUint64(nil, v))
	}
}

func eachNews(items *spool.Spool, n int, yield func(hash uint64, key uint32)) error {
	r := bufio.NewReaderSize(items.Reader(), 1<<16)
	var item [newsLen]byte
	for range n {
		if _, err := io.ReadFull(r, item[:]); err != nil {
			return err
		}
		yield(binary.LittleEndian.Uint64(item[:]), binary.LittleEndian.Uint32(item[8:]))
	}
	return nil
}
