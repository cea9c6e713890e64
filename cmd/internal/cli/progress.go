package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// progress shows how far a run is, first while it reads, and then while it writes
// what it has sorted: on a terminal as a line that is written over, in a log of
// JSON as an object every few seconds, else not at all. How far it has read is
// said in bytes of the inputs, so that the time left is known although nobody
// knows how many records there are. A nil progress shows nothing.
type progress struct {
	voice   voice
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

// newProgress returns the progress of reading so many bytes, 0 if nobody knows, which is shown until its
// finish is called; nil if nobody watches.
func newProgress(v voice, total int64) *progress {
	if !v.watched() {
		return nil
	}
	return (&progress{voice: v, total: total}).begun()
}

// writingProgress returns the progress of writing events, likewise.
func writingProgress(v voice, events int) *progress {
	if !v.watched() {
		return nil
	}
	return (&progress{voice: v, events: int64(events)}).begun()
}

// watched reports whether anybody looks at progress.
func (v voice) watched() bool { return !v.quiet && (v.terminal || v.json) }

func (p *progress) begun() *progress {
	p.start, p.stop, p.ended = time.Now(), make(chan struct{}), make(chan struct{})
	every := showEvery
	if p.voice.json {
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
				p.show()
			}
		}
	}()
	return p
}

// next says that the next input is read, a file of so many bytes.
func (p *progress) next(bytes int64) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.before += p.size
	p.size, p.file = max(0, bytes), nil
}

// opened says which file is read now. Where it stands tells how far it is read,
// also if it is compressed.
func (p *progress) opened(f *os.File) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.file = f
}

// add counts a row or a document.
func (p *progress) add() { p.addMany(1) }

// addMany counts events that are written.
func (p *progress) addMany(n int) {
	if p != nil {
		p.records.Add(int64(n))
	}
}

// standing is how far a run is.
type standing struct {
	records   int64
	bytes, of int64 // read; of is 0 if it is not known
	events    int64 // to be written, of which the records are; 0 while it reads
	elapsed   time.Duration
}

// share returns what is done and of how much; that is 0 if it is not known.
func (f standing) share() (done, of int64) {
	if f.events > 0 {
		return f.records, f.events
	}
	return f.bytes, f.of
}

func (p *progress) standing() standing {
	at := int64(0)
	if p.file != nil {
		at = p.size // of a file that is read, and closed
		if pos, err := p.file.Seek(0, io.SeekCurrent); err == nil {
			at = min(pos, p.size) // it may have grown
		}
	}
	return standing{p.records.Load(), p.before + at, p.total, p.events, time.Since(p.start)}
}

// rate returns how many records a second were read.
func (f standing) rate() float64 {
	return float64(f.records) / max(f.elapsed.Seconds(), 1e-9)
}

// left returns the time left if all goes on as so far, in whole seconds; known is
// false if nobody can say.
func (f standing) left() (seconds int, known bool) {
	done, of := f.share()
	if of == 0 || done == 0 {
		return 0, false
	}
	return int(f.elapsed.Seconds() * float64(max(0, of-done)) / float64(done)), true
}

// String says it for people: 42 %, 120000 records, 81300 a second, 1:05 left.
func (f standing) String() string {
	text := fmt.Sprintf("%d %s, %.0f a second", f.records, f.what(), f.rate())
	if done, of := f.share(); of > 0 {
		text = fmt.Sprintf("%d %%, %s", 100*done/of, text)
	}
	if s, known := f.left(); known {
		text += ", " + clock(s) + " left"
	}
	return text
}

// what says what is counted.
func (f standing) what() string {
	if f.events > 0 {
		return "events"
	}
	return "records"
}

// doing says what the run does.
func (f standing) doing() string {
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

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	f := p.standing()
	if p.voice.json {
		p.voice.logProgress(f)
		return
	}
	p.shown = true
	fmt.Fprintf(p.voice.err, "\r\x1b[K%s   %s", f.doing(), f)
}

// aside takes the line away while something else is said.
func (p *progress) aside(say func()) {
	if p == nil {
		say()
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	say()
}

func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.voice.err, "\r\x1b[K")
		p.shown = false
	}
}

// finish ends it. It may be called more than once.
func (p *progress) finish() {
	if p == nil || p.stop == nil {
		return
	}
	close(p.stop)
	<-p.ended
	p.stop = nil
	p.clear()
}
