package ids

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/internal/dict"
)

// TestEveryIDIsFound asks for ids that a table has and for ids that it has not,
// of tables of all small sizes and of a large one.
func TestEveryIDIsFound(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 4, 5, 8, 31, 1000, 60_000} {
		all := make([]string, n)
		hashes := make([]uint64, n)
		for i := range all {
			all[i] = fmt.Sprintf("gn:%d", 99169+7*i)
			hashes[i] = dict.Hash(all[i])
		}
		data, err := Section(hashes)
		if err != nil {
			t.Fatal(err)
		}
		table, err := Open(string(data), n)
		if err != nil {
			t.Fatal(err)
		}
		looked := 0
		for i, id := range all {
			at := slices.Index(slices.Collect(table.With(id)), uint32(i+1))
			if at < 0 {
				t.Fatalf("of %d ids %s is not found", n, id)
			}
			looked += at + 1
		}
		if looked > 6*n {
			t.Errorf("of %d ids one takes %d looks", n, looked/n)
		}
		for number := range table.With("gn:none") {
			if int(number) > n {
				t.Errorf("of %d ids number %d is found", n, number)
			}
		}
	}
}

func TestDamaged(t *testing.T) {
	if _, err := Open("abcd", 5); err == nil {
		t.Error("a table of the wrong size is accepted")
	}
	full := strings.Repeat("\xff\xff\xff\xff", slotsFor(5))
	table, err := Open(full, 5)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(slices.Collect(table.With("gn:1"))); got != slotsFor(5) {
		t.Errorf("a table without a free slot yields %d numbers", got)
	}
}
