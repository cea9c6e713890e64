// Package linear chooses among candidates by a linear softmax model over sparse
// named features, and turns scores into calibrated probabilities.
//
// A decision is a handful of candidates of which one is right: the places a
// name could mean, the places a verb could belong to. What speaks for and
// against a candidate is a [Vector] of features with names; a [Model] knows a
// weight for each name. "None of them" is a candidate like any other, with
// features of its own.
//
// Models are small and readable: one "feature<TAB>weight" a line, sorted.
// Training is full-batch and starts from nothing, so the same decisions give
// the same weights.
//
// # Non-goals
//
//   - Anything that is not linear.
package linear

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Key stands for a feature's name: its 64-bit FNV-1a hash. Among a hundred
// thousand names two share a key with a chance of one in four billion; then
// they would share a weight.
type Key uint64

const (
	fnvOffset Key = 14695981039346656037
	fnvPrime  Key = 1099511628211
)

// NewKey returns the key of a feature's name. A name of several parts is
// written with "=" between them: NewKey("verb", "seized") is the key of
// "verb=seized".
func NewKey(parts ...string) Key {
	k := fnvOffset
	for i, p := range parts {
		if i > 0 {
			k = (k ^ '=') * fnvPrime
		}
		for j := range len(p) {
			k = (k ^ Key(p[j])) * fnvPrime
		}
	}
	return k
}

// Feature is something that holds of a candidate, and how much.
type Feature struct {
	Key   Key
	Value float64
}

// Vector collects the features of one candidate. The zero Vector is empty and
// ready to use; Reset keeps its memory for the next candidate.
type Vector struct {
	Features []Feature
	// Names, if set, learns the name of every feature added: a trainer needs
	// them to write weights that people can read.
	Names Names
}

// Names tells the name of a feature by its key.
type Names map[Key]string

// Reset empties the vector.
func (v *Vector) Reset() { v.Features = v.Features[:0] }

// Add says that the feature named by parts, as [NewKey] joins them, has a
// value. Added twice, a feature counts twice. A value of 0 is nothing said.
func (v *Vector) Add(value float64, parts ...string) {
	if value == 0 {
		return
	}
	k := NewKey(parts...)
	v.Features = append(v.Features, Feature{k, value})
	if v.Names != nil {
		if _, known := v.Names[k]; !known {
			v.Names[k] = strings.Join(parts, "=")
		}
	}
}

// Model weighs features. The zero Model knows none: it scores everything 0. A
// Model does not change and may be shared.
type Model struct {
	// table is an open-addressing hash table: a look-up costs a few
	// nanoseconds and no allocation.
	table []weight
	mask  uint64
	n     int
}

type weight struct {
	key   Key
	value float64 // 0 marks a free slot: a weight of 0 is not kept
}

func newModel(weights []weight) *Model {
	size := 8
	for size < 2*len(weights) {
		size *= 2
	}
	m := &Model{table: make([]weight, size), mask: uint64(size - 1)}
	for _, w := range weights {
		if w.value == 0 {
			continue
		}
		slot := m.slot(w.key)
		if slot.value == 0 {
			m.n++
		}
		*slot = w
	}
	return m
}

// slot returns where the key is, or the free slot where it would be.
func (m *Model) slot(k Key) *weight {
	for i := uint64(k) & m.mask; ; i = (i + 1) & m.mask {
		if w := &m.table[i]; w.key == k || w.value == 0 {
			return w
		}
	}
}

// Len returns the number of weights.
func (m *Model) Len() int { return m.n }

// Weight returns the weight of a feature; 0 if the model does not know it.
func (m *Model) Weight(k Key) float64 {
	if m.n == 0 {
		return 0
	}
	return m.slot(k).value
}

// Score returns the sum of the features' values times their weights.
func (m *Model) Score(features []Feature) float64 { return m.ScoreOn(0, features) }

// ScoreOn returns the score of features that come after others, whose score is
// sum: the same, to the last bit, as the score of them all.
func (m *Model) ScoreOn(sum float64, features []Feature) float64 {
	for _, f := range features {
		sum += f.Value * m.Weight(f.Key)
	}
	return sum
}

// Probability returns the probability that something with these features is
// so, by a model of [TrainLogistic].
func (m *Model) Probability(features []Feature) float64 {
	return 1 / (1 + math.Exp(-m.Score(features)))
}

// Softmax turns the scores of one decision's candidates into probabilities, in
// place. They sum to 1 unless there are none.
func Softmax(scores []float64) {
	if len(scores) == 0 {
		return
	}
	top := slices.Max(scores) // so that no exponential overflows
	var sum float64
	for i, s := range scores {
		scores[i] = math.Exp(s - top)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}

// parse reads a model as [Model.Write] writes it. Empty lines and lines that
// begin with "#" are skipped.
func parse(text string) (*Model, error) {
	weights := make([]weight, 0, 1+strings.Count(text, "\n"))
	for n, line := range numbered(text) {
		name, number, ok := strings.Cut(line, "\t")
		value, err := strconv.ParseFloat(number, 64)
		if !ok || err != nil || math.IsNaN(value) || math.IsInf(value, 0) {
			return nil, fmt.Errorf("line %d: %q is not a feature, a tab and a number", n, line)
		}
		weights = append(weights, weight{NewKey(name), value})
	}
	m := newModel(weights)
	if m.n < len(weights) { // some are 0, or come twice
		if err := eachOnce(text); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// numbered yields the lines of a model that are no comments, with their numbers
// from 1.
func numbered(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		n := 0
		for line := range strings.Lines(text) {
			n++
			line = strings.TrimRight(line, "\r\n")
			if line != "" && line[0] != '#' && !yield(n, line) {
				return
			}
		}
	}
}

// eachOnce returns what is wrong with a model of which a feature comes twice.
func eachOnce(text string) error {
	seen := map[Key]bool{}
	for n, line := range numbered(text) {
		name, _, _ := strings.Cut(line, "\t")
		k := NewKey(name)
		if seen[k] {
			return fmt.Errorf("line %d: feature %q comes twice", n, name)
		}
		seen[k] = true
	}
	return nil
}

// MustRead reads a model that is embedded in the program. It panics if the
// model cannot be read: then the program was built wrong.
func MustRead(text string) *Model {
	m, err := parse(text)
	if err != nil {
		panic(err)
	}
	return m
}

// Write writes the weights whose names are known, one "feature<TAB>weight" a
// line, sorted by feature, with the decimals that matter (4). Weights that
// round to 0 are left out.
func (m *Model) Write(w io.Writer, names Names) error {
	type line struct{ name, value string }
	var lines []line
	for k, name := range names {
		value := strconv.FormatFloat(m.Weight(k), 'f', 4, 64)
		if strings.Trim(value, "-0.") != "" {
			lines = append(lines, line{name, value})
		}
	}
	slices.SortFunc(lines, func(a, b line) int { return cmp.Compare(a.name, b.name) })
	b := bufio.NewWriter(w)
	for _, l := range lines {
		fmt.Fprintf(b, "%s\t%s\n", l.name, l.value)
	}
	return b.Flush()
}
