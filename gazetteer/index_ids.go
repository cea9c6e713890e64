package gazetteer

import (
	"iter"
	"math/bits"
	"sync"
	"sync/atomic"

	"github.com/dateline-map/dateline/gazetteer/internal/dict"
)

// idTable leads from ids to places. It is made when it begins to pay, since most
// runs never ask for an id.
type idTable struct {
	asked atomic.Int32
	once  sync.Once
	slots []Ref // by hash of the id, or the next free one behind; a power of two of them
}

// spread is 2^64 divided by the golden ratio: multiplying by it brings what is in
// the low bits of a number into its high ones.
const spread = 0x9E3779B97F4A7C15

// fewIDs is how many ids are looked for one by one: making the table takes as
// long as that.
const fewIDs = 4

// ByID returns the place with an id. The first times it looks at all places, which
// takes a millisecond for each hundred thousand; then it makes a table of them.
func (x *Index) ByID(id string) (Ref, bool) {
	if x.byID.asked.Load() < fewIDs {
		x.byID.asked.Add(1)
		n, ok := x.places.Find(id)
		return Ref(n), ok
	}
	x.byID.once.Do(x.hashIDs)
	var room [32]byte
	for slot := range x.byID.from(dict.Hash(id)) {
		ref := x.byID.slots[slot]
		if ref == 0 {
			break
		}
		if string(x.places.AppendID(room[:0], x.places.At(uint32(ref)))) == id {
			return ref, true
		}
	}
	return 0, false
}

// hashIDs makes the table, half of which stays free.
func (x *Index) hashIDs() {
	x.byID.slots = make([]Ref, 2<<bits.Len(uint(x.Len())))
	for ref, id := range x.ids() {
		for slot := range x.byID.from(dict.Hash(id)) {
			if x.byID.slots[slot] == 0 {
				x.byID.slots[slot] = ref
				break
			}
		}
	}
}

// from yields the slots in which an id with a hash may be, over and over.
func (t *idTable) from(hash uint64) iter.Seq[int] {
	return func(yield func(int) bool) {
		last := len(t.slots) - 1
		// The end of an id is in the low bits of its hash alone.
		for slot := int(hash*spread>>32) & last; yield(slot); slot = (slot + 1) & last {
		}
	}
}

// ids yields the places with their ids, each of which is valid until the next.
func (x *Index) ids() iter.Seq2[Ref, []byte] {
	return func(yield func(Ref, []byte) bool) {
		var id []byte
		for i := range x.Len() {
			id = x.places.AppendID(id[:0], x.places.At(uint32(i+1)))
			if !yield(Ref(i+1), id) {
				return
			}
		}
	}
}
