// Package ids leads from the ids of places to their numbers, on disk. Its section
// is a table of uint32, read in place: each place stands in the slot that the hash
// of its id says, or in the next free one behind it. A fifth of the slots are free.
//
// The ids themselves stand with the places: who looks for one is given numbers,
// mostly one or two, and compares.
package ids

import (
	"encoding/binary"
	"errors"
	"iter"
	"math"

	"github.com/dateline-map/dateline/gazetteer/internal/dict"
	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// Table finds places by their ids. Any number of goroutines may use it.
type Table struct{ slots string }

// Open returns the table of n places in a section.
func Open(data string, n int) (Table, error) {
	if len(data) != 4*slotsFor(n) {
		return Table{}, errors.New("index is damaged: the table of ids does not fit the number of places")
	}
	return Table{data}, nil
}

// slotsFor returns the number of slots for n places: more than n, so that each
// search ends.
func slotsFor(n int) int { return n + n/4 + 1 }

// With yields the numbers of places of which one has the id, if any has.
func (t Table) With(id string) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		n := len(t.slots) / 4
		slot := slotOf(dict.Hash(id), n)
		for range n { // a damaged table has no free slot
			number := wire.Uint32(t.slots, 4*slot)
			if number == 0 || !yield(number) {
				return
			}
			if slot++; slot == n {
				slot = 0
			}
		}
	}
}

// spread is 2^64 divided by the golden ratio: multiplying by it brings what is in
// the low bits of a number into its high ones. The end of an id is in the low
// bits of its hash alone.
const spread = 0x9E3779B97F4A7C15

// slotOf returns the slot of a hash, as a share of all n slots.
func slotOf(hash uint64, n int) int { return int(hash * spread >> 32 * uint64(n) >> 32) }

// Section returns the section for places of which the hashes of the ids are given
// in the order of their numbers; the first one has number 1.
func Section(hashes []uint64) ([]byte, error) {
	n := slotsFor(len(hashes))
	if uint64(len(hashes)) >= math.MaxUint32 {
		return nil, errors.New("there are more than 4,294,967,294 places")
	}
	data := make([]byte, 4*n)
	for i, hash := range hashes {
		slot := slotOf(hash, n)
		for binary.LittleEndian.Uint32(data[4*slot:]) != 0 {
			if slot++; slot == n {
				slot = 0
			}
		}
		binary.LittleEndian.PutUint32(data[4*slot:], uint32(i+1))
	}
	return data, nil
}
