// Package parallel works on a stream's elements on all processors, and keeps their
// order.
package parallel

import (
	"iter"
	"runtime"
)

// InOrder yields f of every element of a stream, in the stream's order, while
// all processors work on f. Errors of the stream pass through in their places.
// At most a few elements a processor are under way, so memory stays bounded.
func InOrder[T, R any](in iter.Seq2[T, error], f func(T) R) iter.Seq2[R, error] {
	return inOrderWithin(2, func(T) int { return 1 }, in, f)
}

// inOrderWithin is inOrder for elements of unlike sizes: what is under way has so
// much room for each processor, of which an element takes its size, or a quarter
// of all if that is less. Where there is room for many, none of the processors
// waits for an element that takes long.
func inOrderWithin[T, R any](room int, size func(T) int, in iter.Seq2[T, error], f func(T) R) iter.Seq2[R, error] {
	workers := runtime.GOMAXPROCS(0)
	room *= workers
	return func(yield func(R, error) bool) {
		l := conveyor[T, R]{
			size:  func(v T) int { return min(size(v), max(room/4, 1)) },
			taken: make(chan struct{}, room),
			queue: make(chan *job[T, R], room),
			todo:  make(chan *job[T, R], room),
			stop:  make(chan struct{}),
			ended: make(chan struct{}),
		}
		defer func() {
			close(l.stop)
			<-l.ended // the source is not touched once we have returned
		}()
		for range workers {
			go l.work(f)
		}
		go l.feed(in)
		for j := range l.queue {
			if !yield(l.result(j)) {
				return
			}
		}
	}
}

// job is an element on its way.
type job[T, R any] struct {
	in   T
	out  chan R // nil for an error
	err  error
	size int
}

// conveyor is where the elements of one stream are under way.
type conveyor[T, R any] struct {
	size  func(T) int
	taken chan struct{}   // as many as there is room taken
	queue chan *job[T, R] // all, in order
	todo  chan *job[T, R] // those to be worked on
	stop  chan struct{}   // closed when no more is wanted
	ended chan struct{}   // closed when the source is not touched any more
}

// feed reads the source while there is room.
func (l *conveyor[T, R]) feed(in iter.Seq2[T, error]) {
	defer close(l.ended)
	defer close(l.queue)
	defer close(l.todo)
	for v, err := range in {
		j := &job[T, R]{in: v, err: err, size: 1}
		if err == nil {
			j.out = make(chan R, 1) // so that no worker waits for the consumer
			j.size = l.size(v)
		}
		for range j.size {
			select {
			case l.taken <- struct{}{}:
			case <-l.stop:
				return
			}
		}
		l.queue <- j
		if err == nil {
			l.todo <- j
		}
	}
}

func (l *conveyor[T, R]) work(f func(T) R) {
	for j := range l.todo {
		j.out <- f(j.in)
	}
}

// result waits for what became of a job, whose room is free then.
func (l *conveyor[T, R]) result(j *job[T, R]) (r R, err error) {
	for range j.size {
		<-l.taken
	}
	if j.err == nil {
		r = <-j.out
	}
	return r, j.err
}

// Of stories so many bytes are under way for each processor, in blocks of so many.
// They take from a part of a millisecond to seconds, and where only a few of them
// were under way the processors waited a seventh of their time for one another.
const (
	textBlocks     = 32
	textBlockBytes = 64 << 10
)

// Texts is InOrder for what is made of stories, so many bytes of text each.
func Texts[T, R any](in iter.Seq2[T, error], bytes func(T) int, f func(T) R) iter.Seq2[R, error] {
	blocks := func(v T) int { return 1 + bytes(v)/textBlockBytes }
	return inOrderWithin(textBlocks, blocks, in, f)
}
