package recall

import (
	"cmp"
	"sync"
)

// MemoSize is the usual bound of a Map, in units of about 100 bytes; beyond it the
// Map starts anew. A table's names repeat closely enough for that to cost little.
const MemoSize = 1 << 17

// Map remembers answers for good, until it is full. The zero Map is empty and ready to use.
type Map[K comparable, V any] struct {
	Most  int // units; MemoSize if it is 0
	mu    sync.RWMutex
	known map[K]V
	size  int
}

// Get returns the answer to a question, if it is known.
func (m *Map[K, V]) Get(k K) (V, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	v, ok := m.known[k]
	return v, ok
}

// GetText is Get for a key that is not worth a string of its own.
func GetText[V any](m *Map[string, V], k []byte) (V, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	v, ok := m.known[string(k)]
	return v, ok
}

// Len returns how many answers are kept.
func (m *Map[K, V]) Len() int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return len(m.known)
}

// Put remembers an answer that takes so many units of room.
func (m *Map[K, V]) Put(k K, v V, size int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || m.size+size > cmp.Or(m.Most, MemoSize) {
		m.known, m.size = map[K]V{}, 0
	}
	m.known[k] = v
	m.size += size
}
