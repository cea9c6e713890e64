package dict

import "sync/atomic"

// recent keeps where the block begins in which a key was found, by its hash, each key
// in the one set of slots that it may be in. Names repeat, and the way to a block takes
// twice the time of looking into it. What it says is only where to look first. Its
// zero value is ready for use by any number of goroutines.
type recent [recentSets]recentSet

const recentSets = 1 << 14

// recentSet has the keys that were found last, the latest first; half as many again
// as there are slots would else drive each other out at every turn. A slot has the
// beginning of a block plus one, so that 0 is none, and above it bits of the hash.
type recentSet [4]atomic.Uint64

// beginBits are for the beginning of a block. Of blocks further on none is kept.
const beginBits = 32

// begin returns where the block begins in which a key with a hash was found.
func (r *recent) begin(hash uint64) (begin int, known bool) {
	h := mix(hash)
	set := &r[h%recentSets]
	for i := range set {
		if v := set[i].Load(); v>>beginBits == h>>beginBits {
			begin = int(v & (1<<beginBits - 1))
			return begin - 1, begin > 0
		}
	}
	return 0, false
}

// keep notes where the block of a key begins.
func (r *recent) keep(hash uint64, begin int) {
	if int64(begin) >= 1<<beginBits-1 {
		return
	}
	h := mix(hash)
	set := &r[h%recentSets]
	for i := len(set) - 1; i > 0; i-- {
		set[i].Store(set[i-1].Load())
	}
	set[0].Store(h>>beginBits<<beginBits | uint64(begin+1))
}
