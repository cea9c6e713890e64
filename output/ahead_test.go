package output

import (
	"slices"
	"testing"
)

// part is what was sent of a file.
type part struct{ from, n int64 }

// sentBy returns what is sent of a file that is written in pieces of these sizes,
// each of which is sent before the next is written.
func sentBy(pieces ...int) []part {
	var sent []part
	var a ahead
	a.send = func(from, n int64) { sent = append(sent, part{from, n}) }
	for _, n := range pieces {
		a.wrote(n)
		a.wait()
	}
	return sent
}

func TestSendsAheadWhatIsDue(t *testing.T) {
	for _, test := range []struct {
		pieces []int
		want   []part
		reason string
	}{
		{[]int{aheadBytes - 1}, nil, "a small file waits for Close"},
		{[]int{aheadBytes - 1, 1}, []part{{0, aheadBytes}}, "a part is sent as soon as it is whole"},
		{[]int{aheadBytes + 5, 7}, []part{{0, aheadBytes}}, "what is behind it waits for the rest of its part"},
		{[]int{aheadBytes, 0, aheadBytes}, []part{{0, aheadBytes}, {aheadBytes, aheadBytes}}, "no part is sent twice"},
		{[]int{3*aheadBytes + 1}, []part{{0, 3 * aheadBytes}}, "many parts written at once are sent at once"},
	} {
		if got := sentBy(test.pieces...); !slices.Equal(got, test.want) {
			t.Errorf("pieces of %v: sent %v, want %v: %s", test.pieces, got, test.want, test.reason)
		}
	}
}

// A disk that is slow is sent the next parts together, and nobody who writes waits
// for it.
func TestSendsAheadOneAfterAnother(t *testing.T) {
	var sent []part
	var a ahead
	slow := make(chan bool)
	a.send = func(from, n int64) {
		sent = append(sent, part{from, n})
		<-slow
	}
	for range 4 {
		a.wrote(aheadBytes)
	}
	close(slow)
	a.wait()
	a.wrote(aheadBytes)
	a.wait()
	if want := []part{{0, aheadBytes}, {aheadBytes, 4 * aheadBytes}}; !slices.Equal(sent, want) {
		t.Errorf("sent %v, want %v", sent, want)
	}
}
