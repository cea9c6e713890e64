package seen

import (
	"math/bits"
	"slices"
)

// Sum returns 64 bits that stand for a text, the same on every machine. It folds
// products of 128 bits, a step for each eight bytes.
func Sum(text string) uint64 {
	h := uint64(len(text)) * sumPrime
	for len(text) >= 8 {
		h = folded(h ^ wordOf(text))
		text = text[8:]
	}
	var rest uint64
	for i := range len(text) {
		rest = rest<<8 | uint64(text[i])
	}
	return max(folded(folded(h^rest)), 1)
}

// sumPrime is 2 to the 64th divided by the golden ratio.
const sumPrime = 0x9e3779b97f4a7c15

func folded(h uint64) uint64 {
	high, low := bits.Mul64(h^0xe7037ed1a0b428db, sumPrime)
	return high ^ low
}

func wordOf(text string) uint64 {
	return uint64(text[0]) | uint64(text[1])<<8 | uint64(text[2])<<16 | uint64(text[3])<<24 |
		uint64(text[4])<<32 | uint64(text[5])<<40 | uint64(text[6])<<48 | uint64(text[7])<<56
}

// sums is a set of sums in hash tables with linear probing. There are many small
// tables so that growing one costs little time and no great memory at once.
type sums struct {
	tables [256]sumTable // by the first byte of the sum
	n      int
}

// bytesPerSum is what a sum takes in tables that grow by half when they are seven
// eighths full, while garbage is collected.
const bytesPerSum = 12

func (s *sums) table(sum uint64) *sumTable { return &s.tables[sum>>56] }

func (s *sums) has(sum uint64) bool {
	t := s.table(sum)
	return len(t.slots) > 0 && t.slots[t.find(sum)] == sum
}

// add reports whether the sum is new.
func (s *sums) add(sum uint64) bool {
	if !s.table(sum).add(sum) {
		return false
	}
	s.n++
	return true
}

// all yields the sums.
func (s *sums) all(yield func(uint64) bool) {
	for i := range s.tables {
		for _, sum := range s.tables[i].slots {
			if sum != 0 && !yield(sum) {
				return
			}
		}
	}
}

// sorted yields the sums in order.
func (s *sums) sorted(yield func(uint64) bool) {
	var some []uint64
	for i := range s.tables {
		some = some[:0]
		for _, sum := range s.tables[i].slots {
			if sum != 0 {
				some = append(some, sum)
			}
		}
		slices.Sort(some)
		for _, sum := range some {
			if !yield(sum) {
				return
			}
		}
	}
}

// sumTable is one of the tables. A slot of 0 is free.
type sumTable struct {
	slots []uint64
	n     int
}

// find returns the slot of a sum, or the free one that it would have.
func (t *sumTable) find(h uint64) int {
	slot := int((h << 8 >> 32) * uint64(len(t.slots)) >> 32)
	for t.slots[slot] != 0 && t.slots[slot] != h {
		if slot++; slot == len(t.slots) {
			slot = 0
		}
	}
	return slot
}

// add reports whether the sum is new.
func (t *sumTable) add(h uint64) bool {
	if 8*t.n >= 7*len(t.slots) {
		t.grow()
	}
	slot := t.find(h)
	if t.slots[slot] != 0 {
		return false
	}
	t.slots[slot] = h
	t.n++
	return true
}

// grow makes a table half as large again, which wastes less than doubling.
func (t *sumTable) grow() {
	old := t.slots
	t.slots = make([]uint64, max(8, len(old)*3/2))
	for _, h := range old {
		if h != 0 {
			t.slots[t.find(h)] = h
		}
	}
}
