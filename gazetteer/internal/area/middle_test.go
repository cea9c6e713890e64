package area

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
)

func TestMiddle(t *testing.T) {
	hook := orb.Ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 9}, {9, 9}, {9, 1}, {0, 1}, {0, 0}}
	for _, test := range []struct {
		area   orb.MultiPolygon
		want   orb.Point
		inside bool
		reason string
	}{
		{orb.MultiPolygon{{square(10, 20, 4)}}, orb.Point{12, 22}, true, "a square has its middle inside"},
		{orb.MultiPolygon{{square(0, 0, 4), square(1, 1, 2)}}, orb.Point{}, false, "the middle lies in the hole"},
		{orb.MultiPolygon{{hook}}, orb.Point{}, false, "the middle of a hook lies beside it"},
		{orb.MultiPolygon{{square(0, 0, 0.0001)}}, orb.Point{}, false, "nothing is left of it when it is rounded"},
		{nil, orb.Point{}, false, "no area has no middle"},
	} {
		b := StoreBuilder{Units: 1000}
		b.Add(1, Outline{HasBox: true, Area: test.area})
		data, err := b.Finish()
		if err != nil {
			t.Fatal(err)
		}
		s, err := OpenStore(string(data))
		if err != nil {
			t.Fatal(err)
		}
		head := s.Head(1)
		far := math.Hypot(head.Middle[0]-test.want[0], head.Middle[1]-test.want[1])
		if head.HasMiddle != test.inside || test.inside && far > 1e-9 || !head.HasBox {
			t.Errorf("%s: got %v, %v", test.reason, head.Middle, head.HasMiddle)
		}
		if head.HasMiddle && !s.Contains(1, head.Middle) {
			t.Errorf("%s: but the area does not contain it", test.reason)
		}
	}
}
