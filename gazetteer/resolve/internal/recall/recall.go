// Package recall remembers the answers to questions that come again: those about the
// rows of a table, whose places and coordinates repeat.
//
// It is for answers that take microseconds, since it gives them in a tenth of one.
// What is asked but once costs little more than without it.
package recall

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"sync"
	"sync/atomic"
)

// Question is all that an answer depends on.
type Question struct {
	Bits  [3]uint64
	Texts [7]string

	hash uint64 // set when it is asked
}

// Memo keeps answers to some of the questions that were asked last, in less than 5 MiB
// besides the answers. An answer that is given is always that to the very question:
// hashes only say where to look. The zero Memo is empty; any number of goroutines may
// share it.
type Memo[V any] struct {
	// Sets is the number of sets, a power of two. The default is 8192, for some
	// 30,000 questions.
	Sets int

	once sync.Once
	sets []set[V]

	// Of the batches that came last: how many questions were asked, and were known.
	batches, asked, known atomic.Uint32
}

const defaultSets = 1 << 13

// ways is how many answers a set has room for. With one, two questions that share a
// slot would drive each other out row by row.
const ways = 4

// set has the answers to questions whose hashes agree in some bits. It fills a line
// of the processor's cache: what is not known costs one place in memory.
type set[V any] struct {
	tags [ways]atomic.Uint32     // other bits of the hash; 0 for none
	once [ways - 1]atomic.Uint32 // tags of questions that were put once, the last ones
	puts atomic.Uint32
	kept [ways]atomic.Pointer[answer[V]]
}

// answer is what is kept, in 128 bytes. But for used it never changes.
type answer[V any] struct {
	bits  [3]uint64
	value *V
	used  atomic.Bool                  // since another one wanted its way
	ends  [len(Question{}.Texts)]uint8 // where in text each of the texts ends
	text  [85]byte
}

var seed = maphash.MakeSeed() // decides what is forgotten, never what is answered

// Get returns the answer to a question, nil if it is not known.
func (m *Memo[V]) Get(q *Question) *V {
	if a := m.ask(q); a != nil && a.answers(q) {
		return a.value
	}
	return nil
}

// AtOnce is how many questions GetAll takes.
const AtOnce = 64

// GetAll does for up to AtOnce questions what Get does for one. The processor waits for
// the memory of all of them together, not for each.
func (m *Memo[V]) GetAll(questions []Question, values []*V) {
	var found [AtOnce]*answer[V]
	for i := range questions {
		found[i] = m.ask(&questions[i])
	}
	known := 0
	for i := range questions {
		values[i] = nil
		if a := found[i]; a != nil && a.answers(&questions[i]) {
			values[i] = a.value
			known++
		}
	}
	m.learn(len(questions), known)
}

// A Memo pays as long as one of leastKnown questions is known, of some hundred to
// mostAsked that were asked last; else only one of triedBatches is asked.
const (
	leastKnown   = 32
	mostAsked    = 4096
	triedBatches = 32
)

// Pays reports whether the next batch is worth asking: the questions about a table of
// points that are all different are never known, and to ask them takes an eighth of the
// time of answering them. Some batches are asked all the same, so that a table whose
// points begin to repeat is noticed.
func (m *Memo[V]) Pays() bool {
	asked, known := m.asked.Load(), m.known.Load()
	return asked < mostAsked/2 || known*leastKnown >= asked || m.batches.Add(1)%triedBatches == 0
}

// learn notes how many questions of a batch were known. That goroutines may disturb
// each other here makes for nothing but a batch more or less.
func (m *Memo[V]) learn(asked, known int) {
	all := m.asked.Add(uint32(asked))
	m.known.Add(uint32(known))
	if all >= mostAsked {
		m.asked.Store(all / 2)
		m.known.Store(m.known.Load() / 2)
	}
}

// ask returns what may be the answer to a question, nil if nothing is.
func (m *Memo[V]) ask(q *Question) *answer[V] {
	m.once.Do(m.open)
	q.hash = q.sum()
	s, tag := m.slot(q)
	for i := range s.tags {
		if s.tags[i].Load() == tag {
			return s.kept[i].Load()
		}
	}
	return nil
}

// Put remembers the answer to a question that was asked and is not known, if it is put
// for the second time: a table of points that are all different would else drive out
// what is kept, and take 5 MiB for nothing.
func (m *Memo[V]) Put(q *Question, v *V) {
	if s, tag := m.slot(q); s.again(tag) {
		m.Keep(q, v)
	}
}

// Keep remembers the answer to a question that was asked, is not known, and is known to
// have been asked before.
func (m *Memo[V]) Keep(q *Question, v *V) {
	s, tag := m.slot(q)
	if a := newAnswer(q, v); a != nil {
		way := s.unused()
		s.kept[way].Store(a)
		s.tags[way].Store(tag)
	}
}

// again reports whether a question was put before, and notes that it is now.
func (s *set[V]) again(tag uint32) bool {
	for i := range s.once {
		if s.once[i].Load() == tag {
			return true
		}
	}
	s.once[s.puts.Add(1)%uint32(len(s.once))].Store(tag)
	return false
}

func (m *Memo[V]) open() {
	if m.Sets == 0 {
		m.Sets = defaultSets
	}
	m.sets = make([]set[V], m.Sets)
}

// slot returns the set that may have a question, and the tag that it has there.
func (m *Memo[V]) slot(q *Question) (s *set[V], tag uint32) {
	return &m.sets[int(uint32(q.hash))&(len(m.sets)-1)], uint32(q.hash>>32) | 1
}

// unused returns a way that has no answer, or else one whose answer was not asked for
// since unused last passed it.
func (s *set[V]) unused() int {
	for i := range s.kept {
		if s.kept[i].Load() == nil {
			return i
		}
	}
	way := s.puts.Load() % ways
	for range ways {
		if !s.kept[way].Load().used.Swap(false) {
			break
		}
		way = (way + 1) % ways
	}
	return int(way)
}

// sum is of the numbers, the first text and the lengths of the others, which tell
// nearly all questions apart.
func (q *Question) sum() uint64 {
	h := maphash.String(seed, q.Texts[0])
	for _, t := range q.Texts[1:] {
		h = h*31 + uint64(len(t))
	}
	for _, b := range q.Bits {
		high, low := bits.Mul64(h^b, 0x9E3779B97F4A7C15)
		h = high ^ low
	}
	return h
}

// AppendTexts appends the texts of a question so that other texts make another sequence
// of bytes.
func (q *Question) AppendTexts(dst []byte) []byte {
	for _, t := range q.Texts {
		dst = append(binary.AppendUvarint(dst, uint64(len(t))), t...)
	}
	return dst
}

// newAnswer returns nil for a question that is too long to be kept.
func newAnswer[V any](q *Question, v *V) *answer[V] {
	a := &answer[V]{bits: q.Bits, value: v}
	n := 0
	for i, t := range q.Texts {
		if len(t) > len(a.text)-n {
			return nil
		}
		n += copy(a.text[n:], t)
		a.ends[i] = uint8(n)
	}
	return a
}

// answers reports whether an answer is that to a question, and notes that it was asked
// for.
func (a *answer[V]) answers(q *Question) bool {
	if a.bits != q.Bits {
		return false
	}
	from := uint8(0)
	for i, end := range a.ends {
		t := q.Texts[i]
		if len(t) != int(end)-int(from) || t != "" && string(a.text[from:end]) != t { // most are empty
			return false
		}
		from = end
	}
	if !a.used.Load() {
		a.used.Store(true)
	}
	return true
}
