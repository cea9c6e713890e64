package dict

import "sync/atomic"

// recent keeps in which block a key was found, by its hash, each key in the one slot
// that it may have. Names repeat, and the way to a block takes twice the time of
// looking into it. What it says is only where to look first. Its zero value is
// ready for use by any number of goroutines.
type recent [1 << 16]atomic.Uint64

// blockBits are for the number of a block; the rest of a slot is of the hash. Of
// more blocks none is kept.
const blockBits = 32

// block returns the block in which a key with a hash was found.
func (r *recent) block(hash uint64) (block int, known bool) {
	h := mix(hash)
	v := r[h%uint64(len(r))].Load()
	return int(v&(1<<blockBits-1)) - 1, v>>blockBits == h>>blockBits && v&(1<<blockBits-1) != 0
}

// keep notes the block of a key. A slot has it plus one, so that 0 is none.
func (r *recent) keep(hash uint64, block int) {
	h := mix(hash)
	r[h%uint64(len(r))].Store(h>>blockBits<<blockBits | uint64(block+1))
}
