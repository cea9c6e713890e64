package cli

import (
	"errors"
	"iter"
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
	for square, err := range inOrder(numbers(1000, &touched), func(i int) int { return i * i }) {
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
	for range inOrder(numbers(1_000_000, &touched), func(i int) int { return i }) {
		if seen++; seen == 10 {
			break
		}
	}
	if touched > 10_000 {
		t.Errorf("the source was read to element %d although its consumer stopped at 10", touched)
	}
}
