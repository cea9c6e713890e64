package geojson

import (
	"encoding/binary"
	"sync"
	"sync/atomic"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
)

// places is what features say of the places that rows name again and again, finished:
// a packed feature has but the number of the gazetteer's answer. There are so many
// texts in so much memory at most; of other places features say all themselves. Texts lie in
// chunks without pointers, which collecting garbage need not look through.
type places struct {
	mu     sync.Mutex
	starts atomic.Pointer[[mostPlaces]atomic.Uint32] // by the numbers of answers, in all chunks; 0 if there is no text
	chunks [mostChunks]atomic.Pointer[[chunkBytes]byte]
	used   int // bytes of all chunks

	own  *members // that make the texts
	room []byte   // for one
}

const (
	mostPlaces  = 1 << 15
	chunkBytes  = 64 << 10
	mostChunks  = 128
	numberBytes = 2 // of a number
)

// matchColumns is how many columns say of what kind a place is and where, and ofPlaces
// is in the head of the first of them that places says them.
const (
	matchColumns = 10
	ofPlaces     = 0xff
)

// has reports whether there is a text of a match, which is made if it can be.
func (s *places) has(p *plan, match *geo.Match) bool {
	n := match.Answer
	if s == nil || n == 0 || n >= mostPlaces {
		return false
	}
	starts := s.starts.Load()
	return starts != nil && starts[n].Load() != 0 || s.put(p, match)
}

// put makes the text of a match: its columns, and what stands of a point in a feature,
// each behind its length.
func (s *places) put(p *plan, match *geo.Match) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.own == nil {
		own := newMembers(p)
		s.own = &own
		s.starts.Store(new([mostPlaces]atomic.Uint32))
	}
	if s.starts.Load()[match.Answer].Load() != 0 {
		return true
	}
	var header [2 * binary.MaxVarintLen32]byte
	s.room = s.own.appendMatch(append(s.room[:0], header[:]...), match)
	columns := len(s.room) - len(header)
	var err error
	s.room, err = appendPosition(s.room, &geo.Event{Place: geo.Place{Match: *match}})
	if err != nil {
		return false
	}
	sizes := binary.AppendUvarint(binary.AppendUvarint(header[:0], uint64(columns)), uint64(len(s.room)-len(header)-columns))
	text := s.room[len(header)-len(sizes):]
	copy(text, sizes)
	return s.keep(match.Answer, text)
}

// keep keeps a text in the last chunk, or the next, so that a block behind it may be read.
func (s *places) keep(n uint32, text []byte) bool {
	at := max(s.used, 1)
	if chunkBytes-at%chunkBytes < len(text)+block {
		at = (at/chunkBytes + 1) * chunkBytes
	}
	if at/chunkBytes >= mostChunks || len(text)+block > chunkBytes {
		return false
	}
	chunk := &s.chunks[at/chunkBytes]
	if chunk.Load() == nil {
		chunk.Store(new([chunkBytes]byte))
	}
	s.used = at + copy(chunk.Load()[at%chunkBytes:], text)
	s.starts.Load()[n].Store(uint32(at))
	return true
}

// text returns the columns and the point of an answer that has a text.
func (s *places) text(n int) (columns, point string) {
	at := int(s.starts.Load()[n].Load())
	b := s.chunks[at/chunkBytes].Load()[at%chunkBytes:]
	size, n1 := binary.Uvarint(b)
	points, n2 := binary.Uvarint(b[n1:])
	b = b[n1+n2:]
	return lent(b[:size]), lent(b[size:][:points])
}

// appendMatch appends the columns of a match as they stand in a feature that says
// something else before and behind them.
func (m *members) appendMatch(dst []byte, match *geo.Match) []byte {
	m.begin()
	m.next, m.done = m.match, m.match
	output.FillMatch(m, match)
	m.add(m.usual[m.columns[m.done].key:m.columns[m.next].key], "", 0)
	return m.appendTo(dst)
}
