package kinds

import "testing"

// TestListedKinds reads the first kind of several that a cell names.
func TestListedKinds(t *testing.T) {
	tests := []struct{ cell, want, reason string }{
		{"Airstrike; Drone", "Explosions/Remote violence", "the first"},
		{"coastal|shelling", "Explosions/Remote violence", "the one that is listed"},
		{"Fog, mist", "Fog, mist", "none is"},
		{"Riots/Protests", "Riots/Protests", "ACLED's old word is one kind"},
	}
	for _, test := range tests {
		if got := Of(test.cell, "", NoCodes); got.Type != test.want {
			t.Errorf("%s: %q is %q", test.reason, test.cell, got.Type)
		}
	}
}
