package parallel

import (
	"errors"
	"iter"
	"runtime"
	"sync"
	"testing"
)

var errOdd = errors.New("odd")

func numbers(n int, touched *int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			*touched = i
			var err error
			if i%7 == 3 {
				err = errOdd
			}
			if !yield(i, err) {
				return
			}
		}
	}
}

func TestInOrderKeepsOrderAndErrors(t *testing.T) {
	touched, i := 0, 0
	for square, err := range InOrder(numbers(1000, &touched), func(i int) int { return i * i }) {
		switch {
		case i%7 == 3 && err != errOdd:
			t.Fatalf("element %d: the source's error is lost", i)
		case i%7 != 3 && (err != nil || square != i*i):
			t.Fatalf("element %d: %d, %v", i, square, err)
		}
		i++
	}
	if i != 1000 {
		t.Fatalf("%d elements, want 1000", i)
	}
}

func TestInOrderStopsForGood(t *testing.T) {
	touched, seen := 0, 0
	for range InOrder(numbers(1_000_000, &touched), func(i int) int { return i }) {
		if seen++; seen == 10 {
			break
		}
	}
	if touched > 10_000 {
		t.Errorf("the source was read to element %d although its consumer stopped at 10", touched)
	}
}

// Elements have all sizes, some of them more than a quarter of the room.
func TestInOrderWithinKeepsToItsRoom(t *testing.T) {
	const each, elements = 8, 2000
	room := each * runtime.GOMAXPROCS(0)
	under, most := 0, 0 // room that is taken by elements read and not yet given away
	size := func(i int) int { return 1 + i*i%97*each/16 }
	taken := func(i int) int { return min(size(i), max(room/4, 1)) }
	source := func(yield func(int, error) bool) {
		for i := range elements {
			if !yield(i, nil) {
				return
			}
		}
	}
	var mu sync.Mutex
	add := func(n int) {
		mu.Lock()
		under += n
		most = max(most, under)
		mu.Unlock()
	}
	next := 0
	for i := range inOrderWithin(each, size, source, func(i int) int { add(taken(i)); return i }) {
		add(-taken(i))
		if i != next {
			t.Fatalf("element %d came where %d was due", i, next)
		}
		next++
	}
	if next != elements {
		t.Errorf("%d elements, want %d", next, elements)
	}
	if most > room+room/4+1 { // and the one that is waited for
		t.Errorf("%d was under way at once where there is room for %d", most, room)
	}
}

func TestInOrderWithinGoesOnBesideASlowElement(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	const elements = 20 // fewer than there is room for
	var others sync.WaitGroup
	others.Add(elements - 1)
	source := func(yield func(int, error) bool) {
		for i := 0; i < elements && yield(i, nil); i++ {
		}
	}
	work := func(i int) int {
		if i == 0 {
			others.Wait() // for ever, if they are not made before the first is done
		} else {
			others.Done()
		}
		return i
	}
	for i := range inOrderWithin(elements, func(int) int { return 1 }, source, work) {
		if i == elements-1 {
			return
		}
	}
	t.Error("the last element did not come")
}
