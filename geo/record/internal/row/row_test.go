package row

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTrimSpace holds the quick trimming against the plain one.
func TestTrimSpace(t *testing.T) {
	edges := []string{"", " ", "\t", "\n", "\x00", "\x1f", "a", "é", "\u00a0", "\u0085", "\u2003", "\x85", "\x7f"}
	for _, a := range edges {
		for _, b := range edges {
			for _, c := range edges {
				if s := a + b + c; TrimSpace(s) != strings.TrimSpace(s) {
					t.Errorf("%q is %q", s, TrimSpace(s))
				}
			}
		}
	}
}

func TestNamesAreUnique(t *testing.T) {
	n := NewNames([]string{"a", "a", "a_2", "", "a"}, 6)
	want := []string{"a", "a_2", "a_2_2", "column 4", "a_3", "column 6"}
	if d := cmp.Diff(want, n.List); d != "" {
		t.Error(d)
	}
	many := NewNames(slices.Repeat([]string{"x"}, 100_000), 0)
	if len(many.List) != 100_000 || len(slices.Compact(slices.Sorted(slices.Values(many.List)))) != 100_000 {
		t.Error("100,000 columns of one name are not told apart")
	}
}
