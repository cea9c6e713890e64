package fold

import "testing"

func TestAlike(t *testing.T) {
	tests := []struct {
		a, b   string
		want   bool
		reason string
	}{
		{"haswah", "hasua", true, "the consonants agree"},
		{"lahij", "lahj", true, "one letter of five"},
		{"mehtar lam", "laghman", false, "a town and its province"},
		{"mezze", "mazzeh", true, "a third of the letters is allowed"},
		{"ab", "cd", false, "nothing in common"},
		{"", "", true, "nothing differs"},
	}
	for _, tt := range tests {
		if got := Alike(tt.a, tt.b); got != tt.want || Alike(tt.b, tt.a) != got {
			t.Errorf("Alike(%q, %q) = %v: %s", tt.a, tt.b, got, tt.reason)
		}
	}
}
