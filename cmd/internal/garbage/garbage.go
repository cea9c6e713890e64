// Package garbage has Go collect garbage as often as a job's memory wants it.
package garbage

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// Allowance is how much garbage may build up before it is collected: so many
// bytes; a part of what is held if that is a lot, for each collection looks through
// what is held; and no more than is held, since that grows quickly at first.
type Allowance struct {
	bytes        uint64
	leastPercent uint64
}

const mostPercent = 100

// The rows of tables make next to no garbage, and what is held beside them is
// mostly buffers without pointers. Stories make a hundred times as much, beside
// words and names that are full of pointers: with the Allowance of tables 3,000 of
// them took a quarter more CPU, and 13 MiB less.
//
// What builds an index holds all places of one's own lists: as much garbage as that
// was a quarter of its memory, for a tenth of its CPU.
var (
	OfTables  = Allowance{bytes: 3 << 20, leastPercent: 15}
	OfStories = Allowance{bytes: 32 << 20, leastPercent: 50}
	OfIndexes = Allowance{bytes: 32 << 20, leastPercent: 50}
)

// firstHeap is how much is in use when Go collects for the first time, at 100 %, and
// leastHeap when it does here at the earliest: a run of one row has not as much, and
// a collection is a fifth of its work.
const (
	firstHeap = 4 << 20
	leastHeap = 12 << 20
)

// Bound has garbage collected when there is a certain amount of it, unless the
// user has said when, until the function that it returns is called. By itself it
// would be when there is as much of it as of what is held: in a large job that is
// memory for nothing; while little is held yet, it is work for nothing.
func Bound(a Allowance) (done func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	p := &pacer{Allowance: a, was: debug.SetGCPercent(a.first())}
	p.again()
	return p.end
}

// first returns the percentage until the first collection. There may have been one
// already, while a hundred thousand files were found, and the percentage is of what
// was held then.
func (a Allowance) first() int {
	return int(100 * max(a.bytes, leastHeap) / max(held(), firstHeap))
}

// held returns how many bytes were in use at the last collection; 0 if there was
// none.
func held() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// pacer sets the percentage after each collection that makes a number of bytes of
// what is held then.
type pacer struct {
	Allowance
	was   int
	ended atomic.Bool
}

// again calls collected after the next collection: an object that nobody holds
// is found then.
func (p *pacer) again() {
	runtime.AddCleanup(new(*pacer), (*pacer).collected, p)
}

func (p *pacer) collected() {
	if !p.ended.Load() {
		p.set()
		p.again()
	}
}

func (p *pacer) set() {
	live := max(held(), 1)
	debug.SetGCPercent(int(min(max(p.leastPercent, 100*p.bytes/live), mostPercent)))
}

func (p *pacer) end() {
	p.ended.Store(true)
	debug.SetGCPercent(p.was)
}
