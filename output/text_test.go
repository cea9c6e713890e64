package output

import "testing"

func TestSafeCell(t *testing.T) {
	for _, test := range []struct{ in, want, reason string }{
		{"Lima", "Lima", "text stays"},
		{"=1+1", "'=1+1", "a formula"},
		{"+1 Avenue", "'+1 Avenue", "a formula to some"},
		{"-1-1", "'-1-1", "a formula"},
		{"-44.5", "-44.5", "a number is no formula, and no text either"},
		{"@SUM(A1)", "'@SUM(A1)", "a formula"},
		{"\t=1", "'\t=1", "a formula after what is skipped"},
		{"＝1", "'＝1", "a formula in full width"},
		{"a=1", "a=1", "only the first character counts"},
		{"a\x00b\xff", "a\ufffdb\ufffd", "nothing that is not text"},
	} {
		got := SafeCell(test.in)
		if got != test.want {
			t.Errorf("%q: got %q, want %q: %s", test.in, got, test.want, test.reason)
		}
		if again := SafeCell(got); again != got {
			t.Errorf("%q: made safe again it is %q", test.in, again)
		}
		if got != test.in && got[0] == '\'' && UnsafeCell(got) != test.in {
			t.Errorf("%q: undone it is %q", test.in, UnsafeCell(got))
		}
	}
}
