package document

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/geo/seen"
)

// ErrDuplicate is the cause of the [geo.Problem] of a document whose text the
// library has yielded before.
var ErrDuplicate = errors.New("the same story as")

// known is the stories that were yielded, by the sums of their words: the ids of
// the last ones, and of any number that they were there. Its zero value is empty.
type known struct {
	last, before map[sum]string // ids; the second takes the place of the first when that is full
	all          seen.Set       // of those that are in neither
	words        []byte
}

// sum is as much of the SHA-256 of a story's words as tells it from all others.
type sum [16]byte

// mostNamed is how many stories each of the two maps names, 3 MiB of them. The
// same story mostly comes again within days.
const mostNamed = 1 << 15

// note remembers a document. If one that has the same words was noted before, the
// error says which, and is [ErrDuplicate].
func (k *known) note(d *Document) error {
	s := k.sum(d.Text)
	first, again := k.last[s]
	if !again {
		first, again = k.before[s]
	}
	if !again && !k.all.Empty() && k.all.Has(s.text()) {
		first, again = "an earlier one", true
	}
	if again {
		return fmt.Errorf("%w %s", ErrDuplicate, first)
	}
	if k.last == nil || len(k.last) == mostNamed {
		k.retire()
	}
	k.last[s] = strings.Clone(d.ID) // which may be a part of a long line
	return k.all.Err()
}

// retire forgets the ids of the stories that were named longest.
func (k *known) retire() {
	for s := range k.before {
		k.all.Add(s.text())
	}
	k.before, k.last = k.last, make(map[sum]string)
}

// text returns the sum as a text that does not end in a digit: those that do are
// taken for numbers of a series.
func (s sum) text() string { return string(s[:]) + "." }

func (k *known) sum(text string) sum {
	k.words = k.words[:0]
	for word := range strings.FieldsSeq(text) {
		k.words = append(append(k.words, word...), ' ')
	}
	s := sha256.Sum256(k.words)
	return sum(s[:16])
}
