package spool_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/internal/spool"
)

// What is sorted in pieces comes in the same order as what is sorted at once.
func TestSorterIsASort(t *testing.T) {
	for _, n := range []int{0, 1, 2, 10, 1000, 5000} {
		for _, memory := range []int{64, 1000, 1 << 20} {
			rnd := rand.New(rand.NewPCG(uint64(n), uint64(memory)))
			s := spool.Sorter{Memory: memory}
			defer s.Close()
			var want [][]byte
			for range n {
				r := fmt.Appendf(nil, "%0*d\x00%d", rnd.IntN(12), rnd.IntN(50), rnd.IntN(3))
				want = append(want, r)
				if err := s.Add(r); err != nil {
					t.Fatal(err)
				}
			}
			slices.SortFunc(want, bytes.Compare)
			for again := range 2 {
				i := 0
				for r, err := range s.Sorted() {
					if err != nil || !bytes.Equal(r, want[i]) {
						t.Fatalf("%d records in %d bytes, time %d: record %d is %q (%v), want %q", n, memory, again, i, r, err, want[i])
					}
					i++
				}
				if i != n {
					t.Errorf("%d records in %d bytes: %d came", n, memory, i)
				}
			}
		}
	}
}

func TestSorterStops(t *testing.T) {
	s := spool.Sorter{Memory: 64}
	defer s.Close()
	for i := range 100 {
		if err := s.Add([]byte{byte(i)}); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for range s.Sorted() {
		if n++; n == 7 {
			break
		}
	}
	if n != 7 {
		t.Errorf("%d records after a stop at the seventh", n)
	}
}

func TestSpoolGivesBackWhatWasWritten(t *testing.T) {
	for _, n := range []int{0, 1, 1 << 10, 3<<20 + 17} {
		var s spool.Spool
		defer s.Close()
		want := make([]byte, n)
		for i := range want {
			want[i] = byte(i * i >> 3)
		}
		for part := range slices.Chunk(want, 1000) {
			if _, err := s.Write(part); err != nil {
				t.Fatal(err)
			}
		}
		for range 2 {
			got, err := io.ReadAll(s.Reader())
			if err != nil || !bytes.Equal(got, want) || s.Len() != int64(n) {
				t.Errorf("%d of %d bytes came back, %v", len(got), n, err)
			}
		}
	}
}
