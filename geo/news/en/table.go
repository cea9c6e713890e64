package en

import (
	"strings"
	"sync/atomic"
)

// table says something of words. Most words of a story stand in none of the
// tables, and most of these are told by how they begin and end and how long they
// are: asking the map only for the others spares a tenth of the time that stories
// take. The zero table has no words.
type table[V any] struct {
	values map[string]V
	shapes [32]uint64 // of the words: by first byte, a bit for each last byte and length
}

// tableOf returns a table of the words that are keys.
func tableOf[V any](values map[string]V) table[V] {
	var t table[V]
	for word, v := range values {
		t.put(word, v)
	}
	return t
}

// put says v of a word.
func (t *table[V]) put(word string, v V) {
	if t.values == nil {
		t.values = make(map[string]V)
	}
	t.values[word] = v
	first, rest := shapeOf(word)
	t.shapes[first] |= rest
}

// of returns what a table says of a word; the zero value if it is not there.
func (t *table[V]) of(word string) (v V) {
	if first, rest := shapeOf(word); t.shapes[first]&rest == 0 {
		return v
	}
	return t.values[word]
}

// shapeOf returns where a table notes words of this shape.
func shapeOf(word string) (first int, rest uint64) {
	if word == "" {
		return 0, 1
	}
	return int(word[0] & 31), 1 << ((len(word)*11 + int(word[len(word)-1])) & 63)
}

// set is some words, separated by spaces. It becomes a table when it is first
// asked: filled at start, the sets took a sixth of what every run of the program
// costs, also one without a story. Any number of goroutines may ask it.
type set struct {
	words string
	table atomic.Pointer[table[bool]]
}

// setOf returns the set of words that are separated by spaces.
func setOf(words string) set { return set{words: words} }

// has reports whether a word is in the set.
func (s *set) has(word string) bool {
	t := s.table.Load()
	if t == nil {
		t = s.fill()
	}
	return t.of(word)
}

// fill makes the table. Two goroutines may make the same one.
func (s *set) fill() *table[bool] {
	var t table[bool]
	for w := range strings.FieldsSeq(s.words) {
		t.put(w, true)
	}
	s.table.Store(&t)
	return &t
}
