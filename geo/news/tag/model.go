package tag

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
)

// label says what part of a name a word is.
type label uint8

const (
	outside label = iota
	begin
	inside
	people // a demonym
	labels
)

// Model is the learned geotagger: what each feature of a word, and each pair of
// neighbouring labels, speaks for. A Model does not change and may be shared.
//
// Its file begins with modelMagic, the number of features as a little-endian
// 32-bit integer, and the weights of label pairs; then come the features,
// sorted, in 32 bits each, and then weights of each for the
// labels. Weights are signed bytes.
type Model struct {
	pairs   [labels][labels]int32
	keys    []feature // open addressing; 0 marks a free slot
	weights [][labels]int8
	mask    uint32
}

const modelMagic = "DLTAG1\n\x00"

var errModel = errors.New("not a model of the geotagger")

//go:embed tag.model
var modelFile []byte

// Default is the embedded model.
var Default = sync.OnceValue(func() *Model {
	m, err := ReadModel(modelFile)
	if err != nil {
		panic("tag: embedded model: " + err.Error()) // a test reads it
	}
	return m
})

// ReadModel reads a model from the contents of its file.
func ReadModel(data []byte) (*Model, error) {
	head := len(modelMagic) + 4 + int(labels*labels)
	if len(data) < head || string(data[:len(modelMagic)]) != modelMagic {
		return nil, errModel
	}
	n := int(binary.LittleEndian.Uint32(data[len(modelMagic):]))
	if rest := len(data) - head; n > rest || rest != n*(4+int(labels)) {
		return nil, fmt.Errorf("%w: %d features in %d bytes", errModel, n, rest)
	}
	m := newModel(n)
	for i, v := range data[len(modelMagic)+4 : head] {
		m.pairs[i/int(labels)][i%int(labels)] = int32(int8(v))
	}
	keys, weights := data[head:head+4*n], data[head+4*n:]
	for i := range n {
		slot := m.slot(feature(binary.LittleEndian.Uint32(keys[4*i:])))
		m.keys[slot] = feature(binary.LittleEndian.Uint32(keys[4*i:]))
		for y := range labels {
			m.weights[slot][y] = int8(weights[int(labels)*i+int(y)])
		}
	}
	return m, nil
}

func newModel(n int) *Model {
	size := 8
	for size < 2*n {
		size *= 2
	}
	return &Model{keys: make([]feature, size), weights: make([][labels]int8, size), mask: uint32(size - 1)}
}

// slot returns where a feature is, or the free slot where it would be.
func (m *Model) slot(f feature) uint32 {
	for i := uint32(f) & m.mask; ; i = (i + 1) & m.mask {
		if m.keys[i] == f || m.keys[i] == 0 {
			return i
		}
	}
}

// score adds up what the features say of each label.
func (m *Model) score(features []feature) (s [labels]int32) {
	for _, f := range features {
		w := &m.weights[m.slot(f)]
		for y := range labels {
			s[y] += int32(w[y])
		}
	}
	return s
}

// decoder finds the best sequence of labels (Viterbi). Its memory serves one
// sequence after the other.
type decoder struct {
	from [][labels]label
	best []label
}

// decode returns the labels of words with the given scores, of which the first
// follows a word outside any name. They are valid until the next call.
func (d *decoder) decode(scores [][labels]int32, pairs *[labels][labels]int32) []label {
	d.from = d.from[:0]
	last := [labels]int32{outside: 0, begin: impossible, inside: impossible, people: impossible}
	for i := range scores {
		var from [labels]label
		last, from = step(&last, &scores[i], pairs)
		d.from = append(d.from, from)
	}
	return d.trace(last)
}

// step goes on from the best scores of sequences that end in each label to
// those of sequences one word longer, and tells which label they came from.
func step(last, word *[labels]int32, pairs *[labels][labels]int32) (next [labels]int32, from [labels]label) {
	for y := range labels {
		next[y] = impossible
		for x := range labels {
			goesOn := y != inside || x == begin || x == inside
			if v := last[x] + pairs[x][y] + word[y]; goesOn && v > next[y] {
				next[y], from[y] = v, x
			}
		}
	}
	return next, from
}

// impossible is less than any score of a sequence, and far from overflow.
const impossible = -1 << 28

func (d *decoder) trace(last [labels]int32) []label {
	d.best = append(d.best[:0], make([]label, len(d.from))...)
	y := outside
	for x := range labels {
		if last[x] > last[y] {
			y = x
		}
	}
	for i := len(d.from) - 1; i >= 0; i-- {
		d.best[i] = y
		y = d.from[i][y]
	}
	return d.best
}
