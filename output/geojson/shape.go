package geojson

import (
	"encoding/binary"
	"sync"
	"sync/atomic"
	"unsafe"
)

// Shapes are those of packed features: which columns they say something in, and of
// which kind. The rows of a table have few, so that a packed feature need only say
// the number of its own, and what it is made of is found out once. Encoders of which
// one is to expand what another has packed share one, which is made by [NewShapes].
type Shapes struct {
	mu      sync.Mutex
	numbers map[string]int // by their heads
	all     [][]packedHead // by their numbers; 0 is none
	held    int            // heads in all
	full    atomic.Bool
	places  places
}

// mostHeads bounds the memory of shapes, less than 4 MiB for two encoders. What has
// another shape, when there are so many, brings it along.
const mostHeads = 1 << 15

// number returns the number of a shape, 0 if there are too many.
func (s *Shapes) number(heads []packedHead) int {
	if s.full.Load() {
		return 0
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	n, known := s.numbers[asText(heads)]
	if known {
		return n
	}
	if s.held += len(heads) + 1; s.held > mostHeads {
		s.full.Store(true)
		return 0
	}
	if s.all == nil {
		s.numbers, s.all = map[string]int{}, make([][]packedHead, 1)
	}
	n = len(s.all)
	own := append([]packedHead(nil), heads...)
	s.numbers[asText(own)] = n
	s.all = append(s.all, own)
	return n
}

func (s *Shapes) of(number int) []packedHead {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all[number]
}

// packedHead says what is packed of a column: its kind in the lowest two bits, the number of
// the column in the next, and in the highest byte that of the column that has said it.
type packedHead uint64

// packedKind is how the value of a column is packed.
type packedKind int

const (
	packedBare  packedKind = iota // a value that stands without quotes, as piece.quotes has it
	packedText                    // one that stands between quotes
	packedDay                     // the digits of a day, of all columns that say when
	packedAgain                   // no value, but the text that a column before says; of its own number, a title made of others
)

func headOf(column int, kind packedKind, of int) packedHead {
	return packedHead(of)<<56 | packedHead(column)<<2 | packedHead(kind)
}

func (h packedHead) kind() packedKind { return packedKind(h & 3) }
func (h packedHead) column() int      { return int(h << 8 >> 10) }
func (h packedHead) of() int          { return int(h >> 56) }

// asText returns heads as a text without copying them.
func asText(heads []packedHead) string {
	return unsafe.String((*byte)(unsafe.Pointer(unsafe.SliceData(heads))), len(heads)*int(unsafe.Sizeof(packedHead(0))))
}

// appendHeads appends a shape that has no number, and how many bytes it takes.
func appendHeads(dst []byte, heads []packedHead) []byte {
	from, next := len(dst), 0
	for _, h := range heads {
		dst = binary.AppendUvarint(dst, uint64(h.column()-next)<<2|uint64(h.kind()))
		if h.kind() == packedAgain {
			dst = append(dst, byte(h.of()))
		}
		next = h.column()
	}
	return binary.LittleEndian.AppendUint32(dst, uint32(len(dst)-from))
}

// lastHeads returns the heads that stand at the end of a packed feature, and what
// stands before them.
func lastHeads(heads []packedHead, b []byte) ([]packedHead, []byte) {
	b, size := b[:len(b)-4], int(binary.LittleEndian.Uint32(b[len(b)-4:]))
	b, shape := b[:len(b)-size], b[len(b)-size:]
	for next := 0; len(shape) > 0; {
		n, size := binary.Uvarint(shape)
		shape = shape[size:]
		next += int(n >> 2)
		kind, of := packedKind(n&3), 0
		if kind == packedAgain {
			of, shape = int(shape[0]), shape[1:]
		}
		heads = append(heads, headOf(next, kind, of))
	}
	return heads, b
}

// shape is one as an encoder's features have it: their pieces between geometry and end
// but for the values, and where these go.
type shape struct {
	pieces []piece
	size   int     // that these take without the values
	values []int   // the pieces of those that are packed, in their order; behind the last are one for a day and one for the number of a place
	again  []again // pieces that say what others do
	day    bool    // one day is said
	place  int     // the piece that says a place; -1 if none does
	named  bool    // the first value is the id
	done   int     // the column behind the last

	title       int // the piece of a title that is made of what and where; -1 if none is
	what, where int // -1 if nothing is said of it
}

// again is that a piece says what another does.
type again struct{ piece, from int }

// make makes the shape of heads.
func (s *shape) make(m *members, heads []packedHead) {
	*s = shape{pieces: s.pieces[:0], values: s.values[:0], again: s.again[:0], place: -1, title: -1, what: -1, where: -1}
	s.named = m.id && len(heads) > 0 && heads[0].column() == 0
	said := map[int]int{} // pieces by their columns
	for _, h := range heads {
		column := h.column()
		said[column] = len(s.pieces)
		if h.kind() == packedDay {
			s.add(m.usual[m.columns[s.done].key:m.columns[column].key], "", 0)
			s.add(lent(m.day.text[:len(m.plan.day)]), "", 0)
			s.values, s.day = append(s.values, -1), true
			s.done = column + daysColumns
			continue
		}
		if h.kind() == packedAgain && h.of() == ofPlaces {
			s.add(m.usual[m.columns[s.done].key:m.columns[column].key], "", 0)
			s.place = len(s.pieces)
			s.add("", "", 0)
			s.values = append(s.values, -2)
			s.done = column + matchColumns
			continue
		}
		s.add(m.usual[m.columns[s.done].key:m.columns[column].value], "", min(int(h.kind()), 1))
		s.done = column + 1
		at := said[column]
		switch of := h.of(); {
		case h.kind() != packedAgain:
			s.values = append(s.values, at)
		case of == column:
			s.title = at
		case m.date >= 0 && of == m.date:
			s.pieces[at].value = m.day.digits(m.plan)
		case m.date >= 0 && of == m.date+startOfDays:
			s.pieces[at].value = m.day.begins(m.plan)
		default:
			s.again = append(s.again, again{at, said[of]})
		}
	}
	for i, at := range s.values {
		if at < 0 {
			s.values[i] = len(s.pieces) - 1 - at
		}
	}
	s.titled(m.plan, said)
}

func (s *shape) add(before, value string, quotes int) {
	s.pieces = append(s.pieces, piece{before, value, quotes})
	s.size += len(before) + digitsOfDay + len(dayBegins) + 2 // of values, those that are the day's
}

// titled finds the pieces that the title is made of.
func (s *shape) titled(p *plan, said map[int]int) {
	if s.title < 0 {
		return
	}
	for _, column := range []int{p.titled.kind, p.titled.subKind} {
		if at, is := said[column]; is {
			s.what = at
		}
	}
	if at, is := said[p.titled.where]; is {
		s.where = at
	}
}
