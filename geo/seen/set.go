// Package seen remembers which texts were met, of any number of texts in bounded
// memory, such as the ids of ten million rows.
//
// A text that ends in digits, as ids mostly do, is a bit beside those of its
// neighbours: a table that counts its rows up costs next to nothing. Of any other
// text a sum of 64 bits is kept, first in memory and then, sorted, in temporary
// files, which are asked only about the few texts that a filter in memory does not
// know to be new.
//
// # Non-goals
//
//   - Giving the texts back: they are not kept.
package seen

// Options bound a Set. The zero Options are the usual choice.
type Options struct {
	// Memory is about how many bytes a set may take. The default is 24 MiB; less
	// than 64 KiB counts as so much.
	Memory int64
	// Folder is where temporary files go. The default is os.TempDir.
	Folder string
}

const (
	defaultMemory = 24 << 20
	leastMemory   = 64 << 10
)

// Set is a set of texts. Its zero value is empty and has the zero Options. Texts
// that end in other than digits are taken for each other if their sums are the
// same: among ten million of them two are with a chance of one in 370,000.
//
// A set must be closed if it may have grown beyond its memory. It is not for
// several goroutines at once.
type Set struct {
	Options Options

	numbers numbers
	sums    sums
	disk    disk
	err     error
}

// shares of the memory: numbers and sums get a quarter each, the filter in front of
// the files the other half.
func (s *Set) quarter() int64 {
	if s.Options.Memory == 0 {
		return defaultMemory / 4
	}
	return max(s.Options.Memory, leastMemory) / 4
}

// Has reports whether the text was added.
func (s *Set) Has(text string) bool {
	switch s.numbers.has(text) {
	case yes:
		return true
	case no:
		return false
	}
	return s.hasSum(Sum(text))
}

// hasSum looks in memory and then on the disk. What it finds there is put beside
// what is in memory, for a text that comes twice mostly comes again: so it costs
// one look at the disk for as long as memory holds it.
func (s *Set) hasSum(h uint64) bool {
	if s.sums.has(h) {
		return true
	}
	found, err := s.disk.has(h)
	s.fail(err)
	if found {
		s.sums.add(h)
		s.spillIfFull()
	}
	return found
}

// Add adds a text, which is not kept, and reports whether it is new.
func (s *Set) Add(text string) bool {
	switch s.numbers.add(text, s.quarter()) {
	case yes:
		return false
	case no:
		return true
	}
	h := Sum(text)
	if s.disk.runs != nil && s.hasSum(h) || !s.sums.add(h) {
		return false
	}
	s.spillIfFull()
	return true
}

// Empty reports whether nothing was added.
func (s *Set) Empty() bool { return len(s.numbers.series) == 0 && s.sums.n == 0 && s.disk.runs == nil }

// Take moves what another set has into this one. The other is empty then.
func (s *Set) Take(other *Set) {
	s.numbers.take(&other.numbers)
	for h := range other.sums.all {
		if s.sums.add(h) {
			s.spillIfFull()
		}
	}
	s.fail(other.err)
	if other.disk.runs != nil {
		s.fail(s.disk.take(&other.disk, s.quarter()*2, s.Options.Folder))
	}
	*other = Set{Options: other.Options}
}

// Err returns why temporary files could not be written or read. What Has and Add
// have said since then may be wrong.
func (s *Set) Err() error { return s.err }

// Close removes the temporary files.
func (s *Set) Close() error { return s.disk.close() }

func (s *Set) spillIfFull() {
	if s.sums.n < int(s.quarter()/bytesPerSum) || s.err != nil {
		return
	}
	s.fail(s.disk.add(s.sums.sorted, s.quarter()*2, s.Options.Folder))
	s.sums = sums{}
}

// fail keeps the first error.
func (s *Set) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}
