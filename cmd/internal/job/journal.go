package job

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/scratch"
	"github.com/dateline-map/dateline/geo/sorted"
)

// journal keeps what has become of a run's input, in the order in which it was
// read, so that a run that was killed need not do its work again. It stands
// beside the output until that is complete.
//
// The file begins with a line that says of which run it is: another program,
// other flags or other inputs make it worthless. Entries follow, each with its
// length and a checksum, of which the first that is not whole ends the journal.
// A run that goes on reads its inputs again from the beginning, which is quick,
// and takes from the journal what had been made of them.
//
// A nil journal keeps nothing.
type journal struct {
	path  string
	file  *os.File
	old   *bufio.Reader // entries of the run before; nil once they are used up
	at    int64         // where the next entry begins
	codec sorted.Codec
	found bytes.Buffer // the entry that was read last
	rooms sync.Pool    // of outcomes
	entry []byte       // room for what is written next, and one event of it
	event []byte
	err   atomic.Pointer[error] // of writing; nothing is written after it
}

const journalHead = "dateline journal 2 "

// openJournal goes on with the journal of a run, or begins one. If there was one
// of another run, other says in what that differs. A run that is still going on
// has its journal for itself.
func openJournal(path string, of origin) (j *journal, other string, err error) {
	f, err := claimJournal(path)
	if err != nil {
		return nil, "", err
	}
	j = &journal{path: path, file: f, old: bufio.NewReaderSize(f, 1<<20)}
	head := journalHead + of.String() + "\n"
	found, err := j.old.ReadString('\n')
	if found == head {
		j.at = int64(len(head))
		return j, "", nil
	}
	j.old = nil
	if err := errors.Join(f.Truncate(0), j.write([]byte(head))); err != nil {
		return nil, "", voice.OutputError(path, errors.Join(err, f.Close()))
	}
	if err == nil {
		other = of.differs(strings.TrimPrefix(found, journalHead))
	}
	return j, other, nil
}

// claimJournal opens the journal that stands at the path when it has been
// claimed: a run that was going on may be done by then, and have removed it.
func claimJournal(path string) (*os.File, error) {
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			return nil, voice.OutputError(path, err)
		}
		if err := scratch.Claim(f); errors.Is(err, scratch.ErrInUse) {
			f.Close() // nothing was written
			return nil, voice.WithHint(fmt.Errorf("%s: %w", path, err), "wait for it, or give this run another --output")
		}
		mine, err := f.Stat()
		there, gone := os.Stat(path)
		if err == nil && gone == nil && os.SameFile(mine, there) {
			return f, nil
		}
		f.Close()
		if err != nil {
			return nil, voice.OutputError(path, err)
		}
	}
}

func (j *journal) write(b []byte) error {
	_, err := j.file.WriteAt(b, j.at)
	j.at += int64(len(b))
	return err
}

// entryHead is the length of an entry and its checksum.
const entryHead = 8

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// next returns the next entry of the run before, good until it is called again,
// and false if there is none; then what is left of the file is cut off.
func (j *journal) next() ([]byte, bool) {
	if j == nil || j.old == nil {
		return nil, false
	}
	var head [entryHead]byte
	if _, err := io.ReadFull(j.old, head[:]); err == nil {
		j.found.Reset() // and grows with what is there, whatever a damaged head says
		size := int64(binary.LittleEndian.Uint32(head[:]))
		n, _ := io.CopyN(&j.found, j.old, size)
		if n == size && crc32.Checksum(j.found.Bytes(), castagnoli) == binary.LittleEndian.Uint32(head[4:]) {
			j.at += entryHead + size
			return j.found.Bytes(), true
		}
	}
	j.old = nil
	j.fail(j.file.Truncate(j.at))
	return nil, false
}

// begin returns room for an entry, with that for its head in front.
func (j *journal) begin() []byte { return append(j.entry[:0], make([]byte, entryHead)...) }

// put writes an entry that was begun.
func (j *journal) put(entry []byte) {
	j.entry = entry
	if j.err.Load() != nil {
		return
	}
	body := entry[entryHead:]
	binary.LittleEndian.PutUint32(entry, uint32(len(body)))
	binary.LittleEndian.PutUint32(entry[4:], crc32.Checksum(body, castagnoli))
	j.fail(j.write(entry))
}

// fail keeps the first error. Documents are read, and stretches settled, by
// goroutines of their own.
func (j *journal) fail(err error) {
	if err != nil {
		j.err.CompareAndSwap(nil, &err)
	}
}

// failed returns why the journal could not be written.
func (j *journal) failed() error {
	if j == nil {
		return nil
	}
	if err := j.err.Load(); err != nil {
		return voice.OutputError(j.path, *err)
	}
	return nil
}

// close keeps the journal for the next run, or removes it if the run is done.
func (j *journal) close(done bool) error {
	if j == nil {
		return nil
	}
	var err error
	if done {
		err = os.Remove(j.path) // while no other run can have claimed it
	}
	err = errors.Join(err, j.file.Close())
	if _, there := os.Stat(j.path); done && there == nil {
		err = os.Remove(j.path) // where it could not be while it was open
	}
	return err
}

// outcome is an event or a problem.
type outcome struct {
	event geo.Event
	err   error
}

// problemEntry is a problem of a row in the journal.
type problemEntry struct {
	File, Column, Text string
	Row                int
	Refused            bool
}

// An entry of a stretch of records is its outcomes, each a byte that says what it
// is, its length, and the event or the problem. An entry of a document is the
// same, with the reason why it has no events in front.
const (
	isEvent byte = iota
	isProblem
)

// putStretch writes what became of a stretch of records, before it is settled.
func (j *journal) putStretch(s *stretch) {
	if j == nil || s.in == nil || s.outcomes != nil {
		return
	}
	entry := j.begin()
	for e, err := range s.all() {
		if err == nil {
			entry = j.appendEvent(entry, e)
			continue
		}
		entry = appendProblem(entry, err)
	}
	j.put(entry)
}

func (j *journal) appendEvent(dst []byte, e *geo.Event) []byte {
	j.event = j.codec.Append(j.event[:0], e)
	return appendSized(append(dst, isEvent), j.event)
}

func appendProblem(dst []byte, err error) []byte {
	p := problemEntry{Text: err.Error(), Refused: true}
	if g := (*geo.Problem)(nil); errors.As(err, &g) {
		p = problemEntry{g.File, g.Column, g.Err.Error(), g.Row, g.Refused}
	}
	text, err := json.Marshal(p)
	if err != nil {
		panic("a struct of texts and numbers is always JSON: " + err.Error())
	}
	return appendSized(append(dst, isProblem), text)
}

func appendSized(dst, b []byte) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(b))), b...)
}

// outcomes returns what the run before made of the next stretch or document, and
// false if that was not done yet. An entry that cannot be understood was not.
func (j *journal) outcomes() (all []outcome, done bool) {
	entry, done := j.next()
	if !done {
		return nil, false
	}
	all = j.room()
	for len(entry) > 0 {
		size, n := binary.Uvarint(entry[1:])
		if n <= 0 || size > uint64(len(entry)-1-n) {
			return nil, false
		}
		o, err := j.outcome(entry[0], entry[1+n:1+n+int(size)])
		if err != nil {
			return nil, false
		}
		all = append(all, o)
		entry = entry[1+n+int(size):]
	}
	return all, true
}

// room returns room for the outcomes of a stretch, not nil.
func (j *journal) room() []outcome {
	if room, ok := j.rooms.Get().(*[]outcome); ok {
		return (*room)[:0]
	}
	return make([]outcome, 0, 128) // rows of a stretch
}

// release lets the memory of outcomes that were settled be used again.
func (j *journal) release(all []outcome) {
	if j != nil && all != nil {
		j.rooms.Put(&all)
	}
}

func (j *journal) outcome(kind byte, b []byte) (o outcome, err error) {
	if kind == isEvent {
		o.event, err = j.codec.Event(b)
		return o, err
	}
	var p problemEntry
	err = json.Unmarshal(b, &p)
	o.err = &geo.Problem{File: p.File, Column: p.Column, Row: p.Row, Refused: p.Refused, Err: errors.New(p.Text)}
	return o, err
}

// putReading writes what was read of a document.
func (j *journal) putReading(r *reading) {
	if j == nil || r.known {
		return
	}
	entry := j.begin()
	if len(r.events) == 0 {
		entry = appendProblem(entry, errors.New(r.why))
	}
	for i := range r.events {
		entry = j.appendEvent(entry, &r.events[i])
	}
	j.put(entry)
}

// reading returns what the run before read of a document, if it did.
func (j *journal) reading(id string) reading {
	all, known := j.outcomes()
	r := reading{id: id, known: known}
	for _, o := range all {
		var p *geo.Problem
		if errors.As(o.err, &p) {
			r.why = p.Err.Error()
			continue
		}
		r.events = append(r.events, o.event)
	}
	return r
}
