package voice

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// Progress shows how far a run is, first while it reads, and then while it writes
// what it has sorted: on a terminal as a line that is written over, in a log of
// JSON as an object every few seconds, else not at all. How far it has read is
// said in bytes of the inputs, so that the time left is known although nobody
// knows how many records there are. A nil progress shows nothing.
type Progress struct {
	voice   Voice
	total   int64 // bytes of all inputs; 0 if they are not known
	events  int64 // to be written; 0 while it reads
	records atomic.Int64
	start   time.Time
	stop    chan struct{}
	ended   chan struct{}

	mu     sync.Mutex // also of the terminal's line
	before int64      // bytes of the inputs that are done
	file   *os.File   // that is read; nil for none
	size   int64      // of the input that is read
	shown  bool
}

// How often it is shown.
const (
	showEvery = 200 * time.Millisecond
	logEvery  = 5 * time.Second
)

// NewProgress returns the progress of reading so many bytes, 0 if nobody knows, which is shown until its
// finish is called; nil if nobody watches.
func NewProgress(v Voice, total int64) *Progress {
	if !v.watched() {
		return nil
	}
	return (&Progress{voice: v, total: total}).begun()
}

// WritingProgress returns the progress of writing events, likewise.
func WritingProgress(v Voice, events int) *Progress {
	if !v.watched() {
		return nil
	}
	return (&Progress{voice: v, events: int64(events)}).begun()
}

// watched reports whether anybody looks at progress.
func (v Voice) watched() bool { return !v.Quiet && (v.Terminal || v.JSON) }

func (p *Progress) begun() *Progress {
	p.start, p.stop, p.ended = time.Now(), make(chan struct{}), make(chan struct{})
	every := showEvery
	if p.voice.JSON {
		every = logEvery
	}
	go func() {
		defer close(p.ended)
		ticks := time.NewTicker(every)
		defer ticks.Stop()
		for {
			select {
			case <-p.stop:
				return
			case <-ticks.C:
				p.Show()
			}
		}
	}()
	return p
}

// NextInput says that the next input is read, a file of so many bytes.
func (p *Progress) NextInput(bytes int64) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.before += p.size
	p.size, p.file = max(0, bytes), nil
}

// Opened says which file is read now. Where it stands tells how far it is read,
// also if it is compressed.
func (p *Progress) Opened(f *os.File) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.file = f
}

// Add counts a row or a document.
func (p *Progress) Add() { p.AddMany(1) }

// AddMany counts events that are written.
func (p *Progress) AddMany(n int) {
	if p != nil {
		p.records.Add(int64(n))
	}
}

// Standing is how far a run is.
type Standing struct {
	Records   int64
	bytes, of int64 // read; of is 0 if it is not known
	events    int64 // to be written, of which the records are; 0 while it reads
	Elapsed   time.Duration
}

// share returns what is done and of how much; that is 0 if it is not known.
func (f Standing) share() (done, of int64) {
	if f.events > 0 {
		return f.Records, f.events
	}
	return f.bytes, f.of
}

func (p *Progress) standing() Standing {
	at := int64(0)
	if p.file != nil {
		at = p.size // of a file that is read, and closed
		if pos, err := p.file.Seek(0, io.SeekCurrent); err == nil {
			at = min(pos, p.size) // it may have grown
		}
	}
	return Standing{p.records.Load(), p.before + at, p.total, p.events, time.Since(p.start)}
}

// rate returns how many records a second were read.
func (f Standing) rate() float64 {
	return float64(f.Records) / max(f.Elapsed.Seconds(), 1e-9)
}

// left returns the time left if all goes on as so far, in whole seconds; known is
// false if nobody can say.
func (f Standing) left() (seconds int, known bool) {
	done, of := f.share()
	if of == 0 || done == 0 {
		return 0, false
	}
	return int(f.Elapsed.Seconds() * float64(max(0, of-done)) / float64(done)), true
}

// String says it for people: 42 %, 120000 records, 81300 a second, 1:05 left.
func (f Standing) String() string {
	text := fmt.Sprintf("%d %s, %.0f a second", f.Records, f.what(), f.rate())
	if done, of := f.share(); of > 0 {
		text = fmt.Sprintf("%d %%, %s", 100*done/of, text)
	}
	if s, known := f.left(); known {
		text += ", " + clock(s) + " left"
	}
	return text
}

// what says what is counted.
func (f Standing) what() string {
	if f.events > 0 {
		return "events"
	}
	return "records"
}

// doing says what the run does.
func (f Standing) doing() string {
	if f.events > 0 {
		return "writing"
	}
	return "reading"
}

// clock says seconds as 1:05 or 2:01:05.
func clock(s int) string {
	if s < 3600 {
		return fmt.Sprintf("%d:%02d", s/60, s%60)
	}
	return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
}

// Show shows how far the run is now.
func (p *Progress) Show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	f := p.standing()
	if p.voice.JSON {
		p.voice.logProgress(f)
		return
	}
	p.shown = true
	fmt.Fprintf(p.voice.Err, "\r\x1b[K%s   %s", f.doing(), f)
}

// Aside takes the line away while something else is said.
func (p *Progress) Aside(say func()) {
	if p == nil {
		say()
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	say()
}

func (p *Progress) clear() {
	if p.shown {
		fmt.Fprint(p.voice.Err, "\r\x1b[K")
		p.shown = false
	}
}

// Finish ends it. It may be called more than once.
func (p *Progress) Finish() {
	if p == nil || p.stop == nil {
		return
	}
	close(p.stop)
	<-p.ended
	p.stop = nil
	p.clear()
}
