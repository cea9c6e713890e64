package dict

import (
	"encoding/binary"
	"io"
	"math"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// filter tells of nearly all hashes that none of its own are the same. Each of its
// own sets four bits of one word.
type filter struct {
	data  string // uint64 words
	words uint64
}

func openFilter(data string) (filter, error) {
	f := filter{data, uint64(len(data) / 8)}
	if f.words == 0 || f.words > math.MaxUint32 || len(data)%8 != 0 {
		return filter{}, damaged("a filter of keys has an odd size")
	}
	return f, nil
}

// mayHave reports whether a filter lets a hash pass.
func (f *filter) mayHave(hash uint64) bool {
	h := mix(hash)
	at, need := filterWord(h, f.words)*8, filterBits(h)
	return at+8 <= uint64(len(f.data)) && wire.Word(f.data[at:at+8])&need == need
}

// passing returns a bit for each of up to 64 hashes, times a unit and added to a start,
// that a filter lets pass. It waits for the words of all of them at once.
func (f *filter) passing(start, unit uint64, hashes []uint64) (pass uint64) {
	data, words := f.data, f.words
	for i, hash := range hashes {
		h := mix(start + hash*unit)
		at, need := filterWord(h, words)*8, filterBits(h)
		if at+8 <= uint64(len(data)) && wire.Word(data[at:at+8])&need == need {
			pass |= 1 << i
		}
	}
	return pass
}

// filterWord returns the number of the word that has the bits of a hash: its high
// half as a share of all words.
func filterWord(h, words uint64) uint64 { return h >> 32 * words >> 32 }

// filterBits returns the bits of a word that a hash sets.
func filterBits(h uint64) uint64 {
	return 1<<(h&63) | 1<<(h>>6&63) | 1<<(h>>12&63) | 1<<(h>>18&63)
}

// keysPerWord is how many keys share a word of their filter: one string in forty that
// is no key passes, and mostly the table of keys then tells without a look at a key.
const keysPerWord = 8

// writeFilter returns the filter of n hashes, which it reads.
func writeFilter(hashes io.Reader, n, perWord int) ([]byte, error) {
	words := uint64(n/perWord) + 1
	set := make([]byte, words*8)
	err := eachHash(hashes, n, func(hash uint64) error {
		h := mix(hash)
		word := set[filterWord(h, words)*8:][:8]
		binary.LittleEndian.PutUint64(word, binary.LittleEndian.Uint64(word)|filterBits(h))
		return nil
	})
	return set, err
}
