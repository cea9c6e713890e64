package output

import (
	"os"
	"sync"
	"sync/atomic"
	"unsafe"
)

// backgroundFrom is how much of a file is written at once by who writes it: most files
// are smaller, and all that they need is a system call or two.
const backgroundFrom = 4 << 20

// Blocks of a large file, as they are written: one is filled while the others are on their
// way, for a disk that is asked for one block after the other waits in between. They are
// whole sectors, and so large that Go's runtime, which looks fifty thousand times a second
// after a call that waits for the disk, does so for fewer calls.
const (
	blockBytes = 768 << 10
	blocks     = 3
	sector     = 4 << 10 // or a part of it is that of any disk, and begins where memory must for it
)

// background writes the rest of a large file in blocks by threads of its own, past
// the system's cache of files where there is a way. Through the cache, a gigabyte is
// copied to memory that was never used before, page by page, and from there to the disk
// that Close waits for: most of the time of writing it.
type background struct {
	f       *os.File
	at      int64       // where the block being filled goes
	through atomic.Bool // the cache, since there is no way past it
	block   []byte      // being filled
	full    chan outgoing
	free    chan []byte
	threads sync.WaitGroup
	err     atomic.Pointer[error] // of a block that could not be written
}

// outgoing is a block and where in the file it goes.
type outgoing struct {
	block []byte
	at    int64
}

// inBackground begins to write a file on from at, which is the end of a sector.
func inBackground(f *os.File, at int64) *background {
	b := &background{f: f, at: at, full: make(chan outgoing, blocks), free: make(chan []byte, blocks)}
	b.through.Store(passCache(f, true) != nil)
	for range blocks {
		b.free <- aligned(blockBytes)
	}
	b.block = <-b.free
	for range blocks - 1 {
		b.threads.Go(b.work)
	}
	return b
}

// aligned returns an empty block that begins where a sector may.
func aligned(n int) []byte {
	b := make([]byte, n+sector)
	from := -uintptr(unsafe.Pointer(unsafe.SliceData(b))) % sector
	return b[from : from : from+uintptr(n)]
}

// write takes the next bytes of the file. An error may be that of an earlier call.
func (b *background) write(p []byte) (n int, err error) {
	for len(p) > 0 {
		if err := b.err.Load(); err != nil {
			return n, *err
		}
		some := min(len(p), cap(b.block)-len(b.block))
		b.block = append(b.block, p[:some]...)
		p, n = p[some:], n+some
		if len(b.block) == cap(b.block) {
			b.full <- outgoing{b.block, b.at}
			b.at += int64(len(b.block))
			b.block = <-b.free
		}
	}
	return n, nil
}

func (b *background) work() {
	for p := range b.full {
		if b.err.Load() == nil {
			if err := b.put(p); err != nil {
				b.err.Store(&err)
			}
		}
		b.free <- p.block[:0]
	}
}

// put writes a block.
func (b *background) put(p outgoing) error {
	past := !b.through.Load()
	n, err := b.f.WriteAt(p.block, p.at)
	if err != nil && past { // some file systems refuse it only now
		if err = b.useCache(); err == nil {
			n, err = b.f.WriteAt(p.block, p.at)
		}
	}
	if b.through.Load() && err == nil {
		send(b.f, p.at, int64(n))
	}
	return err
}

// useCache has everything written through the cache from now on.
func (b *background) useCache() error {
	if err := passCache(b.f, false); err != nil {
		return err
	}
	b.through.Store(true) // only now, for another thread may see it at once
	return nil
}

// end writes what is left, which ends no sector, and returns an error if anything could
// not be written.
func (b *background) end() error {
	close(b.full)
	b.threads.Wait()
	if err := b.err.Load(); err != nil {
		return *err
	}
	if !b.through.Load() {
		if err := b.useCache(); err != nil {
			return err
		}
	}
	return b.put(outgoing{b.block, b.at})
}
