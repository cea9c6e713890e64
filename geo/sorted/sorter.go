package sorted

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"iter"
	"math/bits"
	"slices"
)

// Sorter sorts records by their keys; records with equal keys keep the order in
// which they were added. It is made by [New], and must be closed.
type Sorter struct {
	o    Options
	fill *run      // takes records
	busy chan *run // the run that is being written, and then free
	file spill
	err  error

	last    []byte // id that was added
	jumbled bool   // ids came that stand before those that came before
}

// New returns a Sorter without records.
func New(o Options) *Sorter {
	s := &Sorter{o: o.withDefaults(), busy: make(chan *run, 1)}
	s.fill = &run{}
	s.busy <- &run{}
	s.file.folder = s.o.Folder
	return s
}

// Add copies a record. An error is one of temporary files, a *[scratch.Error], and
// ends the Sorter.
func (s *Sorter) Add(k Key, record []byte) error {
	if s.err != nil {
		return s.err
	}
	if k.id < string(s.last) {
		s.jumbled, s.fill.jumbled = true, true
	}
	s.last = append(s.last[:0], k.id...)
	s.fill.add(k, record)
	if s.fill.bytes() < int(s.o.Memory/2) {
		return nil
	}
	return s.spill()
}

// spill sends the full run to be sorted and written while the other one, which
// was sent before, is filled.
func (s *Sorter) spill() error {
	free := <-s.busy
	if s.err = free.err; s.err != nil {
		s.busy <- free
		return s.err
	}
	full := s.fill
	s.fill = free
	go func() {
		full.sort()
		full.err = s.file.write(full)
		full.reset()
		s.busy <- full
	}()
	return nil
}

// Merged yields the records in order; a record is good until the next. It is
// called once, after the last Add.
func (s *Sorter) Merged() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		last := <-s.busy
		s.err = cmp.Or(s.err, last.err)
		s.busy <- &run{err: last.err} // whose memory is not needed any more
		if s.err != nil {
			yield(nil, s.err)
			return
		}
		s.fill.sort()
		if len(s.file.runs) == 0 {
			for _, e := range s.fill.entries {
				if !yield(e.payload(s.fill), nil) {
					return
				}
			}
			return
		}
		s.merge(yield)
	}
}

// Close drops what is left, temporary files too.
func (s *Sorter) Close() error {
	<-s.busy // nobody writes any more
	return s.file.close()
}

// run is records in memory. Blocks hold, one behind the other, the length of the
// id as a varint, the id, and the record.
type run struct {
	entries []entry
	spare   []entry // room for as many, to sort them
	blocks  [][]byte
	used    int // blocks in use
	held    int // bytes in blocks
	jumbled bool
	err     error
}

// entry is a record in a run.
type entry struct {
	days  uint64
	block uint32
	at    uint32
	size  uint32
	id    uint32 // bytes of the id
}

const entryBytes = 24

// blockBytes is the size of a block; a record that is larger has one to itself.
const blockBytes = 1 << 20

func (r *run) bytes() int { return r.held + 2*entryBytes*len(r.entries) }

func (r *run) add(k Key, record []byte) {
	size := len(k.id) + len(record)
	block := r.room(size)
	at := len(*block)
	*block = append(append(*block, k.id...), record...)
	r.held += size
	r.entries = append(r.entries, entry{k.days, uint32(r.used - 1), uint32(at), uint32(size), uint32(len(k.id))})
}

// room returns the block in use, or the next one if it has not so many bytes
// left.
func (r *run) room(size int) *[]byte {
	if r.used > 0 && cap(r.blocks[r.used-1])-len(r.blocks[r.used-1]) >= size {
		return &r.blocks[r.used-1]
	}
	if r.used == len(r.blocks) {
		r.blocks = append(r.blocks, nil)
	}
	if cap(r.blocks[r.used]) < size {
		r.blocks[r.used] = make([]byte, 0, max(size, blockBytes))
	}
	r.used++
	return &r.blocks[r.used-1]
}

func (e *entry) bytes(r *run) []byte { return r.blocks[e.block][e.at : e.at+e.size] }

func (e *entry) payload(r *run) []byte { return e.bytes(r)[e.id:] }

// sort sorts the entries: by their days without comparing any, and those of the
// same days, which mostly are few, by their ids, unless these came in order.
func (r *run) sort() {
	r.sortByDays()
	if !r.jumbled {
		return
	}
	for rest := r.entries; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].days == rest[0].days {
			n++
		}
		r.sortByID(rest[:n])
		rest = rest[n:]
	}
}

// sortByDays deals the entries out by one byte of their days, from the lowest up,
// and leaves out the bytes that all have in common: half of them, mostly; and those of
// the last days if all are the first ones. It takes less than a third of the time of
// comparing.
func (r *run) sortByDays() {
	unlike, longer := uint64(0), uint64(0)
	for i := range r.entries {
		days := r.entries[i].days
		unlike |= days ^ r.entries[0].days
		longer |= days ^ bits.RotateLeft64(days, 32)
	}
	shift := 0
	if longer == 0 {
		shift = 32
	}
	for ; shift < 64; shift += 8 {
		if byte(unlike>>shift) != 0 {
			r.deal(shift)
		}
	}
}

// deal sorts the entries by the byte of their days at shift, and keeps the order
// of those that have the same.
func (r *run) deal(shift int) {
	r.spare = slices.Grow(r.spare[:0], len(r.entries))[:len(r.entries)]
	var next [256]int // where the next entry with a byte belongs
	for i := range r.entries {
		next[byte(r.entries[i].days>>shift)]++
	}
	from := 0
	for b, n := range next {
		next[b] = from
		from += n
	}
	for i := range r.entries {
		at := &next[byte(r.entries[i].days>>shift)]
		r.spare[*at] = r.entries[i]
		*at++
	}
	r.entries, r.spare = r.spare, r.entries
}

func (r *run) sortByID(entries []entry) {
	if len(entries) == 1 {
		return
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if c := bytes.Compare(a.bytes(r)[:a.id], b.bytes(r)[:b.id]); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(a.block, b.block), cmp.Compare(a.at, b.at)) // as they were added
	})
}

// reset empties the run and keeps its memory, but for blocks of large records.
func (r *run) reset() {
	r.entries = r.entries[:0]
	for i := range r.blocks {
		r.blocks[i] = r.blocks[i][:0]
	}
	r.blocks = slices.DeleteFunc(r.blocks, func(b []byte) bool { return cap(b) > blockBytes })
	r.used, r.held, r.jumbled = 0, 0, false
}

// appendRecord appends an entry as it stands in the file: its size and the size
// of its id as varints, the days, the id and the record.
func (e *entry) appendRecord(dst []byte, r *run) []byte {
	dst = binary.AppendUvarint(dst, uint64(e.size))
	dst = binary.AppendUvarint(dst, uint64(e.id))
	dst = binary.BigEndian.AppendUint64(dst, e.days)
	return append(dst, e.bytes(r)...)
}
