package gazetteer

import "sync"

// memoSize bounds a memo; beyond it the memo starts anew. A table's names
// repeat closely enough for that to cost little.
const memoSize = 1 << 17

// memo remembers answers. The zero memo is empty and ready to use.
type memo[K comparable, V any] struct {
	mu    sync.RWMutex
	known map[K]V
}

func (m *memo[K, V]) get(k K) (V, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	v, ok := m.known[k]
	return v, ok
}

func (m *memo[K, V]) put(k K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= memoSize {
		m.known = map[K]V{}
	}
	m.known[k] = v
}
