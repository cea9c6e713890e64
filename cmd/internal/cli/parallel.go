package cli

import (
	"iter"
	"runtime"
)

// inOrder yields f of every element of a stream, in the stream's order, while
// all processors work on f. Errors of the stream pass through in their places.
// At most a few elements a processor are under way, so memory stays bounded.
func inOrder[T, R any](in iter.Seq2[T, error], f func(T) R) iter.Seq2[R, error] {
	workers := runtime.GOMAXPROCS(0)
	return func(yield func(R, error) bool) {
		type job struct {
			in  T
			out chan R // nil for an error
			err error
		}
		queue := make(chan *job, 2*workers)
		todo := make(chan *job, 2*workers)
		stop := make(chan struct{})
		ended := make(chan struct{})
		defer func() {
			close(stop)
			<-ended // the source is not touched once we have returned
		}()
		for range workers {
			go func() {
				for j := range todo {
					j.out <- f(j.in)
				}
			}()
		}
		go func() {
			defer close(ended)
			defer close(queue)
			defer close(todo)
			for v, err := range in {
				j := &job{in: v, err: err}
				if err == nil {
					j.out = make(chan R, 1) // so that no worker waits for the consumer
				}
				select {
				case queue <- j:
				case <-stop:
					return
				}
				if err == nil {
					todo <- j
				}
			}
		}()
		for j := range queue {
			var r R
			if j.err == nil {
				r = <-j.out
			}
			if !yield(r, j.err) {
				return
			}
		}
	}
}
