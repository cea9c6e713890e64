package output

import "sync"

// aheadBytes is how much of a file is sent to the disk at once while the rest of
// it is being written: whole pages, and more than most files have.
const aheadBytes = 8 << 20

// ahead has the bytes of a file on their way to the disk before Close waits for
// them. By itself the system would keep them in memory as long as it has room, and
// a gigabyte then takes Close most of a second, in which nothing else is done.
type ahead struct {
	send          func(from, n int64) // nil if nothing is to be sent
	written, sent int64
	sending       sync.Mutex
	parts         sync.WaitGroup
}

// wrote notes that n more bytes were written, and has what is due sent by another
// thread, since the system lets who sends more than the disk takes wait. What is
// due while a part is being sent goes with the next one.
func (a *ahead) wrote(n int) {
	a.written += int64(n)
	due := a.written/aheadBytes*aheadBytes - a.sent
	if due == 0 || a.send == nil || !a.sending.TryLock() {
		return
	}
	from := a.sent
	a.sent += due
	a.parts.Go(func() {
		a.send(from, due)
		a.sending.Unlock()
	})
}

// wait returns when nothing is being sent any more.
func (a *ahead) wait() { a.parts.Wait() }
