package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"sync/atomic"
)

// Garbage may build up to so many bytes before it is collected; to a part of
// what is held if that is a lot, for each collection looks through all that is
// held; and to no more than is held, since what is held grows quickly at first.
const (
	garbageBytes = 8 << 20
	leastPercent = 10
	mostPercent  = 100
)

// frugal has garbage collected when there is a certain amount of it, unless the
// user has said when, until the function that it returns is called. By itself it
// would be when there is as much of it as of what is held: in a large job, whose
// rows make next to none, that is memory for nothing; while little is held yet,
// it is work for nothing. Stories leave twenty times the garbage, beside words and
// names that are full of pointers: there a quarter more CPU would save 13 MiB.
func (r *run) frugal() (done func()) {
	stories := slices.ContainsFunc(r.inputs, func(in *input) bool { return in.stories })
	if stories || os.Getenv("GOGC") != "" {
		return func() {}
	}
	p := &pacer{was: debug.SetGCPercent(mostPercent)}
	p.set()
	p.again()
	return p.end
}

// pacer sets the percentage after each collection that makes a number of bytes of
// what is held then.
type pacer struct {
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
	held := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(held)
	live := max(held[0].Value.Uint64(), 1) // 0 before the first collection
	debug.SetGCPercent(int(min(max(leastPercent, 100*garbageBytes/live), mostPercent)))
}

func (p *pacer) end() {
	p.ended.Store(true)
	debug.SetGCPercent(p.was)
}
