package resolve

import (
	"cmp"
	"sync"
)

// memoSize is the usual bound of a memo, in units of about 100 bytes; beyond it the
// memo starts anew. A table's names repeat closely enough for that to cost little.
const memoSize = 1 << 17

// memo remembers answers. The zero memo is empty and ready to use.
type memo[K comparable, V any] struct {
	most  int // units; memoSize if it is 0
	mu    sync.RWMutex
	known map[K]V
	size  int
}

func (m *memo[K, V]) get(k K) (V, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	v, ok := m.known[k]
	return v, ok
}

// getText is get for a key that is not worth a string of its own.
func getText[V any](m *memo[string, V], k []byte) (V, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	v, ok := m.known[string(k)]
	return v, ok
}

// put remembers an answer that takes so many units of room.
func (m *memo[K, V]) put(k K, v V, size int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || m.size+size > cmp.Or(m.most, memoSize) {
		m.known, m.size = map[K]V{}, 0
	}
	m.known[k] = v
	m.size += size
}
