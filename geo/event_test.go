package geo

import "testing"

func TestCountJoin(t *testing.T) {
	atLeast := func(n int) Count { return Count{Best: Known(n), Low: Known(n)} }
	tests := []struct {
		a, b, want Count
		reason     string
	}{
		{Exactly(6), Exactly(8), Count{Known(6), Known(6), Known(8)}, "the first stands, the bounds hold both"},
		{Exactly(8), Exactly(6), Count{Known(8), Known(6), Known(8)}, "likewise"},
		{Count{}, Exactly(6), Exactly(6), "what was not said before"},
		{Exactly(6), Count{}, Exactly(6), "what is not said again"},
		{Exactly(6), atLeast(5), Count{Known(6), Known(5), Figure{}}, "what nothing limits stays without a limit"},
		{Count{Low: Known(10)}, atLeast(12), Count{Known(12), Known(10), Figure{}}, "\"dozens\" gives way to a number"},
	}
	for _, test := range tests {
		if got := test.a.Join(test.b); got != test.want {
			t.Errorf("%+v and %+v are %+v, want %+v: %s", test.a, test.b, got, test.want, test.reason)
		}
	}
}
